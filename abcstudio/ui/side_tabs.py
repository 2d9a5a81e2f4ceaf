"""Several panels in one place at the side, one of them in front."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from abcstudio.ui.icons import icon
from abcstudio.ui.plain_text import Label
from abcstudio.ui.theme import GRID

_TAB_PADDING = 14
"""At each side, as the style sheet has it."""
_LONGEST_COUNT = " 0000"


@dataclass(slots=True)
class _Panel:
    """One panel and its tab; `count` stands behind the words, "" for none."""

    widget: QWidget
    words: str
    tooltip: str
    icon_name: str
    count: str = ""

    @property
    def title(self) -> str:
        return f"{self.words} {self.count}".strip()


class SideTabs(QWidget):
    """Tabs over panels. Unlike a QTabWidget it is only as wide as the panel in front needs.

    The tabs keep their shape, whichever is in front and whatever they count: where there is no room
    for the words of all, all show their icons, and a line under them names the panel in front.

    Signals:
        panel_changed: Another panel came to the front. Carries its name.
    """

    panel_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setDocumentMode(True)
        self.bar.setUsesScrollButtons(False)
        self.bar.setAccessibleName(self.tr("Panels at the side"))
        self.heading = Label()
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.heading.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._panels: dict[str, _Panel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.heading)
        self.bar.currentChanged.connect(self._on_tab_changed)

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
        *,
        before: str = "",
    ) -> None:
        """Add a panel at the end or before another one; the first to be added is in front."""
        self._column.addWidget(panel, 1)
        # Only now: shown before it had a parent, it would be a window of its own for a moment.
        panel.setVisible(not self._panels)
        names = list(self._panels)
        place = names.index(before) if before else len(names)
        self._panels[name] = _Panel(panel, words, tooltip, icon_name)
        names.insert(place, name)
        self._panels = {other: self._panels[other] for other in names}
        self.bar.insertTab(place, words)
        self._label()

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        self.bar.setCurrentIndex(list(self._panels).index(name))

    def panel(self, name: str) -> QWidget:
        """Return a panel."""
        return self._panels[name].widget

    def set_count(self, name: str, count: int) -> None:
        """Let a tab say how many things its panel lists; nothing for none."""
        words = self.locale().toString(count) if count else ""
        if self._panels[name].count != words:
            self._panels[name].count = words
            self._label()

    def refresh_icons(self) -> None:
        """Draw the icons again, in the colours of a new scheme."""
        self._label()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._label()

    def _label(self) -> None:
        """Give every tab its words, or every tab its icon."""
        has_room = self._width_of_words() <= self.width()
        for index, panel in enumerate(self._panels.values()):
            self.bar.setTabText(index, panel.title if has_room else panel.count)
            self.bar.setTabIcon(index, QIcon() if has_room else icon(panel.icon_name))
            words = panel.tooltip if has_room else f"{panel.title}: {panel.tooltip}"
            self.bar.setTabToolTip(index, words)
            self.bar.setAccessibleTabName(index, panel.title)
        self.bar.setExpanding(not has_room)
        self.heading.setVisible(not has_room and bool(self._panels))
        if self._panels:
            self.heading.setText(self._panels[self.front].words)

    def _width_of_words(self) -> int:
        """Return how wide the tabs are with all their words, and with room for any count."""
        metrics = self.bar.fontMetrics()
        widths = (metrics.horizontalAdvance(panel.words) for panel in self._panels.values())
        room_of_each = metrics.horizontalAdvance(_LONGEST_COUNT) + 2 * _TAB_PADDING
        return sum(widths) + len(self._panels) * room_of_each

    def _on_tab_changed(self) -> None:
        for name, panel in self._panels.items():
            panel.widget.setVisible(name == self.front)
        self._label()
        self.panel_changed.emit(self.front)
