"""Menus, command palette, dialogs and the focus mode."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from abcstudio.ui.services.outside_programs import OutsidePrograms
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.focus_handover import FocusHandover
from abcstudio.ui.window.menus import Menus
from abcstudio.ui.window.page_bar import PageBar
from abcstudio.ui.window.palette.command_palette import CommandPalette
from abcstudio.ui.window.side_panels import SidePanels
from abcstudio.ui.window.window_dialogs import WindowDialogs
from abcstudio.ui.window.window_parts import WindowParts
from abcstudio.ui.words.key_words import keys_of


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
