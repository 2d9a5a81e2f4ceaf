"""The contents of a tunebook: a line a tune, with the number of its sheet."""

from collections.abc import Sequence
from itertools import pairwise

from abcstudio.engraving.drawing.drawing_parts import Box, Item
from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.paper.lettering import leader, piece_of, words
from abcstudio.engraving.paper.paper import Bookmark, Draft, EngravedTune, Link, Paper, Sheet

HEADING_SIZE = 20.0
HEADING_HEIGHT = 44.0
_SIZE, _LINE = 10.5, 16.0
_NUMBER_WIDTH, _KEY_WIDTH, _RHYTHM_WIDTH = 30.0, 84.0, 76.0
_GAP = 8.0


def count_contents_sheets(tunes: int, paper: Paper) -> int:
    """Return how many sheets the contents of a book need."""
    return len(_shares(tunes, paper))


def contents_sheets(
    tunes: Sequence[EngravedTune],
    numbers: Sequence[int],
    heading: str,
    paper: Paper,
    typefaces: Typefaces,
) -> list[Sheet]:
    """Return the contents, in the order of the tunes; each line leads to its tune."""
    room = paper.room
    sheets: list[Sheet] = []
    for share in _shares(len(tunes), paper):
        draft = Draft(paper)
        items: list[Item] = []
        y = room.top
        if not sheets:
            items.append(words(heading, room.left, y + HEADING_SIZE, HEADING_SIZE))
            draft.places.append(Bookmark(heading, y))
            y += HEADING_HEIGHT
        for place in share:
            baseline = y + _SIZE
            items += _line(tunes[place], numbers[place], baseline, paper, typefaces)
            draft.links.append(Link(Box(room.left, y, room.right, y + _LINE), place + 1))
            y += _LINE
        draft.pieces.append(piece_of(items))
        sheets.append(draft.sheet())
    return sheets


def _shares(tunes: int, paper: Paper) -> list[range]:
    """Return the places of the tunes that each sheet lists; the first has a heading too."""
    height = paper.room.bottom - paper.room.top
    first = max(1, int((height - HEADING_HEIGHT) / _LINE))
    others = max(1, int(height / _LINE))
    begins = [0, *range(first, tunes, others)]
    return [range(begin, min(end, tunes)) for begin, end in pairwise([*begins, tunes])]


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
        *leader(end, (rhythm_x if rhythm else key_x) - _GAP, y),
        words(rhythm, rhythm_x, y, _SIZE, is_italic=True),
        words(key, key_x, y, _SIZE),
        words(str(number), right, y, _SIZE, "end"),
    ]
