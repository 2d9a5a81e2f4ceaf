"""Several panels in one place at the side, one of them in front."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionTab, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.controls.focus_targets import best_control
from abcstudio.ui.look.icons import icon
from abcstudio.ui.look.painting import guarded
from abcstudio.ui.look.plain_text import fitted
from abcstudio.ui.look.theme import GRID, small_font
from abcstudio.ui.services.studio import Studio

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


@dataclass(slots=True, kw_only=True)
class _Panel:
    """One panel and its tab.

    Attributes:
        count: What stands beside the icon, "" for nothing.
        spoken_count: The same for those who cannot see it.
    """

    widget: QWidget
    words: str
    tooltip: str
    icon_name: str
    count: str = ""
    spoken_count: str = ""

    @property
    def title(self) -> str:
        return f"{self.words} {self.spoken_count}".strip()


class SideTabs(QWidget):
    """Tabs over panels. Unlike a QTabWidget it is only as wide as the panel in front needs.

    The tabs keep their shape, whichever is in front and whatever they count.

    Signals:
        panel_changed: Another panel came to the front. Carries its name.
    """

    panel_changed = Signal(str)

    def __init__(
        self, studio: Studio, parent: QWidget | None = None, *, order: Sequence[str] = ()
    ) -> None:
        """Begin without panels; those in `order` stand so, whichever is added first."""
        super().__init__(parent)
        self._order = order
        self.bar = StackedTabBar()
        self.bar.setAccessibleName(self.tr("Panels at the side"))
        self._panels: dict[str, _Panel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self.bar.currentChanged.connect(self._on_tab_changed)
        studio.colors_changed.connect(self._label)

    @property
    def front(self) -> str:
        """The name of the panel in front."""
        return list(self._panels)[self.bar.currentIndex()]

    def add(
        self,
        name: str,
        words: str,
        tooltip: str,
        panel: QWidget,
        icon_name: str = "list",
    ) -> None:
        """Add a panel in its place; the first to be added is in front."""
        self._column.addWidget(panel, 1)
        # Only now: shown before it had a parent, it would be a window of its own for a moment.
        panel.setVisible(not self._panels)
        names = list(self._panels)
        place = sum(self._rank(other) <= self._rank(name) for other in names)
        self._panels[name] = _Panel(widget=panel, words=words, tooltip=tooltip, icon_name=icon_name)
        names.insert(place, name)
        self._panels = {other: self._panels[other] for other in names}
        self.bar.insertTab(place, words)
        self._label()

    def _rank(self, name: str) -> int:
        return self._order.index(name) if name in self._order else len(self._order)

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        self.bar.setCurrentIndex(list(self._panels).index(name))

    def panel(self, name: str) -> QWidget:
        """Return a panel."""
        return self._panels[name].widget

    def set_count(self, name: str, count: int, *, is_more: bool = False) -> None:
        """Let a tab say how many things its panel lists; nothing for none.

        Args:
            name: The panel.
            count: How many things there are.
            is_more: There are more than `count`.
        """
        words = self.locale().toString(count) if count else ""
        spoken = self.tr("more than {0}").format(words) if is_more else words
        if self._panels[name].spoken_count != spoken:
            self._panels[name].count = self.tr("{0}+").format(words) if is_more else words
            self._panels[name].spoken_count = spoken
            self._label()

    def _label(self) -> None:
        for index, panel in enumerate(self._panels.values()):
            self.bar.setTabIcon(index, icon(panel.icon_name))
            self.bar.set_count(index, panel.count)
            self.bar.setTabToolTip(index, panel.tooltip)
            self.bar.setAccessibleTabName(index, panel.title)

    def _on_tab_changed(self) -> None:
        focus = QApplication.focusWidget()
        left = [panel.widget for name, panel in self._panels.items() if name != self.front]
        had_focus = focus is not None and any(panel.isAncestorOf(focus) for panel in left)
        for name, panel in self._panels.items():
            panel.widget.setVisible(name == self.front)
        if had_focus:
            # The keyboard stays at the side: elsewhere its next key would be written into a text.
            self._take_focus()
        self.panel_changed.emit(self.front)

    def _take_focus(self) -> None:
        target = best_control(self.panel(self.front)) or self.bar
        target.setFocus(Qt.FocusReason.OtherFocusReason)
