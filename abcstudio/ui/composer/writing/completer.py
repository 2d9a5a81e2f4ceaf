"""Offers what can be written at the caret, by itself where that helps and by a key anywhere."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from abcstudio.notation.assistance.completion import Completions, completions_at
from abcstudio.ui.composer.desk.tune_desk import TuneDesk
from abcstudio.ui.documents.editor_text import to_position
from abcstudio.ui.editor.completion_popup import CompletionPopup
from abcstudio.ui.words.translation import message

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 7,
    Qt.Key.Key_PageUp: -7,
}
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GOES_ON = (":", " ", "=")


class Completer(QObject):
    """Shows the list, narrows it while one types, and puts in what is chosen.

    A list that came by itself takes Return only after Up or Down: plain typing goes on as if it
    were not there. One that was asked for takes Return at once. Tab takes the first entry always.
    """

    def __init__(self, desk: TuneDesk, rhythms: Sequence[str]) -> None:
        super().__init__(desk)
        self._desk = desk
        self._editor = desk.editor
        self._rhythms = tuple(rhythms)
        self._studio = desk.studio
        self._popup: CompletionPopup | None = None
        self._offer: Completions | None = None
        self._is_asked = False
        self._is_choosing = False
        self._closed_at = -1
        self._caret = -1
        self._moved = QTimer(self)
        self._moved.setSingleShot(True)
        self._moved.setInterval(0)
        self._moved.timeout.connect(self._on_caret_settled)
        desk.editor.typed.connect(self._on_typed)
        desk.editor.caret_moved.connect(self._on_caret_moved)
        desk.editor.left.connect(self.close)
        desk.editor.document_shown.connect(self.close)
        desk.editor.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        desk.editor.add_key_taker(self)

    @property
    def popup(self) -> CompletionPopup | None:
        """The list, None before it was needed."""
        return self._popup

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self._offer is not None

    def ask(self) -> bool:
        """Show what can be written at the caret; return whether anything is known."""
        if not self._editor.can_edit:
            return False
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        offer = self._completions()
        if offer is None:
            self.close()
            return False
        self._show(offer, is_asked=True)
        return True

    def close(self) -> None:
        """Take the list away."""
        self._moved.stop()
        self._offer = None
        self._is_asked = self._is_choosing = False
        if self._popup is not None:
            self._popup.hide()

    # Keys that come to it before the editor

    def wants_key(self, event: QKeyEvent) -> bool:
        """Take the keys that choose, while the list is there."""
        if self._offer is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in _RETURNS:
            return self._is_asked or self._is_choosing
        return key in _STEPS or key in (Qt.Key.Key_Tab, Qt.Key.Key_Escape)

    def take_key(self, event: QKeyEvent) -> None:
        """Choose, take or close."""
        offer, popup = self._offer, self._popup
        if offer is None or popup is None:
            return
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._is_choosing = True
            popup.step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self._closed_at = offer.span.start
            self.close()
        else:
            self._take(max(0, popup.row))

    # What happens in the editor

    def _on_typed(self, words: str) -> None:
        if not self._editor.can_edit:
            return
        offer = self._completions()
        old = self._offer
        if offer is None:
            self._closed_at = -1
            self.close()
        elif old is not None and offer.span.start == old.span.start:
            self._show(offer, is_asked=self._is_asked)
        elif words and offer.opens_itself and offer.span.start != self._closed_at:
            self._show(offer, is_asked=False)
        else:
            self.close()

    def _on_caret_moved(self, _caret: int) -> None:
        if self._offer is not None:
            self._moved.start()

    def _on_caret_settled(self) -> None:
        """Go away when the caret went elsewhere otherwise than by typing."""
        if self._offer is not None and self._editor.caret() != self._caret:
            self.close()

    def _on_scrolled(self) -> None:
        if self._offer is not None and self._popup is not None and self._popup.isVisible():
            self._moved.start()

    def _completions(self) -> Completions | None:
        selection = self._editor.selection()
        if selection.start != selection.end:
            return None
        return completions_at(self._editor.text(), selection.start, self._rhythms)

    def _show(self, offer: Completions, *, is_asked: bool) -> None:
        self._offer, self._is_asked, self._is_choosing = offer, is_asked, False
        self._caret = self._editor.caret()
        entries = [
            (
                entry.name or entry.text.strip(),
                message(entry.meaning.message_id, entry.meaning.parameters)
                if entry.meaning
                else "",
            )
            for entry in offer.entries
        ]
        if self._popup is None:
            self._popup = CompletionPopup(self._editor.window(), self._studio)
            self._popup.entry_chosen.connect(self._take)
        self._popup.show_entries(entries, self._place_of(offer.span.start), 0 if is_asked else -1)

    def _place_of(self, offset: int) -> QRect:
        """Return where a character stands, in the window's coordinates."""
        cursor = self._editor.textCursor()
        cursor.setPosition(to_position(self._editor.text(), offset))
        place = self._editor.cursorRect(cursor)
        viewport = self._editor.viewport()
        corner: QPoint = viewport.mapTo(self._editor.window(), place.topLeft())
        return QRect(corner, place.size())

    def _take(self, row: int) -> None:
        """Put an entry in the place of what was typed of it, and go on where more can follow."""
        offer = self._offer
        if offer is None or row >= len(offer.entries):
            return
        words = offer.entries[row].text
        self.close()
        self._desk.write(offer.span, words)
        following = self._completions() if words.endswith(_GOES_ON) else None
        if following is not None:
            self._show(following, is_asked=False)
