"""What stopped typed code, as plain data: the kind of error, its words, the line."""

from collections.abc import Mapping
from types import TracebackType
from typing import Any

from abcstudio.lessons.running.barrier import RefusedActError

TYPED = "your code"
"""The name of the file that typed code is said to stand in."""

Failure = Mapping[str, Any]
"""Plain data: `error` is the kind, `words` what it says, `line` the last line of the typed code."""

_MAX_WORDS = 500


class MissingNameError(Exception):
    """The typed code has not made what its check looks for."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TooMuchOutputError(BaseException):
    """The typed code prints more than anybody reads. No `except Exception` catches it."""


def failure_of(error: BaseException) -> Failure:
    """Return what is known of an error that ended typed code."""
    found: dict[str, Any] = {
        "error": type(error).__name__,
        "words": _words(error),
        "line": line_of(error.__traceback__),
    }
    if isinstance(error, SyntaxError) and error.filename == TYPED:
        found["line"] = error.lineno
        found["words"] = str(error.msg)
        found["text"] = (error.text or "").strip()[:_MAX_WORDS]
    elif isinstance(error, RefusedActError):
        found["act"] = error.act
    elif isinstance(error, OSError):
        found["errno"] = error.errno
    elif isinstance(error, NameError | MissingNameError):
        found["name"] = str(error.name or "")
    return found


def line_of(trace: TracebackType | None) -> int | None:
    """Return the innermost line of the typed code in a traceback, None where there is none."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == TYPED:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _words(error: BaseException) -> str:
    try:
        return str(error)[:_MAX_WORDS]
    except Exception:  # noqa: BLE001 - a class of the typed code may have any `__str__`.
        return ""


def failure_words(failure: Failure) -> str:
    """Return an error in Python's own words."""
    words = f"{failure.get('error', '')}: {failure.get('words', '')}"
    line = failure.get("line")
    return f"{words} (line {line})" if line else words
