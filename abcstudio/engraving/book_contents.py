"""The contents of a tunebook: a line a tune, with the number of its sheet."""

from collections.abc import Sequence

from abcstudio.engraving.lettering import leader, piece_of, words
from abcstudio.engraving.page import Box, Item
from abcstudio.engraving.paper import Draft, EngravedTune, Link, Paper, Place, Sheet
from abcstudio.engraving.typefaces import Typefaces

HEADING_SIZE = 20.0
HEADING_HEIGHT = 44.0
_SIZE, _LINE = 10.5, 16.0
_NUMBER_WIDTH, _KEY_WIDTH, _RHYTHM_WIDTH = 30.0, 84.0, 76.0
_GAP = 8.0


def count_contents_sheets(tunes: int, paper: Paper) -> int:
    """Return how many sheets the contents of a book need."""
    return -(-tunes // _lines_on(paper))


def contents_sheets(
    tunes: Sequence[EngravedTune],
    numbers: Sequence[int],
    heading: str,
    paper: Paper,
    typefaces: Typefaces,
) -> list[Sheet]:
    """Return the contents, in the order of the tunes; each line leads to its tune."""
    per_sheet = _lines_on(paper)
    sheets = []
    for begin in range(0, len(tunes), per_sheet):
        draft = Draft(paper)
        items: list[Item] = []
        y = paper.room.top + HEADING_HEIGHT
        if begin == 0:
            items.append(
                words(heading, paper.room.left, paper.room.top + HEADING_SIZE, HEADING_SIZE)
            )
            draft.places.append(Place(heading, paper.room.top))
        for place in range(begin, min(begin + per_sheet, len(tunes))):
            y += _LINE
            items += _line(tunes[place], numbers[place], y, paper, typefaces)
            area = Box(paper.room.left, y - _SIZE, paper.room.right, y + _LINE - _SIZE)
            draft.links.append(Link(area, place + 1))
        draft.pieces.append(piece_of(items))
        sheets.append(draft.sheet())
    return sheets


def _line(
    tune: EngravedTune, number: int, y: float, paper: Paper, typefaces: Typefaces
) -> list[Item]:
    left, right = paper.room.left, paper.room.right
    key_x = right - _NUMBER_WIDTH - _KEY_WIDTH
    rhythm_x = key_x - _RHYTHM_WIDTH
    title = typefaces.shortened(tune.title, _SIZE, rhythm_x - left - 2 * _GAP)
    rhythm = typefaces.shortened(tune.rhythm, _SIZE, _RHYTHM_WIDTH - _GAP, is_italic=True)
    key = typefaces.shortened(tune.key, _SIZE, _KEY_WIDTH - _GAP)
    end = left + typefaces.width(title, _SIZE) + _GAP
    return [
        words(title, left, y, _SIZE),
        *leader(end, rhythm_x - _GAP, y),
        words(rhythm, rhythm_x, y, _SIZE, is_italic=True),
        words(key, key_x, y, _SIZE),
        words(str(number), right, y, _SIZE, "end"),
    ]


def _lines_on(paper: Paper) -> int:
    return max(1, int((paper.room.bottom - paper.room.top - HEADING_HEIGHT) / _LINE))
