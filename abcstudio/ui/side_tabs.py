"""Several panels in one place at the side, one of them in front."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget


class SideTabs(QWidget):
    """Tabs over panels. Unlike a QTabWidget it is only as wide as the panel in front needs.

    Signals:
        panel_changed: Another panel came to the front. Carries its name.
    """

    panel_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QTabBar()
        self.bar.setExpanding(False)
        self.bar.setDocumentMode(True)
        self.bar.setAccessibleName(self.tr("Panels at the side"))
        self._panels: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self.bar.currentChanged.connect(self._on_tab_changed)

    @property
    def front(self) -> str:
        """The name of the panel in front."""
        return list(self._panels)[self.bar.currentIndex()]

    def add(self, name: str, words: str, tooltip: str, panel: QWidget) -> None:
        """Add a panel; the first one is in front."""
        self._column.addWidget(panel, 1)
        # Only now: shown before it had a parent, it would be a window of its own for a moment.
        panel.setVisible(not self._panels)
        self._panels[name] = panel
        self.bar.setTabToolTip(self.bar.addTab(words), tooltip)

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        self.bar.setCurrentIndex(list(self._panels).index(name))

    def _on_tab_changed(self) -> None:
        for name, panel in self._panels.items():
            panel.setVisible(name == self.front)
        self.panel_changed.emit(self.front)
