"""Walks with Tab through the places of a snippet that wait to be filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from abcstudio.notation.spans import Span
from abcstudio.ui.documents.editor_text import to_position
from abcstudio.ui.editor.abc_editor import AbcEditor

_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


@dataclass(frozen=True, slots=True)
class _Stop:
    """A place by its two ends, which move with the text around them."""

    start: QTextCursor
    end: QTextCursor


class PlaceholderWalk(QObject):
    """Tab selects the next place and Shift+Tab the one before; Esc or going elsewhere ends it."""

    def __init__(self, editor: AbcEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._stops: list[_Stop] = []
        self._place = 0
        editor.caret_moved.connect(self._on_caret_moved)
        editor.document_shown.connect(self.end)
        editor.add_key_taker(self)

    def begin(self, places: Sequence[Span]) -> None:
        """Select the first of some places of the document; the rest wait for Tab."""
        self._stops = []
        text = self._editor.text()
        stops = [self._stop(to_position(text, p.start), to_position(text, p.end)) for p in places]
        if stops:
            self._go(stops, 0)

    def end(self) -> None:
        """Leave the rest as it is."""
        self._stops = []

    def wants_key(self, event: QKeyEvent) -> bool:
        """Take Tab, Shift+Tab and Esc while places wait."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        is_plain = modifiers == Qt.KeyboardModifier.NoModifier
        return bool(self._stops) and is_plain and Qt.Key(event.key()) in _KEYS

    def take_key(self, event: QKeyEvent) -> None:
        """Go to the next place or the one before, or end."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.end()
            return
        is_back = key == Qt.Key.Key_Backtab or bool(
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        )
        self._go(self._stops, max(0, self._place - 1) if is_back else self._place + 1)

    def _go(self, stops: list[_Stop], place: int) -> None:
        """Select a place; at the last one the walk is over."""
        self._stops = []
        cursor = self._editor.textCursor()
        cursor.setPosition(stops[place].start.position())
        cursor.setPosition(stops[place].end.position(), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        self._place = place
        if place < len(stops) - 1:
            self._stops = stops

    def _stop(self, start: int, end: int) -> _Stop:
        first, last = QTextCursor(self._editor.document()), QTextCursor(self._editor.document())
        first.setPosition(start)
        first.setKeepPositionOnInsert(True)
        last.setPosition(end)
        return _Stop(first, last)

    def _on_caret_moved(self, _caret: int) -> None:
        """End when the caret leaves the snippet."""
        if self._stops:
            position = self._editor.textCursor().position()
            ends = [cursor.position() for s in self._stops for cursor in (s.start, s.end)]
            if not min(ends) <= position <= max(ends):
                self.end()
