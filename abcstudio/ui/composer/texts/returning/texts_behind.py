"""The files that stood behind the last text, opened again one after the other."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.corpus.given_text import why_no_tunes
from abcstudio.guarded_files import is_file
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import same_file
from abcstudio.ui.documents.document_tabs import DocumentTabs
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import to_position
from abcstudio.ui.documents.long_lines import LongLineError
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES, OpeningQueue
from abcstudio.ui.documents.origins.read_text import MAX_FILE_BYTES
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import message

TAKE = ""
"""Stands for the take that was in front, in the order of the tabs."""


class TextsBehind(QObject):
    """Opens one file a turn, each with its tab where that stood; a large one in the background.

    Signals:
        began: A file is being opened. Carries its path.
        missed: A file cannot be opened. Carries its path and the exception, or why in words.
        ended: All are there that can be.
    """

    began = Signal(object)
    missed = Signal(object, object)
    ended = Signal()

    def __init__(
        self,
        documents: Documents,
        bar: DocumentTabs,
        editor: AbcEditor,
        studio: Studio,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._documents = documents
        self._bar = bar
        self._editor = editor
        self._order: Sequence[str] = ()
        self._waiting: dict[str, int] = {}
        self._at_hand = ""
        self._queue = OpeningQueue(studio, self)
        self._queue.opened.connect(self._on_opened)
        self._queue.failed.connect(self._on_failed)
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._read)

    @property
    def waiting(self) -> Mapping[str, int]:
        """The files that are not open yet, with the place of the caret in each."""
        return self._waiting

    def await_(self, files: Mapping[str, int], order: Sequence[str]) -> None:
        """Know what is to be opened; until it is, the bar of tabs keeps its room.

        Args:
            files: The files, with the place of the caret in each.
            order: All files that had a tab, from left to right, and `TAKE`.
        """
        self._waiting, self._order = dict(files), order
        self._bar.set_awaiting(bool(files))

    def open_next(self) -> None:
        """Open the next one; tell where there is none."""
        if not self._waiting:
            self._bar.set_awaiting(False)
            self.ended.emit()
            return
        self._at_hand = next(iter(self._waiting))
        path = Path(self._at_hand)
        if twin := self._open_one(path):
            self._put_in_place(twin)
            self._go_on()
        else:
            self.began.emit(path)
            self._turn.start()

    def stop(self) -> None:
        """Open no further one."""
        self._waiting.clear()
        self._turn.stop()
        self._queue.stop()

    def _read(self) -> None:
        path = Path(self._at_hand)
        try:
            if is_file(path) and AT_ONCE_BYTES < path.stat().st_size <= MAX_FILE_BYTES:
                self._queue.open(path)
                return
            document = Document.read(path)
        except (OSError, LongLineError, ValueError) as error:
            self._on_failed(path, error)
        else:
            self._on_opened(document)

    def _go_on(self) -> None:
        self._waiting.pop(self._at_hand, None)
        self.open_next()

    def _on_opened(self, document: Document) -> None:
        path = document.path
        assert path is not None
        if twin := self._open_one(path):  # By the person, or by recovering it, in the meantime.
            document.deleteLater()
            self._put_in_place(twin)
        elif other := why_no_tunes(path, document.file):
            document.deleteLater()
            self.missed.emit(path, message(other.message_id, other.parameters))
        else:
            self._editor.take_places(self._place_in(document), folds=True)
            self._documents.add(document, make_current=False)
            self._put_in_place(document)
        self._go_on()

    def _on_failed(self, path: Path, error: Exception) -> None:
        self.missed.emit(path, error)
        self._go_on()

    def _open_one(self, path: Path) -> Document | None:
        """Return the open text of a file."""
        of_file = (each for each in self._documents if each.path and same_file(each.path, path))
        return next(of_file, None)

    def _place_in(self, document: Document) -> dict[int, tuple[int, int, int]]:
        """Return the place of the caret, with the tune that it is in below the upper edge."""
        text, caret = document.text(), self._waiting.get(self._at_hand, 0)
        top = text.rfind("\nX:", 0, caret) + 1
        block = document.text_document.findBlock(to_position(text, top))
        position = to_position(text, caret)
        return {document.key: (position, position, block.firstLineNumber())}

    def _put_in_place(self, document: Document) -> None:
        """Let a document's tab stand behind those that stood at the left of it."""
        own = self._rank_of(document)
        others = [each for each in self._bar.documents() if each is not document]
        left = [place for place, each in enumerate(others) if 0 <= self._rank_of(each) < own]
        self._bar.move_tab(document, left[-1] + 1 if left else 0)

    def _rank_of(self, document: Document) -> int:
        """Return the place among the tabs that there were; -1 for what was not there."""
        name = TAKE if document.is_take else str(document.path)
        return self._order.index(name) if name in self._order else -1
