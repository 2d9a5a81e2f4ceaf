"""Axes with ticks, and lines of data between them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.reports.drawing.drawing import FAINT, INK, MUTED, Point, PrintDrawing
from abcstudio.reports.figures_in_words import Numbers

_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 12.0, 10.0, 36.0
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)

Row = tuple[str, str, object]
"""A line of a legend: words, colour and dashes."""


@dataclass(frozen=True, slots=True)
class Reach:
    """From where to where an axis reaches."""

    low: float
    high: float


class Axes:
    """Two axes on a drawing.

    Args:
        drawing: Where they stand; they take all of it.
        across, up: What they reach over.
        names: What stands at them, across and up.
        numbers: How ticks are written.
    """

    def __init__(
        self,
        drawing: PrintDrawing,
        across: Reach,
        up: Reach,
        names: tuple[str, str],
        numbers: Numbers,
    ) -> None:
        self._drawing, self._across, self._up = drawing, across, up
        self._width = drawing.width - _LEFT - _RIGHT
        self._height = drawing.height - _TOP - _BOTTOM
        self._numbers = numbers
        self._draw(names)

    def place(self, x: float, y: float) -> Point:
        """Return where a value stands on the drawing."""
        return (
            _LEFT + (x - self._across.low) / (self._across.high - self._across.low) * self._width,
            _TOP + (self._up.high - y) / (self._up.high - self._up.low) * self._height,
        )

    def curve(
        self, values: Sequence[Point], color: str = INK, width: float = 1.0, *, dash: object = ()
    ) -> None:
        """Draw a line through values; what lies outside is cut off."""
        self._drawing.clip((_LEFT, _TOP), (self._width, self._height))
        self._drawing.line([self.place(x, y) for x, y in values], color, width, dash=dash)
        self._drawing.unclip()

    def level(self, y: float, words: str, color: str = MUTED) -> None:
        """Draw a dashed line across at a height, with its name over its beginning."""
        start, end = self.place(self._across.low, y), self.place(self._across.high, y)
        self._drawing.line((start, end), color, 0.8, dash=(3, 2))
        self._drawing.words(words, (start[0] + 14, start[1] - 3), 8.0, color=color)

    def legend(
        self,
        rows: Sequence[Row],
        *,
        below: float | None = None,
        is_central: bool = False,
    ) -> None:
        """Name lines by their colours and dashes, under each other.

        Args:
            rows: Words, colour and dashes of each.
            below: A height that they stand under; None for the upper end.
            is_central: They stand in the middle, else on the right.
        """
        widest = max((self._drawing.room_of(words, 8.0) for words, _, _ in rows), default=0.0)
        left = _LEFT + (self._width - widest - 34) / (2 if is_central else 1)
        top = _TOP + 4 if below is None else self.place(self._across.low, below)[1] + 6
        height = 12.0 * len(rows) + 4
        self._drawing.box((left - 4, top), (widest + 36, height), color=FAINT)
        for number, (words, color, dash) in enumerate(rows):
            y = top + 10 + 12 * number
            self._drawing.line(((left, y - 3), (left + 22, y - 3)), color, 1.4, dash=dash)
            self._drawing.words(words, (left + 28, y), 8.0)

    def _draw(self, names: tuple[str, str]) -> None:
        drawing = self._drawing
        bottom = _TOP + self._height
        for value in ticks(self._up):
            y = self.place(self._across.low, value)[1]
            drawing.line(((_LEFT, y), (_LEFT + self._width, y)), FAINT, 0.4)
            drawing.words(self._numbers.setting(value), (_LEFT - 5, y + 3), 8.0, anchor="end")
        for value in ticks(self._across):
            x = self.place(value, self._up.low)[0]
            drawing.line(((x, bottom), (x, bottom + 3)), INK, 0.6)
            drawing.words(self._numbers.setting(value), (x, bottom + 13), 8.0, anchor="middle")
        drawing.line(((_LEFT, _TOP), (_LEFT, bottom), (_LEFT + self._width, bottom)), INK, 0.8)
        drawing.words(names[0], (_LEFT + self._width / 2, bottom + 28), 9.0, anchor="middle")
        drawing.upwards(names[1], (11.0, _TOP + self._height / 2), 9.0)


def ticks(span: Reach, about: int = 5) -> list[float]:
    """Return round values that part a span into about so many pieces."""
    rough = (span.high - span.low) / about
    scale = 10.0 ** math.floor(math.log10(rough))
    pace = next(step * scale for step in _ROUND if step * scale >= rough * 0.999)
    first = math.ceil(span.low / pace - 1e-9)
    last = math.floor(span.high / pace + 1e-9)
    digits = max(0, 2 - math.floor(math.log10(pace)))
    return [round(number * pace, digits) for number in range(first, last + 1)]
