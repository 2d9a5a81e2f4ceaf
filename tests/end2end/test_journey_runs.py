"""Small real runs: paused, stopped, resumed, extended, heard, compared, varied, written out."""

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QInputDialog, QPushButton, QWidget

from abcstudio.composing.takes import tunes_in
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.ui.training.sweeps.sweeps import Sweeps
from abcstudio.ui.training.table.runs_dialog import RunsDialog
from abcstudio.ui.training.table.runs_table import RunsTable
from abcstudio.ui.training.training_page import TrainingPage
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.late.late_pages import LatePages
from abcstudio.ui.window.main_window import MainWindow

SMALL = {
    "embedding_dim": "8", "hidden_size": "32", "pointer_heads": "0", "steps": "100000",
    "batch_size": "4", "seq_len": "50", "evaluate_every": "50", "checkpoint_every": "50",
}  # fmt: skip
FEW = "60"
MORE = 30


def test_by_mouse(window: MainWindow, hands, tmp_path: Path) -> None:
    page = window.training
    hands.click(window.page_bar.tabs["training"])
    _train_by_mouse(page, hands)
    _hear_by_mouse(window, page, hands)
    _type_settings(page, hands, {"steps": FEW})
    _train_to_the_end(page, hands, lambda: hands.click(page.start))
    hands.choose("training.runs")
    dialog = _table(page, hands, 2)
    _compare_by_mouse(window, dialog, hands)
    hands.answer_file_dialog(tmp_path / "runs.csv")
    hands.click(dialog.export)
    _check_exported(tmp_path / "runs.csv", hands)
    dialog.close()
    hands.choose("training.sweep")
    _type_variants(page, hands)
    hands.click(page.rooms[Sweeps].dialog.form.start)
    _wait_for_variants(page, hands)


def test_by_keyboard(window: MainWindow, hands, tmp_path: Path) -> None:
    page = window.training
    hands.press("Ctrl+2")
    _train_by_keyboard(window, page, hands)
    _hear_by_keyboard(window, page, hands)
    _type_settings(page, hands, {"steps": FEW})
    _train_to_the_end(page, hands, lambda: hands.press("Ctrl+R"))
    hands.press("Alt+Shift+B")
    dialog = _table(page, hands, 2)
    _compare_by_keyboard(dialog, hands)
    hands.answer_file_dialog(tmp_path / "runs.csv", by_keyboard=True)
    hands.press("Alt+E")
    _check_exported(tmp_path / "runs.csv", hands)
    # A window manager gives the focus back to the table; without one the main window may take it.
    hands.focus(dialog.table)
    hands.press("Esc")
    hands.wait(lambda: not dialog.isVisible())
    hands.press("Alt+Shift+V")
    _type_variants(page, hands)
    hands.press("Alt+T")
    _wait_for_variants(page, hands)


def _train_by_mouse(page: TrainingPage, hands) -> None:
    """Train, pause, stop, resume, stop and extend."""
    _type_settings(page, hands, SMALL)
    hands.click(page.start)
    _wait_for_steps(page, hands, 60)
    hands.click(page.pause)
    assert page.session.is_paused
    hands.click(page.parts.progress.way)
    assert not page.session.is_paused
    _stop(page, hands, lambda: hands.click(page.stop))
    reached = page.parts.plot.point_count
    hands.click(page.parts.runs.resume)
    _wait_for_steps(page, hands, reached)
    _stop(page, hands, lambda: hands.click(page.stop))
    hands.choose("training.extend")
    _extend(page, hands, by_mouse=True)


def _train_by_keyboard(window: MainWindow, page: TrainingPage, hands) -> None:
    _type_settings(page, hands, SMALL)
    hands.press("Ctrl+R")
    _wait_for_steps(page, hands, 60)
    hands.press("Alt+Shift+P")
    assert page.session.is_paused
    hands.press("Alt+Shift+P")
    assert not page.session.is_paused
    _stop(page, hands, lambda: hands.press("Ctrl+Shift+R"))
    reached = page.parts.plot.point_count
    hands.press("Alt+Shift+U")
    _wait_for_steps(page, hands, reached)
    _stop(page, hands, lambda: hands.press("Ctrl+Shift+R"))
    hands.press("Ctrl+K")
    hands.wait(window.rooms[Helpers].palette_view.isVisible)
    hands.type("extend the run\n")
    _extend(page, hands, by_mouse=False)


