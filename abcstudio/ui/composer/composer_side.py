"""The panels at the side of the composer."""

from abcstudio.ui.controls.side_tabs import SideTabs
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio

_ORDER = ("takes", "tunes", "book", "problems", "inspection", "newness")


class ComposerSide(SideTabs):
    """Shows panels, whether the side is folded away or hidden by the focus mode."""

    def __init__(self, studio: Studio, actions: Actions) -> None:
        super().__init__(studio, order=_ORDER)
        self._studio = studio
        self._actions = actions

    def bring(self, name: str) -> None:
        """Bring a panel to the front, unfolded if need be."""
        if not self.isVisible():
            is_folded = "composer.right" in self._studio.settings.window.folded_panels
            self._actions.action("view.right_panel" if is_folded else "view.focus").trigger()
        self.show_panel(name)
