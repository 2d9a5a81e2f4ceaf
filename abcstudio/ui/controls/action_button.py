"""Buttons for commands."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton
from typing_extensions import override


class ActionButton(QToolButton):
    """Looks and acts as its command, also when that changes.

    `QToolButton` by itself (Qt 6.11) sets its default action anew at each change of the action, and
    each time connects to it once more: memory and the time of a change grow for as long as the
    program runs.
    """

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setAutoRaise(True)
        self.setAccessibleName(action.text().replace("&", ""))

    @override
    def actionEvent(self, event: QActionEvent) -> None:
        action = self.defaultAction()
        if event.type() != QEvent.Type.ActionChanged or event.action() != action:
            super().actionEvent(event)
            return
        self.setText(action.iconText())
        self.setIcon(action.icon())
        self.setToolTip(action.toolTip())
        self.setStatusTip(action.statusTip())
        self.setCheckable(action.isCheckable())
        self.setChecked(action.isChecked())
        self.setEnabled(action.isEnabled())


class CommandButton(QPushButton):
    """Does what its command does, under words and an icon of its own.

    While the command is off its tooltip is the reason.
    """

    def set_command(self, action: QAction) -> None:
        """Follow a command; set once."""
        _follow(self, action)


class CommandIcon(QToolButton):
    """The same without words: an icon of its own."""

    def set_command(self, action: QAction) -> None:
        """Follow a command; set once."""
        _follow(self, action)


def _follow(button: QAbstractButton, action: QAction) -> None:
    def show() -> None:
        button.setEnabled(action.isEnabled())
        button.setCheckable(action.isCheckable())
        button.setChecked(action.isChecked())
        button.setToolTip(str(action.property("reason") or "") or action.toolTip())

    button.clicked.connect(action.trigger)
    action.changed.connect(show)
    show()