def _hear_by_mouse(window: MainWindow, page: TrainingPage, hands) -> None:
    """Go along the curve, one step in all columns, and hear what the network wrote there."""
    _wait_for_takes(page, hands)
    slider = page.parts.takes.hearing.slider
    slider.setSliderPosition(0)
    _go_to_music(page, lambda: slider.setSliderPosition(slider.value() + 1))
    hands.wait(
        lambda: (
            window.rooms[LatePages].training_side.heard_steps.drawn
            == page.parts.takes.hearing.shown.text
        )
    )
    hands.click(page.parts.takes.hearing.play)
    _wait_until_heard(window, page, hands)
    hands.click_action(window.transport, window.transport.commands.stop)


def _hear_by_keyboard(window: MainWindow, page: TrainingPage, hands) -> None:
    _wait_for_takes(page, hands)
    hands.focus(page.parts.takes.hearing.slider)
    hands.press("Home")
    assert page.parts.takes.hearing.slider.value() == 0
    _go_to_music(page, lambda: hands.press("Right"))
    hands.wait(
        lambda: (
            window.rooms[LatePages].training_side.heard_steps.drawn
            == page.parts.takes.hearing.shown.text
        )
    )
    hands.press("Space")
    _wait_until_heard(window, page, hands)
    hands.press("Esc")


def _compare_by_mouse(window: MainWindow, dialog: RunsDialog, hands) -> None:
    """Choose two runs, hear both, give them stars and take these back."""
    hands.click_row(dialog.table, 0)
    place = dialog.table.visualRect(dialog.model.index(1, 1)).center()
    left, control = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(dialog.table.viewport(), left, control, place)
    _see_both(dialog, hands)
    bar = dialog.tabs.tabBar()
    QTest.mouseClick(bar, left, pos=bar.tabRect(dialog.tabs.indexOf(dialog.takes)).center())
    hands.wait(lambda: all(text for _, text in dialog.takes.takes))
    _play_both(window, dialog, hands)
    hands.click(dialog.star)
    hands.wait(lambda: all(run.marks.starred for run in dialog.model.rows))
    hands.click(dialog.undo)
    hands.wait(lambda: not any(run.marks.starred for run in dialog.model.rows))


def _compare_by_keyboard(dialog: RunsDialog, hands) -> None:
    # Where the table opens, and where a window manager puts the focus.
    hands.focus(dialog.filter)
    hands.tab_to(dialog.table)
    hands.press("Ctrl+A")
    _see_both(dialog, hands)
    hands.press("Alt+S")
    hands.wait(lambda: all(run.marks.starred for run in dialog.model.rows))
    hands.press("Ctrl+Z")
    hands.wait(lambda: not any(run.marks.starred for run in dialog.model.rows))


def _type_settings(page: TrainingPage, hands, settings: dict[str, str]) -> None:
    hands.wait(lambda: bool(page.parts.corpus.tunes))
    for name, words in settings.items():
        hands.focus(page.parts.form.config_form.controls[name])
        hands.press("Ctrl+A")
        hands.type(words)
        hands.press("Tab")
    config = page.parts.form.config()
    assert {name: str(getattr(config, name)) for name in settings} == settings


def _wait_for_steps(page: TrainingPage, hands, count: int) -> None:
    hands.wait(lambda: page.session.is_running and page.parts.plot.point_count > count)


def _stop(page: TrainingPage, hands, stop: Callable[[], None]) -> None:
    """Stop; the run is chosen then, with all that it learned, and can be resumed."""
    stop()
    hands.wait(lambda: not page.session.is_running)
    hands.wait(lambda: page.parts.runs.run is not None and page.parts.runs.run.state == "stopped")
    hands.wait(lambda: page.parts.runs.run.step == page.parts.plot.point_count)
    hands.wait(page.parts.runs.resume.isEnabled)
    assert page.parts.runs.run.folder == page.session.folder


def _train_to_the_end(page: TrainingPage, hands, start: Callable[[], None]) -> None:
    finished: list[object] = []
    page.session.finished.connect(finished.append)
    start()
    hands.wait(lambda: bool(finished))


