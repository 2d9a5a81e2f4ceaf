"""A writer of the history that is killed at any call of the system loses nothing it has written."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_history import (
    change_takes,
    journal_of,
    listed_takes,
    remembered_takes,
)

CALLS = frozenset({"open", "write", "fsync", "flock", "truncate", "replace", "unlink", "mkdir",
                   "chmod"})  # fmt: skip
STAR = 9
"""What the writer tells after the first take was given a star."""


def take(number: int, *, is_kept: bool = False) -> RememberedTake:
    text = f"X:{number}\nK:D\nDEFG|\n"
    return RememberedTake(key=take_key(number, "ab"), number=number, text=text, is_kept=is_kept)


def write(folder: Path, tell: Callable[[int], object]) -> None:
    """Write takes, a star, and the whole history anew; tell what is done."""

    def keep(one: RememberedTake, told: int) -> None:
        change_takes(folder, {one.key: one})
        tell(told)

    for number in (1, 2):
        keep(take(number), number)
    keep(take(1, is_kept=True), STAR)
    # What is no entry is put aside at the next start, and the journal is written anew.
    with journal_of(folder).open("ab") as file:
        file.write(b"\nno entry\n")
    remembered_takes(folder)
    keep(take(3), 3)


def killed_at(call: int, folder: Path) -> tuple[bytes, bool]:
    """Return what a writer has told that is killed at a call, and whether it was."""
    read_end, write_end = os.pipe()
    pid = os.fork()
    if not pid:
        left = call

        def count(_frame: FrameType, event: str, function: Any) -> None:
            nonlocal left
            if event == "c_call" and function.__name__ in CALLS:
                left -= 1
                if not left:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            sys.setprofile(count)
            write(folder, lambda told: os.write(write_end, bytes([told])))
        finally:
            # Whatever went wrong, this process is no second one of the tests.
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        told = pipe.read()
    return told, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL


@pytest.mark.skipif(sys.platform == "win32", reason="the writer is forked")
def test_what_was_written_is_there_at_whatever_call_the_writer_is_killed(tmp_path: Path) -> None:
    call, was_killed = 0, True
    while was_killed:
        call += 1
        folder = tmp_path / str(call)
        told, was_killed = killed_at(call, folder)
        found = {one.number: one.is_kept for one in listed_takes(folder).takes}
        assert found.keys() >= set(told) - {STAR}, call
        assert found.get(1) or STAR not in told, call
        assert {one.number for one in remembered_takes(folder).takes} == found.keys(), call
        assert not remembered_takes(folder).damaged, call
    assert told == bytes([1, 2, STAR, 3])
    assert call > 20
