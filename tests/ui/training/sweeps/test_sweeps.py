"""Variants of a network in the window: made, trained, paused, put in another order, told."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from abcstudio.runs.sweeps.cells import CellState
from abcstudio.runs.sweeps.sweep_folder import SweepFolder
from abcstudio.ui.training.sweeps.sweep_dialog import SweepDialog
from abcstudio.ui.training.sweeps.sweeps import Sweeps
from tests.ui.training.small_runs import RUN_MS, TINY, wait_for_runs


@pytest.fixture
def dialog(shown: SimpleNamespace, qtbot: QtBot) -> SweepDialog:
    shown.page.parts.form.set_config(replace(TINY, steps=20))
    shown.actions.action("training.sweep").trigger()
    found = shown.page.rooms[Sweeps].dialog
    qtbot.waitUntil(lambda: found.isVisible() and found.sweeps.count() == 1)
    type_values(found, "8; 12", "0,01 0.02", "")
    return found


def type_values(dialog: SweepDialog, *values: str) -> None:
    for (_, line), text in zip(dialog.form.rows.rows, values, strict=False):
        line.setText(text)
        line.textEdited.emit(text)


def start(dialog: SweepDialog, shown: SimpleNamespace, qtbot: QtBot) -> SweepFolder:
    session = shown.page.rooms[Sweeps].session
    with qtbot.waitSignal(session.started, timeout=RUN_MS):
        qtbot.mouseClick(dialog.form.start, Qt.MouseButton.LeftButton)
    return SweepFolder(session.folder)


def wait_for_end(dialog: SweepDialog, shown: SimpleNamespace, qtbot: QtBot, count: int) -> None:
    states = {CellState.DONE, CellState.FAILED}

    def ended() -> bool:
        rows = dialog.view.model.rows
        return len(rows) == count and all(row.cell.state in states for row in rows)

    qtbot.waitUntil(ended, timeout=3 * RUN_MS)
    qtbot.waitUntil(lambda: not shown.page.rooms[Sweeps].session.is_running, timeout=3 * RUN_MS)


def test_a_grid_is_trained_and_ends_in_a_table_plots_and_words(dialog, shown, qtbot) -> None:
    assert dialog.form.count.text().startswith("4 ")
    sweep = start(dialog, shown, qtbot)
    wait_for_end(dialog, shown, qtbot, 4)
    assert "4" in dialog.view.standing.text()
    table = dialog.view.model
    heads = [table.headerData(n, Qt.Orientation.Horizontal) for n in range(table.columnCount())]
    assert heads[1:3] == ["Hidden units", "Learning rate"]
    losses = {table.index(row, 4).data() for row in range(4)}
    assert len(losses) == 4
    loss_panels, speed_panels = dialog.view.effects.panels
    assert [panel.values for panel in loss_panels] == [("8", "12"), ("0.01", "0.02")]
    assert all(mean is not None for panel in (*loss_panels, *speed_panels) for mean in panel.means)
    dialog.view.tabs.setCurrentIndex(2)
    qtbot.mouseClick(dialog.view.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("4 networks were trained on Some tunes")
    wait_for_runs(shown.page, qtbot, 4)
    assert len(list(sweep.path.glob("done/*.json"))) == 4


def test_the_figures_of_the_analysis_are_written_as_elsewhere_in_the_window(
    dialog, shown, qtbot
) -> None:
    QLocale.setDefault(QLocale("uk"))
    type_values(dialog, "8", "0,01 0,02", "")
    start(dialog, shown, qtbot)
    wait_for_end(dialog, shown, qtbot, 2)
    qtbot.waitUntil(lambda: "highest" in dialog.view.words.toPlainText(), timeout=RUN_MS)
    words = dialog.view.words.toPlainText()
    assert "Learning rate 0,01" in words
    assert re.search(r"validation loss, \d,\d{3} nats", words)
    assert not re.search(r"\d\.\d", words)


def test_how_long_it_takes_is_measured_before_it_starts(dialog, qtbot) -> None:
    qtbot.waitUntil(lambda: dialog.form.length is not None, timeout=3 * RUN_MS)
    assert dialog.form.length.seconds > 0
    assert dialog.form.time.text().startswith("About ")
    type_values(dialog, "8; 12; 16")
    assert dialog.form.length is None
    assert dialog.form.count.text().startswith("6 ")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (("8", "0.01"), "needs two cells that differ"),
        (("8; many",), "must be a whole number"),
        (("8; 4096",), "Choose a value from 1 to 2048"),
    ],
)
def test_what_makes_no_sweep_is_told_beside_the_values(dialog, values, words) -> None:
    type_values(dialog, *values)
    assert words in dialog.form.count.text()
    assert not dialog.form.start.isEnabled()
    type_values(dialog, "8; 12", "0.01")
    assert dialog.form.start.isEnabled()


def test_values_go_together_in_a_list(dialog) -> None:
    dialog.form.rows.kind.setCurrentIndex(1)
    assert dialog.form.count.text().startswith("2 ")
    type_values(dialog, "8; 12; 16")
    assert "different numbers of values" in dialog.form.count.text()


def test_another_setting_can_be_varied(dialog, qtbot) -> None:
    rows = dialog.form.rows
    qtbot.mouseClick(rows.more, Qt.MouseButton.LeftButton)
    setting, line = rows.rows[-1]
    setting.setCurrentIndex(setting.findData("cell"))
    assert "lstm" in line.placeholderText()
    type_values(dialog, "8", "0.01", "", "lstm gru")
    assert dialog.form.count.text().startswith("2 ")


def test_a_sweep_is_paused_put_in_another_order_and_goes_on(dialog, shown, qtbot) -> None:
    page = shown.page
    page.parts.form.set_config(replace(TINY, steps=100_000))
    type_values(dialog, "8; 12; 16", "", "")
    sweep = start(dialog, shown, qtbot)
    assert not shown.actions.action("training.start").isEnabled()
    assert "sweep" in shown.actions.action("training.start").property("reason")
    qtbot.waitUntil(lambda: "step" in dialog.view.standing.text(), timeout=3 * RUN_MS)
    with qtbot.waitSignal(page.rooms[Sweeps].session.ended, timeout=RUN_MS):
        qtbot.mouseClick(dialog.view.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.view.standing.text().startswith("Paused"))
    assert shown.actions.action("training.start").isEnabled()
    assert [cell.state for cell in sweep.cells.read()] == [CellState.WAITING] * 3
    dialog.view.table.selectRow(2)
    qtbot.mouseClick(dialog.view.earlier, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [row.cell.number for row in dialog.view.model.rows] == [1, 3, 2])
    assert sweep.cells.waiting() == [1, 3, 2]
    assert dialog.view.chosen.cell.number == 3
    with qtbot.waitSignal(page.rooms[Sweeps].session.started, timeout=RUN_MS):
        qtbot.mouseClick(dialog.view.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "step" in dialog.view.standing.text(), timeout=3 * RUN_MS)
    shown.actions.action("training.pause_sweep").trigger()
    qtbot.waitUntil(lambda: not page.rooms[Sweeps].session.is_running, timeout=3 * RUN_MS)


def test_a_sweep_of_another_day_is_chosen_and_its_run_is_shown(dialog, shown, qtbot) -> None:
    start(dialog, shown, qtbot)
    wait_for_end(dialog, shown, qtbot, 4)
    qtbot.waitUntil(lambda: "4 of 4" in dialog.sweeps.currentText())
    dialog.sweeps.setCurrentIndex(0)
    assert dialog.form.isVisible()
    dialog.sweeps.setCurrentIndex(1)
    qtbot.waitUntil(lambda: dialog.view.isVisible() and len(dialog.view.model.rows) == 4)
    dialog.view.table.selectRow(1)
    wait_for_runs(shown.page, qtbot, 4)
    qtbot.mouseClick(dialog.view.show_run, Qt.MouseButton.LeftButton)
    run = shown.page.parts.runs.run
    assert run.folder == dialog.view.chosen.run.folder
    assert run.sweep == run.folder.parent


def test_what_failed_is_trained_again(dialog, shown, qtbot, monkeypatch) -> None:
    from abcstudio.learning.training.gradients import Gradients

    compute = Gradients.compute

    def grown(self: Gradients, step: int):
        loss = compute(self, step)
        return loss * float("nan")

    monkeypatch.setattr(Gradients, "compute", grown)
    type_values(dialog, "8; 12", "", "")
    start(dialog, shown, qtbot)
    wait_for_end(dialog, shown, qtbot, 2)
    assert {row.cell.state for row in dialog.view.model.rows} == {CellState.FAILED}
    monkeypatch.setattr(Gradients, "compute", compute)
    qtbot.waitUntil(dialog.view.retry.isVisible)
    qtbot.mouseClick(dialog.view.retry, Qt.MouseButton.LeftButton)

    def trained() -> bool:
        return {row.cell.state for row in dialog.view.model.rows} == {CellState.DONE}

    qtbot.waitUntil(trained, timeout=3 * RUN_MS)
