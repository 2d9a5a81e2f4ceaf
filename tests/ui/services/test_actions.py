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


def listened_to(actions: Actions) -> list[str]:
    """Return a list that grows by each signal and the id of its command."""
    heard: list[str] = []
    for signal, word in (
        (actions.added, "added"),
        (actions.chosen, "chosen"),
        (actions.shown_first, "shown"),
    ):
        signal.connect(lambda command, word=word: heard.append(f"{word} {command.action_id}"))
    actions.keys_changed.connect(lambda: heard.append("keys"))
    return heard


def test_listeners_are_told_before_a_command_runs(qtbot: QtBot) -> None:
    actions = registry(qtbot)
    heard = listened_to(actions)
    cut = add(actions, replace(row("cut", ""), do=lambda: heard.append("cut")))
    cut.trigger()
    actions.set_user_keys({"cut": "Ctrl+J"})
    assert heard == ["added cut", "chosen cut", "cut", "keys"]


def test_a_long_command_only_shows_its_page_from_another(qtbot: QtBot) -> None:
    actions = registry(qtbot)
    heard = listened_to(actions)
    spec = replace(row("train", ""), do=lambda: heard.append("trains"), shows_first=True)
    train = actions.add(spec, context="", menu="train", page="training")
    actions.give_way_to("composer")
    train.trigger()
    assert heard[1:] == ["chosen train", "shown train"]
    actions.give_way_to("training")
    train.trigger()
    assert heard[3:] == ["chosen train", "trains"]


def test_what_is_chosen_on_the_page_in_front_takes_the_place_of_the_tune(qtbot: QtBot) -> None:
    actions = registry(qtbot)
    heard = listened_to(actions)
    spec = replace(row("play", ""), do=lambda: heard.append("tune"), acts_on_tune=True)
    play = actions.add(spec, context="", menu="play", page="composer")
    actions.stand_in("datasets", "play", lambda: heard.append("chosen tune"))
    for page in ("datasets", "composer"):
        actions.give_way_to(page)
        play.trigger()
    assert heard[1:] == ["chosen tune", "chosen play", "tune"]
