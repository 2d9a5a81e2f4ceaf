"""Signals that ask the program to end are wishes to stop; the handlers are put back."""

import signal

import pytest

from abcstudio.cli.interruption import interruptible

hang_up = getattr(signal, "SIGHUP", None)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, hang_up])
def test_a_signal_asks_the_work_to_stop(number: signal.Signals | None) -> None:
    if number is None:
        pytest.skip("this system has no such signal")
    # The tests themselves may have been told to outlive their terminal.
    outside = signal.signal(number, signal.SIG_DFL)
    try:
        with interruptible() as should_stop:
            assert not should_stop()
            signal.raise_signal(number)
            assert should_stop()
            with pytest.raises(KeyboardInterrupt):
                signal.raise_signal(number)
        assert signal.getsignal(number) == signal.SIG_DFL
    finally:
        signal.signal(number, outside)


@pytest.mark.skipif(hang_up is None, reason="this system has no such signal")
def test_a_program_that_is_to_outlive_its_terminal_does() -> None:
    assert hang_up is not None
    before = signal.signal(hang_up, signal.SIG_IGN)
    try:
        with interruptible() as should_stop:
            signal.raise_signal(hang_up)
            assert not should_stop()
    finally:
        signal.signal(hang_up, before)
