"""The middle of the page of tunes: several views of them, or the reason why there are none."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from abcstudio.ui.controls.state_panel import StatePanel, Way
from abcstudio.ui.datasets.lab.lab_view import LabView
from abcstudio.ui.datasets.tune_browser import TuneBrowser
from abcstudio.ui.datasets.understanding.figures_view import FiguresView


class TuneViews(QStackedWidget):
    """Shows the table, the search, the statistics and other views as tabs, or a state instead."""

    def __init__(
        self,
        browser: TuneBrowser,
        finding: QWidget,
        statistics: FiguresView,
        lab: LabView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._browser = browser
        self.state = StatePanel()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(self.tr("Views of the tunes"))
        self.tabs.addTab(browser, self.tr("Tunes"))
        self._finding = finding
        self.tabs.addTab(finding, self.tr("Find by melody"))
        self.tabs.addTab(statistics, self.tr("Statistics"))
        self.tabs.addTab(lab, self.tr("For the lab"))
        self.addWidget(self.tabs)
        self.addWidget(self.state)

    def add_view(self, view: QWidget, title: str) -> None:
        """Add another view of the tunes as a tab."""
        self.tabs.addTab(view, title)

    def show_view(self, view: QWidget) -> None:
        """Bring a view to the front, where there are tunes."""
        self.tabs.setCurrentWidget(view)

    def show_tunes(self) -> None:
        """Show the tabs."""
        self.setCurrentWidget(self.tabs)

    def show_state(
        self, title: str, sentence: str, ways: Sequence[Way], *, is_busy: bool = False
    ) -> None:
        """Show a state in the place of the tabs, see `StatePanel.show_state`."""
        self.state.show_state(title, sentence, ways, is_busy=is_busy)
        self.setCurrentWidget(self.state)

    def show_tune(self, number: int) -> None:
        """Show a tune of the table."""
        self.tabs.setCurrentWidget(self._browser)
        self._browser.show_tune(number)

    def show_finding(self) -> None:
        """Show the search by a melody, where there are tunes."""
        self.tabs.setCurrentWidget(self._finding)

    def go_to_search(self) -> None:
        """Put the focus on the search line of the table, where it is shown."""
        if self.currentWidget() is not self.tabs:
            self.state.focus_way()
            return
        self.tabs.setCurrentWidget(self._browser)
        self._browser.go_to_search()
