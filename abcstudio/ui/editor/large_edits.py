"""Undo, redo and changes of much of an editor's text, which are made in pieces."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from abcstudio.notation.spans import Span
from abcstudio.ui.documents.document import Document, is_locked
from abcstudio.ui.documents.editor_text import EditorText, to_offset, to_position


class LargeEdits(QObject):
    """Keeps an editor still and read-only while its text is changed in pieces."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document: Document | None = None

    @property
    def is_busy(self) -> bool:
        """Whether the text in the editor is being changed."""
        return self._document is not None and self._document.large.is_busy

    def follow(self, document: Document) -> None:
        """Follow the document that is shown now."""
        if self._document is not None:
            self._document.large.began.disconnect(self._show)
            self._document.large.ended.disconnect(self._show)
        self._document = document
        document.large.began.connect(self._show)
        document.large.ended.connect(self._show)
        self._show()

    def when_whole(self, act: Callable[[], object]) -> None:
        """Do something as soon as the text in the editor is whole."""
        if self._document is None:
            act()
        else:
            self._document.large.when_whole(act)

    def undo(self) -> None:
        """Undo the last change; what was selected before it is selected again."""
        document, cursor = self._document, self._editor.textCursor()
        if document is None:
            return
        step = document.text_document.availableUndoSteps()
        if not document.large.undo():
            document.text_document.undo(cursor)
            self._editor.setTextCursor(cursor)
        place = document.redo_places.place_before(step)
        document.large.when_whole(partial(self._go_back, document, place))

    def redo(self) -> None:
        """Make the last change again; the caret goes where the change had put it."""
        document, cursor = self._document, self._editor.textCursor()
        if document is None:
            return
        if not document.large.redo():
            document.text_document.redo(cursor)
        document.large.when_whole(partial(self._go_on, document, cursor))

    def write(self, words: str) -> None:
        """Put words in the place of what is selected; the caret goes behind them."""
        document, cursor = self._document, self._editor.textCursor()
        if document is None:
            return
        words = EditorText.of(words).shown
        text = document.text()
        start = to_offset(text, cursor.selectionStart())
        document.replace_part(start, to_offset(text, cursor.selectionEnd()), words)
        document.large.when_whole(partial(self._go_behind, document, start + len(words)))

    def _go_back(self, document: Document, place: tuple[int, int] | None) -> None:
        if place is not None:
            self._select(document, *place)
        elif document is self._document:
            self._editor.ensureCursorVisible()

    def _go_on(self, document: Document, cursor: QTextCursor) -> None:
        text, place = document.text(), document.redo_places.place()
        if place is None:
            caret = to_offset(text, cursor.position())
            place = Span(caret, caret)
        self._select(document, to_position(text, place.start), to_position(text, place.end))
        document.redo_places.remember(place)

    def _go_behind(self, document: Document, offset: int) -> None:
        place = to_position(document.text(), offset)
        self._select(document, place, place)

    def _select(self, document: Document, anchor: int, caret: int) -> None:
        if document is not self._document:
            return
        cursor, last = self._editor.textCursor(), document.text_document.characterCount() - 1
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(caret, last), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()

    def _show(self) -> None:
        document, viewport = self._document, self._editor.viewport()
        assert document is not None
        self._editor.setReadOnly(is_locked(document))
        viewport.setUpdatesEnabled(not self.is_busy)
        busy = Qt.CursorShape.BusyCursor
        viewport.setCursor(busy if self.is_busy else Qt.CursorShape.IBeamCursor)
