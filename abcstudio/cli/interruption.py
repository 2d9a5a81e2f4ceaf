"""Ctrl+C as a request to stop: the work ends tidily; a second Ctrl+C ends it at once."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Give long work a `should_stop` that is true after Ctrl+C or a polite request to end.

    So is the end of the terminal, unless the program was started to outlive it.
    """
    requested = False

    def request(number: int, _frame: FrameType | None) -> None:
        nonlocal requested
        if requested:
            raise KeyboardInterrupt
        requested = True

    with _handled_by(request):
        yield lambda: requested


@contextmanager
def ends_at_once() -> Iterator[None]:
    """Let one such signal end a reading, which leaves nothing half done: a pipe may never end."""
    requested = False

    def end(_number: int, _frame: FrameType | None) -> None:
        nonlocal requested
        requested = True
        raise KeyboardInterrupt

    with _handled_by(end):
        yield
    # Libraries catch all there is while they are loaded.
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
