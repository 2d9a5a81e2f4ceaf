"""The registry of commands: their keys, and what it takes to register one more."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.actions import Actions, CommandSpec
from abcstudio.ui.services.command_group import CommandGroup
from tests.unit.counted_work import calls_in


def registry(qtbot: QtBot, pages_with_own_keys: tuple[str, ...] = ()) -> Actions:
    window = QWidget()
    qtbot.addWidget(window)
    return Actions(window, {}, pages_with_own_keys)


def row(name: str, keys: str, other_keys: str = "") -> CommandSpec:
    return CommandSpec(name, name, name, do=bool, keys=keys, other_keys=other_keys)


def add(actions: Actions, spec: CommandSpec) -> QAction:
    return actions.add(spec, context="", menu="edit")


def test_a_command_takes_as_much_work_however_many_there_are(qtbot: QtBot) -> None:
    actions = registry(qtbot)
    add(actions, row("redo", "Ctrl+Shift+Z", "Ctrl+Y"))

    def work_for(name: str) -> int:
        return calls_in(lambda: add(actions, row(name, "Ctrl+G")))

    first = work_for("first")
    for number in range(200):
        add(actions, row(str(number), "Ctrl+G"))
    assert work_for("last") == first


def test_other_keys_are_given_up_to_a_command_that_comes_later(qtbot: QtBot) -> None:
    actions = registry(qtbot)
    redo = add(actions, row("redo", "Ctrl+Shift+Z", "Ctrl+Y"))
    assert [keys.toString() for keys in redo.shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]
    add(actions, row("year", "Ctrl+Y"))
    assert [keys.toString() for keys in redo.shortcuts()] == ["Ctrl+Shift+Z"]
    actions.set_user_keys({"year": "Ctrl+J"})
    assert [keys.toString() for keys in redo.shortcuts()] == ["Ctrl+Shift+Z", "Ctrl+Y"]


def test_a_page_has_its_keys_to_itself_whatever_its_name(qtbot: QtBot) -> None:
    actions = registry(qtbot, ("quiet",))
    for page in ("quiet", "other"):
        actions.add(row(page, "Ctrl+G"), context="", menu="tune", page=page)
    other = actions.action("other")
    actions.give_way_to("quiet")
    assert other.shortcutContext() is Qt.ShortcutContext.WidgetShortcut
    actions.give_way_to("other")
    assert other.shortcutContext() is Qt.ShortcutContext.WindowShortcut


def test_a_command_may_name_another_submenu_than_its_group(qtbot: QtBot) -> None:
    actions = registry(qtbot)
    group = CommandGroup(actions, actions, menu="file", submenu="export")
    group.add_all(row("one", ""), replace(row("two", ""), submenu="print"))
    assert [each.submenu for each in actions.commands()] == ["export", "print"]
