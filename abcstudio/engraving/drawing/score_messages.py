"""Scores from process to process: a drawing that the other side has already is sent as a number."""

import itertools
from collections.abc import Mapping
from typing import Any, NamedTuple

from abcstudio.engraving.drawing.drawing_parts import Text
from abcstudio.engraving.drawing.engraved_score import Drawing, EngravedScore, PlacedDrawing


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
