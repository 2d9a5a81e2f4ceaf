"""Signals that ask the program to end are wishes to stop; the handlers are put back."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from abcstudio.cli import interruption
from abcstudio.cli.interruption import ends_at_once, interruptible
from abcstudio.cli.outcome import INTERRUPTED
from abcstudio.corpus import score_files, sources
from abcstudio.stopping import asked_to_stop

MORE_THAN_A_PIPE_HOLDS = b"%" * 2_000_000
hang_up = getattr(signal, "SIGHUP", None)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, hang_up])
def test_a_signal_asks_the_work_to_stop(number: signal.Signals | None) -> None:
    if number is None:
        pytest.skip("this system has no such signal")
    # The tests themselves may have been told to outlive their terminal.
    outside = signal.signal(number, signal.SIG_DFL)
    try:
        with interruptible():
            assert not asked_to_stop()
            signal.raise_signal(number)
            assert asked_to_stop()
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
        with interruptible():
            signal.raise_signal(hang_up)
            assert not asked_to_stop()
    finally:
        signal.signal(hang_up, before)


@pytest.mark.skipif(os.name == "nt", reason="the standard input has no name")
def test_one_signal_ends_the_reading_of_a_pipe() -> None:
    command = [sys.executable, "-m", "abcstudio", "train", "--corpus", "/dev/stdin"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
    ) as program:
        assert program.stdin is not None
        # More than a pipe holds: it is written once the program reads.
        left = MORE_THAN_A_PIPE_HOLDS
        while left:
            left = left[program.stdin.write(left) :]
        program.send_signal(signal.SIGTERM)
        assert program.wait(180) == INTERRUPTED


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarm")
def test_work_that_does_not_ask_whether_to_stop_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interruption, "GRACE_SECONDS", 0.01)

    def work() -> None:
        with interruptible():
            signal.raise_signal(signal.SIGTERM)
            while True:
                signal.pause()

    with pytest.raises(KeyboardInterrupt):
        work()
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarm")
def test_a_reading_ends_though_the_first_interrupt_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(interruption, "GRACE_SECONDS", 0.01)

    def read() -> None:
        with ends_at_once():
            with suppress(KeyboardInterrupt):
                signal.raise_signal(signal.SIGTERM)
            while True:
                signal.pause()

    with pytest.raises(KeyboardInterrupt):
        read()
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarm")
def test_work_that_saves_what_it_has_takes_its_time() -> None:
    with interruptible(saves=True):
        signal.raise_signal(signal.SIGTERM)
        assert asked_to_stop()
        assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_a_signal_while_something_is_read_inside_long_work_ends_it() -> None:
    with interruptible():
        with pytest.raises(KeyboardInterrupt), ends_at_once():
            signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGTERM)
        assert asked_to_stop()


def test_a_request_that_a_library_catches_while_it_is_loaded_ends_it_all_the_same() -> None:
    with pytest.raises(KeyboardInterrupt), ends_at_once(), suppress(BaseException):
        signal.raise_signal(signal.SIGTERM)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tune.abc").write_text("X:1\nK:C\nC|\n", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.abc")
    # As if it had taken the place of a file after the folder was looked through.
    monkeypatch.setattr(score_files, "is_file", lambda _: True)
    reading = sources.read_source(tmp_path, allow_stream=True)
    assert len(reading.tunes) == 1
    assert [remark.path.name for remark in reading.skipped] == ["pipe.abc"]
