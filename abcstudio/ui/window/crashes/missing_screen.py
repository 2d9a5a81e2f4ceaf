"""A sentence and an exit code where Qt can open no window, in place of an abort."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QMessageLogContext,
    QtMsgType,
    qFormatLogMessage,
    qInstallMessageHandler,
)

_NOT_REACHED = ("could not connect to display", "Failed to create wl_display")
_NOT_FOUND = "Could not find the Qt platform plugin"
_WAY_OUT = (
    "`abcstudio doctor` looks for what a window needs, "
    "`abcstudio --help` lists what works without one."
)


@contextmanager
def telling_of_missing_screen() -> Iterator[None]:
    """End with a sentence and exit code 1 where Qt finds no way to show a window.

    Qt aborts the process then, after it has handed its last message to the handler. What it says
    otherwise goes to the error output once the application is there.
    """
    said: list[tuple[str, str]] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            _end(why_no_window([words for words, _ in said]))
        said.append((text, qFormatLogMessage(kind, context, text)))

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        if sys.stderr is not None:
            for _, line in said:
                print(line, file=sys.stderr)  # noqa: T201


def why_no_window(said: list[str]) -> str:
    """Return a sentence that says why Qt opens no window, from what Qt has said of it."""
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    given = ", ".join(f"{name}={os.environ[name]}" for name in names if os.environ.get(name))
    if any(_NOT_FOUND in words for words in said):
        why = f"Qt has no platform plugin of that name ({given}). Unset QT_QPA_PLATFORM."
    elif any(part in words for words in said for part in _NOT_REACHED):
        why = f"the screen cannot be reached ({given}). Set DISPLAY or WAYLAND_DISPLAY anew."
    else:
        why = f"Qt cannot use the screen ({given}): {said[-1].strip() if said else ''}"
    return f"abcstudio: no window can be opened: {why} {_WAY_OUT}"


def _end(sentence: str) -> None:
    if sys.stderr is not None:
        print(_for_any_terminal(sentence), file=sys.stderr, flush=True)  # noqa: T201
    os._exit(1)


def _for_any_terminal(sentence: str) -> str:
    """Return a sentence that any terminal can show, whatever the environment holds."""
    return sentence.encode("ascii", "backslashreplace").decode()
