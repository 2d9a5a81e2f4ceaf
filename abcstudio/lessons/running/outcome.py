"""What came of running typed code once."""

import re
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from abcstudio.lessons.running.failures import TYPED, Failure

ENDED = "ended"
TIME = "time"
OUTPUT = "output"
FILES = "files"
PROCESSES = "processes"
CRASHED = "crashed"
SILENT = "silent"

_STACK = "(most recent call first)"
_OUT_OF_TIME = "Timeout ("


@dataclass(frozen=True, slots=True)
class CheckTask:
    """What typed code is checked with.

    Attributes:
        check: The file whose `probe` looks at what the code has made.
        codes: Answers whose worth is known, a right one first: the same is found of them.
    """

    check: Path
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOutcome:
    """How typed code ended, and what was found of it.

    Attributes:
        seed: What the inputs were made from: with it they are the same again.
        ending: How it ended: `ENDED` by itself, or one of the others.
        facts: What the check has found, by names.
        failure: What stopped the code itself.
        expected: What the same check finds of the task's codes: `facts` or a `failure` of each.
        refused: What lessons do not allow and it tried, "" for nothing.
        changed: A name of a library that it has given another meaning, "" for none.
        threads: How many threads of it had not ended.
        output: What it printed, the beginning.
        line: Where it was when it was ended.
        picture: What is drawn of it, None for nothing.
    """

    seed: int
    ending: str = ENDED
    facts: Mapping[str, Any] = field(default_factory=dict)
    failure: Failure | None = None
    expected: tuple[Mapping[str, Any], ...] = ()
    refused: str = ""
    changed: str = ""
    threads: int = 0
    output: str = ""
    line: int | None = None
    picture: Mapping[str, Any] | None = None


def line_in(errors: str, file: str = TYPED) -> int | None:
    """Return the innermost line of a file in what a crash has left, None where none is told."""
    stack = errors.rpartition(_STACK)[2]
    # `faulthandler` writes ASCII, and all else in escapes.
    told = file.encode("ascii", "backslashreplace").decode("ascii")
    line = re.compile(rf'File "{re.escape(told)}", line (\d+)')
    found = line.search(stack) or line.search(errors)
    return int(found[1]) if found else None


def ending_of(exit_code: int | None, errors: str) -> str:
    """Return how a process ended that has not said so itself."""
    if errors.lstrip().startswith(_OUT_OF_TIME):
        return TIME
    if exit_code is not None and exit_code == -getattr(signal, "SIGXCPU", 0):
        return TIME
    # Windows has no signals: an access that fails is a large number there.
    is_crash = exit_code is not None and (exit_code < 0 or exit_code > 255)
    return CRASHED if is_crash else SILENT
