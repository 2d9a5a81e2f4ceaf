"""Bringing a panel of the composer's side to the front, unfolded if need be."""

from PySide6.QtCore import QObject

from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio


class SideCommands(QObject):
    """Shows panels of the side, whether it is folded away or hidden by the focus mode."""

    def __init__(self, side: SideTabs, studio: Studio, actions: Actions) -> None:
        super().__init__(side)
        self._side = side
        self._studio = studio
        self._actions = actions
        group = CommandGroup(actions, self, menu="tune", submenu="compose", page="composer")
        group.add(CommandSpec("tune.look_inside", "Look &inside the model",
            "Show what the model expects of this tune, and what its units do",
            do=self._look_inside, keys="Ctrl+I", icon="eye"))  # fmt: skip

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        if not self._side.isVisible():
            is_folded = "composer.right" in self._studio.settings.window.folded_panels
            self._actions.action("view.right_panel" if is_folded else "view.focus").trigger()
        self._side.show_panel(name)

    def _look_inside(self) -> None:
        """Bring the model's reading to the front, and the takes when it is there already."""
        is_there = self._side.isVisible() and self._side.front == "inspection"
        self.show_panel("takes" if is_there else "inspection")
