"""Undo, redo and changes of much of an editor's text, which are made in pieces."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from abcstudio.notation.spans import Span
from abcstudio.ui.documents.document import Document, is_locked
from abcstudio.ui.documents.editor_text import EditorText, to_offset, to_position

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_ALT = _Modifier.AltModifier
_OF_SHORTCUTS = _Modifier.ControlModifier | _ALT | _Modifier.MetaModifier
_OF_WRITING = frozenset(
    {
        _Key.Key_Backspace,
        _Key.Key_Delete,
        _Key.Key_Return,
        _Key.Key_Enter,
        _Key.Key_Left,
        _Key.Key_Right,
        _Key.Key_Up,
        _Key.Key_Down,
        _Key.Key_Home,
        _Key.Key_End,
    }
)


class LargeEdits(QObject):
    """Keeps an editor still and read-only while its text is changed in pieces.

    Keys that write or move the caret wait for the end of what the person has written in the place
    of much; amid any other change they do nothing.
    """

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document: Document | None = None
        # Which document the person has written into, and what was pressed since then.
        self._written: Document | None = None
        self._keys: list[QKeyEvent] = []

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

    def keeps(self, event: QKeyEvent) -> bool:
        """Let a key wait, if it is to, for the end of the change; return whether it does."""
        if not (self.is_busy and self._written is self._document and _is_of_writing(event)):
            return False
        if event.type() == QEvent.Type.KeyPress:
            kind, modifiers = event.type(), event.modifiers()
            key = QKeyEvent(kind, event.key(), modifiers, event.text(), event.isAutoRepeat())
            self._keys.append(key)
        return True

    def leave(self) -> None:
        """Give the keys that wait to the text that they were meant for, before another is shown."""
        if self._keys and self._document is not None:
            self._document.large.finish()
            self._keys.clear()

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
        if document.large.is_busy:
            self._written = document
        document.large.when_whole(partial(self._go_behind, document, start + len(words)))
        document.large.when_whole(partial(self._go_on_typing, document))

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

    def _go_on_typing(self, document: Document) -> None:
        """Give the keys that waited to the editor; one of them may begin another large change."""
        if self._written is document:
            self._written = None
        if document is not self._document:
            return
        while self._keys and not self.is_busy:
            QCoreApplication.sendEvent(self._editor, self._keys.pop(0))
        if self._keys:
            document.large.when_whole(partial(self._go_on_typing, document))

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


def _is_of_writing(event: QKeyEvent) -> bool:
    """Return whether a key writes, deletes or moves the caret, and is no shortcut."""
    held, words = event.modifiers() & _OF_SHORTCUTS, event.text()
    if held and event.type() == QEvent.Type.ShortcutOverride:
        return False
    if words and words.isprintable():
        # Some keyboards write signs with Alt; what is no shortcut then is one of these.
        return not held or bool(held & _ALT)
    return not held and event.key() in _OF_WRITING
