"""The window on a screen that is smaller than its design: all of it can be reached."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.outline.room import OutlineRoom
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from abcstudio.ui.window.sizes.narrow_pages import NarrowPages
from abcstudio.ui.window.sizes.window_geometry import SMALLEST_SIZE
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window


@pytest.fixture
def area(main_window: MainWindow) -> NarrowPages:
    area = main_window.findChild(NarrowPages)
    assert isinstance(area, NarrowPages)
    return area


def show_at(window: MainWindow, width: int, page: str) -> None:
    window.resize(width, 500)
    window.show_page(page)
    deliver_events()


def is_in_sight(area: NarrowPages, widget: QWidget) -> bool:
    left = widget.mapTo(area.viewport(), widget.rect().topLeft()).x()
    return left >= 0 and left + widget.width() <= area.viewport().width()


def test_the_window_is_no_larger_than_a_small_screen(main_window: MainWindow) -> None:
    room = main_window.screen().availableSize()
    # A laptop whose text is half as large again.
    assert room.width() < SMALLEST_SIZE.width()
    assert main_window.minimumWidth() <= room.width()


@pytest.mark.parametrize("page", PAGE_IDS)
def test_a_page_that_lacks_width_is_scrolled_and_never_squeezed(
    main_window: MainWindow, area: NarrowPages, page: str
) -> None:
    show_at(main_window, 800, page)
    widget = main_window.pages.widget_of(page)
    needed = min(widget.minimumSizeHint().width(), SMALLEST_SIZE.width())
    assert needed > 800
    assert widget.width() == needed
    assert area.horizontalScrollBar().maximum() == needed - 800
    assert widget.height() == area.viewport().height()
    show_at(main_window, SMALLEST_SIZE.width(), page)
    assert area.horizontalScrollBar().maximum() == 0
    assert widget.width() == SMALLEST_SIZE.width()


def test_a_panel_that_is_folded_away_gives_its_width(
    main_window: MainWindow, area: NarrowPages
) -> None:
    show_at(main_window, 800, "composer")
    assert area.horizontalScrollBar().maximum() > 0
    fold = main_window.registry.action("view.right_panel")
    fold.trigger()
    deliver_events()
    assert area.horizontalScrollBar().maximum() == 0
    fold.trigger()
    deliver_events()
    assert area.horizontalScrollBar().maximum() > 0


def test_what_has_the_focus_is_in_sight(
    qtbot: QtBot, main_window: MainWindow, area: NarrowPages
) -> None:
    show_at(main_window, 800, "composer")
    page = main_window.composer
    assert not is_in_sight(area, page.parts.side)
    main_window.registry.action("view.tunes").trigger()
    assert page.rooms[OutlineRoom].panel.search.hasFocus()
    qtbot.waitUntil(lambda: is_in_sight(area, page.rooms[OutlineRoom].panel.search))
