"""A label for what comes from a file or a person: one line, whole where there is room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import Label, fitted, one_line

_LEAST_LETTERS = 12


class NameLabel(Label):
    """Loses its middle while it is narrower than its words; `text` is all of them.

    A name often ends with what tells it from others; a plain word loses its end (`cuts_end`).
    """

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, cuts_end: bool = False
    ) -> None:
        super().__init__(text, parent)
        modes = Qt.TextElideMode
        self._mode = modes.ElideRight if cuts_end else modes.ElideMiddle
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def setText(self, text: str) -> None:
        super().setText(one_line(text))

    @override
    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(min(whole.width(), least), whole.height())

    def shown_words(self) -> str:
        """Return as much of the words as there is room for."""
        room = self.contentsRect().width()
        return fitted(self.fontMetrics(), self.text(), room, self._mode)

    @override
    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment().value, self.shown_words())
        painter.end()
