"""Python's garbage collector, run on the thread of the window only.

By itself Python searches in whichever thread has just made one object too many. Where that is a
worker's, what it finds may be an object of Qt's that belongs to the window: its end waits there for
Python's lock while it holds one of Qt's, and the window's thread, connecting a signal, holds the
one and waits for the other. Both then wait for ever (seen with PySide6 6.11.2).
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from abcstudio.learning.loading import is_loading

TICK_MS = 100
FULL_SECONDS = 60.0
"""How often all objects are searched, not only the young ones: that takes some milliseconds."""


class Collector(QObject):
    """Searches in the thread that it was made in, and nowhere else while it is at work.

    Args of the constructor:
        clock: Tells when all objects are searched again, in seconds.
    """

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._full_at = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take the search over from Python."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give it back."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Search as far as Python itself would by now; not while a library is loaded.

        A round through the objects that torch had made so far took 47 to 73 ms.
        """
        if is_loading():
            return
        young, middle, _ = gc.get_count()
        young_limit, middle_limit, _ = gc.get_threshold()
        if young <= young_limit:
            return
        generation = int(middle > middle_limit)
        if generation and self._clock() - self._full_at >= FULL_SECONDS:
            generation, self._full_at = 2, self._clock()
        gc.collect(generation)
