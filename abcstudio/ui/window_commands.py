"""The commands that belong to the window as a whole: pages, palette, help, looks, leaving."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup

from abcstudio.ui.actions import Actions
from abcstudio.ui.studio import Studio

if TYPE_CHECKING:
    from abcstudio.ui.main_window import MainWindow

PAGES = ("datasets", "training", "composer")


class WindowCommands(QObject):
    """Registers the window's own commands and keeps the marks of those that can be on or off."""

    def __init__(self, window: "MainWindow", actions: Actions, studio: Studio) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._studio = studio
        self.pages = self._add_pages()
        self.palette = actions.add(
            "view.palette",
            self.tr("Find a comm&and…"),
            window.open_palette,
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
        words = {
            "datasets": (self.tr("&Datasets"), "books", self.tr("Browse and hear tunes")),
            "training": (self.tr("&Training"), "brain", self.tr("Train a network on tunes")),
            "composer": (self.tr("&Composer"), "music", self.tr("Compose, edit, hear, keep")),
        }
        made = {}
        for number, name in enumerate(PAGES, start=1):
            text, icon_name, tooltip = words[name]
            made[name] = self._actions.add(
                f"view.{name}",
                text,
                partial(self._window.show_page, name),
                menu="view",
                keys=f"Ctrl+{number}",
                icon_name=icon_name,
                tooltip=tooltip,
            )
        return made

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
                self._window.open_help,
                "F1",
                "help",
                self.tr("Explain what has the focus"),
            ),
            (
                "help.first_steps",
                self.tr("&First steps"),
                partial(self._window.show_help, "first-steps"),
                "",
                "sparkles",
                self.tr("A new tune within a minute"),
            ),
            (
                "help.keys",
                self.tr("&Keys"),
                partial(self._window.show_help, "keys"),
                "",
                "keyboard",
                self.tr("Every key of the studio"),
            ),
            (
                "help.about",
                self.tr("&About ABC Studio"),
                self._window.open_about,
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
            self._window.open_preferences,
            menu="file",
            keys="Ctrl+,",
            icon_name="settings",
            tooltip=self.tr("Language, colours, keys, sound and folders"),
        ).setMenuRole(QAction.MenuRole.PreferencesRole)
        leave = self._actions.add(
            "file.quit",
            self.tr("&Quit"),
            self._window.close,
            menu="file",
            keys="Ctrl+Q",
            icon_name="power",
            tooltip=self.tr("Leave the studio; only unsaved text is asked about"),
        )
        leave.setMenuRole(QAction.MenuRole.QuitRole)
        leave.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)

    def _toggle_focus(self) -> None:
        self._window.set_focus_mode(self.focus_mode.isChecked())

    def _set_theme(self, theme: str) -> None:
        self._studio.update_settings(theme=theme)

    def _show_theme(self) -> None:
        self.themes[self._studio.settings.theme].setChecked(True)
