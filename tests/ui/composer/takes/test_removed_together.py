"""Takes that go off the list together are told of together, and come back together."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.take_history import listed_takes
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.test_take_history import compose, focus, shown

_ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
Start = Callable[[], MainWindow]


def remove(window: MainWindow, qtbot: QtBot, *rows: int) -> None:
    """Select rows of the list and press Delete."""
    view = window.composer.rooms[TakesRoom].list
    focus(view, qtbot)
    view.selectRow(rows[0])
    for row in rows[1:]:
        view.selectionModel().select(view.takes.index(row, 0), _ROWS)
    qtbot.keyClick(view, Qt.Key.Key_Delete)


def test_one_notice_counts_them_and_brings_them_back(start: Start, qtbot: QtBot) -> None:
    window = start()
    for _ in range(4):
        compose(window)
    # Some of an earlier session, and some of this one.
    window = start()
    for _ in range(2):
        compose(window)
    said: list[Notice] = []
    window.studio.notice_requested.connect(said.append)
    remove(window, qtbot, 1, 2, 4)
    assert shown(window, 0) == ["6", "3", "1"]
    assert [notice.text for notice in said] == ["3 takes are off the list."]
    assert window.composer.desk.documents.current.provenance.take_number == 3
    assert said[0].action is not None
    said[0].action()
    assert shown(window, 0) == ["6", "5", "4", "3", "2", "1"]
    assert window.notices.notice is None
    # Once more does nothing: they are there.
    said[0].action()
    assert shown(window, 0) == ["6", "5", "4", "3", "2", "1"]
    assert window.close()
    assert [take.number for take in listed_takes(takes_dir()).takes] == [6, 5, 4, 3, 2, 1]


def test_keys_bring_back_one_removal_after_the_other(start: Start, qtbot: QtBot) -> None:
    window = start()
    for _ in range(5):
        compose(window)
    view = window.composer.rooms[TakesRoom].list
    remove(window, qtbot, 0)
    remove(window, qtbot, 1, 2)
    assert shown(window, 0) == ["4", "1"]
    for back in (["4", "3", "2", "1"], ["5", "4", "3", "2", "1"]):
        focus(view, qtbot)
        qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert shown(window, 0) == back
    assert window.registry.action("edit.undo").text() == "&Undo"
    assert window.close()
