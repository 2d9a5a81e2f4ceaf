"""Which device computes, what it is called, and why it is not a faster one."""

import warnings
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import torch

from abcstudio.learning.devices import (
    DEVICES,
    cards,
    choose_device,
    driver_complaint,
    first_line,
)


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    driver_complaint.cache_clear()
    yield
    driver_complaint.cache_clear()


class Cards:
    """Graphics cards that are there, and what happens where one computes a number."""

    def __init__(self, *names: str) -> None:
        self.names = list(names)
        self.failing: dict[str, str] = {}

    def properties(self, number: int = 0) -> SimpleNamespace:
        return SimpleNamespace(name=self.names[number], total_memory=12_884_377_600)

    def ones(self, _size: int, device: str) -> torch.Tensor:
        if device in self.failing:
            raise RuntimeError(self.failing[device])
        return torch.zeros(1)


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> Cards:
    found = Cards("First", "Second")
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: len(found.names))
    monkeypatch.setattr(torch.cuda, "get_device_properties", found.properties)
    monkeypatch.setattr(torch.cuda, "get_device_name", lambda number: found.names[number])
    monkeypatch.setattr(torch, "ones", found.ones)
    return found


def test_the_first_card_is_taken_and_its_memory_is_rounded(two: Cards) -> None:
    found = choose_device()
    assert (found.name, found.reason) == ("cuda", None)
    assert found.parameters == {"name": "First", "memory": 12}


def test_another_card_is_asked_for_by_its_number(two: Cards) -> None:
    assert choose_device("cuda:1").name == "cuda:1"
    assert choose_device("cuda:1").parameters["name"] == "Second"
    assert [card.name for card in cards()] == ["cuda", "cuda:1"]
    found = choose_device("cuda:2")
    assert found.name == "cpu"
    assert "there is no cuda:2; the last card is cuda:1" in str(found.reason)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "CUDA error: no kernel image is available for execution on the device\nSearch",
            "not support",
        ),
        ("CUDA error: out of memory\nCompile with", "First has no free memory"),
        ("CUDA error: all CUDA-capable devices are busy or unavailable", "(CUDA error: all"),
    ],
)
def test_a_card_that_computes_no_number_is_not_taken(two: Cards, said: str, words: str) -> None:
    two.failing["cuda:0"] = said
    found = choose_device()
    assert found.name == "cpu"
    assert words in str(found.reason)
    assert "\n" not in str(found.reason)
    assert [card.name for card in cards()] == ["cuda:1"]


def test_each_of_several_processes_takes_its_own_card(
    two: Cards, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        ("TORCHELASTIC_RUN_ID", "1"), ("MASTER_ADDR", "127.0.0.1"), ("MASTER_PORT", "2"),
        ("RANK", "1"), ("WORLD_SIZE", "2"), ("LOCAL_RANK", "1"),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)
    assert choose_device("cuda").parameters["name"] == "Second"


@pytest.mark.parametrize(
    ("cuda", "hip", "words"),
    [(None, None, "without CUDA"), (None, "6.4", "no AMD GPU"), ("13.0", None, "no NVIDIA GPU")],
)
def test_it_is_said_why_no_card_computes(
    monkeypatch: pytest.MonkeyPatch, cuda: str | None, hip: str | None, words: str
) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.version, "cuda", cuda)
    monkeypatch.setattr(torch.version, "hip", hip)
    assert words in str(choose_device("cuda").reason)


def test_an_old_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def warned() -> bool:
        warnings.warn(
            "CUDA initialization: The NVIDIA driver on your system is too old", stacklevel=1
        )
        return False

    monkeypatch.setattr(torch.cuda, "is_available", warned)
    found: list[Any] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found.append(choose_device())
    assert "Update the driver" in str(found[0].reason)


def test_the_processor_that_was_asked_for_needs_no_reason() -> None:
    assert choose_device("cpu").reason is None
    assert "Apple" in str(choose_device("mps").reason)


def test_each_name_is_one_that_torch_knows() -> None:
    for name in DEVICES:
        assert name == "auto" or torch.device(name)


def test_of_an_error_the_first_line_is_told() -> None:
    assert first_line(RuntimeError("\nCUDA error: x\nFor debugging")) == "CUDA error: x"
    assert first_line(RuntimeError()) == "RuntimeError"
