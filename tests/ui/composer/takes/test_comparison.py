"""Two takes side by side: selected by key and mouse, heard by turns, kept, and left again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.take_history import listed_takes
from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.comparing.comparison_command import ComparisonCommand
from abcstudio.ui.composer.takes.comparing.comparison_dialog import ComparisonDialog
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.playing_steps import PATIENCE_MS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def click(page: ComposerPage, qtbot: QtBot, row: int, modifier: Qt.KeyboardModifier) -> None:
    place = (
        page.rooms[TakesRoom]
        .list.visualRect(page.rooms[TakesRoom].list.takes.index(row, 1))
        .topLeft()
    )
    place.setX(place.x() + 20)
    place.setY(place.y() + 40)
    qtbot.mouseClick(
        page.rooms[TakesRoom].list.viewport(), Qt.MouseButton.LeftButton, modifier, place
    )


def selected(page: ComposerPage) -> list[int]:
    return sorted(
        index.row() for index in page.rooms[TakesRoom].list.selectionModel().selectedRows()
    )


def opened(page: ComposerPage, qtbot: QtBot) -> ComparisonDialog:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.registry.action("tune.compare_takes").trigger()
    dialog = page.rooms[ComparisonCommand].dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.verdict.text() != "Comparing…", timeout=PATIENCE_MS)
    return dialog


def test_a_second_take_is_selected_and_the_first_stays_in_the_editor(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    click(page, qtbot, 3, Qt.KeyboardModifier.NoModifier)
    shown = page.desk.documents.current
    click(page, qtbot, 1, CTRL)
    assert selected(page) == [1, 3]
    assert page.desk.documents.current is shown
    click(page, qtbot, 0, Qt.KeyboardModifier.NoModifier)
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Down, SHIFT)
    assert selected(page) == [0, 1]
    assert page.desk.documents.current.title == "Tune 4"
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Up)
    assert selected(page) == [0]
    for _ in range(2):
        qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Down, CTRL)
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Insert)
    assert selected(page) == [0, 2]
    # What is heard is the row at which the list stands.
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Return)
    assert page.parts.playback.tune.title == "Tune 2"
    page.parts.playback.stop()


def test_one_row_alone_is_selected_where_a_key_with_ctrl_shows_another_take(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    click(page, qtbot, 0, Qt.KeyboardModifier.NoModifier)
    for row in (1, 2):
        qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_PageDown, CTRL)
        assert selected(page) == [row]
    assert page.desk.documents.current.title == "Tune 2"


def test_the_command_says_what_it_needs(page: ComposerPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    page.rooms[TakesRoom].list.selectRow(0)
    action = window.registry.action("tune.compare_takes")
    assert not action.isEnabled()
    assert "Select two takes in the list first" in action.toolTip()
    page.rooms[TakesRoom].list.selectionModel().select(
        page.rooms[TakesRoom].list.takes.index(2, 0),
        page.rooms[TakesRoom].list.selectionModel().SelectionFlag.Select
        | page.rooms[TakesRoom].list.selectionModel().SelectionFlag.Rows,
    )
    assert action.isEnabled()


def test_two_takes_stand_side_by_side_and_are_heard_and_kept_by_keys(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    page.rooms[TakesRoom].list.selectRow(2)
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Down, SHIFT)
    dialog = opened(page, qtbot)
    left, right = dialog.columns
    assert [column.accessibleName() for column in dialog.columns] == ["2 · Tune 2", "1 · Tune 1"]
    for column in dialog.columns:
        assert all(column.jury.sentences[name].text() for name in CRITERIA)
        qtbot.waitUntil(lambda: column.score.score_scene is not None, timeout=PATIENCE_MS)  # noqa: B023
    numbers = [[float(one.jury.numbers[n].text()) for n in CRITERIA] for one in dialog.columns]
    bold = [left.jury.numbers[name].font().bold() for name in CRITERIA]
    assert bold == [a > b for a, b in zip(*numbers, strict=True)]
    assert dialog.verdict.text().startswith("Measures that both have: 0. On the left there are")
    for key, take in ((Qt.Key.Key_Right, "1 · Tune 1"), (Qt.Key.Key_Left, "2 · Tune 2")):
        qtbot.keyClick(dialog, key)
        qtbot.waitUntil(lambda: page.parts.playback.is_heard, timeout=PATIENCE_MS)
        assert page.parts.playback.tune.title == take
        assert page.parts.playback.tune.is_take
    assert left.hasFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_Space)
    assert not page.parts.playback.is_heard
    right.star.setFocus()
    qtbot.keyClick(right.star, Qt.Key.Key_Space)
    assert right.star.isChecked()
    right.setFocus()
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    assert not right.star.isChecked()
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    assert right.star.isChecked()
    assert not left.star.isChecked()
    qtbot.mouseClick(left.star, Qt.MouseButton.LeftButton)
    qtbot.keyClick(dialog, Qt.Key.Key_1)
    assert not left.star.isChecked()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.rooms[ComparisonCommand].dialog is None
    qtbot.waitUntil(page.rooms[TakesRoom].list.hasFocus)
    assert selected(page) == [2, 3]
    assert [page.rooms[TakesRoom].list.takes.take_at(row).is_kept for row in range(4)] == [
        False
    ] * 3 + [True]
    qtbot.waitUntil(
        lambda: [take.is_kept for take in listed_takes(takes_dir()).takes] == [False] * 3 + [True],
        timeout=PATIENCE_MS,
    )


def test_what_plays_falls_silent_when_the_two_are_left(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    page.rooms[TakesRoom].list.selectRow(0)
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Down, SHIFT)
    dialog = opened(page, qtbot)
    qtbot.mouseClick(dialog.columns[1].play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.parts.playback.is_heard, timeout=PATIENCE_MS)
    dialog.reject()
    assert not page.parts.playback.is_heard
    qtbot.waitUntil(lambda: page.parts.playback.tune.title == "Tune 4", timeout=PATIENCE_MS)


def test_notes_of_related_takes_that_differ_are_marked(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    page.rooms[TakesRoom].list.selectRow(3)
    edited = page.desk.documents.current.text().replace("BGdB A2FA|GBEG", "BGdB A2FA|d2d2", 1)
    takes = page.rooms[TakesRoom]
    page.desk.documents.make_current(takes.history.open(takes.list.takes.take_at(2)))  # type: ignore[arg-type]
    page.desk.editor.selectAll()
    page.desk.editor.insertPlainText(edited.replace("Tune 1", "Tune 2"))
    page.desk.watch.settle()
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Down, SHIFT)
    dialog = opened(page, qtbot)
    assert "Measures that both have: 7." in dialog.verdict.text()
    assert dialog.verdict.text().endswith("The notes of the others are marked.")
    for column in dialog.columns:
        score = column.score
        qtbot.waitUntil(lambda: bool(score.marks and score.marks.selected), timeout=PATIENCE_MS)  # noqa: B023
    dialog.reject()
