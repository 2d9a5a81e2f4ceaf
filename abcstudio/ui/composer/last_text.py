"""The text that was in the editor last, which the next start shows again."""

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from abcstudio.corpus.given_text import why_no_tunes
from abcstudio.guarded_files import is_file
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.desk.tune_watch import TuneWatch
from abcstudio.ui.composer.takes.take_history import TakeHistory
from abcstudio.ui.documents.document import Document
from abcstudio.ui.documents.document_files import DocumentFiles
from abcstudio.ui.documents.documents import Documents
from abcstudio.ui.documents.editor_text import to_offset, to_position
from abcstudio.ui.documents.long_lines import LongLineError
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES
from abcstudio.ui.documents.origins.read_text import MAX_FILE_BYTES
from abcstudio.ui.editor.abc_editor import AbcEditor
from abcstudio.ui.editor.first_sight import FirstSight
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.words.translation import error_sentence, message, reason_words
from abcstudio.window_state import WindowState

log = logging.getLogger(__name__)

_PAUSE_MS = 1000
"""Who goes through takes or tunes writes the preferences once they have come to rest."""


class LastText(QObject):
    """Keeps which file or take is in the editor, and begins with it.

    Of a text that is nowhere else nothing is kept here: closing asks about it, and what a session
    left that was killed is offered by `Recovery`, never opened unasked.

    Attributes:
        is_there: Whether the window has begun with such a text.
    """

    def __init__(
        self,
        documents: Documents,
        files: DocumentFiles,
        history: TakeHistory,
        editor: AbcEditor,
        watch: TuneWatch,
        studio: Studio,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._documents = documents
        self._files = files
        self._history = history
        self._editor = editor
        self._watch = watch
        self._studio = studio
        self._shown: Document | None = None
        self._last: Document | None = None
        self._noted: tuple[str, str, int] | None = None
        self._awaited: tuple[Path, int] | None = None
        self.is_there = False
        self._is_closed = False
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._note)
        documents.current_changed.connect(self._on_current_changed)
        for change in (documents.state_changed, documents.removed, watch.tune_changed):
            change.connect(self._note_soon)

    def show(self) -> None:
        """Show what was there; the welcome where that was nothing, or cannot be had."""
        kept = self._studio.settings.window
        try:
            if kept.take:
                self._show_take(kept)
            elif kept.file:
                self._show_file(Path(kept.file), kept.caret)
            else:
                self._files.welcome()
        except Exception as error:  # No text may keep the studio from opening, each time anew.
            log.exception("The last text cannot be shown")
            self._welcome(error_sentence(error))

    def close(self) -> None:
        """Keep what is in the editor as the window closes."""
        self._pause.stop()
        self._noted = None
        self._note()
        self._is_closed = True

    def _show_take(self, kept: WindowState) -> None:
        try:
            take = self._history.earlier(kept.take)
        except OSError as error:
            self._welcome(error_sentence(error))
            return
        if take is None:
            self._welcome(self.tr("The take that was open last is not in the history any more."))
        else:
            self._history.open(take)
            self.is_there = True
            self._editor.select(Span(kept.caret, kept.caret))

    def _show_file(self, path: Path, caret: int) -> None:
        try:
            if is_file(path) and AT_ONCE_BYTES < path.stat().st_size <= MAX_FILE_BYTES:
                self._show_large(path, caret)
                return
            document = Document.read(path)
        except LongLineError as error:
            self._welcome(error_sentence(error))
        except OSError as error:
            words = self.tr("{0} was open last and cannot be read: {1}.")
            self._welcome(words.format(path.name, reason_words(error)))
        else:
            other = why_no_tunes(path, document.file)
            if other is None:
                place = to_position(document.text(), caret)
                self._editor.take_places({document.key: (place, place, 0)}, folds=True)
                self._documents.add(document)
                self.is_there = True
                top = self._watch.offset_of(self._watch.index_at(caret))
                FirstSight(self._editor, max(top, 0))
            else:
                self._welcome(message(other.message_id, other.parameters))

    def _show_large(self, path: Path, caret: int) -> None:
        """Open a file in the background, once the window stands."""
        self._files.new()
        self._awaited = path, caret
        self._files.opening.ended.connect(partial(QTimer.singleShot, 0, self, self._on_large_read))
        QTimer.singleShot(0, self, partial(self._files.open_path, path))

    def _on_large_read(self) -> None:
        """Go where the caret stood in a large file; show the welcome where that is not there."""
        if self._awaited is None:
            return
        (path, caret), self._awaited = self._awaited, None
        document = self._documents.current
        if document.path == path:
            self._editor.select(Span(caret, caret))
        elif document.is_untouched:
            self._files.welcome()

    def _welcome(self, why: str) -> None:
        """Begin with the welcome, and say why once there is a place for notices."""
        self._files.welcome()
        QTimer.singleShot(0, self, partial(self._studio.notify, why))

    def _on_current_changed(self, document: Document) -> None:
        self._look()
        self._shown = document
        self._note_soon()

    def _note_soon(self) -> None:
        if not (self._pause.isActive() or self._is_closed):
            self._pause.start()

    def _look(self) -> None:
        """Know the text in the editor for the last one, where it is kept by now."""
        if self._shown is not None and _is_kept(self._shown):
            self._last = self._shown

    def _note(self) -> None:
        self._look()
        document, window = self._last, self._studio.settings.window
        if document is None or document not in self._documents or not _is_kept(document):
            self._noted = None
            self._keep(window.with_text())
            return
        file, caret = str(document.path or ""), self._caret_in(document)
        take = "" if file else document.provenance.history_key
        is_current = document is self._shown
        noted = file, take, self._watch.index_at(caret) if is_current else -1
        if noted != self._noted:
            self._noted = noted
            self._keep(window.with_text(file, take, caret))

    def _caret_in(self, document: Document) -> int:
        if document is self._shown:
            return self._editor.caret()
        _, position, _ = self._editor.places.get(document.key, (0, 0, 0))
        return to_offset(document.text(), position)

    def _keep(self, window: WindowState) -> None:
        self._studio.update_settings(window=window)


def _is_kept(document: Document) -> bool:
    """Return whether a text is kept by other means: as a file, or in the history of takes."""
    return document.path is not None or bool(document.provenance.history_key)
