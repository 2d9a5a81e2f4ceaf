"""A flat button that says a whole sentence, in as many lines as it needs."""

import math

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID

_EDGE = GRID // 2


class SentenceButton(QPushButton):
    """Wraps its words; only what does not fit into its most lines is cut, at the end."""

    def __init__(self, most_lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._words = ""
        self.setProperty("sentence", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Say another sentence. It is no text of Qt's button, where & would mark an access key."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def lines_in(self, width: int) -> int:
        """Return how many lines the words need in a width, however many may be shown."""
        return len(self._lines(self._laid_out(width)))

    def set_lines(self, lines: int) -> None:
        """Be as high as so many lines."""
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * _EDGE)

    def shown(self) -> str:
        """Return the words as they are painted, cut where there is no room for all."""
        return " ".join(words.strip() for words in self._shown_lines(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        lines = self._shown_lines(self.width())
        height = self.fontMetrics().lineSpacing()
        top = (self.height() - len(lines) * height) // 2
        for number, words in enumerate(lines):
            line = QRect(_EDGE, top + number * height, self.width() - 2 * _EDGE, height)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, words)
        painter.end()

    def _shown_lines(self, width: int) -> list[str]:
        text = self._words
        lines = self._lines(self._laid_out(width))
        shown = [text[start : start + length].strip() for start, length in lines]
        if len(shown) > self._most_lines:
            rest = text[lines[self._most_lines - 1][0] :]
            elided = fitted(self.fontMetrics(), rest, width - 2 * _EDGE)
            shown[self._most_lines - 1 :] = [elided]
        return shown

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self._words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := _next_line(layout)) is not None:
            line.setLineWidth(max(1, math.floor(width) - 2 * _EDGE))
            line.setPosition(QPointF())
        layout.endLayout()
        return layout

    def _lines(self, layout: QTextLayout) -> list[tuple[int, int]]:
        lines = (layout.lineAt(number) for number in range(layout.lineCount()))
        return [(line.textStart(), line.textLength()) for line in lines]


def _next_line(layout: QTextLayout) -> QTextLine | None:
    line = layout.createLine()
    return line if line.isValid() else None
