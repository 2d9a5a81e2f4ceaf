"""Typing into the command palette."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow


def first_for(window: MainWindow, qtbot: QtBot, typed: str) -> list[str]:
    """Return the commands that the palette lists on the page of tunes that are made."""
    window.show_page("composer")
    palette = window.rooms[Helpers].palette_view
    palette.open()
    palette.search.setText(typed)
    table = palette.table
    rows = [table.item(row, 0) for row in range(table.rowCount())]
    found = [str(item.data(Qt.ItemDataRole.UserRole)) for item in rows if item is not None]
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    return found
