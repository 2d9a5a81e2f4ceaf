"""Characters of takes passed on in portions as they arrive."""

import math
import time
from collections import defaultdict
from collections.abc import Callable

from abcstudio.composing.arriving.sampled_piece import SampledPiece

INTERVAL_SECONDS = 0.05


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
