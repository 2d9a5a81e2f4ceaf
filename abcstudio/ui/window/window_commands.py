"""The commands that belong to the window as a whole: pages, palette, help, looks, leaving."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup

from abcstudio.ui.services.actions import Actions
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
        self.pages = self._add_pages()
        self.palette = actions.add(
            "view.palette",
            self.tr("Find a comm&and…"),
            self.palette_requested.emit,
            menu="view",
            keys="Ctrl+K",
            icon_name="search",
            tooltip=self.tr("Find any command by a few letters of its name"),
        )
        self.focus_mode = actions.add(
            "view.focus",
            self.tr("&Focus on the tune"),
            self._toggle_focus,
            menu="view",
            keys="F11",
            icon_name="maximize",
            tooltip=self.tr("Leave only the score and the text"),
            checkable=True,
        )
        self.themes = self._add_themes()
        self._add_help()
        self._add_leaving()
        studio.settings_changed.connect(self._show_theme)
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
        for action_id, text, slot, keys, icon_name, tooltip in (
            (
                "help.here",
                self.tr("&Help for this place"),
                self.help_here_requested.emit,
                "F1",
                "help",
                self.tr("Explain what has the focus"),
            ),
            (
                "help.first_steps",
                self.tr("&First steps"),
                partial(self.help_requested.emit, "first-steps"),
                "",
                "sparkles",
                self.tr("A new tune within a minute"),
            ),
            (
                "help.keys",
                self.tr("&Keys"),
                partial(self.help_requested.emit, "keys"),
                "",
                "keyboard",
                self.tr("Every key of the studio"),
            ),
            (
                "help.about",
                self.tr("&About ABC Studio"),
                self.about_requested.emit,
                "",
                "info-circle",
                self.tr("Version, authors and licences"),
            ),
        ):
            action = self._actions.add(
                action_id,
                text,
                slot,
                menu="help",
                keys=keys,
                icon_name=icon_name,
                tooltip=tooltip,
            )
            if action_id == "help.here":
                # Dialogs of the window have no keys of their own; help answers there too.
                action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)

    def _add_leaving(self) -> None:
        self._actions.add(
            "file.preferences",
            self.tr("Pre&ferences…"),
            self.preferences_requested.emit,
            menu="file",
            keys="Ctrl+,",
            icon_name="settings",
            tooltip=self.tr("Language, colours, keys, sound and folders"),
        ).setMenuRole(QAction.MenuRole.PreferencesRole)
        leave = self._actions.add(
            "file.quit",
            self.tr("&Quit"),
            self.quit_requested.emit,
            menu="file",
            keys="Ctrl+Q",
            icon_name="power",
            tooltip=self.tr("Quit the studio; it asks about unsaved text only"),
        )
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        leave.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)

    def _toggle_focus(self) -> None:
        self.focus_mode_requested.emit(self.focus_mode.isChecked())

    def _set_theme(self, theme: str) -> None:
        self._studio.update_settings(theme=theme)

    def _show_theme(self) -> None:
        self.themes[self._studio.settings.theme].setChecked(True)
