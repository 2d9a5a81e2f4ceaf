"""Work in parts: each has a turn of the event loop of its own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.takes.arriving.turns import Turns


def test_other_things_of_the_window_come_between_two_steps(qtbot: QtBot) -> None:
    parent, done = QObject(), list[str]()
    turns = Turns(parent)

    def step(number: int) -> Callable[[], None]:
        def do() -> None:
            done.append(f"step {number}")
            QTimer.singleShot(0, lambda: done.append(f"between {number}"))

        return do

    turns.add([step(1), step(2)])
    turns.add([step(3)])
    assert not done
    assert turns.are_left
    qtbot.waitUntil(lambda: "between 3" in done)
    assert done == ["step 1", "between 1", "step 2", "between 2", "step 3", "between 3"]
    assert not turns.are_left


def test_what_is_to_come_next_comes_before_what_is_left(qtbot: QtBot) -> None:
    parent, done = QObject(), list[int]()
    turns = Turns(parent)
    turns.add([lambda: turns.add_next([lambda: done.append(1), lambda: done.append(2)])])
    qtbot.waitUntil(lambda: done == [1, 2])
    turns.add([lambda: turns.add_next([lambda: done.append(3), lambda: done.append(4)])])
    turns.add([lambda: done.append(5)])
    qtbot.waitUntil(lambda: done == [1, 2, 3, 4, 5])


def test_what_is_left_is_done_at_once_on_demand(qtbot: QtBot) -> None:
    parent, done = QObject(), list[int]()
    turns = Turns(parent)
    turns.add([lambda: done.append(1), lambda: done.append(2)])
    turns.finish()
    assert done == [1, 2]
    turns.finish()
    turns.add([lambda: done.append(3)])
    qtbot.waitUntil(lambda: done == [1, 2, 3])


def test_a_step_that_raises_does_not_keep_the_others_from_their_turn(qtbot: QtBot) -> None:
    parent, done = QObject(), list[int]()
    turns = Turns(parent)
    turns.add([lambda: 1 // 0, lambda: done.append(2)])
    with pytest.raises(ZeroDivisionError):
        turns.finish()
    qtbot.waitUntil(lambda: done == [2])
