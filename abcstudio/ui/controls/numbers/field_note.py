"""A sentence beside a field that says what is wrong with it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID

_WIDEST = 44 * GRID
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.ParentChange)


class FieldNote(Label):
    """Lies over what is around its field and moves with it; it takes no clicks and no focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(parent=field.window())
        self._field = field
        self.setWordWrap(True)
        self.setMargin(GRID // 2)
        self.setProperty("field_note", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._followed: list[QWidget] = []
        around: QWidget | None = field
        while around is not None:
            around.installEventFilter(self)
            self._followed.append(around)
            around = None if around.isWindow() else around.parentWidget()

    def say(self, sentence: str) -> None:
        """Show a sentence below the field, or above it where there is no room."""
        self.setText(sentence)
        self._place()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go for good."""
        for widget in self._followed:
            widget.removeEventFilter(self)
        self._followed.clear()
        self.hide()
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window, field = self._field.window(), self._field
        if window is not self.parentWidget():
            return
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * GRID
        width = min(words, _WIDEST, window.width() - GRID)
        self.setFixedSize(width, self.heightForWidth(width))
        corner = field.mapTo(window, QPoint(field.width() - width, field.height() + 2))
        if corner.y() + self.height() > window.height():
            corner.setY(field.mapTo(window, QPoint(0, 0)).y() - self.height() - 2)
        self.move(min(max(GRID // 2, corner.x()), window.width() - width), max(0, corner.y()))
