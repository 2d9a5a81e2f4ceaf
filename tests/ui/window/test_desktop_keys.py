"""The keys of the program: none that a desktop takes before the program gets it."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

ARROWS = ("Left", "Right", "Up", "Down")
FUNCTION_KEYS = tuple(f"F{number}" for number in range(1, 13))

# The defaults of each desktop, without those of the keys Super and Print.
TAKEN = {
    "GNOME": {
        *(f"Ctrl+Alt+{held}{arrow}" for held, arrow in product(("", "Shift+"), ARROWS)),
        *("Alt+F1", "Alt+F2", "Alt+F4", "Alt+F5", "Alt+F6", "Alt+F7", "Alt+F8", "Alt+F10"),
        *("Alt+Space", "Alt+Tab", "Alt+Shift+Tab", "Alt+Esc", "Alt+Shift+Esc", "Ctrl+Shift+U"),
        *("Ctrl+Alt+D", "Ctrl+Alt+L", "Ctrl+Alt+T", "Ctrl+Alt+Del", "Ctrl+Alt+Shift+R"),
    },
    "KDE": {
        *("Alt+F1", "Alt+F2", "Alt+F3", "Alt+F4", "Alt+Space", "Alt+Tab", "Alt+Shift+Tab"),
        *("Ctrl+F1", "Ctrl+F2", "Ctrl+F3", "Ctrl+F4", "Ctrl+F7", "Ctrl+F8", "Ctrl+F9", "Ctrl+F10"),
        *("Ctrl+F12", "Ctrl+Esc", "Ctrl+Alt+Esc", "Ctrl+Alt+A", "Ctrl+Alt+L", "Ctrl+Alt+T"),
        *("Ctrl+Alt+Del", "Ctrl+Alt+R", "Ctrl+Alt+V", *(f"Ctrl+Alt+{arrow}" for arrow in ARROWS)),
    },
    "Xfce": {
        *(f"Ctrl+Alt+{held}{arrow}" for held, arrow in product(("", "Shift+"), ARROWS)),
        *(f"Ctrl+{key}" for key in FUNCTION_KEYS),
        *(f"Alt+{key}" for key in FUNCTION_KEYS),
        *("Alt+Ins", "Alt+Del", "Alt+Space", "Alt+Tab", "Alt+Shift+Tab", "Ctrl+Alt+D"),
        *("Ctrl+Alt+Home", "Ctrl+Alt+End", "Ctrl+Alt+L", "Ctrl+Alt+T", "Ctrl+Alt+Del", "Ctrl+Esc"),
    },
    "openbox": {
        *(f"{held}{arrow}" for held, arrow in product(("Ctrl+Alt+", "Alt+Shift+"), ARROWS)),
        *("Alt+F4", "Alt+Esc", "Alt+Space", "Alt+Tab", "Alt+Shift+Tab", "Ctrl+Alt+Tab"),
    },
    "Windows": {
        *("Alt+F4", "Alt+Space", "Alt+Tab", "Alt+Shift+Tab", "Alt+Esc", "Alt+Shift+Esc"),
        *("Ctrl+Esc", "Ctrl+Shift+Esc", "Ctrl+Alt+Del", "Ctrl+Alt+Tab", "F10"),
        *(f"Ctrl+Alt+{arrow}" for arrow in ARROWS),  # Drivers of displays turn the picture.
    },
    # Qt's Ctrl is the Command key there.
    "macOS": {
        *("Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Space", "Ctrl+Alt+Space", "Ctrl+H", "Ctrl+Alt+H"),
        *("Ctrl+M", "Ctrl+Alt+M", "Ctrl+Alt+D", "Ctrl+Alt+Esc", "Ctrl+Shift+Q", "Ctrl+`"),
        *("Ctrl+F5", "Ctrl+Alt+F5", "Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5"),
    },
}
# They are what every other desktop expects of them.
ALLOWED = {"macOS": {"Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+Space", "Ctrl+H", "Ctrl+M"}}


def keys_of_commands(window: MainWindow) -> dict[str, str]:
    return {
        command.spec.keys: command.action_id
        for command in window.registry.commands()
        if command.spec.keys
    }


@pytest.mark.parametrize("desktop", TAKEN)
def test_no_command_has_keys_that_a_desktop_takes(main_window: MainWindow, desktop: str) -> None:
    taken = {QKeySequence(keys).toString() for keys in TAKEN[desktop] - ALLOWED.get(desktop, set())}
    found = {
        keys: command
        for keys, command in keys_of_commands(main_window).items()
        if QKeySequence(keys).toString() in taken
    }
    assert found == {}


def test_no_keys_are_those_that_write_a_sign(main_window: MainWindow) -> None:
    """Windows reads `AltGr` as Ctrl and Alt: many keyboards write signs with it."""
    control_alt = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    found = [
        command
        for keys, command in keys_of_commands(main_window).items()
        if QKeySequence(keys)[0].keyboardModifiers() & control_alt == control_alt  # type: ignore[index]
    ]
    assert found == []


def test_no_keys_hold_the_key_of_the_desktop(main_window: MainWindow) -> None:
    assert not [keys for keys in keys_of_commands(main_window) if "Meta" in keys]
