"""A network samples on a card where that was measured to be quicker, and the measure is kept."""

from pathlib import Path
from typing import Any

import pytest

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import Device
from abcstudio.learning.model import CharLSTM, seed_everything
from abcstudio.learning.sampling import placing
from abcstudio.learning.sampling.placing import SamplingSpeeds, enable_gpu_sampling, measure, place
from abcstudio.messages import Phrase

CARD = Device("cpu", "device.cuda", {"name": "Test", "memory": 12})
"""A card for what only moves a network there: a name that torch knows here."""


@pytest.fixture(autouse=True)
def kept(tmp_path: Path) -> Path:
    """The file of what was measured."""
    enable_gpu_sampling(tmp_path / "speeds")
    return tmp_path / "speeds"


def network(hidden_size: int = 16) -> CharLSTM:
    seed_everything(1)
    return CharLSTM(20, TrainingConfig(embedding_dim=8, hidden_size=hidden_size)).eval()


class Measures:
    """Answers in the place of a measure, and counts how often it is asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, processor: float, card: float) -> None:
        self.asked = 0
        self._speeds = SamplingSpeeds(processor, card)
        monkeypatch.setattr(placing, "choose_device", lambda _wanted: CARD)
        monkeypatch.setattr(placing, "measure", self)

    def __call__(self, _model: CharLSTM, _card: Device) -> SamplingSpeeds:
        self.asked += 1
        return self._speeds


def test_without_a_card_nothing_is_measured(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measures = Measures(monkeypatch, 1.0, 100.0)
    none = Device("cpu", "device.cpu", {"threads": 2}, Phrase("device.no_cuda_driver"))
    monkeypatch.setattr(placing, "choose_device", lambda _wanted: none)
    assert place(network()) is None
    assert not measures.asked
    assert not kept.exists()


@pytest.mark.parametrize(
    ("processor", "card", "is_moved"),
    [(1000.0, 2000.0, True), (1000.0, 1200.0, False), (1000.0, 0.0, False)],
)
def test_a_network_is_moved_where_that_pays(
    monkeypatch: pytest.MonkeyPatch, processor: float, card: float, is_moved: bool
) -> None:
    Measures(monkeypatch, processor, card)
    assert (place(network()) is CARD) == is_moved


def test_each_network_is_measured_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measures = Measures(monkeypatch, 1000.0, 2000.0)
    for _ in range(3):
        assert place(network()) is CARD
    assert measures.asked == 1
    place(network(32))
    assert measures.asked == 2
    kept.write_text("{]")
    place(network())
    assert measures.asked == 3


def test_a_card_without_room_leaves_the_network_where_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Measures(monkeypatch, 1000.0, 2000.0)
    model, asked = network(), list[str]()
    to = model.to

    def full(device: str) -> Any:
        asked.append(device)
        if len(asked) == 1:
            raise RuntimeError("CUDA out of memory.")
        return to(device)

    monkeypatch.setattr(model, "to", full)
    assert place(model) is None


def test_a_card_that_fails_is_no_quicker(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[float] = []

    def speed(_model: CharLSTM) -> float:
        rounds.append(1.0)
        if len(rounds) > 1:
            raise RuntimeError("CUDA error: unspecified launch failure")
        return 500.0

    monkeypatch.setattr(placing, "chars_per_second", speed)
    assert measure(network(), CARD) == SamplingSpeeds(500.0, 0.0)


def test_speeds_are_of_characters_a_second() -> None:
    found = measure(network(), CARD)
    assert 100 < found.processor < 10_000_000
    assert 100 < found.card < 10_000_000


def test_a_card_that_was_full_is_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    measures = Measures(monkeypatch, 1000.0, 0.0)
    assert place(network()) is None
    assert place(network()) is None
    assert measures.asked == 2
