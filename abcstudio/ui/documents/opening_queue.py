"""Opening a large text: read in the background, put into the window in pieces, and stopped at will.

Read at once, a tunebook of a megabyte would hold the window for a third of a second.
"""

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.corpus.edited_tunebook import EditedTunebook
from abcstudio.stopping import stop_if_asked
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.long_lines import LongLineError
from abcstudio.ui.documents.lost_texts import LostText
from abcstudio.ui.documents.origins.read_text import ReadText
from abcstudio.ui.services.latest_job import LatestJob
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import plain_work

log = logging.getLogger(__name__)

AT_ONCE_BYTES = 100_000
"""Size of a file up to which opening it at once takes no noticeable time."""

_PIECE = 50_000
# How much of the whole is done when the file has been read.
_READ_PERCENT = 30


@dataclass(frozen=True, slots=True)
class NewText:
    """A text that has no file yet."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class _ReadForLost:
    """What a lost text is put into.

    Attributes:
        file: Its file, None where there is none that can be read.
        known: The lost text as it is shown there, and its tunes.
    """

    file: ReadText | None
    known: tuple[str, EditedTunebook]


class OpeningQueue(QObject):
    """Opens one large file, lost text or text without a file after the other.

    Signals:
        began: A file is being opened. Carries its path.
        progressed: Carries how much of it is done, in percent.
        opened: Carries the `Document`.
        failed: Carries the path and the exception.
        recovered: A lost text is in a document. Carries the `LostText` and the `Document`.
        not_recovered: Carries the `LostText` and the exception.
        ended: The file was opened, or cannot be, or the person stopped it.
        stopped: The person wants none of those that wait either.
    """

    began = Signal(object)
    progressed = Signal(int)
    opened = Signal(object)
    failed = Signal(object, object)
    recovered = Signal(object, object)
    not_recovered = Signal(object, object)
    ended = Signal()
    stopped = Signal()

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Path | LostText | NewText] = []
        self._source: Path | LostText | NewText | None = None
        self._job = LatestJob(studio)
        self._document: Document | None = None
        self._pieces: Iterator[int] = iter(())
        self._length = 0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take_piece)

    @property
    def is_busy(self) -> bool:
        """Whether a file or a lost text is being opened."""
        return self._source is not None

    def open(self, path: Path) -> None:
        """Open a file, after those that are being opened."""
        self._add(path)

    def open_new(self, name: str, text: str) -> None:
        """Open a text that has no file yet."""
        self._add(NewText(name, text))

    def recover(self, lost: LostText) -> None:
        """Put a lost text into a document, over what its file holds."""
        self._add(lost)

    def stop(self) -> None:
        """Open neither the file at hand nor those that wait."""
        self._waiting.clear()
        self.stopped.emit()
        self._job.cancel()
        if self._document is not None:
            self._document.deleteLater()
        self._end()

    def _add(self, source: Path | LostText | NewText) -> None:
        if source != self._source and source not in self._waiting:
            self._waiting.append(source)
            self._open_next()

    def _open_next(self) -> None:
        if self._source is not None or not self._waiting:
            return
        source = self._source = self._waiting.pop(0)
        if isinstance(source, LostText):
            self.began.emit(source.path or Path(source.name))
            self._job.run(
                plain_work(_read_file_of, source), self._on_read_for_lost, self._on_failed
            )
        elif isinstance(source, NewText):
            self.began.emit(Path(source.name))
            work = plain_work(ReadText.of_text, source.text)
            self._job.run(work, self._on_read, self._on_failed)
        else:
            self.began.emit(source)
            self._job.run(plain_work(_read, source), self._on_read, self._on_failed)

    def _on_read(self, read: ReadText) -> None:
        name = self._source.name if isinstance(self._source, NewText) else ""
        self._fill(Document.awaiting(read, name), len(read.original.shown), "")

    def _on_read_for_lost(self, read: _ReadForLost) -> None:
        lost, file = self._source, read.file
        assert isinstance(lost, LostText)
        document = Document(lost.name) if file is None else Document.awaiting(file)
        self._fill(document, 0 if file is None else len(file.original.shown), lost.text, read.known)

    def _fill(
        self,
        document: Document,
        read: int,
        lost: str,
        known: tuple[str, EditedTunebook] | None = None,
    ) -> None:
        self._document = document
        self._pieces = _pieces(document, lost, known)
        self._length = max(1, read + len(lost))
        self.progressed.emit(_READ_PERCENT)
        self._timer.start()

    def _take_piece(self) -> None:
        document = self._document
        if document is None:
            self._timer.stop()
            return
        try:
            taken = next(self._pieces, None)
        except Exception as error:
            # One text that cannot be shown stops no other.
            log.exception("%s cannot be shown", document.name)
            document.deleteLater()
            self._on_failed(error)
            return
        if taken is not None:
            share = min(1.0, taken / self._length)
            self.progressed.emit(round(_READ_PERCENT + (100 - _READ_PERCENT) * share))
            return
        source = self._source
        self._end()
        if isinstance(source, LostText):
            self.recovered.emit(source, document)
        else:
            self.opened.emit(document)

    def _on_failed(self, error: Exception) -> None:
        source = self._source
        self._end()
        failed = self.not_recovered if isinstance(source, LostText) else self.failed
        failed.emit(source, error)

    def _end(self) -> None:
        self._timer.stop()
        self._document = None
        self._pieces = iter(())
        if self._source is not None:
            self._source = None
            self.ended.emit()
        self._open_next()


def _read(path: Path) -> ReadText:
    read = ReadText.of(path)
    stop_if_asked()
    return read


def _read_file_of(lost: LostText) -> _ReadForLost:
    """Read the file that a lost text belongs to, where there is one that can be read."""
    read = None
    if lost.path is not None:
        with suppress(OSError, LongLineError):
            read = ReadText.of(lost.path)
    known = (read or ReadText.of_text("")).with_tunes_of(lost.text)
    stop_if_asked()
    return _ReadForLost(read, known)


def _pieces(
    document: Document, lost: str, known: tuple[str, EditedTunebook] | None
) -> Iterator[int]:
    """Fill a document, piece by piece; yield how many characters it has taken."""
    while document.take_more(_PIECE):
        yield document.taken
    if lost:
        for count in document.recover_in_pieces(lost, known):
            yield document.taken + count
