"""The quiet line under the editor that says what the ABC at the caret means."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from abcstudio.ui.look.icons import tinted_icon
from abcstudio.ui.look.plain_text import Label, fitted, in_lines
from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.studio import Studio

_ICON = QSize(16, 16)


class ExplanationLine(QFrame):
    """One line of words; what does not fit is cut off, and the tooltip has it all.

    Where words are cut, a click shows the tooltip at once.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._is_cut = False
        self.setAccessibleName(self.tr("What the ABC at the caret means"))
        self._mark = Label()
        self._mark.setFixedSize(_ICON)
        self.words = Label()
        self.words.setProperty("muted", True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setAccessibleName(self.accessibleName())
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, 0)
        row.setSpacing(GRID)
        row.addWidget(self._mark)
        row.addWidget(self.words, 1)
        self._draw_icon()
        studio.colors_changed.connect(self._draw_icon)

    def text(self) -> str:
        """Return the whole explanation, "" for none."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show an explanation."""
        if text == self._text:
            return
        self._text = text
        self.setToolTip(in_lines(text))
        self.words.setAccessibleDescription(text)
        self._elide()

    def _draw_icon(self) -> None:
        color = QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self._mark.setPixmap(tinted_icon("help", color, color).pixmap(_ICON))

    def shown_words(self) -> str:
        """Return what there is room for of the explanation."""
        return self.words.text()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the click, which shows the words when it ends: a tooltip goes at any click."""
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self._is_cut and event.button() == Qt.MouseButton.LeftButton:
            QToolTip.showText(event.globalPosition().toPoint(), self.toolTip(), self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics: QFontMetrics = self.words.fontMetrics()
        room = max(0, self.words.width())
        shown = fitted(metrics, self._text, room)
        self._is_cut = shown != self._text
        self.words.setText(shown)
        if self._is_cut:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
