"""Engraving in this process: for the command line, which has no window to keep moving."""

from abcstudio.engraving.page import Page
from abcstudio.engraving.svg_reader import read_page
from abcstudio.engraving.verovio_toolkit import EngravingOptions, draw


def engrave(mei: str, options: EngravingOptions) -> Page:
    """Return the page of a tune.

    Raises:
        EngravingError: It cannot be drawn.
    """
    return read_page(draw(mei, options))
