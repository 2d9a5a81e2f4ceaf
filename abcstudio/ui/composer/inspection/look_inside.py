"""The command that shows the model's reading of the tune."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_side import ComposerSide
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_LOOK_INSIDE = CommandSpec(
    id="tune.look_inside",
    words=QT_TRANSLATE_NOOP("LookInside", "Look &inside the model"),
    tooltip=QT_TRANSLATE_NOOP(
        "LookInside", "Show what the model expects of this tune, and what its units do"
    ),
    keys="Ctrl+I",
    icon="eye",
)


class LookInside(QObject):
    """Brings the model's reading to the front, and the takes when it is there already."""

    def __init__(self, side: ComposerSide, actions: Actions) -> None:
        super().__init__(side)
        self._side = side
        CommandGroup(actions, self, menu="tune", page="composer").add(_LOOK_INSIDE, self._look)

    def _look(self) -> None:
        is_there = self._side.isVisible() and self._side.front == "inspection"
        self._side.bring("takes" if is_there else "inspection")
