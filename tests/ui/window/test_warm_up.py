"""Loading in the background, once the window is up."""

import gc
import sys
import threading
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.warm_up import WarmUp


def let_thread_end() -> None:
    """Wait while the test holds what loads: else the thread would, and end an object of Qt's."""
    for thread in threading.enumerate():
        if thread.name == "warm-up":
            thread.join(120)


def test_it_finds_the_device_and_loads_what_a_first_run_needs(qtbot: QtBot) -> None:
    warm_up = WarmUp()
    devices: list[Any] = []
    warm_up.device_found.connect(devices.append)
    try:
        with qtbot.waitSignal(warm_up.ended, timeout=120_000):
            warm_up.start()
        let_thread_end()
    finally:
        gc.unfreeze()
    assert len(devices) == 1
    assert devices[0].name in ("cpu", "cuda", "mps")
    for name in ("torch", "pygame._sdl2", "abcstudio.recipes.sound"):
        assert name in sys.modules


@pytest.mark.parametrize("error", [None, ImportError("no SDL")])
def test_the_player_is_loaded_first_and_is_not_what_torch_depends_on(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, error: ImportError | None
) -> None:
    loaded: list[str] = []

    def load_sound() -> None:
        loaded.append("player")
        if error is not None:
            raise error

    place = "abcstudio.ui.window.warm_up"
    monkeypatch.setattr(f"{place}.load_sound", load_sound)
    monkeypatch.setattr(f"{place}.load_torch", lambda: loaded.append("torch"))
    monkeypatch.setattr(f"{place}.choose_device", lambda: "device")
    warm_up = WarmUp()
    with qtbot.waitSignals([warm_up.device_found, warm_up.ended]):
        warm_up.start()
    let_thread_end()
    assert loaded == ["player", "torch"]
