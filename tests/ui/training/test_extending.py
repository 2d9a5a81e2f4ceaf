"""A run goes on for as many steps as the person says; a stopped one by one key."""

from types import SimpleNamespace

from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from tests.ui.training.small_runs import RUN_MS, stop_a_run, train, wait_for_runs


def test_a_finished_run_is_extended_by_some_steps(qtbot: QtBot, shown: SimpleNamespace) -> None:
    page = shown.page
    train(page, qtbot)
    shown.actions.action("training.extend").trigger()
    dialog = page.parts.runs.findChild(QInputDialog)
    assert "so far: 30." in dialog.labelText()
    assert dialog.intValue() == 30
    dialog.setIntValue(12)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        dialog.accept()
    wait_for_runs(page, qtbot, 1)
    assert page.parts.progress.figures.values["step"].text() == "42 of 42"
    assert page.parts.plot.point_count == 42


def test_after_stop_the_run_is_chosen_and_resume_is_one_key(
    qtbot: QtBot, shown: SimpleNamespace
) -> None:
    page = shown.page
    stop_a_run(page, qtbot)
    wait_for_runs(page, qtbot, 1)
    qtbot.waitUntil(lambda: page.parts.runs.run is not None, timeout=RUN_MS)
    resume = shown.actions.action("training.resume")
    assert resume.shortcut().toString() == "Alt+Shift+U"
    qtbot.waitUntil(resume.isEnabled, timeout=RUN_MS)
    before = page.parts.plot.point_count
    resume.trigger()
    qtbot.waitUntil(lambda: page.session.is_running, timeout=RUN_MS)
    qtbot.waitUntil(lambda: page.parts.plot.point_count > before, timeout=RUN_MS)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        page.session.stop()
