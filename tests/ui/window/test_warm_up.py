"""Loading in the background, once the window is up."""

import gc
import sys
from typing import Any

from pytestqt.qtbot import QtBot

from abcstudio.ui.window.warm_up import WarmUp


def test_it_finds_the_device_and_loads_what_a_first_run_needs(qtbot: QtBot) -> None:
    warm_up = WarmUp()
    devices: list[Any] = []
    warm_up.device_found.connect(devices.append)
    try:
        with qtbot.waitSignal(warm_up.ended, timeout=120_000):
            warm_up.start()
    finally:
        gc.unfreeze()
    assert len(devices) == 1
    assert devices[0].name in ("cpu", "cuda", "mps")
    for name in ("torch", "torch._dynamo", "pyqtgraph"):
        assert name in sys.modules
    assert gc.isenabled()
