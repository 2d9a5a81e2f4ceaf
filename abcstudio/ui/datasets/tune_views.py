"""The middle of the page of tunes: several views of them, or the reason why there are none."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget
from typing_extensions import override

from abcstudio.ui.controls.state_panel import StatePanel, Way
from abcstudio.ui.datasets.tune_browser import TuneBrowser

_NARROW = "narrow"


class FittingTabs(QTabWidget):
    """Takes the room from beside the names; only where that is not enough one scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._wanted = 0

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def tabInserted(self, index: int) -> None:
        super().tabInserted(index)
        self._fit()

    def _fit(self) -> None:
        bar = self.tabBar()
        is_narrow = bool(bar.property(_NARROW))
        if not is_narrow:
            self._wanted = bar.sizeHint().width()
        if is_narrow != (self._wanted > self.width()):
            bar.setProperty(_NARROW, not is_narrow)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
            # It measures its tabs anew.
            QCoreApplication.sendEvent(bar, QEvent(QEvent.Type.StyleChange))


class TuneViews(QStackedWidget):
    """Shows the table, the search, the statistics and other views as tabs, or a state instead."""

    def __init__(self, browser: TuneBrowser) -> None:
        super().__init__()
        self._browser = browser
        self.state = StatePanel()
        self._when_there: Callable[[], None] | None = None
        self._typed_ahead = ""
        self.tabs = FittingTabs()
        self.tabs.tabBar().setAccessibleName(self.tr("Views of the tunes"))
        self.tabs.addTab(browser, self.tr("Tunes"))
        self._begins: dict[QWidget | None, Callable[[], QWidget | None]] = {
            browser: lambda: browser.table,
        }
        self.addWidget(self.tabs)
        self.addWidget(self.state)

    @property
    def main_focus(self) -> QWidget:
        """Where work begins: in the view that is in front, or on the way out of a state."""
        if self.currentWidget() is self.state and (way := self.state.first_way) is not None:
            # Who waits for tunes goes on with them, not with "Cancel".
            return self if self.state.bar.isVisible() else way
        begin = self._begins.get(self.tabs.currentWidget())
        return (begin() if begin is not None else None) or self.tabs.tabBar()

    def add_view(
        self, view: QWidget, title: str, begin: Callable[[], QWidget | None] | None = None
    ) -> None:
        """Add another view of the tunes as a tab; `begin` returns where work in it begins."""
        self.tabs.addTab(view, title)
        if begin is not None:
            self._begins[view] = begin

    def show_view(self, view: QWidget) -> None:
        """Bring a view to the front, with the focus where work in it begins."""
        # Before, too: what is hidden while it has the focus hands it on to what was there before.
        self._go_to_begin(view)
        self.tabs.setCurrentWidget(view)
        self._go_to_begin(view)

    def _go_to_begin(self, view: QWidget) -> None:
        begin = self._begins.get(view)
        if begin is not None and (widget := begin()) is not None:
            widget.setFocus()

    def show_tunes(self) -> None:
        """Show the tabs."""
        was_waited_for = self.hasFocus()
        self.setCurrentWidget(self.tabs)
        go, self._when_there = self._when_there, None
        if go is not None and self.isVisible():
            go()
        elif was_waited_for:
            self.main_focus.setFocus()

    def take_typed(self) -> None:
        """Let what was typed before the tunes were there go where it goes now."""
        typed, self._typed_ahead = self._typed_ahead, ""
        if typed and self.tabs.currentWidget() is self._browser:
            self._browser.take_typed(typed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is typed while the tunes are read."""
        is_busy = self.currentWidget() is self.state and self.state.bar.isVisible()
        if is_busy and event.text().isprintable() and event.text().strip():
            self._typed_ahead += event.text()
        else:
            super().keyPressEvent(event)

    def show_state(
        self, title: str, sentence: str, ways: Sequence[Way], *, is_busy: bool = False
    ) -> None:
        """Show a state in the place of the tabs, see `StatePanel.show_state`."""
        self._when_there, self._typed_ahead = None, ""
        self.state.show_state(title, sentence, ways, is_busy=is_busy)
        self.setCurrentWidget(self.state)

    def show_tune(self, number: int) -> None:
        """Show a tune of the table."""
        self.tabs.setCurrentWidget(self._browser)
        self._browser.show_tune(number)

    def show_when_there(self, view: QWidget) -> None:
        """Show a view where there are tunes, or as soon as there are."""
        self.tabs.setCurrentWidget(view)
        self._put_off(partial(self._go_to_begin, view))

    def go_to_search(self) -> None:
        """Put the focus on the search line of the table, now or as soon as the tunes are there."""
        if not self._put_off(self.go_to_search):
            self.tabs.setCurrentWidget(self._browser)
            self._browser.go_to_search()

    def _put_off(self, go: Callable[[], None]) -> bool:
        """Where a state stands in the place of the tabs, go when there are tunes, if any come."""
        if self.currentWidget() is not self.state:
            return False
        self._when_there = go if self.state.bar.isVisible() else None
        self.state.focus_way()
        return True
