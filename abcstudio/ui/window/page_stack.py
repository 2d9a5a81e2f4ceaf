"""The pages of the window, one in front."""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from abcstudio.ui.look.theme import GRID
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.window.pages import PAGE_IDS, PAGES, Maker, Page, PageParts, PageRow

_ROOM = 12 * GRID
_ROOM_FOR_WORDS = 40 * GRID
_PageKind = TypeVar("_PageKind", bound=QWidget)


class PageStack(QStackedWidget):
    """Makes the pages of the table and finds each by its id or its class.

    A late page is made when it is asked for, or by calls of `go_on`.

    Signals:
        made: A late page was made and is not yet shown. Carries its id.
    """

    made = Signal(str)

    def __init__(self, parts: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._pages: dict[str, Page] = {}
        self._loaded: dict[str, Maker] = {}
        self._are_closed = False
        self._keys = _KeysInMenuBar(parts.actions, self)
        parts.studio.closing.connect(self._close)
        for row in PAGES:
            if not row.is_late:
                self._make(row)

    @property
    def page_id(self) -> str:
        """The page in front."""
        front = self.currentWidget()
        return next(page_id for page_id in self._pages if self.widget_of(page_id) is front)

    def go_on(self) -> bool:
        """Load a late page, or make it once it is loaded; return whether more is to be done."""
        missing = [row for row in PAGES if row.page_id not in self._pages]
        if self._are_closed:
            return False
        if missing and missing[0].page_id in self._loaded:
            self._make(missing.pop(0))
        elif missing:
            self._load(missing[0])
        return bool(missing)

    @property
    def columns(self) -> dict[str, QSplitter]:
        """The panels side by side of each page."""
        return {page_id: page.columns for page_id, page in self._pages.items()}

    def page(self, kind: type[_PageKind]) -> _PageKind:
        """Return the page of a class."""
        # A late page is made only where none of those that there are is meant.
        names = dict.fromkeys((*self._pages, *PAGE_IDS))
        return next(page for page in map(self.widget_of, names) if isinstance(page, kind))

    def widget_of(self, page_id: str) -> QWidget:
        """Return a page as a widget."""
        if page_id not in self._pages:
            self._make(next(row for row in PAGES if row.page_id == page_id))
        page = self._pages[page_id]
        assert isinstance(page, QWidget)
        return page

    def main_focus(self) -> QWidget:
        """Return where the work of the page in front begins."""
        return self._pages[self.page_id].main_focus

    def notice_ground(self) -> QWidget:
        """Return what notices may lie over on the page in front."""
        page = self._pages[self.page_id]
        seen = (view for view in page.notice_grounds if view.isVisible())
        roomy = (each for each in seen if _is_roomy(each))
        return next(roomy, self.widget_of(self.page_id))

    def bring_to_front(self, page_id: str) -> None:
        """Show a page; the focus stays where it is."""
        self.setCurrentWidget(self.widget_of(page_id))

    def keep_local_keys(self, actions: Actions, window: QMainWindow) -> None:
        """Give "Undo", "Copy" and their like their keys only where their text has the focus."""
        for command in actions.commands():
            command.action.installEventFilter(self._keys)
            if command.is_local:
                window.removeAction(command.action)
                self.widget_of(command.page).addAction(command.action)
                command.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _close(self) -> None:
        """Make no page any more by `go_on`."""
        self._are_closed = True

    def _load(self, row: PageRow) -> Maker:
        if row.page_id not in self._loaded:
            self._loaded[row.page_id] = row.load()
        return self._loaded[row.page_id]

    def _make(self, row: PageRow) -> None:
        self._pages[row.page_id] = self._load(row)(self._parts)
        widget = self.widget_of(row.page_id)
        widget.setObjectName(f"{row.page_id}_page")
        if widget.property("help_topic") is None:
            widget.setProperty("help_topic", row.page_id)
        self.addWidget(widget)
        if row.is_late:
            self.made.emit(row.page_id)


def _is_roomy(view: QWidget) -> bool:
    """Whether a notice in a view has lines that can be read, and leaves something of the view."""
    return view.height() >= _ROOM and view.width() >= _ROOM_FOR_WORDS


class _KeysInMenuBar(QObject):
    """Lets keys that several pages use run the command of the page in front.

    The menu bar holds the commands of all pages. While it has the focus, Qt takes them all for
    meant: two with the same keys are ambiguous and neither runs.
    """

    def __init__(self, actions: Actions, pages: PageStack) -> None:
        super().__init__(pages)
        self._actions = actions
        self._pages = pages

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QShortcutEvent):
            return False
        meant = self._meant(event.key())
        if meant is watched and not event.isAmbiguous():
            return False
        if meant is not None and meant.isEnabled():
            meant.trigger()
        return True

    def _meant(self, keys: QKeySequence) -> QAction | None:
        """Return what keys do on the page in front: what is its own comes first."""
        having = [each for each in self._actions.commands() if keys in each.action.shortcuts()]
        here = [each for each in having if each.is_local and each.page == self._pages.page_id]
        anywhere = [each for each in having if not each.is_local]
        return next((each.action for each in (*here, *anywhere)), None)
