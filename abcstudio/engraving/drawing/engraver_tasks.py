"""What is asked of the engraving process and what it answers, without all that engraves."""

import itertools
from collections.abc import Mapping
from typing import Any, NamedTuple

from abcstudio.engraving.drawing.drawing_parts import Text
from abcstudio.engraving.drawing.engraved_score import Drawing, EngravedScore, PlacedDrawing
from abcstudio.engraving.drawing.verovio_toolkit import EngravingOptions


class ScoreMessage(NamedTuple):
    """A score without the drawings that the last score had.

    Attributes:
        pieces: Number of the drawing, and what else a `PlacedDrawing` has.
        drawings: Those that are new, by their number.
    """

    width: float
    height: float
    outlines: Mapping[str, str]
    pieces: tuple[tuple[int, float, int, int, Text | None], ...]
    drawings: Mapping[int, tuple[Any, ...]]


class ScoreSender:
    """Makes the messages of one tune's scores in order."""

    def __init__(self) -> None:
        self._numbers: dict[Drawing, int] = {}
        self._next = itertools.count(1)

    def message(self, engraved: EngravedScore) -> ScoreMessage:
        """Return a score; drawings that the receiver has are sent by their numbers only."""
        known = self._numbers
        self._numbers = {
            piece.drawing: known.get(piece.drawing) or next(self._next) for piece in engraved.pieces
        }
        fresh = {
            number: (d.items, d.notes, d.measures, d.kind, d.box, d.anchor)
            for d, number in self._numbers.items()
            if d not in known
        }
        pieces = tuple([(self._numbers[piece.drawing], *piece[1:]) for piece in engraved.pieces])
        return ScoreMessage(engraved.width, engraved.height, engraved.outlines, pieces, fresh)


class ScoreReceiver:
    """Reads the messages of a `ScoreSender`, every message once and in order."""

    def __init__(self) -> None:
        self._drawings: dict[int, Drawing] = {}

    def engraved(self, message: ScoreMessage) -> EngravedScore:
        """Return the score; its unchanged drawings are those of the score before."""
        known = self._drawings | {
            number: Drawing(*parts) for number, parts in message.drawings.items()
        }
        self._drawings = {piece[0]: known[piece[0]] for piece in message.pieces}
        pieces = tuple(
            [
                PlacedDrawing(known[drawing], down, offset, measure, number)
                for drawing, down, offset, measure, number in message.pieces
            ]
        )
        return EngravedScore(message.width, message.height, message.outlines, pieces)


class TuneSource(NamedTuple):
    """A tune that the engraving process reads itself; its parts are those of `parse`."""

    text: str
    file_header: str = ""


Source = str | TuneSource
"""What to draw: MEI, or a tune in ABC."""


class Task(NamedTuple):
    """What is asked of the process.

    Attributes:
        slot: Where it remembers the asker's last score.
        is_known: Whether that score is there.
    """

    source: Source
    options: EngravingOptions
    slot: int
    is_known: bool


class Refusal(NamedTuple):
    """Why something cannot be drawn: an `EngravingError` on its way through the pipe."""

    message_id: str
    parameters: dict[str, object]


Answer = ScoreMessage | Refusal | str
"""A score, why there is none, or the traceback of a defect."""

READY = "ready"
"""What it sends once, as soon as it can draw."""
