"""The command that shows the model's reading of the tune."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_side import ComposerSide
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup


class LookInside(QObject):
    """Brings the model's reading to the front, and the takes when it is there already."""

    def __init__(self, side: ComposerSide, actions: Actions) -> None:
        super().__init__(side)
        self._side = side
        group = CommandGroup(actions, self, menu="tune", submenu="compose", page="composer")
        group.add(CommandSpec("tune.look_inside", "Look &inside the model",
            "Show what the model expects of this tune, and what its units do",
            do=self._look, keys="Ctrl+I", icon="eye"))  # fmt: skip

    def _look(self) -> None:
        is_there = self._side.isVisible() and self._side.front == "inspection"
        self._side.bring("takes" if is_there else "inspection")
