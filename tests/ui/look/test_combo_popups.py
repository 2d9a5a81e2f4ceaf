"""The list of every combo box shows whole rows, and a scroll bar where there are more."""

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS

pytestmark = pytest.mark.one_window


def rows_shown(view: QAbstractItemView, count: int) -> float:
    """Return how many rows there is room for."""
    height = view.visualRect(view.model().index(0, 0)).height()
    return min(view.viewport().height() / height, count)


def check(qtbot: QtBot, box: QComboBox) -> None:
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    shown = rows_shown(view, box.count())
    name = box.accessibleName() or box.objectName()
    assert shown == pytest.approx(round(shown), abs=0.01), name
    assert round(shown) == min(box.count(), box.maxVisibleItems()), name
    has_more = box.count() > box.maxVisibleItems()
    assert view.verticalScrollBar().isVisible() == has_more, name
    box.hidePopup()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_combo_box_shows_whole_rows(
    qtbot: QtBot, main_window: MainWindow, studio: Studio, theme: str
) -> None:
    studio.update_settings(theme=theme)
    seen = 0
    for page_id in PAGE_IDS:
        main_window.show_page(page_id)
        for box in main_window.findChildren(QComboBox):
            if box.isVisible() and box.isEnabled() and box.count():
                check(qtbot, box)
                seen += 1
    assert seen > 8
