"""Which signals close the window in order."""

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.app import ProcessSignals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGHUP")


@pytest.fixture
def hang_up() -> Iterator[None]:
    before = signal.getsignal(signal.SIGHUP)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_each_asks_the_window_to_close(qtbot: QtBot, number: signal.Signals) -> None:
    signals = ProcessSignals()
    with qtbot.waitSignal(signals.quit_requested):
        os.kill(os.getpid(), number)
    signals.restore()


@pytest.mark.usefixtures("hang_up")
def test_a_hang_up_that_nohup_ignores_stays_ignored(qtbot: QtBot) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signals = ProcessSignals()
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
    signals.restore()
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
