"""The index of a tunebook: the first measures of each tune, by title, key or rhythm."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from abcstudio.engraving.drawing.drawing_parts import Box, Item
from abcstudio.engraving.drawing.engraved_score import STAFF_HEIGHT, EngravedScore
from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions
from abcstudio.engraving.paper.blocks import extent_of
from abcstudio.engraving.paper.book_contents import HEADING_HEIGHT, HEADING_SIZE
from abcstudio.engraving.paper.lettering import leader, piece_of, words
from abcstudio.engraving.paper.paper import (
    POINTS_PER_MM,
    Bookmark,
    Draft,
    EngravedTune,
    Link,
    Paper,
    Piece,
    Sheet,
)
from abcstudio.notation.values.alphabets import sort_key

ORDERS = ("title", "key", "rhythm")
_STAFF = 4.8 * POINTS_PER_MM
_SIZE, _GROUP_SIZE = 9.0, 12.0
_LINE = 12.0
_ENTRY_GAP, _GROUP_GAP, _COLUMN_GAP = 10.0, 10.0, 22.0
_GROUP_HEIGHT = 24.0
_COLUMNS = 2
_INCIPIT_SHARE = 0.8
_NUMBER_WIDTH = 22.0


def incipit_options(paper: Paper) -> EngravingOptions:
    """Return how first measures are engraved: one system, as wide as most of a column."""
    width = _INCIPIT_SHARE * _column_width(paper)
    return EngravingOptions(score_width=int(width / _STAFF * STAFF_HEIGHT / 10), has_header=False)


class _Entry(NamedTuple):
    tune: EngravedTune
    tune_number: int
    sheet_number: int


def index_sheets(
    tunes: Sequence[EngravedTune],
    numbers: Sequence[int],
    headings: tuple[str, str],
    order: str,
    paper: Paper,
    typefaces: Typefaces,
) -> list[Sheet]:
    """Return the index; its entries lead to their tunes.

    Args:
        tunes: In the order of the book.
        numbers: Of the sheet that each tune begins on.
        headings: Over the index, and over the tunes whose key or rhythm is not known.
        order: One of `ORDERS`.
        paper: What to write on.
        typefaces: What to write with.
    """
    entries = [
        _Entry(tune, place, number)
        for place, (tune, number) in enumerate(zip(tunes, numbers, strict=True), start=1)
    ]
    columns = _Columns(paper, headings[0])
    for group, members in _groups(entries, order, headings[1]):
        if group:
            columns.add_group(group, _height(members[0]))
        for entry in members:
            columns.add(entry, typefaces)
    return columns.finish()


def _groups(entries: list[_Entry], order: str, other: str) -> Iterator[tuple[str, list[_Entry]]]:
    """Yield headings and their entries, what is not known last."""
    ordered = sorted(entries, key=lambda entry: sort_key(entry.tune.title))
    if order == "title":
        yield "", ordered
        return
    value: Callable[[EngravedTune], str] = (
        (lambda t: t.key) if order == "key" else (lambda t: t.rhythm)
    )
    for name in sorted({value(entry.tune) for entry in ordered}, key=lambda n: (not n, n)):
        members = [entry for entry in ordered if value(entry.tune) == name]
        yield (name[:1].upper() + name[1:]) or other, members


class _Columns:
    """Columns of entries, sheet after sheet."""

    def __init__(self, paper: Paper, heading: str) -> None:
        self._paper = paper
        self._heading = heading
        self._sheets: list[Sheet] = []
        self._width = _column_width(paper)
        self._top = self._y = paper.room.top
        self._start_sheet()

    def add_group(self, name: str, next_height: float) -> None:
        """Write a heading where its first entry still fits below it."""
        if self._y > self._top:
            self._y += _GROUP_GAP
        self._make_room(_GROUP_HEIGHT + next_height)
        self._items.append(words(name, self._x, self._y + _GROUP_SIZE, _GROUP_SIZE, is_bold=True))
        self._y += _GROUP_HEIGHT

    def add(self, entry: _Entry, typefaces: Typefaces) -> None:
        height = _height(entry)
        self._make_room(height)
        left, right, y = self._x, self._x + self._width, self._y + _SIZE
        room = self._width - _NUMBER_WIDTH
        title = typefaces.shortened(entry.tune.title, _SIZE, room)
        self._items += [
            words(title, left, y, _SIZE),
            *leader(left + typefaces.width(title, _SIZE) + 6, right - _NUMBER_WIDTH, y),
            words(str(entry.sheet_number), right, y, _SIZE, "end"),
        ]
        area = Box(left, self._y, right, self._y + height)
        self._draft.links.append(Link(area, entry.tune_number))
        if entry.tune.incipit is not None:
            self._draft.pieces.append(self._incipit(entry.tune.incipit))
        self._y += height + _ENTRY_GAP

    def finish(self) -> list[Sheet]:
        self._finish_sheet()
        return self._sheets

    def _incipit(self, engraved: EngravedScore) -> Piece:
        box = extent_of(engraved)
        width = max((system.right for system in engraved.systems), default=1.0)
        scale = min(_STAFF / STAFF_HEIGHT, self._width / max(width, 1.0))
        y = self._y + _LINE - box.top * scale
        return Piece(engraved.items, engraved.outlines, self._x, y, scale)

    @property
    def _x(self) -> float:
        return self._paper.room.left + self._column * (self._width + _COLUMN_GAP)

    def _make_room(self, height: float) -> None:
        if self._y + height <= self._paper.room.bottom or self._y == self._top:
            return
        self._column += 1
        if self._column == _COLUMNS:
            self._finish_sheet()
            self._start_sheet()
        self._y = self._top

    def _start_sheet(self) -> None:
        self._draft = Draft(self._paper)
        self._items: list[Item] = []
        self._column = 0
        room = self._paper.room
        self._top = self._y = room.top
        if not self._sheets:
            self._items.append(
                words(self._heading, room.left, room.top + HEADING_SIZE, HEADING_SIZE)
            )
            self._draft.places.append(Bookmark(self._heading, room.top))
            self._top = self._y = room.top + HEADING_HEIGHT

    def _finish_sheet(self) -> None:
        self._draft.pieces.append(piece_of(self._items))
        self._sheets.append(self._draft.sheet())


def _column_width(paper: Paper) -> float:
    return (paper.room_width - (_COLUMNS - 1) * _COLUMN_GAP) / _COLUMNS


def _height(entry: _Entry) -> float:
    if entry.tune.incipit is None:
        return _LINE
    box = extent_of(entry.tune.incipit)
    return _LINE + (box.bottom - box.top) * _STAFF / STAFF_HEIGHT
