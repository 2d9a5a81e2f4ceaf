"""The MIDI ports of the system as entries of a menu, of which one is chosen."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from abcstudio.ui.look.plain_text import without_access_key


def fill_with_ports(
    menu: QMenu,
    names: Collection[str] | None,
    chosen: str,
    words: tuple[str, str],
    choose: Callable[[str], object],
) -> None:
    """Offer ports in an empty menu.

    Args:
        menu: The menu.
        names: Those that are there; None while they are looked for.
        chosen: The name of the chosen one, "" for none; it is offered also while it is not there.
        words: For the entry that chooses none, and the tooltip of the others.
        choose: Called with a name.
    """
    # One for as long as the menu lives: its actions go with each filling, a group would stay.
    group = menu.findChild(QActionGroup) or QActionGroup(menu)
    there = tuple(names or ())
    known = (*there, chosen) if chosen and chosen not in there else there
    none, sentence = words
    for name in ("", *known):
        is_there = not name or name in there
        shown = without_access_key(name) or none
        action = menu.addAction(shown if is_there else _not_connected(shown))
        action.setCheckable(True)
        action.setChecked(name == chosen)
        action.setToolTip(sentence)
        action.triggered.connect(lambda _checked=False, name=name: choose(name))
        group.addAction(action)
    if not known:
        menu.addAction(_looking() if names is None else _none()).setEnabled(False)


def _not_connected(name: str) -> str:
    return QCoreApplication.translate("PortMenu", "{0} (not connected)").format(name)


def _looking() -> str:
    return QCoreApplication.translate("PortMenu", "Looking…")


def _none() -> str:
    return QCoreApplication.translate("PortMenu", "None found. Connect one, and it appears here")
