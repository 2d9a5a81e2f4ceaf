"""What the studio finds on a machine, and what it says to do."""

import sys
from pathlib import Path

import pytest

from abcstudio.cli.commands import doctor
from abcstudio.cli.commands.doctor import model_found, network_found
from abcstudio.learning.devices import Device, NetworkLibrary
from abcstudio.messages import Phrase
from abcstudio.recipes.installation.machine import (
    folder_found,
    fonts_found,
    libraries_found,
    screen_found,
)

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks them")


@ON_LINUX
def test_a_missing_library_is_named_with_its_package() -> None:
    found = libraries_found({"libnowhere.so.7": "libnowhere7", "libc.so.6": "libc6"})
    assert found is not None
    assert found.state == "problem"
    assert str(found.words) == "missing: libnowhere.so.7"
    assert "libc6" not in str(found.advice)
    present = libraries_found({"libc.so.6": "libc6"})
    assert present is not None
    assert present.state == "ok"


@ON_LINUX
def test_a_machine_without_a_screen_is_told_what_works(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    found = screen_found()
    assert found is not None
    assert (found.state, "abcstudio --help" in str(found.advice)) == ("hint", True)
    monkeypatch.setenv("DISPLAY", ":7")
    found = screen_found()
    assert found is not None
    assert str(found.words) == "a screen is named by DISPLAY"


def test_letters_that_are_missing_are_a_problem(tmp_path: Path) -> None:
    own, system = tmp_path / "own", tmp_path / "system"
    own.mkdir()
    system.mkdir()
    assert fonts_found(own, [str(system)]).is_problem
    (own / "A.ttf").touch()
    assert fonts_found(own, [str(system)]).is_problem == (sys.platform == "linux")
    (system / "B.ttf").touch()
    assert fonts_found(own, [str(system)]).state == "ok"


def test_a_folder_that_does_not_exist_is_judged_by_the_one_above(tmp_path: Path) -> None:
    found = folder_found(tmp_path / "a" / "b")
    assert not found.is_problem
    assert str(tmp_path / "a" / "b") in str(found.words)


def test_a_file_where_a_folder_should_be_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x", encoding="utf-8")
    found = folder_found(tmp_path / "data" / "runs")
    assert found.is_problem
    assert "ABCSTUDIO_HOME" in str(found.advice)


def test_a_model_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert model_found(tmp_path / "none.safetensors").is_problem
    (tmp_path / "bad.safetensors").write_bytes(b"\x00" * 40)
    assert model_found(tmp_path / "bad.safetensors").is_problem


def test_a_gpu_that_a_build_for_the_processor_leaves_idle_is_told(tmp_path: Path) -> None:
    import torch

    driver = tmp_path / "version"
    driver.write_text("NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15\n", "utf-8")
    topics = {found.topic: found for found in network_found(driver)}
    assert list(topics) == ["network", "device", "driver"]
    assert torch.__version__ in str(topics["network"].words)
    assert str(topics["driver"].words) == "NVIDIA 550.54.15"
    if torch.version.cuda is None and torch.version.hip is None:
        assert topics["driver"].state == "hint"


@pytest.mark.parametrize("platform", ["cuda", "rocm"])
@pytest.mark.parametrize(
    ("reason", "advice"),
    [
        (None, "doctor.do_driver"),
        (Phrase("device.no_cuda_driver"), "doctor.do_driver"),
        (Phrase("device.card_unserved", {"name": "GTX 980"}), "device.card_unserved"),
    ],
)
def test_a_gpu_that_is_left_idle_is_told_with_the_reason(
    platform: str,
    reason: Phrase | None,
    advice: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    device = Device("cpu", "device.cpu", reason=reason)
    library = NetworkLibrary(
        version="2", platform=platform, platform_version="13", threads=2, device=device
    )
    monkeypatch.setattr(doctor, "network_library", lambda: library)
    topics = {found.topic: found for found in network_found(tmp_path / "none")}
    told = topics["driver"].advice
    assert told is not None
    assert told.message_id == advice
