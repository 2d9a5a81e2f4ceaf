"""The table of training runs in the window."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.composing.takes import tunes_in
from abcstudio.learning.milestones.kept import milestone
from abcstudio.runs.run_folder import RunFolder
from abcstudio.runs.run_marks import read_marks
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.table.runs_dialog import RunsDialog
from abcstudio.ui.training.table.runs_model import DATE, LOSS, NAME, NOTE, TAGS
from abcstudio.ui.training.table.runs_table import RunsTable
from tests.ui.training.milestones.heard_run import STEPS, make_run
from tests.ui.training.small_runs import RUN_MS

RUNS = ((1, 1.5, 0.9), (2, 1.1, 0.5), (3, 1.3, None))
NEWNESS = {1: 0.25, 2: 0.75, 3: None}


@pytest.fixture
def runs(studio: Studio) -> Path:
    folder = studio.runs_folder
    for number, loss, right in RUNS:
        run = RunFolder(folder / f"run-{number}")
        facts = {
            "name": f"Run {number}",
            "created": f"2026-01-0{number}T10:00:00",
            "state": "finished",
            "config": {"steps": 10, "hidden_size": 100 * number, "cell": "lstm"},
            "step": 10,
            "best_val_loss": loss,
            "right_measures": right,
            "newness": NEWNESS[number],
            "chars_per_second": 1000 * number,
            "corpus": {"name": "session.abc", "tunes": 9},
        }
        run.create(facts, "", "")
        run.keep_losses(10, [3.0 - 0.1 * number * step for step in range(10)])
        run.append_metrics({"step": 10, "val_loss": loss, "train_loss": 2.0})
        run.keep_take(10, f"X:1\nT:Tune of run {number}\nK:D\nABc|")
    return folder


@pytest.fixture
def dialog(runs: Path, shown: SimpleNamespace, qtbot: QtBot) -> RunsDialog:
    shown.actions.action("training.runs").trigger()
    found = shown.page.rooms[RunsTable].dialog
    qtbot.waitUntil(lambda: found.isVisible() and len(found.model.rows) == len(RUNS))
    return found


def names(dialog: RunsDialog) -> list[str]:
    return [run.name for run in dialog.model.rows]


def choose(dialog: RunsDialog, *numbers: int) -> None:
    dialog.choose({run.folder for run in dialog.model.rows if int(run.name[-1]) in numbers})


def type_into(dialog: RunsDialog, row: int, column: str, text: str) -> None:
    index = dialog.model.index(row, dialog.model.place_of(column))
    dialog.table.setCurrentIndex(index)
    dialog.table.edit(index)
    line = dialog.table.findChild(QLineEdit)
    assert line
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_runs_stand_with_the_settings_that_differ(dialog) -> None:
    assert names(dialog) == ["Run 3", "Run 2", "Run 1"]
    assert "hidden_size" in dialog.model.names
    assert "cell" not in dialog.model.names
    row = [dialog.model.index(1, n).data() for n in range(dialog.model.columnCount())]
    assert {"Run 2", "session.abc", "200", "1.100", "50 %", "75 %", "Finished"} <= set(row)


def test_the_best_by_loss_and_the_best_by_music_are_compared(dialog, qtbot) -> None:
    words = dialog.best.words.text()
    assert "Best by loss: Run 2 (1.100)" in words
    assert "Best by right measures: Run 1 (90 %)" in words
    assert "Hidden units 200 and 100" in words
    qtbot.mouseClick(dialog.best.both, Qt.MouseButton.LeftButton)
    assert [run.name for run in dialog.runs] == ["Run 2", "Run 1"]
    dialog.filter.setText("2")
    assert not dialog.best.both.isVisible()


def test_takes_are_played_one_against_the_other(dialog, shown, qtbot) -> None:
    choose(dialog, 1, 2)
    qtbot.waitUntil(lambda: [bool(text) for _, text in dialog.takes.takes] == [True, True])
    dialog.tabs.setCurrentWidget(dialog.takes)
    heard: list[tuple[str, str]] = []
    shown.page.rooms[RunsTable].play_requested.connect(
        lambda text, name: heard.append((name, text))
    )
    play = [each for each in dialog.takes.findChildren(QPushButton) if "Play" in each.text()]
    play = [each for each in play if each.isVisible()]
    qtbot.mouseClick(play[0], Qt.MouseButton.LeftButton)
    play[0].setFocus()
    qtbot.keyClick(play[0], Qt.Key.Key_2)
    assert [name for name, _ in heard] == ["Run 2", "Run 1"]
    assert "Tune of run 1" in heard[1][1]


def test_a_click_on_a_heading_sorts_and_what_is_not_known_stands_last(dialog, qtbot) -> None:
    header = dialog.table.horizontalHeader()

    def click(column: str) -> None:
        place = header.sectionViewportPosition(dialog.model.place_of(column))
        qtbot.mouseClick(
            header.viewport(),
            Qt.MouseButton.LeftButton,
            pos=QPoint(place + 8, header.height() // 2),
        )

    click(LOSS)
    assert names(dialog) == ["Run 2", "Run 3", "Run 1"]
    click(LOSS)
    assert names(dialog) == ["Run 1", "Run 3", "Run 2"]
    for _ in range(2):
        dialog.table.sortByColumn(dialog.model.place_of("right"), Qt.SortOrder.AscendingOrder)
        assert names(dialog)[-1] == "Run 3"
    click(DATE)


def test_what_is_typed_above_filters(dialog, qtbot) -> None:
    qtbot.keyClicks(dialog.filter, "loss:<1.4")
    assert names(dialog) == ["Run 3", "Run 2"]
    assert dialog.count.text().startswith("2 of 3")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Escape)
    assert len(names(dialog)) == 3


def test_marks_are_typed_into_the_table_and_undone(dialog, qtbot, runs) -> None:
    type_into(dialog, 0, NAME, "The widest")
    qtbot.waitUntil(lambda: names(dialog)[0] == "The widest")
    type_into(dialog, 0, TAGS, "slow, good")
    qtbot.waitUntil(lambda: dialog.model.rows[0].marks.tags == ("slow", "good"))
    type_into(dialog, 0, NOTE, "hear it")
    qtbot.waitUntil(lambda: dialog.model.rows[0].marks.note == "hear it")
    assert read_marks(runs / "run-3").name == "The widest"
    for _ in range(3):
        qtbot.mouseClick(dialog.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(dialog)[0] == "Run 3")
    assert not (runs / "run-3" / "marks.json").exists()
    assert not dialog.undo.isEnabled()


def test_stars_are_given_to_all_chosen_runs(dialog, qtbot) -> None:
    choose(dialog, 1, 2)
    qtbot.mouseClick(dialog.star, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sum(run.marks.starred for run in dialog.model.rows) == 2)
    dialog.filter.setText("is:starred")
    assert names(dialog) == ["Run 2", "Run 1"]


def test_runs_are_deleted_and_brought_back(dialog, qtbot, runs) -> None:
    choose(dialog, 1, 3)
    qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(dialog) == ["Run 2"])
    assert not (runs / "run-1").exists()
    QTest.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Undo))
    qtbot.waitUntil(lambda: len(names(dialog)) == 3)
    assert (runs / "run-1" / "losses.f32").exists()


def test_takes_side_by_side_are_those_of_the_last_milestone(
    studio: Studio, shown: SimpleNamespace, qtbot: QtBot
) -> None:
    folder = make_run(studio.runs_folder)
    composed = milestone(folder, STEPS[-1])
    for number in (1, 2, 3):
        (composed.path / f"{number}.abc").unlink(missing_ok=True)
    shown.actions.action("training.runs").trigger()
    found = shown.page.rooms[RunsTable].dialog
    qtbot.waitUntil(lambda: len(found.model.rows) == 1)
    found.choose({folder})
    qtbot.waitUntil(lambda: any(text for _, text in found.takes.takes), timeout=RUN_MS)
    # Composed now, from the network of the last step, and kept as the page shows it.
    ((_, text),) = found.takes.takes
    raw = (composed.path / "1.abc").read_text(encoding="utf-8")
    assert text in (raw, *tunes_in(raw))


def test_chosen_runs_are_compared(dialog, qtbot) -> None:
    choose(dialog, 1, 2, 3)
    qtbot.waitUntil(lambda: len(dialog.curves.curves) == 3)
    assert [len(curve.training) for curve in dialog.curves.curves] == [10] * 3
    assert [curve.validation[0][1] for curve in dialog.curves.curves] == [1.3, 1.1, 1.5]
    assert dialog.differences.rowCount() == 1
    assert [dialog.differences.item(0, n).text() for n in range(3)] == ["300", "200", "100"]
    assert [name for name, _ in dialog.takes.takes] == ["Run 3", "Run 2", "Run 1"]
    qtbot.waitUntil(lambda: "Tune of run 2" in dialog.takes.takes[1][1])
    dialog.table.clearSelection()
    qtbot.waitUntil(lambda: not dialog.curves.curves)


def test_a_brush_on_an_axis_chooses_rows(dialog, qtbot) -> None:
    dialog.tabs.setCurrentWidget(dialog.parallel)
    plot = dialog.parallel
    assert plot.axes == ("hidden_size", "loss")
    start, end = (plot.axis_place("loss", share).toPoint() for share in (0.0, 0.6))
    qtbot.mousePress(plot, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(plot, end)
    qtbot.mouseRelease(plot, Qt.MouseButton.LeftButton, pos=end)
    assert sorted(run.name for run in dialog.runs) == ["Run 2", "Run 3"]
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=start)
    assert dialog.runs == ()


def test_settings_go_into_the_form_and_a_run_is_shown(dialog, shown, qtbot) -> None:
    choose(dialog, 2)
    qtbot.mouseClick(dialog.settings, Qt.MouseButton.LeftButton)
    assert shown.page.parts.form.config().hidden_size == 200
    qtbot.mouseClick(dialog.show_run, Qt.MouseButton.LeftButton)
    assert shown.page.parts.runs.run.name == "Run 2"


def test_a_table_is_exported(dialog, qtbot, monkeypatch, tmp_path) -> None:
    target = tmp_path / "table.jsonl"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    choose(dialog, 2, 3)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    lines = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [line["run"] for line in lines] == ["run-3", "run-2"]


def ways_of(dialog: RunsDialog) -> list[QPushButton]:
    return [way for way in dialog.nothing.findChildren(QPushButton) if way.isVisible()]


def test_where_nothing_fits_the_filter_the_way_back_is_a_button(
    dialog: RunsDialog, qtbot: QtBot
) -> None:
    assert not dialog.nothing.isVisible()
    qtbot.keyClicks(dialog.filter, "nothing is called so")
    assert dialog.nothing.isVisible()
    assert dialog.nothing.title.text() == "No run fits the filter"
    assert not dialog.export.isEnabled()
    assert dialog.export.toolTip() == "There is no run in the table"
    (way,) = ways_of(dialog)
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert dialog.filter.text() == ""
    assert dialog.table.isVisible()
    assert dialog.export.isEnabled()
    assert len(names(dialog)) == len(RUNS)


def test_a_table_without_runs_says_why_and_leads_to_the_form(
    shown: SimpleNamespace, qtbot: QtBot
) -> None:
    shown.actions.action("training.runs").trigger()
    found = shown.page.rooms[RunsTable].dialog
    assert found.nothing.title.text() == "No network has been trained yet"
    assert "press Start training" in found.nothing.sentence.text()
    for button in (found.undo, found.export, found.star, found.delete, found.rename):
        assert not button.isEnabled(), button.text()
    (way,) = ways_of(found)
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert not found.isVisible()