def _extend(page: TrainingPage, hands, *, by_mouse: bool) -> None:
    hands.wait(lambda: page.parts.runs.findChild(QInputDialog) is not None)
    dialog = page.parts.runs.findChild(QInputDialog)
    hands.wait(lambda: QApplication.focusWidget() in dialog.findChildren(QWidget))
    step = page.parts.runs.run.step
    hands.press("Ctrl+A")
    hands.type(str(MORE))

    def confirm() -> None:
        if by_mouse:
            box = dialog.findChild(QDialogButtonBox)
            hands.click(box.button(QDialogButtonBox.StandardButton.Ok))
        else:
            hands.press("Return")

    _train_to_the_end(page, hands, confirm)
    assert page.parts.plot.point_count == step + MORE
    assert "Training is done" in page.parts.progress.line.text()


def _wait_for_takes(page: TrainingPage, hands) -> None:
    panel = page.parts.takes.hearing
    hands.wait(lambda: len(panel.steps) > 2 and all(one.takes for one in panel.steps))


def _go_to_music(page: TrainingPage, on: Callable[[], None]) -> None:
    """Go along the curve to the first step at which there is music, always one in all columns."""
    panel = page.parts.takes.hearing
    while not panel.steps[panel.slider.value()].takes[0].tune:
        on()
        shown = panel.shown
        assert shown is not None
        assert shown.step == panel.steps[panel.slider.value()].step
        assert panel.text.toPlainText() == shown.text
        assert page.parts.plot.extras.marks.cursor.value() == shown.step


def _wait_until_heard(window: MainWindow, page: TrainingPage, hands) -> None:
    hands.wait(lambda: window.playback.state == "playing")
    assert window.playback.text == page.parts.takes.hearing.shown.text


def _table(page: TrainingPage, hands, count: int) -> RunsDialog:
    hands.wait(
        lambda: (
            page.rooms[RunsTable].dialog is not None and page.rooms[RunsTable].dialog.isVisible()
        )
    )
    dialog = page.rooms[RunsTable].dialog
    assert dialog is not None
    hands.wait(lambda: len(dialog.model.rows) == count)
    assert dialog.export.isEnabled()
    return dialog


def _see_both(dialog: RunsDialog, hands) -> None:
    """Two runs are chosen: their curves lie over each other, what differs is listed."""
    hands.wait(lambda: len(dialog.runs) == 2 and len(dialog.curves.curves) == 2)
    assert dialog.differences.rowCount() >= 1
    assert len(dialog.takes.takes) == 2


def _play_both(window: MainWindow, dialog: RunsDialog, hands) -> None:
    """Hear one take after the other, as far as there is music in them."""

    def plays() -> list[QPushButton]:
        buttons = dialog.takes.findChildren(QPushButton)
        return [each for each in buttons if each.isVisible() and "Play" in each.text()]

    hands.wait(lambda: len(plays()) == len(dialog.takes.takes))
    for button, (_, text) in zip(plays(), dialog.takes.takes, strict=True):
        tune = next(iter(tunes_in(text)), "")
        if tune:
            hands.click(button)
            hands.wait(lambda tune=tune: window.playback.text == tune)
    window.playback.stop()


def _check_exported(path: Path, hands) -> None:
    hands.wait(path.is_file)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2
    assert all(row["name"] for row in rows)


def _type_variants(page: TrainingPage, hands) -> None:
    hands.wait(
        lambda: page.rooms[Sweeps].dialog is not None and page.rooms[Sweeps].dialog.isVisible()
    )
    rows = page.rooms[Sweeps].dialog.form.rows.rows
    for (_, line), words in zip(rows, ("8; 12", "", ""), strict=True):
        hands.focus(line)
        hands.press("Ctrl+A")
        hands.press("Del")
        hands.type(words)
    hands.wait(page.rooms[Sweeps].dialog.form.start.isEnabled)


def _wait_for_variants(page: TrainingPage, hands) -> None:
    """Two networks come to their end, with a table and the beginning of an analysis."""
    view = page.rooms[Sweeps].dialog.view

    def ended() -> bool:
        return [row.cell.state for row in view.model.rows] == [CellState.DONE] * 2

    hands.wait(ended)
    hands.wait(lambda: not page.rooms[Sweeps].session.is_running)
    assert "2 networks were trained" in view.words.toPlainText()
    hands.wait(lambda: len(page.parts.catalog.runs) == 4)
