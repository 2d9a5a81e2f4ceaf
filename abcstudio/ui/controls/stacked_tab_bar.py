"""Tabs for a narrow place: an icon over a word, so that each can be read in a quarter of it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QTabBar, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font

_ICON = 16
_HEIGHT = 5 * GRID + GRID // 2
_MARGIN = GRID // 2
_LEAST_WIDTH = 5 * GRID


class StackedTabBar(QTabBar):
    """Every tab is as wide as its word and an equal share of what is left, whatever it counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[int, str] = {}
        self.setFont(small_font())
        self.setDocumentMode(True)
        self.setUsesScrollButtons(False)
        self.setExpanding(True)

    def set_count(self, index: int, count: str) -> None:
        """Show a count beside a tab's icon, "" for none."""
        if self._counts.get(index, "") != count:
            self._counts[index] = count
            self.update(self.tabRect(index))

    @override
    def tabSizeHint(self, index: int) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.tabText(index)) + 2 * _MARGIN
        return QSize(max(width, _LEAST_WIDTH), _HEIGHT)

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(4 * GRID, _HEIGHT)

    @override
    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            option = QStyleOptionTab()
            self.initStyleOption(option, index)
            control = QStyle.ControlElement.CE_TabBarTabShape
            self.style().drawControl(control, option, painter, self)
            is_front = index == self.currentIndex()
            role = QPalette.ColorRole.Text if is_front else QPalette.ColorRole.PlaceholderText
            painter.setPen(self.palette().color(role))
            self._paint_tab(painter, index, option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0))
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int, area: QRect) -> None:
        metrics = QFontMetrics(self.font())
        painter.setFont(self.font())
        count = self._counts.get(index, "")
        gap = GRID // 2 if count else 0
        width = _ICON + gap + metrics.horizontalAdvance(count)
        corner = QPoint(area.center().x() - width // 2 + 1, area.top() + GRID // 2)
        self.tabIcon(index).paint(painter, QRect(corner, QSize(_ICON, _ICON)))
        upper = QRect(corner.x() + _ICON + gap, corner.y(), area.right() - corner.x(), _ICON)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), count)
        # Beside a long word stand shorter ones: it may have the margins too.
        whole = area.adjusted(-_MARGIN, 0, _MARGIN, 0)
        lower = QRect(whole.left(), corner.y() + _ICON, whole.width(), metrics.height() + 4)
        elided = Qt.TextElideMode.ElideRight
        word = fitted(metrics, self.tabText(index), lower.width(), elided)
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), word)
