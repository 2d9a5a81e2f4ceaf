"""The panels at the sides of the pages: folded away and brought back by a command, remembered."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter

from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio

SIDES = ("left", "right")


class SidePanels(QObject):
    """Two commands that fold the first and the last part of the front page's columns."""

    def __init__(
        self,
        studio: Studio,
        actions: Actions,
        columns: Mapping[str, QSplitter],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._columns: dict[str, QSplitter] = {}
        self._page = ""
        made = CommandGroup(actions, self, menu="view").add_all(
            CommandSpec("view.left_panel", "&Left panel",
                "Fold the panel of this page away, or bring it back",
                do=partial(self._toggle, "left"), keys="F9", is_switch=True),
            CommandSpec("view.right_panel", "&Right panel",
                "Fold the panel of this page away, or bring it back",
                do=partial(self._toggle, "right"), keys="Shift+F9", is_switch=True),
        )  # fmt: skip
        self._actions = dict(zip(SIDES, made, strict=True))
        for page, splitter in columns.items():
            self.take_up(page, splitter)

    def take_up(self, page: str, columns: QSplitter) -> None:
        """Fold the panels of a page, too."""
        self._columns[page] = columns
        # Dragged to nothing a panel would be lost; the command brings it back.
        columns.setChildrenCollapsible(False)
        self.restore(page)

    def show_page(self, page: str) -> None:
        """Let the commands fold the panels of the page in front."""
        self._page = page
        for side, action in self._actions.items():
            action.setChecked(f"{page}.{side}" not in self._studio.settings.window.folded_panels)

    def restore(self, page: str) -> None:
        """Show and hide a page's panels as they were left."""
        splitter = self._columns[page]
        folded = self._studio.settings.window.folded_panels
        for side, place in zip(SIDES, (0, splitter.count() - 1), strict=True):
            panel = splitter.widget(place)
            if panel is not None:
                panel.setVisible(f"{page}.{side}" not in folded)

    def _toggle(self, side: str) -> None:
        name = f"{self._page}.{side}"
        window = self._studio.settings.window
        folded = tuple(sorted(set(window.folded_panels) ^ {name}))
        self._studio.update_settings(window=replace(window, folded_panels=folded))
        self.restore(self._page)
        self.show_page(self._page)
