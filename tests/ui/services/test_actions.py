"""The registry of commands: their keys, and what it takes to register one more."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.actions import Actions
from tests.unit.counted_work import calls_in


def registry(qtbot: QtBot) -> Actions:
    window = QWidget()
    qtbot.addWidget(window)
    return Actions(window, {})


def test_a_command_takes_as_much_work_however_many_there_are(qtbot: QtBot) -> None:
    actions = registry(qtbot)
    actions.add("redo", "Redo", bool, menu="edit", keys="Ctrl+Shift+Z", other_keys="Ctrl+Y")

    def add(name: str) -> int:
        return calls_in(lambda: actions.add(name, name, bool, menu="edit", keys="Ctrl+G"))

    first = add("first")
    for number in range(200):
        add(str(number))
    assert add("last") == first


def test_other_keys_are_given_up_to_a_command_that_comes_later(qtbot: QtBot) -> None:
    actions = registry(qtbot)
    redo = actions.add("redo", "Redo", bool, menu="edit", keys="Ctrl+Shift+Z", other_keys="Ctrl+Y")
    assert [keys.toString() for keys in redo.shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]
    actions.add("year", "Year", bool, menu="edit", keys="Ctrl+Y")
    assert [keys.toString() for keys in redo.shortcuts()] == ["Ctrl+Shift+Z"]
    actions.set_user_keys({"year": "Ctrl+J"})
    assert [keys.toString() for keys in redo.shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]
