"""The menus inside menus, so that none grows longer than the eye can take in.

A command or its group names its submenu; a command without one is in its menu itself.
"""

from abcstudio.ui.services.actions import Command
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
