"""Opening a large file: read in the background, put into the window in pieces, and stopped at will.

Read at once, a tunebook of a megabyte would hold the window for a third of a second.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.errors import CancelledError
from abcstudio.ui.documents.document import Document, ReadText
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Report, ShouldStop

AT_ONCE_BYTES = 100_000
"""Size of a file up to which nobody sees that it is opened at once."""

_PIECE = 50_000
# How much of the whole is done when the file has been read.
_READ_PERCENT = 30


class Opening(QObject):
    """Opens one large file after the other.

    Signals:
        began: A file is being opened. Carries its path.
        progressed: Carries how much of it is done, in percent.
        opened: Carries the `Document`.
        failed: Carries the path and the exception.
        ended: The file was opened, or cannot be, or the person stopped it.
    """

    began = Signal(object)
    progressed = Signal(int)
    opened = Signal(object)
    failed = Signal(object, object)
    ended = Signal()

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Path] = []
        self._path: Path | None = None
        self._job = LatestJob(studio)
        self._document: Document | None = None
        self._length = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take_piece)

    def open(self, path: Path) -> None:
        """Open a file, after those that are being opened."""
        if path != self._path and path not in self._waiting:
            self._waiting.append(path)
            self._open_next()

    def stop(self) -> None:
        """Open neither the file at hand nor those that wait."""
        self._waiting.clear()
        self._job.cancel()
        if self._document is not None:
            self._document.deleteLater()
        self._end()

    def _open_next(self) -> None:
        if self._path is not None or not self._waiting:
            return
        self._path = self._waiting.pop(0)
        self.began.emit(self._path)
        self._job.run(partial(_read, self._path), self._on_read, self._on_failed)

    def _on_read(self, read: ReadText) -> None:
        self._document = Document.awaiting(read)
        self._length = max(1, len(read.original.shown))
        self.progressed.emit(_READ_PERCENT)
        self._timer.start()

    def _take_piece(self) -> None:
        document = self._document
        if document is None:
            self._timer.stop()
            return
        if document.take_more(_PIECE):
            share = min(1.0, document.taken / self._length)
            self.progressed.emit(round(_READ_PERCENT + (100 - _READ_PERCENT) * share))
            return
        self._end()
        self.opened.emit(document)

    def _on_failed(self, error: Exception) -> None:
        path = self._path
        self._end()
        self.failed.emit(path, error)

    def _end(self) -> None:
        self._timer.stop()
        self._document = None
        if self._path is not None:
            self._path = None
            self.ended.emit()
        self._open_next()


def _read(path: Path, _report: Report, should_stop: ShouldStop) -> ReadText:
    read = ReadText.of(path)
    if should_stop():
        raise CancelledError
    return read
