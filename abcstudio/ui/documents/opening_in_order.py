"""Opening several files at once: they stand in the order in which they were named."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from abcstudio.ui.documents.document import Document

Open = Callable[[bool], object]
"""Opens one file; called with whether it is to be shown."""


class OpeningInOrder(QObject):
    """Begins to open a file once the one before it is there; the first that opens is shown.

    Args of the constructor:
        is_reading: Returns whether a file is still being read in the background.
    """

    def __init__(self, is_reading: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_reading = is_reading
        self._waiting: deque[tuple[int, Open]] = deque()
        self._batches = 0
        self._at_hand = 0
        self._has_shown = False
        # An opening ends before its text is there: the next one begins after both.
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._open_next)

    def open(self, files: Iterable[Open]) -> bool:
        """Open some files, after those that wait; return whether the first is shown already."""
        self._batches += 1
        batch = self._batches
        self._waiting.extend((batch, each) for each in files)
        self._open_next()
        return self._at_hand == batch and self._has_shown

    def note_opened(self, _document: Document) -> None:
        """Take note that a file is open now: the others of its batch stay behind it."""
        self._has_shown = True

    def go_on(self) -> None:
        """Open the next file soon, because one was read."""
        self._timer.start()

    def stop(self) -> None:
        """Open none of those that wait."""
        self._waiting.clear()

    def _open_next(self) -> None:
        while self._waiting and not self._is_reading():
            batch, opens = self._waiting.popleft()
            if batch != self._at_hand:
                self._at_hand, self._has_shown = batch, False
            opens(not self._has_shown)
