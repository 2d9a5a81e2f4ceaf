"""Finding what stands at a place of a page: first the system, then from left to right in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from abcstudio.engraving.page import STAFF_HEIGHT, Box, ElementBox, Glyph, Item, Page, Shape
from abcstudio.engraving.path_data import path_box

HALF_SPACE = STAFF_HEIGHT / 8
"""The distance from a line of the staff to the space beside it."""

_REACH = STAFF_HEIGHT
_LINE_GAP = 2.5 * HALF_SPACE
_SIGNS = (
    ("clef", range(0xE050, 0xE080)),
    ("meter", range(0xE080, 0xE09C)),
    ("key", range(0xE260, 0xE265)),
)


class Sign(NamedTuple):
    """A "clef", an accidental of a "key" signature or a figure of a "meter", by its `kind`."""

    kind: str
    box: Box


@dataclass(slots=True)
class _Row:
    """The measures and notes of one system, from left to right."""

    top: float
    bottom: float
    measures: list[ElementBox] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    notes: list[ElementBox] = field(default_factory=list)
    note_lefts: list[float] = field(default_factory=list)
    widest: float = 0.0
    reach: Box | None = None


class PageIndex:
    """Answers for one page."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._boxes: dict[int, list[Box]] = {}
        self._staves: dict[str, list[Box]] = {}
        self._signs: list[Sign] | None = None
        self._rows = _rows(page.measures)
        self._tops = [row.top for row in self._rows]
        self._row_of: dict[int, int] = {}
        for note in sorted(page.notes, key=lambda note: note.box.left):
            self._boxes.setdefault(note.offset, []).append(note.box)
            if self._rows:
                self._add(note)

    def boxes_of(self, offset: int) -> list[Box]:
        """Return where a note stands; a long one may stand in several places, tied."""
        return self._boxes.get(offset, [])

    def note_near(self, x: float, y: float, tolerance: float) -> ElementBox | None:
        """Return the note head or rest nearest to a point within a distance."""
        best, best_distance = None, tolerance
        for row in self._rows:
            if row.reach is None or _outside(row.reach.top, row.reach.bottom, y) > tolerance:
                continue
            first = bisect_left(row.note_lefts, x - tolerance - row.widest)
            last = bisect_right(row.note_lefts, x + tolerance)
            for note in row.notes[first:last]:
                distance = _distance(note.box, x, y)
                if distance < best_distance:
                    best, best_distance = note, distance
        return best

    def note_in_measure(self, x: float, y: float, reach: float = _REACH) -> ElementBox | None:
        """Return the note of the measure at a point that is nearest on the staff at the point.

        None where no measure is within reach.
        """
        row = self._row_near(y)
        if row is None or _outside(row.top, row.bottom, y) > reach:
            return None
        measure = row.measures[max(0, bisect_right(row.lefts, x) - 1)]
        if _outside(measure.box.left, measure.box.right, x) > reach:
            return None
        notes = list(self._notes_of(row, measure))
        staff = self._staff_at(measure, y)
        on_staff = [note for note in notes if self.staff_of(note.box) == staff]
        nearest = sorted(on_staff or notes, key=lambda note: abs(_center(note.box)[0] - x))
        return nearest[0] if nearest else None

    def measure_of(self, box: Box) -> ElementBox | None:
        """Return the measure that a note stands in."""
        x, y = _center(box)
        row = self._row_near(y)
        return row.measures[max(0, bisect_right(row.lefts, x) - 1)] if row is not None else None

    def staff_of(self, box: Box) -> Box | None:
        """Return the staff, as long as its measure, that a note stands on."""
        measure = self.measure_of(box)
        return self._staff_at(measure, _center(box)[1]) if measure is not None else None

    def covered(self, offsets: frozenset[int]) -> tuple[list[Box], frozenset[int]]:
        """Return the measures all of whose notes and rests are among some, and these notes."""
        boxes: list[Box] = []
        inside: set[int] = set()
        for row in self._rows_with(offsets):
            for measure in row.measures:
                found = {note.offset for note in self._notes_of(row, measure)}
                if found and found <= offsets:
                    boxes.append(measure.box)
                    inside |= found
        return boxes, frozenset(inside)

    def row_number(self, box: Box) -> int:
        """Return the number of the system that a note stands in, from 0."""
        return self._row_number(_center(box)[1])

    def above_or_below(self, box: Box, step: int) -> int | None:
        """Return the note nearest in the system above (-1) or below (1)."""
        x, y = _center(box)
        number = self._row_number(y) + step
        if not 0 <= number < len(self._rows) or not self._rows[number].notes:
            return None
        notes = self._rows[number].notes
        return min(notes, key=lambda note: abs(_center(note.box)[0] - x)).offset

    def ends_of_row(self, box: Box) -> tuple[int, int] | None:
        """Return the first and the last note of the system that a note stands in."""
        row = self._row_near(_center(box)[1])
        return (row.notes[0].offset, row.notes[-1].offset) if row and row.notes else None

    def sign_at(self, x: float, y: float) -> Sign | None:
        """Return the clef, or the part of a key signature or meter, at a point."""
        if self._signs is None:
            self._signs = list(_signs(self._page))
        return next((sign for sign in self._signs if _distance(sign.box, x, y) <= 0), None)

    def note_after(self, box: Box) -> int | None:
        """Return the first note to the right of a sign, on its staff where there is one."""
        row = self._row_near(_center(box)[1])
        if row is None:
            return None
        later = [note for note in row.notes if note.box.left >= box.right]
        near = [note for note in later if _outside(box.top, box.bottom, note.box.top) < _REACH]
        return next((note.offset for note in near or later), None)

    def _add(self, note: ElementBox) -> None:
        number = self._row_number(_center(note.box)[1])
        row = self._rows[number]
        row.reach = row.reach.united(note.box) if row.reach is not None else note.box
        row.notes.append(note)
        row.note_lefts.append(note.box.left)
        row.widest = max(row.widest, note.box.right - note.box.left)
        self._row_of.setdefault(note.offset, number)

    def _rows_with(self, offsets: frozenset[int]) -> Iterator[_Row]:
        """Yield the systems that hold some of the notes."""
        numbers = {self._row_of[offset] for offset in offsets if offset in self._row_of}
        yield from (self._rows[number] for number in sorted(numbers))

    def _row_near(self, y: float) -> _Row | None:
        return self._rows[self._row_number(y)] if self._rows else None

    def _row_number(self, y: float) -> int:
        below = bisect_right(self._tops, y)
        near = range(max(0, below - 1), min(len(self._rows), below + 1))
        rows = self._rows
        return min(near, key=lambda n: _outside(rows[n].top, rows[n].bottom, y), default=0)

    def _notes_of(self, row: _Row, measure: ElementBox) -> Iterator[ElementBox]:
        first = bisect_left(row.note_lefts, measure.box.left - row.widest)
        last = bisect_right(row.note_lefts, measure.box.right)
        for note in row.notes[first:last]:
            if measure.box.left <= _center(note.box)[0] < measure.box.right:
                yield note

    def _staff_at(self, measure: ElementBox, y: float) -> Box:
        """Return the staff of a measure nearest to a height."""
        if measure.box.bottom - measure.box.top <= STAFF_HEIGHT + HALF_SPACE:
            return measure.box
        if measure.element_id not in self._staves:
            self._find_staves(measure)
        staves = self._staves.get(measure.element_id) or [measure.box]
        return min(staves, key=lambda box: _outside(box.top, box.bottom, y))

    def _find_staves(self, measure: ElementBox) -> None:
        """Find the staves of the system that a measure stands in."""
        for piece in self._page.pieces:
            measures = piece.measures
            if measure in measures:
                self._staves |= _staves(measures, piece.items)
                return


