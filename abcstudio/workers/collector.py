"""Python's garbage collector, run on the thread of the window only.

By itself Python searches in whichever thread has just made one object too many. Where that is a
worker's, what it finds may be an object of Qt's that belongs to the window, and ends there. Its end
waits for Python's lock while it holds one of Qt's, and the window's thread, connecting a signal,
holds the one and waits for the other: both wait for ever. Or the window's thread is just showing or
deleting that object: a segmentation fault (both seen with PySide6 6.11).
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.learning.loading import is_loading

TICK_MS = 100
QUICK_TICK_MS = 20
MANY = 10_000
"""From so many young objects on the next search comes sooner: each then takes a millisecond or two.

To read a tune of 80 kB again makes up to 240,000 objects, which took 40 ms at one time.
"""
REST_SECONDS = 10.0
"""How long next to nothing is made before older objects are searched.

A round through all of them takes a third of a second beside a large tune: no key may wait for it.
"""
FULL_SECONDS = 60.0
"""How often all objects are searched at the most."""
LONGEST_SECONDS = 600.0
"""How often all objects are searched at the least, however much is made."""


class Collector(QObject):
    """Searches in the thread that it was made in, and nowhere else from its start on.

    Signals:
        rested: For a while next to nothing was made; once after each time of work.

    Args of the constructor:
        clock: Tells the time in seconds.
    """

    rested = Signal()

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._full_at = self._busy_at = clock()
        self._has_rested = True
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Take the search over from Python, for as long as the process lives."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Search no more.

        Python does not search again either: the engraver and the import of torch may go on, and
        what the window leaves would end in their threads.
        """
        self._timer.stop()

    @property
    def tick_ms(self) -> int:
        """How long after a search the next one comes, in milliseconds."""
        return self._timer.interval()

    def collect(self) -> None:
        """Search what is young, the rest while nothing goes on; not while a library is loaded.

        A round through the objects that torch had made so far took 47 to 73 ms.
        """
        if is_loading():
            return
        young, middle, _ = gc.get_count()
        young_limit, middle_limit, _ = gc.get_threshold()
        is_busy, now = young > young_limit, self._clock()
        generation = 0
        if now - self._full_at >= LONGEST_SECONDS:
            generation = 2
        elif not is_busy and now - self._busy_at >= REST_SECONDS and middle > middle_limit:
            generation = 2 if now - self._full_at >= FULL_SECONDS else 1
        if is_busy:
            self._busy_at, self._has_rested = now, False
        if is_busy or generation:
            gc.collect(generation)
        if generation == 2:
            self._full_at = now
        if not self._has_rested and now - self._busy_at >= REST_SECONDS:
            self._has_rested = True
            self.rested.emit()
        self._timer.setInterval(QUICK_TICK_MS if young > MANY else TICK_MS)
