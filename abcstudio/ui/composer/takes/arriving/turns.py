"""Work of the window's thread that is done in parts, so that keys and paint come in between."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, QTimer

Step = Callable[[], object]


class Turns(QObject):
    """Does steps in their order, each in a turn of the event loop of its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = deque[Step]()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._do_next)

    @property
    def are_left(self) -> bool:
        """Whether there are steps that have not been done yet."""
        return bool(self._steps)

    def add(self, steps: Iterable[Step]) -> None:
        """Do some steps after those that are left."""
        self._steps.extend(steps)
        if self._steps:
            self._timer.start()

    def add_next(self, steps: Sequence[Step]) -> None:
        """Do some steps before those that are left."""
        self._steps.extendleft(reversed(steps))
        if self._steps:
            self._timer.start()

    def finish(self) -> None:
        """Do now what is left."""
        while self._steps:
            self._do_next()

    def _do_next(self) -> None:
        # Taken off before it is done: one that raises does not keep the others from their turn.
        step = self._steps.popleft()
        if not self._steps:
            self._timer.stop()
        step()