@lru_cache(maxsize=8)
def index_of(page: Page) -> PageIndex:
    """Return the index of a page, made once; for a long score it takes as long as a frame."""
    return PageIndex(page)


def _rows(measures: Sequence[ElementBox]) -> list[_Row]:
    rows: list[_Row] = []
    for measure in sorted(measures, key=lambda measure: (measure.box.top, measure.box.left)):
        if not rows or measure.box.top - rows[-1].top > HALF_SPACE:
            rows.append(_Row(measure.box.top, measure.box.bottom))
        rows[-1].measures.append(measure)
    for row in rows:
        row.measures.sort(key=lambda measure: measure.box.left)
        row.lefts = [measure.box.left for measure in row.measures]
    return rows


def _staves(measures: Iterable[ElementBox], items: Iterable[Item]) -> dict[str, list[Box]]:
    """Return the staves of each measure from top to bottom, found by their lines."""
    widths = {measure.element_id: measure.box for measure in measures}
    heights: dict[str, set[float]] = {}
    for item in items:
        measure = widths.get(item.element_id)
        if measure is None or not isinstance(item, Shape) or item.is_filled:
            continue
        line = path_box(item.data)
        is_whole = abs(line.left - measure.left) < 1 and abs(line.right - measure.right) < 1
        if is_whole and line.top == line.bottom:
            heights.setdefault(item.element_id, set()).add(line.top)
    return {
        element_id: [
            Box(widths[element_id].left, top, widths[element_id].right, bottom)
            for top, bottom in _groups(sorted(found))
        ]
        for element_id, found in heights.items()
    }


def _groups(heights: list[float]) -> list[tuple[float, float]]:
    """Return top and bottom of lines that are no further apart than those of a staff."""
    groups = [(heights[0], heights[0])]
    for height in heights[1:]:
        top, bottom = groups[-1]
        if height - bottom <= _LINE_GAP:
            groups[-1] = (top, height)
        else:
            groups.append((height, height))
    return groups


def _signs(page: Page) -> Iterator[Sign]:
    for item in page.items:
        if not isinstance(item, Glyph) or item.element_id[:2] in ("n-", "r-", "c-"):
            continue
        kind = next((kind for kind, codes in _SIGNS if int(item.name, 16) in codes), "")
        if kind:
            outline = path_box(page.outlines[item.name])
            box = Box(
                item.x + outline.left * item.scale, item.y - outline.bottom * item.scale,
                item.x + outline.right * item.scale, item.y - outline.top * item.scale,
            )  # fmt: skip
            yield Sign(kind, box)


def _center(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _outside(low: float, high: float, value: float) -> float:
    return max(low - value, 0.0, value - high)


def _distance(box: Box, x: float, y: float) -> float:
    return max(_outside(box.left, box.right, x), _outside(box.top, box.bottom, y))
