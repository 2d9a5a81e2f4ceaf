"""The commands that belong to the window as a whole: pages, palette, help, looks, leaving."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup

from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.pages import PAGES


class WindowCommands(QObject):
    """Registers the window's own commands and keeps the marks of those that can be on or off.

    Signals:
        page_requested: Carries the id of a page.
        palette_requested: The person wants to find a command.
        focus_mode_requested: Carries whether only the score and the text should be left.
        help_here_requested: The help for what has the focus.
        help_requested: Carries a topic of the help.
        about_requested: What the program is and what it is made of.
        preferences_requested: The preferences.
        quit_requested: The person wants to leave.
    """

    page_requested = Signal(str)
    palette_requested = Signal()
    focus_mode_requested = Signal(bool)
    help_here_requested = Signal()
    help_requested = Signal(str)
    about_requested = Signal()
    preferences_requested = Signal()
    quit_requested = Signal()

    def __init__(self, actions: Actions, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._studio = studio
        view = CommandGroup(actions, self, menu="view")
        self.pages = self._add_pages(view)
        self.palette, self.focus_mode = view.add_all(
            CommandSpec("view.palette", "Find a comm&and…",
                "Find any command by a few letters of its name",
                do=self.palette_requested.emit, keys="Ctrl+K", icon="search"),
            CommandSpec("view.focus", "&Focus on the tune", "Leave only the score and the text",
                do=self._toggle_focus, keys="F11", icon="maximize", is_switch=True),
        )  # fmt: skip
        self.themes = self._add_themes(view)
        self._add_help()
        self._add_leaving()
        studio.on_change(self._show_theme, "theme")
        self._show_theme()

    def _add_pages(self, group: CommandGroup) -> dict[str, QAction]:
        return {
            row.page_id: group.add(
                CommandSpec(
                    f"view.{row.page_id}",
                    row.words,
                    row.sentence,
                    do=partial(self.page_requested.emit, row.page_id),
                    keys=row.keys,
                    icon=row.icon_name,
                    submenu="go",
                )
            )
            for row in PAGES
        }

    def _add_themes(self, group: CommandGroup) -> dict[str, QAction]:
        made = group.add_all(
            CommandSpec("view.theme_system", "Colours of the &system",
                "The theme of the whole window, light or dark",
                do=partial(self._set_theme, "system"), icon="adjustments", submenu="colours",
                is_switch=True),
            CommandSpec("view.theme_light", "&Light colours",
                "The theme of the whole window, light or dark",
                do=partial(self._set_theme, "light"), icon="sun", submenu="colours",
                is_switch=True),
            CommandSpec("view.theme_dark", "D&ark colours",
                "The theme of the whole window, light or dark",
                do=partial(self._set_theme, "dark"), icon="moon", submenu="colours",
                is_switch=True),
        )  # fmt: skip
        together = QActionGroup(self)
        for action in made:
            together.addAction(action)
        return dict(zip(("system", "light", "dark"), made, strict=True))

    def _add_help(self) -> None:
        group = CommandGroup(self._actions, self, menu="help")
        here, *_others = group.add_all(
            CommandSpec("help.here", "&Help for this place", "Explain what has the focus",
                do=self.help_here_requested.emit, keys="F1", icon="help"),
            CommandSpec("help.first_steps", "&First steps", "A new tune within a minute",
                do=partial(self.help_requested.emit, "first-steps"), icon="sparkles"),
            CommandSpec("help.keys", "&Keys", "Every key of the studio",
                do=partial(self.help_requested.emit, "keys"), icon="keyboard"),
            CommandSpec("help.about", "&About ABC Studio", "Version, authors and licences",
                do=self.about_requested.emit, icon="info-circle"),
        )  # fmt: skip
        # Dialogs of the window have no keys of their own; help works there too.
        here.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)

    def _add_leaving(self) -> None:
        group = CommandGroup(self._actions, self, menu="file")
        preferences, leave = group.add_all(
            CommandSpec("file.preferences", "Pre&ferences…",
                "Language, colours, keys, sound and folders",
                do=self.preferences_requested.emit, keys="Ctrl+,", icon="settings"),
            CommandSpec("file.quit", "&Quit",
                "Quit the studio; it asks about unsaved text and a network that trains",
                do=self.quit_requested.emit, keys="Ctrl+Q", icon="power"),
        )  # fmt: skip
        preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        leave.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)

    def _toggle_focus(self) -> None:
        self.focus_mode_requested.emit(self.focus_mode.isChecked())

    def _set_theme(self, theme: str) -> None:
        self._studio.update_settings(theme=theme)

    def _show_theme(self) -> None:
        self.themes[self._studio.settings.theme].setChecked(True)
