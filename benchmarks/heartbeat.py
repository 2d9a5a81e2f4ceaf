"""How long the window's thread is held: for the benchmarks of large texts."""

import time
from collections.abc import Callable
from typing import Any

from editor_window import wait


class Heartbeat:
    """Measures how long the event loop had no turn."""

    def __init__(self) -> None:
        from PySide6.QtCore import QTimer

        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self.beat)
        self.own_ms = self.wall_ms = 0.0
        self._latest = (0.0, 0.0)

    def start(self) -> None:
        """Begin anew."""
        self.own_ms = self.wall_ms = 0.0
        self._latest = (time.thread_time(), time.perf_counter())
        self._timer.start()

    def beat(self) -> None:
        """Take note that the event loop has a turn."""
        now = (time.thread_time(), time.perf_counter())
        self.own_ms = max(self.own_ms, 1000 * (now[0] - self._latest[0]))
        self.wall_ms = max(self.wall_ms, 1000 * (now[1] - self._latest[1]))
        self._latest = now

    def held(self, act: Callable[[], object], until: Callable[[], bool], ms: float) -> Any:
        """Do something and return how long the window was held until something is so."""
        self.start()
        started = time.perf_counter()
        act()
        self.beat()
        is_done = wait(ms, until)
        self._timer.stop()
        self.beat()
        return {
            "own_ms": round(self.own_ms, 1),
            "wall_ms": round(self.wall_ms, 1),
            "in_all_s": round(time.perf_counter() - started, 2),
            "done": is_done,
        }
