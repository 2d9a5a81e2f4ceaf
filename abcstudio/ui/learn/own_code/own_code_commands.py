"""The command that opens the view of own code, from any page."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_OPEN = CommandSpec(
    id="learn.own_code",
    words=QT_TRANSLATE_NOOP("OwnCodeCommands", "Train with &my code"),
    tooltip=QT_TRANSLATE_NOOP(
        "OwnCodeCommands", "Trains a network with the functions that you wrote in lessons"
    ),
    keys="Alt+Shift+M",
    icon="brain",
    section="report",
)


class OwnCodeCommands(QObject):
    """Registers the command.

    Attributes:
        open: The command.
    """

    def __init__(self, actions: Actions, opens: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self.open = CommandGroup(actions, self, menu="learn").add(_OPEN, opens)
