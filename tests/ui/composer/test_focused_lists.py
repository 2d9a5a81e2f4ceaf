"""A list that gets the focus opens nothing: a row is chosen by a click on it or by a key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.composing.history.take_history import change_takes
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.problems.room import ProblemsRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.controls.rows.row_table import RowTable
from abcstudio.ui.training.runs.runs_panel import RunsList
from abcstudio.ui.window.main_window import MainWindow

Start = Callable[[], MainWindow]
TAKE = "X:1\nT:Three\nM:6/8\nL:1/8\nK:D\nABc def|gfe dcB|\n"
MINE = "X:1\nT:Mine\nK:D\n|:ABc def|gfe dcB A2"
LEFT = Qt.MouseButton.LeftButton


def keep_take() -> None:
    """Let a take of an earlier session be on disk."""
    take = RememberedTake(key="take-1-aa", number=1, text=TAKE, is_kept=True, title="Three")
    change_takes(takes_dir(), {take.key: take})


def test_a_fix_pressed_from_the_takes_stays_in_its_tune(start: Start, qtbot: QtBot) -> None:
    keep_take()
    window = start()
    composer, takes, strip = (
        window.composer,
        window.composer.rooms[TakesRoom].list,
        window.composer.rooms[ProblemsRoom].strip,
    )
    window.registry.action("file.new").trigger()
    mine = composer.desk.documents.current
    composer.desk.editor.insertPlainText(MINE)
    composer.desk.watch.settle()
    opened = [document.label for document in composer.desk.documents]
    ground = QPoint(takes.viewport().width() // 2, takes.viewport().height() - 2)
    qtbot.mouseClick(takes.viewport(), LEFT, pos=ground)
    assert takes.hasFocus()
    assert not takes.currentIndex().isValid()
    assert strip.fix_button.accessibleName() == "Close the repeat"
    qtbot.mouseClick(strip.fix_button, LEFT)
    composer.desk.watch.settle()
    labels = [document.label for document in composer.desk.documents]
    fixed, focused = mine.text(), QApplication.focusWidget()
    is_mine = composer.desk.documents.current is mine
    qtbot.keyClick(composer.desk.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undone = mine.text()
    window.end_without_asking()
    assert is_mine
    assert labels == opened
    assert (fixed, undone) == (MINE + " :|", MINE)
    assert focused is composer.desk.editor


def test_a_key_in_the_focused_takes_chooses(start: Start, qtbot: QtBot) -> None:
    keep_take()
    window = start()
    composer, takes = window.composer, window.composer.rooms[TakesRoom].list
    takes.setFocus(Qt.FocusReason.TabFocusReason)
    assert not composer.desk.documents.current.is_take
    qtbot.keyClick(takes, Qt.Key.Key_Down)
    assert composer.desk.documents.current.label == "Take 1, Three"


class Leaving(QObject):
    """Shows another text as soon as a button is hidden."""

    def __init__(self, button: QWidget, leave: Callable[[], None]) -> None:
        super().__init__(button)
        self._leave = leave
        button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self._leave()
        return False


def test_a_text_that_leaves_while_it_is_shown_keeps_its_name(start: Start) -> None:
    window = start()
    composer = window.composer
    composer.parts.files.open_text(TAKE, "three")
    three = composer.desk.documents.current
    composer.parts.files.open_text(MINE, "mine")
    mine = composer.desk.documents.current
    composer.desk.watch.settle()
    Leaving(
        composer.rooms[ProblemsRoom].strip.fix_button,
        lambda: composer.desk.documents.make_current(three),
    )
    composer.rooms[ProblemsRoom].strip.request_fix()
    is_left = composer.desk.documents.current is three
    labels = mine.label, three.label
    window.end_without_asking()
    assert is_left
    assert labels == ("Mine", "Three")


@pytest.mark.parametrize("reason", [Qt.FocusReason.TabFocusReason, Qt.FocusReason.MouseFocusReason])
def test_lists_of_rows_that_get_the_focus_choose_none(qtbot: QtBot, reason: Qt.FocusReason) -> None:
    rows, table = RunsList(), RowTable()
    rows.addItems(["One", "Two"])
    table.setModel(QStringListModel(["One", "Two"], table))
    for view in (rows, table):
        qtbot.addWidget(view)
        view.show()
        view.activateWindow()
        view.setFocus(reason)
        qtbot.waitUntil(view.hasFocus)
        assert not view.currentIndex().isValid()
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert view.currentIndex().row() == 0
