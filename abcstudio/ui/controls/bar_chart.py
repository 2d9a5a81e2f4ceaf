"""Counts as horizontal bars, each of which can be chosen: a name, a bar, a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted, tooltip
from abcstudio.ui.look.theme import GRID, Colors
from abcstudio.ui.services.studio import Studio

_ROW = 3 * GRID
_BAR = 10
_MAX_NAME = 20 * GRID
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_CHOOSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One bar.

    Attributes:
        tip: What choosing it does; "" where it cannot be chosen.
        is_chosen: It is what is asked for now.
    """

    name: str
    count: int
    tip: str = ""
    is_chosen: bool = False


class BarChart(QWidget):
    """A short list of names with their counts, the longest bar as wide as there is room.

    A click chooses a bar; so do Space and Return, after the arrow keys went to it.

    Signals:
        bar_chosen: Carries the place of the bar.
        row_shown: The arrow keys went to a bar. Carries its rectangle.
    """

    bar_chosen = Signal(int)
    row_shown = Signal(QRect)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors = studio.colors
        self._bars: tuple[ChartRow, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("uses_space", True)
        studio.colors_changed.connect(self.set_colors)

    @property
    def bars(self) -> tuple[ChartRow, ...]:
        """What is shown."""
        return self._bars

    def set_bars(self, bars: Sequence[ChartRow]) -> None:
        """Show other counts, in the order given."""
        self._bars = tuple(bars)
        self._current = max(0, min(self._current, len(self._bars) - 1))
        locale = QLocale()
        self.setAccessibleDescription(
            "; ".join(f"{bar.name}: {locale.toString(bar.count)}" for bar in self._bars)
        )
        self.updateGeometry()
        self.update()

    def set_colors(self, colors: Colors) -> None:
        """Take the colours of another scheme."""
        self._colors = colors
        self.update()

    def place_of(self, row: int) -> QRect:
        """Return where a bar with its name and number stands."""
        return QRect(0, row * _ROW, self.width(), _ROW)

    @override
    def sizeHint(self) -> QSize:
        return QSize(30 * GRID, _ROW * max(1, len(self._bars)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(20 * GRID, self.sizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos().y())
            QToolTip.showText(event.globalPos(), tooltip(bar.tip) if bar else "", self)
            return True
        return super().event(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(int(event.position().y()))
        can_choose = bar is not None and bar.tip
        shape = Qt.CursorShape.PointingHandCursor if can_choose else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(place):
            self._current = min(place.y() // _ROW, max(0, len(self._bars) - 1))
            self._choose()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and 0 <= self._current + _STEPS[key] < len(self._bars):
            self._current += _STEPS[key]
            self.row_shown.emit(self.place_of(self._current))
            self.update()
        elif key in _CHOOSING:
            self._choose()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.row_shown.emit(self.place_of(self._current))

    @override
    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        locale = QLocale()
        numbers = [locale.toString(bar.count) for bar in self._bars]
        name_width = min(_MAX_NAME, max(metrics.horizontalAdvance(bar.name) for bar in self._bars))
        number_width = max(metrics.horizontalAdvance(number) for number in numbers)
        room = max(1, self.width() - name_width - number_width - 2 * GRID)
        most = max(1, *(bar.count for bar in self._bars))
        is_any_chosen = any(bar.is_chosen for bar in self._bars)
        for row, (bar, number) in enumerate(zip(self._bars, numbers, strict=True)):
            top = row * _ROW
            self._draw_name(painter, metrics, QRectF(0, top, name_width, _ROW), bar)
            width = max(2.0, room * bar.count / most) if bar.count else 0.0
            painter.setPen(Qt.PenStyle.NoPen)
            is_faint = is_any_chosen and not bar.is_chosen
            painter.setBrush(QColor(self._colors.muted if is_faint else self._colors.accent))
            shape = QRectF(name_width + GRID, top + (_ROW - _BAR) / 2, width, _BAR)
            painter.drawRoundedRect(shape, 2, 2)
            painter.setPen(QColor(self._colors.muted))
            place = QRectF(shape.right() + GRID, top, number_width + GRID, _ROW)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, number)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._colors.accent))
            painter.drawRoundedRect(self.place_of(self._current).adjusted(0, 1, -1, -2), 3, 3)
        painter.end()

    def _draw_name(
        self, painter: QPainter, metrics: QFontMetrics, place: QRectF, bar: ChartRow
    ) -> None:
        shown = fitted(metrics, bar.name, int(place.width()))
        painter.setPen(QColor(self._colors.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _bar_at(self, y: int) -> ChartRow | None:
        row = y // _ROW
        return self._bars[row] if 0 <= row < len(self._bars) else None

    def _choose(self) -> None:
        if self._bars and self._bars[self._current].tip:
            self.bar_chosen.emit(self._current)
