"""A run waits for as long as the person likes, and goes on as if it had not."""

import time
from types import SimpleNamespace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.runs.run_folder import RunFolder
from tests.ui.training.small_runs import LONG, RUN_MS, wait_for_runs

WAIT_SECONDS = 0.6


def begin(page, qtbot: QtBot) -> None:
    page.form.set_config(LONG)
    page.start_training()
    qtbot.waitUntil(lambda: page.plot.point_count > 0, timeout=RUN_MS)


def pause(page, qtbot: QtBot) -> int:
    """Press Pause; return the step at which the run waits."""
    qtbot.mouseClick(page.pause, Qt.MouseButton.LeftButton)
    assert page.session.is_paused
    before = -1
    while page.plot.point_count != before:
        before = page.plot.point_count
        qtbot.wait(int(1000 * WAIT_SECONDS))
    return before


def stop(page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()


def test_a_paused_run_says_so_and_goes_on_from_its_step(qtbot, shown: SimpleNamespace) -> None:
    page = shown.page
    command = shown.actions.action("training.pause")
    assert not command.isEnabled()
    begin(page, qtbot)
    step = pause(page, qtbot)
    assert command.isChecked()
    assert page.pause.isChecked()
    assert page.progress.title.text().endswith("paused")
    assert page.progress.line.text().startswith("Paused")
    assert page.progress.way.text() == "Go on"
    qtbot.mouseClick(page.progress.way, Qt.MouseButton.LeftButton)
    assert not page.session.is_paused
    assert not command.isChecked()
    qtbot.waitUntil(lambda: page.plot.point_count > step, timeout=RUN_MS)
    assert "characters/s" in page.progress.line.text()
    assert not page.progress.way.isVisible()
    stop(page, qtbot)
    assert not command.isEnabled()


def test_a_paused_run_takes_nothing_of_the_processor(qtbot, shown: SimpleNamespace) -> None:
    page = shown.page
    begin(page, qtbot)
    pause(page, qtbot)
    computed, began = time.process_time(), time.perf_counter()
    qtbot.wait(1000)
    share = (time.process_time() - computed) / (time.perf_counter() - began)
    assert share < 0.2
    stop(page, qtbot)


def test_stop_ends_a_paused_run_and_keeps_what_it_learned(qtbot, shown: SimpleNamespace) -> None:
    page = shown.page
    begin(page, qtbot)
    pause(page, qtbot)
    stop(page, qtbot)
    wait_for_runs(page, qtbot, 1)
    qtbot.waitUntil(lambda: page.runs.run is not None, timeout=RUN_MS)
    assert page.runs.run.state == "stopped"
    assert RunFolder(page.runs.run.folder).has_checkpoint
    assert shown.actions.action("training.resume").isEnabled()
