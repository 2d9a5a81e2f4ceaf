"""What can be done with a row of a list: by a right click, the menu key or Shift+F10."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMenu


def offer_row_menu(view: QAbstractItemView, fill: Callable[[QMenu], object]) -> None:
    """Let a list show a menu for its row; `fill` puts into it what can be done with the current."""

    def show(place: QPoint) -> None:
        menu = row_menu(view, fill)
        if menu.isEmpty():
            menu.deleteLater()
            return
        menu.popup(view.viewport().mapToGlobal(_place_of(view, place)))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(show)


def row_menu(view: QAbstractItemView, fill: Callable[[QMenu], object]) -> QMenu:
    """Return the menu of a list's current row, empty where there is none."""
    menu = QMenu(view)
    menu.setToolTipsVisible(True)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if view.currentIndex().isValid():
        fill(menu)
    return menu


def add_button(menu: QMenu, button: QAbstractButton, words: str = "") -> None:
    """Offer in a menu what a button does, as long as the button can be pressed."""
    action = menu.addAction(button.icon(), words or button.text(), button.click)
    action.setToolTip(button.toolTip())
    action.setEnabled(button.isEnabled())
    action.setCheckable(button.isCheckable())
    action.setChecked(button.isChecked())


def _place_of(view: QAbstractItemView, place: QPoint) -> QPoint:
    """Return where the menu goes: at the mouse, or for the key at the row."""
    row = view.visualRect(view.currentIndex())
    return place if row.contains(place) else row.center()
