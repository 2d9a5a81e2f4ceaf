"""The commands that belong to the window as a whole: pages, palette, help, looks, leaving."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup

from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.command_group import CommandGroup, CommandSpec
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.pages import PAGES
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP

_PALETTE = CommandSpec(
    id="view.palette",
    words=QT_TRANSLATE_NOOP("WindowCommands", "Find a comm&and…"),
    tooltip=QT_TRANSLATE_NOOP("WindowCommands", "Find any command by a few letters of its name"),
    keys="Ctrl+K",
    icon="search",
)
_FOCUS_MODE = CommandSpec(
    id="view.focus",
    words=QT_TRANSLATE_NOOP("WindowCommands", "&Focus on the tune"),
    tooltip=QT_TRANSLATE_NOOP("WindowCommands", "Leave only the score and the text"),
    keys="F11",
    icon="maximize",
    is_switch=True,
)
_HELP = (
    CommandSpec(
        id="help.here",
        words=QT_TRANSLATE_NOOP("WindowCommands", "&Help for this place"),
        tooltip=QT_TRANSLATE_NOOP("WindowCommands", "Explain what has the focus"),
        keys="F1",
        icon="help",
    ),
    CommandSpec(
        id="help.first_steps",
        words=QT_TRANSLATE_NOOP("WindowCommands", "&First steps"),
        tooltip=QT_TRANSLATE_NOOP("WindowCommands", "A new tune within a minute"),
        icon="sparkles",
    ),
    CommandSpec(
        id="help.keys",
        words=QT_TRANSLATE_NOOP("WindowCommands", "&Keys"),
        tooltip=QT_TRANSLATE_NOOP("WindowCommands", "Every key of the studio"),
        icon="keyboard",
    ),
    CommandSpec(
        id="help.about",
        words=QT_TRANSLATE_NOOP("WindowCommands", "&About ABC Studio"),
        tooltip=QT_TRANSLATE_NOOP("WindowCommands", "Version, authors and licences"),
        icon="info-circle",
    ),
)
_PREFERENCES = CommandSpec(
    id="file.preferences",
    words=QT_TRANSLATE_NOOP("WindowCommands", "Pre&ferences…"),
    tooltip=QT_TRANSLATE_NOOP("WindowCommands", "Language, colours, keys, sound and folders"),
    keys="Ctrl+,",
    icon="settings",
)
_QUIT = CommandSpec(
    id="file.quit",
    words=QT_TRANSLATE_NOOP("WindowCommands", "&Quit"),
    tooltip=QT_TRANSLATE_NOOP(
        "WindowCommands", "Quit the studio; it asks about unsaved text and a network that trains"
    ),
    keys="Ctrl+Q",
    icon="power",
)


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
        self.pages = self._add_pages()
        view = CommandGroup(actions, self, menu="view")
        self.palette = view.add(_PALETTE, self.palette_requested.emit)
        self.focus_mode = view.add(_FOCUS_MODE, self._toggle_focus)
        self.themes = self._add_themes()
        self._add_help()
        self._add_leaving()
        studio.on_change(self._show_theme, "theme")
        self._show_theme()

    def _add_pages(self) -> dict[str, QAction]:
        return {
            row.page_id: self._actions.add(
                f"view.{row.page_id}",
                row.words(),
                partial(self.page_requested.emit, row.page_id),
                menu="view",
                keys=row.keys,
                icon_name=row.icon_name,
                tooltip=row.sentence(),
            )
            for row in PAGES
        }

    def _add_themes(self) -> dict[str, QAction]:
        words = {
            "system": (self.tr("Colours of the &system"), "adjustments"),
            "light": (self.tr("&Light colours"), "sun"),
            "dark": (self.tr("D&ark colours"), "moon"),
        }
        group = QActionGroup(self)
        made = {}
        sentence = self.tr("The theme of the whole window, light or dark")
        for name, (text, icon_name) in words.items():
            made[name] = self._actions.add(
                f"view.theme_{name}",
                text,
                partial(self._set_theme, name),
                menu="view",
                icon_name=icon_name,
                tooltip=sentence,
                checkable=True,
            )
            group.addAction(made[name])
        return made

    def _add_help(self) -> None:
        what_to_do: dict[str, Callable[[], object]] = {
            "help.here": self.help_here_requested.emit,
            "help.first_steps": partial(self.help_requested.emit, "first-steps"),
            "help.keys": partial(self.help_requested.emit, "keys"),
            "help.about": self.about_requested.emit,
        }
        group = CommandGroup(self._actions, self, menu="help")
        group.add_all(_HELP, what_to_do)
        # Dialogs of the window have no keys of their own; help works there too.
        here = self._actions.action("help.here")
        here.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)

    def _add_leaving(self) -> None:
        group = CommandGroup(self._actions, self, menu="file")
        preferences = group.add(_PREFERENCES, self.preferences_requested.emit)
        preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        leave = group.add(_QUIT, self.quit_requested.emit)
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        leave.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)

    def _toggle_focus(self) -> None:
        self.focus_mode_requested.emit(self.focus_mode.isChecked())

    def _set_theme(self, theme: str) -> None:
        self._studio.update_settings(theme=theme)

    def _show_theme(self) -> None:
        self.themes[self._studio.settings.theme].setChecked(True)
