"""The menu bar, made from the registry of commands."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from abcstudio.ui.look.plain_text import tooltip, without_access_key
from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.pages import FIRST_PAGE, PAGE_IDS
from abcstudio.ui.words.translation import QT_TRANSLATE_NOOP, translated

SUBMENUS = {
    "file.export": QT_TRANSLATE_NOOP("Submenus", "&Export"),
    "file.datasets": QT_TRANSLATE_NOOP("Submenus", "&Datasets"),
    "edit.writing": QT_TRANSLATE_NOOP("Submenus", "&Writing"),
    "edit.melody": QT_TRANSLATE_NOOP("Submenus", "Find by &melody"),
    "train.health": QT_TRANSLATE_NOOP("Submenus", "&Health and corpus"),
    "train.marks": QT_TRANSLATE_NOOP("Submenus", "Mar&ks of tunes"),
    "train.curve": QT_TRANSLATE_NOOP("Submenus", "Cur&ve"),
    "train.models": QT_TRANSLATE_NOOP("Submenus", "Mod&els"),
    "train.sweeps": QT_TRANSLATE_NOOP("Submenus", "Varia&nts of a network"),
    "tune.compose": QT_TRANSLATE_NOOP("Submenus", "&Compose"),
    "tune.known": QT_TRANSLATE_NOOP("Submenus", "Known t&unes"),
    "tune.change": QT_TRANSLATE_NOOP("Submenus", "C&hange"),
    "tune.measures": QT_TRANSLATE_NOOP("Submenus", "&Measures"),
    "tune.order": QT_TRANSLATE_NOOP("Submenus", "&Order of the tunes"),
    "tune.book": QT_TRANSLATE_NOOP("Submenus", "Tune&book"),
    "note.accidental": QT_TRANSLATE_NOOP("Submenus", "&Accidental"),
    "note.value": QT_TRANSLATE_NOOP("Submenus", "Note &value"),
    "play.loop": QT_TRANSLATE_NOOP("Submenus", "&Loop"),
    "play.tempo": QT_TRANSLATE_NOOP("Submenus", "&Tempo"),
    "play.midi": QT_TRANSLATE_NOOP("Submenus", "M&IDI"),
    "view.go": QT_TRANSLATE_NOOP("Submenus", "&Go to"),
    "view.grouping": QT_TRANSLATE_NOOP("Submenus", "Groups of &tunes"),
    "view.colours": QT_TRANSLATE_NOOP("Submenus", "C&olours"),
    "view.score": QT_TRANSLATE_NOOP("Submenus", "&Score"),
    "view.text": QT_TRANSLATE_NOOP("Submenus", "Te&xt"),
    "view.reading": QT_TRANSLATE_NOOP("Submenus", "Readi&ng aloud"),
}
"""The titles of the submenus, in English; a name begins with the menu that the submenu is in."""

FIRST = ("tune.compose", "tune.change", "tune.measures")
"""Submenus at the top of their menu; the others are where their first command would be."""


def submenu_of(command: Command) -> str:
    """Return the name of the submenu that a command is in, "" for none."""
    return f"{command.menu}.{command.submenu}" if command.submenu else ""


def submenu_title(submenu: str) -> str:
    """Return a submenu's title in the window's language."""
    return translated("Submenus", SUBMENUS[submenu])


MENUS = ("file", "edit", "tune", "note", "play", "train", "learn", "view", "help")
# The first page comes first: most commands are its own.
_PAGE_ORDER = (FIRST_PAGE, *(page for page in reversed(PAGE_IDS) if page != FIRST_PAGE), "")
_LOCAL = "edit"
_NO_KEYS = "\t"
"""After it a menu shows keys: where the words end in it, it shows none."""
_OPEN_COMMAND = "file.open"


def menu_title(menu: str) -> str:
    """Return a menu's title in the window's language."""
    titles = {
        "file": QCoreApplication.translate("Menus", "&File"),
        "edit": QCoreApplication.translate("Menus", "&Edit"),
        "tune": QCoreApplication.translate("Menus", "&Tune"),
        "note": QCoreApplication.translate("Menus", "&Note"),
        "play": QCoreApplication.translate("Menus", "&Play"),
        "train": QCoreApplication.translate("Menus", "T&rain"),
        "learn": QCoreApplication.translate("Menus", "&Learn"),
        "view": QCoreApplication.translate("Menus", "&View"),
        "help": QCoreApplication.translate("Menus", "&Help"),
    }
    return titles[menu]


def commands_of(actions: Actions, menu: str) -> list[Command]:
    """Return a menu's commands: page by page, then the window's own (preferences, quit).

    Those of a group stand together, where the first of them was added.
    """
    commands = [command for command in actions.commands() if command.menu == menu]
    groups = list(dict.fromkeys(command.spec.section for command in commands))
    return sorted(
        commands,
        key=lambda command: (_PAGE_ORDER.index(command.page), groups.index(command.spec.section)),
    )


class Menus(QObject):
    """Keeps the menu bar equal to the registry and to the list of recent files."""

    def __init__(
        self,
        menu_bar: QMenuBar,
        actions: Actions,
        studio: Studio,
        open_path: Callable[[Path], object],
        page: Callable[[], str],
    ) -> None:
        super().__init__(menu_bar)
        self._page = page
        self._actions = actions
        self._studio = studio
        self._open_path = open_path
        self.menus: dict[str, QMenu] = {}
        for name in MENUS:
            # Made by Python, which does not hear when what Qt made is gone.
            menu = self.menus[name] = QMenu(menu_title(name), menu_bar)
            menu_bar.addMenu(menu)
            menu.setToolTipsVisible(True)
        self.menus[_LOCAL].aboutToShow.connect(self._hide_keys_of_other_pages)
        self.menus[_LOCAL].aboutToHide.connect(self._show_all_keys)
        self.submenus: dict[str, QMenu] = {}
        for name in SUBMENUS:
            self.submenus[name] = QMenu(submenu_title(name), menu_bar)
            self.submenus[name].setToolTipsVisible(True)
        self.recent = QMenu(self.tr("Open &recent"), menu_bar)
        self.recent.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self._fill_recent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.rebuild)
        actions.added.connect(self._on_added)
        studio.on_change(self._fill_recent, "recent_files")
        self.rebuild()
        self._fill_recent()

    def rebuild(self) -> None:
        """Fill every menu again; a line parts the commands of pages and groups from each other."""
        self._timer.stop()
        for menu in (*self.menus.values(), *self.submenus.values()):
            menu.clear()
        for name, menu in self.menus.items():
            commands = commands_of(self._actions, name)
            for submenu in FIRST:
                if any(submenu_of(command) == submenu for command in commands):
                    menu.addMenu(self.submenus[submenu])
            self._fill(menu, commands)

    def _fill(self, menu: QMenu, commands: list[Command]) -> None:
        last_in: dict[QMenu, Command] = {}
        for command in commands:
            if name := submenu_of(command):
                submenu = self.submenus[name]
                if submenu.isEmpty() and submenu.menuAction() not in menu.actions():
                    _part(menu, last_in.get(menu), command)
                    menu.addMenu(submenu)
                    last_in[menu] = command
                _part(submenu, last_in.get(submenu), command)
                submenu.addAction(command.action)
                last_in[submenu] = command
                continue
            _part(menu, last_in.get(menu), command)
            menu.addAction(command.action)
            last_in[menu] = command
            if command.action_id == _OPEN_COMMAND:
                menu.addMenu(self.recent)

    def _hide_keys_of_other_pages(self) -> None:
        """Show keys that several pages use at the command of this page only."""
        local = [command for command in self._actions.commands() if command.is_local]
        here = {c.action.shortcut().toString() for c in local if c.page == self._page()}
        for command in local:
            action = command.action
            if command.page != self._page() and action.shortcut().toString() in here:
                action.setText(action.text().removesuffix(_NO_KEYS) + _NO_KEYS)

    def _show_all_keys(self) -> None:
        for command in self._actions.commands():
            command.action.setText(command.action.text().removesuffix(_NO_KEYS))

    def _on_added(self, _command: Command) -> None:
        self._timer.start()

    def _fill_recent(self) -> None:
        self.recent.clear()
        files = self._studio.settings.recent_files
        for number, file in enumerate(files, start=1):
            path = Path(file)
            name = without_access_key(path.name)
            words = f"&{number}  {name}" if number < 10 else name
            action = self.recent.addAction(words)
            action.setToolTip(tooltip(file))
            action.triggered.connect(self._on_recent)
            # Not the name: Qt passes over bytes that are no UTF-8.
            action.setData(path)
        self.recent.menuAction().setEnabled(bool(files))
        if files:
            self.recent.addSeparator()
            self.recent.addAction(self.tr("&Forget these files"), self._forget)

    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._open_path(action.data())

    def _forget(self) -> None:
        self._studio.update_settings(recent_files=())


def _part(menu: QMenu, before: Command | None, command: Command) -> None:
    """Draw a line between commands of different pages or groups."""
    if menu.isEmpty():
        return
    if before is None or (before.page, before.spec.section) != (command.page, command.spec.section):
        menu.addSeparator()
