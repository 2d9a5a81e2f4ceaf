"""A tune as a picture: a sheet that is cut to the music."""

from dataclasses import replace

from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.paper.flow import flow
from abcstudio.engraving.paper.paper import EngravedTune, Paper, Sheet

BORDER = 10.0
"""Points that stay empty around the music."""
_ENDLESS = 1e7


def whole_picture(tune: EngravedTune, paper: Paper, typefaces: Typefaces) -> Sheet:
    """Return all of a tune as one picture, as high as it needs to be."""
    return pictures(tune, replace(paper, height=_ENDLESS), typefaces)[0]


def pictures(tune: EngravedTune, paper: Paper, typefaces: Typefaces) -> tuple[Sheet, ...]:
    """Return a tune as one picture, or as several where it is longer than a sheet of paper."""
    return tuple(_cut(sheet) for sheet in flow((tune,), paper, typefaces).sheets)


def _cut(sheet: Sheet) -> Sheet:
    """Return what there is of the music, with a border around it."""
    box = sheet.music
    dx, dy = BORDER - box.left, BORDER - box.top
    pieces = tuple(piece._replace(x=piece.x + dx, y=piece.y + dy) for piece in sheet.pieces)
    return Sheet(
        width=box.right - box.left + 2 * BORDER,
        height=box.bottom - box.top + 2 * BORDER,
        pieces=pieces,
    )
