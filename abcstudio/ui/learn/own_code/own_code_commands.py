"""The command that opens the view of own code, from any page."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class OwnCodeCommands(QObject):
    """Registers the command.

    Attributes:
        open: The command.
    """

    def __init__(self, actions: Actions, opens: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.open = CommandGroup(actions, self, menu="learn").add(
            CommandSpec("learn.own_code", "Train with &my code",
                "Trains a network with the functions that you wrote in lessons",
                do=opens, keys="Alt+Shift+M", icon="brain", section="report")
        )  # fmt: skip
