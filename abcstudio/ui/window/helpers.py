"""Menus, command palette, dialogs and the focus mode."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter

from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.outside_programs import OutsidePrograms
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.focus_handover import FocusHandover
from abcstudio.ui.window.menus import Menus
from abcstudio.ui.window.page_bar import PageBar
from abcstudio.ui.window.palette.command_palette import CommandPalette
from abcstudio.ui.window.window_dialogs import WindowDialogs
from abcstudio.ui.window.window_parts import WindowParts
from abcstudio.ui.words.key_words import keys_of

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


class FocusMode(QObject):
    """Hides the page bar and the panels of the composer, and brings them back.

    Signals:
        changed: The panels of the composer go (True) or come back.
    """

    changed = Signal(bool)

    def __init__(
        self,
        command: QAction,
        page_bar: PageBar,
        side_panels: SidePanels,
        studio: Studio,
    ) -> None:
        super().__init__(page_bar)
        self._command = command
        self._page_bar = page_bar
        self._side_panels = side_panels
        self._studio = studio

    def set_on(self, is_on: bool) -> None:
        """Leave only the score and the text, or bring everything back."""
        self._command.setChecked(is_on)
        if is_on:
            self._studio.page_requested.emit("composer")
        self._page_bar.setVisible(not is_on)
        self.changed.emit(is_on)
        if is_on:
            keys = keys_of(self._command)
            self._studio.notify(self.tr("{0} brings everything back.").format(keys))
        else:
            self._side_panels.restore("composer")


class Helpers(QObject):
    """Connects them with the commands of the window.

    Signals:
        file_requested: A file of the menu should be opened. Carries its `Path`.
    """

    file_requested = Signal(object)

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        window, studio, actions, pages = parts.window, parts.studio, parts.actions, parts.pages
        self.side_panels = SidePanels(studio, actions, pages.columns, window)
        pages.keep_local_keys(actions, window)
        self.menus = Menus(
            window.menuBar(), actions, studio, self.file_requested.emit, lambda: pages.page_id
        )
        self.palette_view = CommandPalette(window, actions, studio)
        self.dialogs = WindowDialogs(studio, actions, window)
        self.outside = OutsidePrograms(studio, window)
        studio.closing.connect(self.outside.close)
        commands = parts.commands
        self.focus_mode = FocusMode(commands.focus_mode, parts.page_bar, self.side_panels, studio)
        self.focus_mode.changed.connect(parts.composer.set_focus_mode)
        self.focus_handover = FocusHandover(window, pages.main_focus)
        commands.palette_requested.connect(self.palette_view.open)
        commands.focus_mode_requested.connect(self.focus_mode.set_on)
        commands.help_here_requested.connect(self.dialogs.open_help)
        commands.help_requested.connect(self.dialogs.show_help)
        commands.about_requested.connect(self.dialogs.open_about)
        commands.preferences_requested.connect(self.dialogs.open_preferences)
