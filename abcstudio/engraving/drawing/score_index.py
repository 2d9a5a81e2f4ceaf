"""Finding what stands at a place of a score: first the system, then from left to right in it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from abcstudio.engraving.drawing.drawing_parts import Box, ElementBox, Glyph, Item, Shape
from abcstudio.engraving.drawing.engraved_score import (
    STAFF_HEIGHT,
    Drawing,
    EngravedScore,
    PlacedDrawing,
)
from abcstudio.engraving.drawing.path_data import path_box

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


class _Row:
    """One system with its measures and notes from left to right, sought when they are asked for."""

    def __init__(self, piece: PlacedDrawing) -> None:
        self._piece = piece
        boxes = [measure.box for measure in piece.drawing.measures]
        self.top = min(box.top for box in boxes) + piece.down
        self.bottom = max(box.bottom for box in boxes) + piece.down

    @cached_property
    def measures(self) -> list[ElementBox]:
        return sorted(self._piece.measures, key=lambda measure: measure.box.left)

    @cached_property
    def lefts(self) -> list[float]:
        return [measure.box.left for measure in self.measures]

    @cached_property
    def notes(self) -> list[ElementBox]:
        return sorted(self._piece.notes, key=lambda note: note.box.left)

    @cached_property
    def note_lefts(self) -> list[float]:
        return [note.box.left for note in self.notes]

    @cached_property
    def widest(self) -> float:
        return max((note.box.right - note.box.left for note in self.notes), default=0.0)

    @cached_property
    def reach(self) -> tuple[float, float]:
        """The heights between which its notes stand, high and low ones too."""
        boxes = [note.box for note in self._piece.drawing.notes]
        down = self._piece.down
        return (
            min((box.top for box in boxes), default=self.top - down) + down,
            max((box.bottom for box in boxes), default=self.bottom - down) + down,
        )

    @cached_property
    def boxes(self) -> dict[int, list[Box]]:
        """Where each note stands; it may stand twice, tied."""
        found: dict[int, list[Box]] = {}
        for note in self.notes:
            found.setdefault(note.offset, []).append(note.box)
        return found

    def may_hold(self, offset: int) -> bool:
        """Tell at once that a note is elsewhere in most cases."""
        low, high = _offsets_of(self._piece.drawing)
        return low <= offset - self._piece.offset <= high


class ScoreIndex:
    """Answers for one score."""

    def __init__(self, engraved: EngravedScore) -> None:
        self._engraved = engraved
        self._staves: dict[str, list[Box]] = {}
        rows = [_Row(piece) for piece in engraved.pieces if piece.drawing.measures]
        self._rows = sorted(rows, key=lambda row: row.top)
        self._tops = [row.top for row in self._rows]

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """The clefs, and the parts of key signatures and meters."""
        return tuple(_signs(self._engraved))

    def boxes_of(self, offset: int) -> list[Box]:
        """Return where a note stands; a long one may stand in several places, tied."""
        rows = [row for row in self._rows if row.may_hold(offset)]
        return [box for row in rows for box in row.boxes.get(offset, ())]

    def note_near(self, x: float, y: float, tolerance: float) -> ElementBox | None:
        """Return the note head or rest nearest to a point within a distance."""
        best, best_distance = None, tolerance
        for row in self._rows:
            if _outside(*row.reach, y) > tolerance:
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

    def top_of_row(self, number: int) -> float:
        """Return the first staff line of a system."""
        return self._rows[number].top

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
        return next((sign for sign in self.signs if _distance(sign.box, x, y) <= 0), None)

    def note_after(self, box: Box) -> int | None:
        """Return the first note to the right of a sign, on its staff where there is one."""
        row = self._row_near(_center(box)[1])
        if row is None:
            return None
        later = [note for note in row.notes if note.box.left >= box.right]
        near = [note for note in later if _outside(box.top, box.bottom, note.box.top) < _REACH]
        return next((note.offset for note in near or later), None)

    def _rows_with(self, offsets: frozenset[int]) -> Iterator[_Row]:
        """Yield the systems that hold some of the notes."""
        for row in self._rows:
            if any(row.may_hold(offset) for offset in offsets) and offsets & row.boxes.keys():
                yield row

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
        for piece in self._engraved.pieces:
            measures = piece.measures
            if measure in measures:
                self._staves |= _staves(measures, piece.items)
                return


@lru_cache(maxsize=128)
def _offsets_of(drawing: Drawing) -> tuple[int, int]:
    """Return the least and the greatest place in the text of a drawing's notes."""
    offsets = [note.offset for note in drawing.notes]
    return min(offsets, default=0), max(offsets, default=-1)


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


def _signs(engraved: EngravedScore) -> Iterator[Sign]:
    for item in engraved.items:
        if not isinstance(item, Glyph) or item.element_id[:2] in ("n-", "r-", "c-"):
            continue
        kind = next((kind for kind, codes in _SIGNS if int(item.name, 16) in codes), "")
        if kind:
            outline = path_box(engraved.outlines[item.name])
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
