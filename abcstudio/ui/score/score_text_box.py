"""A line to edit words of the score in, right where they stand."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from abcstudio.ui.look.theme import GRID
from abcstudio.ui.words.key_words import key_words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScoreTextBox(QLineEdit):
    """Takes words and goes; Return and leaving it keep them, Esc does not.

    Signals:
        entered: The words were changed and are to be kept. Carries them.
        left: It was closed. Carries whether a key did that.
    """

    entered = Signal(str)
    left = Signal(bool)

    def __init__(self, words: str, place: QRect, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._before = words
        self._is_done = False
        self.setAccessibleName(self.tr("Words of the score"))
        self.setToolTip(
            self.tr("{0} keeps the words, {1} leaves them as they were").format(
                key_words("Return"), key_words("Esc")
            )
        )
        self._place(place, parent.rect())
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc and Return from the commands of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (*_ENTER, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._finish(keep=True, by_key=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._finish(keep=False, by_key=True)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Its own menu takes the focus for a moment, and another program does not end the editing.
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason,
        ):  # fmt: skip
            self._finish(keep=True, by_key=False)

    def _finish(self, *, keep: bool, by_key: bool) -> None:
        """Go, and tell the words if they are to be kept and are others than before."""
        if self._is_done:
            return
        self._is_done = True
        self.hide()
        words = self.text()
        if keep and words != self._before:
            self.entered.emit(words)
        self.left.emit(by_key)
        self.deleteLater()

    def _place(self, place: QRect, ground: QRect) -> None:
        """Stand over the words, wide enough to write some more, and inside the view."""
        needed = self.fontMetrics().horizontalAdvance(self.text()) + 6 * GRID
        width = min(max(needed, place.width() + 2 * GRID, 16 * GRID), ground.width())
        height = self.sizeHint().height()
        left = place.center().x() - width // 2
        top = place.center().y() - height // 2
        left = max(0, min(left, ground.width() - width))
        top = max(0, min(top, ground.height() - height))
        self.setGeometry(left, top, width, height)
