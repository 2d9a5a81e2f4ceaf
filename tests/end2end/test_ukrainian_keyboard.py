"""Real keys of a keyboard that writes Ukrainian letters only: commands, and what is typed."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError

from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.services.actions import Command
from abcstudio.ui.window.keyboard.latin_keys import PLACES
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events

_TOOLS = ("xdotool", "setxkbmap")
pytestmark = [
    pytest.mark.skipif(not all(map(shutil.which, _TOOLS)), reason=" or ".join(_TOOLS)),
    pytest.mark.parametrize("window", ["uk"], indirect=True),
]

_BEFORE_FIRST = 8
_NUMBERS = {key: place + _BEFORE_FIRST for place, key in PLACES.items()}
_NUMBERS |= {"Ctrl": 37, "Shift": 50, "Alt": 64, "Space": 65, "Return": 36, "Tab": 23}
_NUMBERS |= {"Del": 119, "Home": 110, "PgUp": 112, "PgDown": 117, "F11": 95, "F12": 96}
_NUMBERS |= {"Up": 111, "Down": 116, "Left": 113, "Right": 114}
_NUMBERS |= {f"F{number}": 66 + number for number in range(1, 11)}
"""What X calls each key, by its place, whatever it writes."""
_OF_TEXT = {"edit.undo", "edit.redo", "edit.cut", "edit.copy", "edit.paste", "edit.select_all"}
_AT_ONCE_MS = 2_000


@pytest.fixture
def layout(request: pytest.FixtureRequest) -> Iterator[None]:
    """A keyboard of the screen, until the test is over."""
    told = subprocess.run(["setxkbmap", "-query"], check=True, capture_output=True, text=True)
    before = dict(re.findall(r"^(\w+): +(\S+)$", told.stdout, re.MULTILINE))
    subprocess.run(["setxkbmap", request.param], check=True)
    yield
    subprocess.run(["setxkbmap", before.get("layout", "us")], check=True)


def press(keys: str) -> None:
    """Press real keys, called as on an American keyboard."""
    names = keys.replace("++", "+Shift+=").split("+") if len(keys) > 1 else [keys]
    # A single digit would be the key that writes it.
    numbers = ["Escape" if name == "Esc" else str(_NUMBERS[name or "-"]) for name in names]
    held = [part for number in numbers[:-1] for part in ("keydown", number)]
    released = [part for number in numbers[-2::-1] for part in ("keyup", number)]
    subprocess.run(["xdotool", *held, "key", numbers[-1], *released], check=True)


def type_places(keys: str) -> None:
    for key in keys:
        press(key)


@pytest.mark.usefixtures("layout")
@pytest.mark.parametrize("layout", ["ua"], indirect=True)
def test_every_command_has_its_keys(
    window: MainWindow, hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is noted instead of done, and never off. The text itself does what is its own."""
    ran = list[str]()
    registry = window.registry
    monkeypatch.setattr(registry, "set_available", lambda *_: None)
    commands = [each for each in registry.commands() if each.action_id not in _OF_TEXT]
    for command in commands:
        _only_note(command, ran)
    press("Shift")
    wrong = {}
    for command in commands:
        window.show_page(command.page or "composer")
        hands.focus(_place_of_work(window))
        for keys in command.action.shortcuts():
            ran.clear()
            press(keys.toString())
            with suppress(TimeoutError):
                hands.wait(lambda: bool(ran), _AT_ONCE_MS)
            deliver_events()
            if ran != [command.action_id]:
                wrong[keys.toString()] = [*ran]
    assert not wrong


def _place_of_work(window: MainWindow) -> QWidget:
    is_composer = window.page_name == "composer"
    return window.composer.desk.editor if is_composer else window.pages.main_focus()


def _only_note(command: Command, ran: list[str]) -> None:
    command.action.setEnabled(True)
    command.action.triggered.disconnect()
    command.action.triggered.connect(lambda: ran.append(command.action_id))


@pytest.mark.usefixtures("layout")
@pytest.mark.parametrize("layout", ["ua", "ua,us"], indirect=True)
def test_a_text_is_edited_and_ukrainian_is_typed(window: MainWindow, hands) -> None:
    window.show_page("composer")
    editor = window.composer.desk.editor
    hands.focus(editor)
    editor.setPlainText("X:1\nK:G\n")
    press("Ctrl+A")
    press("Ctrl+X")
    hands.wait(lambda: not editor.text())
    press("Ctrl+Z")
    hands.wait(lambda: editor.text() == "X:1\nK:G\n")
    press("Ctrl+Home")
    press("Ctrl+/")
    hands.wait(lambda: editor.text().startswith("%"))
    press("Ctrl+F")
    line = window.composer.rooms[TextsRoom].find_bar.line
    hands.wait(line.hasFocus)
    type_places("S;FR")
    hands.wait(lambda: line.text() == "іжак")
    press("Ctrl+A")
    press("Ctrl+C")
    hands.wait(lambda: QGuiApplication.clipboard().text() == "іжак")
