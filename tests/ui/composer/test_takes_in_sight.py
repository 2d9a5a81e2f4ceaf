"""What has just been composed is in sight in the list, whatever panel was in front before."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_history import change_takes
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.playing_steps import PATIENCE_MS

EARLIER = 60
TUNE = "X:1\nT:Old\nM:4/4\nL:1/8\nK:D\nABcd efga|\n"


def keep_takes(count: int) -> None:
    """Leave the takes of a session before this one."""
    for number in range(1, count + 1):
        key = take_key(number, "0a0b0c0d")
        take = RememberedTake(key=key, number=number, text=TUNE, title="Old")
        change_takes(takes_dir(), {key: take})


def compose(qtbot: QtBot, page: ComposerPage, takes: int) -> None:
    ask_for_short_takes(page.rooms[ComposingRoom].form)
    page.rooms[ComposingRoom].form.takes.setValue(takes)
    page.rooms[TextsRoom].focus_text()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def numbers_in_sight(page: ComposerPage) -> list[str]:
    """Return the numbers of the takes whose rows are whole in the list."""
    view, model = page.rooms[TakesRoom].list, page.rooms[TakesRoom].list.takes
    area = view.viewport().rect()
    rows = range(model.rowCount())
    return [
        model.data(model.index(row, 0))
        for row in rows
        if area.contains(view.visualRect(model.index(row, 0)).adjusted(0, 0, -1, -1))
    ]


def test_new_takes_are_in_sight_the_newest_on_top(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.resize(1280, 800)
    page = main_window.composer
    fronts = ("takes", "tunes", "problems", "inspection")
    for front, takes in product(fronts, (5, 4)):
        before = page.rooms[TakesRoom].list.takes.rowCount()
        page.parts.side.show_panel(front)
        compose(qtbot, page, takes)
        assert page.parts.side.front == "takes"
        expected = [str(before + new) for new in range(takes, 0, -1)]
        assert numbers_in_sight(page)[:takes] == expected


@pytest.mark.parametrize("front", ["takes", "problems"])
def test_so_they_are_above_a_long_history(
    qtbot: QtBot, home: None, request: pytest.FixtureRequest, front: str
) -> None:
    keep_takes(EARLIER)
    main_window: MainWindow = request.getfixturevalue("main_window")
    main_window.resize(1280, 800)
    page = main_window.composer
    qtbot.waitUntil(
        lambda: page.rooms[TakesRoom].list.takes.rowCount() == EARLIER, timeout=PATIENCE_MS
    )
    page.rooms[TakesRoom].list.scrollToBottom()
    page.parts.side.show_panel(front)
    compose(qtbot, page, 5)
    assert numbers_in_sight(page)[:5] == [str(EARLIER + new) for new in (5, 4, 3, 2, 1)]


def test_so_they_are_where_the_side_was_folded_away_meanwhile(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    main_window.resize(1280, 800)
    page = main_window.composer
    page.parts.side.show_panel("problems")
    main_window.registry.action("view.right_panel").trigger()
    assert not page.parts.side.isVisible()
    compose(qtbot, page, 5)
    main_window.registry.action("view.right_panel").trigger()
    assert page.rooms[TakesRoom].list.isVisible()
    assert numbers_in_sight(page)[:5] == ["5", "4", "3", "2", "1"]
