"""Ctrl+C as a request to stop: the work ends tidily, or soon; a second Ctrl+C ends it at once."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from abcstudio.stopping import stopping

GRACE_SECONDS = 1.0
"""How long work may take to end tidily: a text of some size is read without asking."""


@contextmanager
def interruptible(*, saves: bool = False) -> Iterator[None]:
    """Let the block stop where it is asked to by Ctrl+C or a polite request to end.

    So is the end of the terminal, unless the program was started to outlive it.

    Args:
        saves: Whether the work saves what it has when it is asked to stop. It takes the time it
            needs for that. Any other is ended after `GRACE_SECONDS`.
    """
    requested = False

    def request(_number: int, _frame: FrameType | None) -> None:
        nonlocal requested
        if requested:
            raise KeyboardInterrupt
        requested = True
        if not saves:
            _alarm(GRACE_SECONDS)

    with _handled_by(request), stopping(lambda: requested):
        try:
            yield
        finally:
            _alarm(0)


def _alarm(seconds: float) -> None:
    """Raise `KeyboardInterrupt` after some seconds, or no more; Windows has no alarm."""
    if hasattr(signal, "setitimer"):
        if seconds:
            signal.signal(signal.SIGALRM, signal.default_int_handler)
        signal.setitimer(signal.ITIMER_REAL, seconds)


@contextmanager
def ends_at_once() -> Iterator[None]:
    """Let one such signal end a reading, which leaves nothing half done: a pipe may never end.

    Libraries catch every exception while they are loaded, and Python itself in a destructor. So the
    interrupt is raised again after `GRACE_SECONDS`, and at the end.
    """
    requested = False

    def end(_number: int, _frame: FrameType | None) -> None:
        nonlocal requested
        requested = True
        _alarm(GRACE_SECONDS)
        raise KeyboardInterrupt

    with _handled_by(end):
        try:
            yield
        finally:
            if requested:
                _alarm(0)
    if requested:
        raise KeyboardInterrupt


@contextmanager
def _handled_by(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    signals = [signal.SIGINT, signal.SIGTERM]
    # Windows has none.
    hang_up = getattr(signal, "SIGHUP", None)
    if hang_up is not None and signal.getsignal(hang_up) != signal.SIG_IGN:
        signals.append(hang_up)
    old = {number: signal.signal(number, handler) for number in signals}
    try:
        yield
    finally:
        for number, before in old.items():
            signal.signal(number, before)
