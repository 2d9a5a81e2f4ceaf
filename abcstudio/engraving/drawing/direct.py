"""Engraving for the command line: here where it is quick, else in a process that can be stopped.

Verovio keeps the interpreter's lock while it draws, and so every signal waits until it is done.
"""

import atexit
from contextlib import suppress
from functools import lru_cache

from abcstudio.engraving.drawing.engraved_score import EngravedScore
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.engraving.drawing.svg_reader import read_svg
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions, draw
from abcstudio.engraving.limits import check_work, is_quick
from abcstudio.stopping import stop_if_asked


def engrave(mei: str, options: EngravingOptions) -> EngravedScore:
    """Return the score of a tune.

    Raises:
        EngravingError: It cannot be drawn.
        CancelledError: It was stopped while it was drawn, or after a quick drawing.
    """
    if is_quick(mei):
        drawing = draw(mei, options)
        stop_if_asked()
        return read_svg(drawing)
    check_work(mei)
    return _engraver().engraved(mei, options)


def close() -> None:
    """End the process that draws large tunes, where there is one; the next such tune starts one."""
    if _engraver.cache_info().currsize:
        _engraver().close()
        _engraver.cache_clear()


@atexit.register
def close_at_exit() -> None:
    """Close where the program ends; a signal to end then asks for no more than that."""
    with suppress(KeyboardInterrupt):
        close()


@lru_cache(maxsize=1)
def _engraver() -> Engraver:
    return Engraver()
