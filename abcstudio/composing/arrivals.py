"""Characters of takes passed on in portions as they arrive."""

import math
import time
from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

INTERVAL_SECONDS = 0.05


class SampledPiece(NamedTuple):
    """What becomes of one of several texts: some characters go, others come.

    Attributes:
        number: Which of the texts.
        text: What comes at its end.
        taken_back: So many of its last characters go before that.
    """

    number: int
    text: str
    taken_back: int = 0

    @classmethod
    def between(cls, number: int, before: str, after: str) -> "SampledPiece":
        """Return what makes one text of another."""
        if after.startswith(before):
            return cls(number, after[len(before) :])
        same = next(
            (
                place
                for place, (one, other) in enumerate(zip(before, after, strict=False))
                if one != other
            ),
            min(len(before), len(after)),
        )
        return cls(number, after[same:], len(before) - same)

    def then(self, piece: "SampledPiece") -> "SampledPiece":
        """Return what becomes of the same text with this, and then with another one."""
        beyond = max(0, piece.taken_back - len(self.text))
        text = piece._replace(taken_back=piece.taken_back - beyond).after(self.text)
        return SampledPiece(self.number, text, self.taken_back + beyond)

    def after(self, text: str) -> str:
        """Return what a text is with this."""
        return text[: len(text) - self.taken_back] + self.text


class Arrivals:
    """Gathers characters and passes them on at most 20 times a second, awaited ones at once."""

    def __init__(self, report: Callable[[SampledPiece], object]) -> None:
        """Gather; `report` is called with the new characters of a take.

        Those that are taken back come all the same: what has come in all does not depend on time.
        """
        self._report = report
        self._waiting: dict[int, list[SampledPiece]] = defaultdict(list)
        self._reported_at = -math.inf
        # The takes of which something has come since the first characters were awaited.
        self._has_come: set[int] | None = None

    def add(self, piece: SampledPiece) -> None:
        """Take new characters of a take."""
        waiting = self._waiting[piece.number]
        if waiting and not piece.taken_back:
            waiting[-1] = waiting[-1].then(piece)
        elif piece.text or piece.taken_back:
            waiting.append(piece)
        is_due = time.monotonic() - self._reported_at >= INTERVAL_SECONDS
        if self._is_awaited(piece) or is_due:
            self.flush()

    def _is_awaited(self, piece: SampledPiece) -> bool:
        """Return whether these are the first characters of a take that are awaited."""
        if self._has_come is None or not piece.text or piece.number in self._has_come:
            return False
        self._has_come.add(piece.number)
        return True

    def hurry(self) -> None:
        """Pass on what waits, and what comes next of each take as soon as it comes."""
        self.flush()
        self._has_come = set()

    def flush(self) -> None:
        """Pass on what waits."""
        for pieces in self._waiting.values():
            for piece in pieces:
                self._report(piece)
        self._waiting.clear()
        self._reported_at = time.monotonic()
