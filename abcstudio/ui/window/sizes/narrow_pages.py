"""The pages on a screen that is narrower than they need: scrolled sideways, never cut."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea
from typing_extensions import override

from abcstudio.ui.window.page_stack import PageStack
from abcstudio.ui.window.sizes.window_geometry import SMALLEST_SIZE


class NarrowPages(QScrollArea):
    """Holds the pages; where the one in front lacks width, all of it can be scrolled to."""

    def __init__(self, pages: PageStack) -> None:
        super().__init__()
        self._pages = pages
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(pages)
        pages.currentChanged.connect(self._fit)
        # Once the layouts are done: what is shown and given the focus at once has no place yet.
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(0)
        self._following.timeout.connect(self._show_focus)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a page that needs another width: a panel is folded away, or comes back."""
        if watched is self._pages and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _follow_focus(self) -> None:
        # Under a mouse that is pressed nothing may move: it would release on something else.
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._following.start()

    def _show_focus(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self._pages.isAncestorOf(now):
            # All of it, where Qt's own way shows the caret of a text alone; its left side at least.
            left, bar = now.mapTo(self._pages, QPoint()).x(), self.horizontalScrollBar()
            least = left + now.width() - self.viewport().width()
            bar.setValue(min(left, max(least, bar.value())))

    def _fit(self) -> None:
        room, page = self.viewport().size(), self._pages.currentWidget()
        if page is not None:
            # At the smallest size of a window on a larger screen nothing is scrolled.
            needed = min(page.minimumSizeHint().width(), SMALLEST_SIZE.width())
            self._pages.resize(max(room.width(), needed), room.height())
