"""What takes the focus in a panel that a person goes to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget


def best_control(panel: QWidget) -> QWidget | None:
    """Return a panel's list, where it has one in sight, else its first control."""
    for view in panel.findChildren(QAbstractItemView):
        if view.isVisible() and view.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return view
    return first_control(panel)


def first_control(panel: QWidget) -> QWidget | None:
    """Return the first control of a panel in the order of Tab."""
    widget = panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        wants_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if wants_focus and widget.isVisible() and widget.isEnabled() and panel.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
