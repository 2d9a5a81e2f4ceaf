"""One engraved score as plain drawing: what to paint where, and what of the text it stands for.

Lengths are Verovio's drawing units: a staff is `STAFF_HEIGHT` high, y grows downwards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from abcstudio.engraving.drawing.drawing_parts import (
    Box,
    ElementBox,
    Item,
    Text,
    moved_id,
    moved_item,
)

STAFF_HEIGHT = 720


@dataclass(frozen=True, eq=False, slots=True)
class Drawing:
    """A system, or what stands above or below all systems, as it was first drawn.

    Scores that follow each other share the drawings of what did not change: two drawings are the
    same when they are one object. Where a score shows it is its `PlacedDrawing`.

    Attributes:
        items: In painting order, without the measure's number.
        notes: Boxes of note heads and rests.
        measures: Boxes of measures, from the first to the last staff line.
        kind: "system", "head" for the titles, "foot" for the words below, "" for anything else.
        box: Around all of it.
        anchor: The y of a system's first staff line; None where there is no such line.
    """

    items: tuple[Item, ...]
    notes: tuple[ElementBox, ...]
    measures: tuple[ElementBox, ...]
    kind: str
    box: Box
    anchor: float | None


class PlacedDrawing(NamedTuple):
    """A drawing's place in a score and in the tune, both counted from where it was first drawn.

    Attributes:
        down: How much lower it stands.
        offset: How many characters later its text stands.
        measure: How many measures later.
        number: The number of its first measure, as this score shows it.
    """

    drawing: Drawing
    down: float = 0
    offset: int = 0
    measure: int = 0
    number: Text | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The items in their places in the score."""
        own = self.drawing.items
        if self.down or self.offset or self.measure:
            own = tuple([moved_item(item, *self[1:4]) for item in own])
        return (self.number, *own) if self.number is not None else own

    @property
    def notes(self) -> tuple[ElementBox, ...]:
        """The boxes of its note heads and rests in the score."""
        return self._moved(self.drawing.notes)

    @property
    def measures(self) -> tuple[ElementBox, ...]:
        """The boxes of its measures in the score."""
        return self._moved(self.drawing.measures)

    @property
    def box(self) -> Box:
        """The box around all of it in the score."""
        return self.drawing.box.lowered(self.down)

    def _moved(self, boxes: tuple[ElementBox, ...]) -> tuple[ElementBox, ...]:
        down, offset, measure = self.down, self.offset, self.measure
        if not (down or offset or measure):
            return boxes
        return tuple(
            [
                ElementBox(moved_id(element_id, offset, measure), box.lowered(down))
                for element_id, box in boxes
            ]
        )


@dataclass(frozen=True, eq=False)
class EngravedScore:
    """An engraved tune; what is asked of it again is remembered.

    Attributes:
        height: Down to the lowest sign.
        outlines: Signs by their SMuFL code ("E0A4"), as SVG path data; there y grows upwards,
            1000 to four staff spaces.
        pieces: In painting order. The id of an item in them is that of the nearest element that
            stands for text: `n-<offset>` a note, `c-<offset>` a chord's stem, `r-<offset>` a rest,
            `m-<number>` the rest of a measure; "" when there is none.
    """

    width: float
    height: float
    outlines: Mapping[str, str]
    pieces: tuple[PlacedDrawing, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All that is drawn, in painting order."""
        return tuple([item for piece in self.pieces for item in piece.items])

    @cached_property
    def notes(self) -> tuple[ElementBox, ...]:
        """Boxes of note heads and rests."""
        return tuple([note for piece in self.pieces for note in piece.notes])

    @cached_property
    def measures(self) -> tuple[ElementBox, ...]:
        """Boxes of measures, from the first to the last staff line."""
        return tuple([measure for piece in self.pieces for measure in piece.measures])

    @property
    def systems(self) -> tuple[Box, ...]:
        """Boxes of systems with all that belongs to them, from top to bottom."""
        return tuple([box for box, _ in self._systems])

    @property
    def system_items(self) -> tuple[range, ...]:
        """The places in `items` of what belongs to each of the systems."""
        return tuple([places for _, places in self._systems])

    @cached_property
    def _systems(self) -> list[tuple[Box, range]]:
        found = []
        start = 0
        for piece in self.pieces:
            count = len(piece.drawing.items) + (piece.number is not None)
            if piece.drawing.kind == "system":
                found.append((piece.box, range(start, start + count)))
            start += count
        return sorted(found, key=lambda system: system[0].top)


def height_of(pieces: Iterable[PlacedDrawing]) -> float:
    """Return the height of a score down to its lowest sign."""
    # Rounded, so that what moved up and down again is as high as it was.
    return round(max((piece.box.bottom for piece in pieces), default=0.0), 3)
