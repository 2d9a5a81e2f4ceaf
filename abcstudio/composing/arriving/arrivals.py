"""Characters of takes passed on in portions as they arrive."""

import math
import time
from collections import defaultdict
from collections.abc import Callable

from abcstudio.composing.arriving.sampled_piece import SampledPiece

INTERVAL_SECONDS = 0.05


class Arrivals:
    """Gathers characters and passes them on at most 20 times a second."""

    def __init__(self, report: Callable[[SampledPiece], object]) -> None:
        """Gather; `report` is called with the new characters of a take.

        Those that are taken back come all the same: what has come in all does not depend on time.
        """
        self._report = report
        self._waiting: dict[int, list[SampledPiece]] = defaultdict(list)
        self._reported_at = -math.inf

    def add(self, piece: SampledPiece) -> None:
        """Take new characters of a take."""
        waiting = self._waiting[piece.number]
        if waiting and not piece.taken_back:
            waiting[-1] = waiting[-1].then(piece)
        elif piece.text or piece.taken_back:
            waiting.append(piece)
        if time.monotonic() - self._reported_at >= INTERVAL_SECONDS:
            self.flush()

    def hurry(self) -> None:
        """Pass on what waits, and what comes next as soon as it comes."""
        self.flush()
        self._reported_at = -math.inf

    def flush(self) -> None:
        """Pass on what waits."""
        for pieces in self._waiting.values():
            for piece in pieces:
                self._report(piece)
        self._waiting.clear()
        self._reported_at = time.monotonic()
