"""Characters of takes passed on in portions as they arrive."""

import math
import time
from collections import defaultdict
from collections.abc import Callable

INTERVAL_SECONDS = 0.05


class Arrivals:
    """Gathers characters and passes them on at most 20 times a second."""

    def __init__(self, report: Callable[[int, str], object]) -> None:
        """Gather; `report` is called with a take's index and its new characters."""
        self._report = report
        self._waiting: dict[int, list[str]] = defaultdict(list)
        self._reported_at = -math.inf

    def add(self, take: int, text: str) -> None:
        """Take new characters of a take."""
        self._waiting[take].append(text)
        if time.monotonic() - self._reported_at >= INTERVAL_SECONDS:
            self.flush()

    def hurry(self) -> None:
        """Pass on what waits, and what comes next as soon as it comes."""
        self.flush()
        self._reported_at = -math.inf

    def flush(self) -> None:
        """Pass on what waits."""
        for take, texts in self._waiting.items():
            if text := "".join(texts):
                self._report(take, text)
        self._waiting.clear()
        self._reported_at = time.monotonic()
