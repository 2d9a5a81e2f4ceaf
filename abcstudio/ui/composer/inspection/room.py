"""The side panel *Model*: the expectations of the network."""

from PySide6.QtCore import QObject

from abcstudio.ui.composer.composer_parts import ComposerParts
from abcstudio.ui.composer.composer_side import ComposerSide
from abcstudio.ui.composer.inspection.inspection_panel import InspectionPanel
from abcstudio.ui.composer.inspection.inspection_presenter import InspectionPresenter
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


class InspectionRoom(QObject):
    """Shows the model's reading of the tune at the side."""

    def __init__(self, parts: ComposerParts) -> None:
        super().__init__(parts.page)
        self.panel = InspectionPanel(parts.studio)
        expected = self.tr("What the model expects of this tune, and what its units do")
        parts.side.add("inspection", self.tr("Model"), expected, self.panel, "eye")
        self.presenter = InspectionPresenter(parts.desk, self.panel)
        LookInside(parts.side, parts.actions)
