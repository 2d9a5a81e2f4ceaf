"""Leaving the window while a network trains: one question, with its verbs on the buttons."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from abcstudio.runs.run_folder import RunFolder
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.training.small_runs import LONG, RUN_MS, TUNES


@pytest.fixture
def training(main_window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    main_window.show_page("training")
    page = main_window.training
    page.train_on(TUNES, "Some tunes")
    page.parts.base.leave()
    page.parts.form.set_config(LONG)
    page.parts.form.set_wanted_device("cpu")
    # The first run of a process loads torch.
    with qtbot.waitSignal(page.session.reported, timeout=3 * RUN_MS):
        page.start_training()
    yield main_window
    page.session.stop()
    qtbot.waitUntil(lambda: not page.session.is_running, timeout=RUN_MS)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    """The questions that were asked; each is answered as Esc does."""
    return answered(monkeypatch, "")


def answered(monkeypatch: pytest.MonkeyPatch, verb: str) -> list[QMessageBox]:
    boxes: list[QMessageBox] = []

    def click(box: QMessageBox) -> int:
        boxes.append(box)
        named = [button for button in box.buttons() if button.text() == verb]
        (named[0] if named else box.escapeButton()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    return boxes


def quit_by_key(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_it_asks_and_goes_on(training: MainWindow, qtbot: QtBot, asked: list[QMessageBox]) -> None:
    quit_by_key(qtbot, training)
    (question,) = asked
    assert question.text() == "A network is training."
    assert "you can resume the run" in question.informativeText()
    assert [b.text() for b in question.buttons()] == ["Stop training and quit", "Go on training"]
    assert question.defaultButton().text() == "Go on training"
    assert training.isVisible()
    assert training.training.session.is_running


def test_it_stops_and_what_was_learned_is_kept(
    training: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = training.training.session.folder
    asked = answered(monkeypatch, "Stop training and quit")
    quit_by_key(qtbot, training)
    assert len(asked) == 1
    assert not training.isVisible()
    assert folder is not None
    assert RunFolder(folder).has_checkpoint
    assert RunFolder(folder).facts()["state"] == "stopped"


def test_one_question_is_about_an_unsaved_text_too(
    training: MainWindow, qtbot: QtBot, asked: list[QMessageBox]
) -> None:
    training.composer.parts.files.open_text("X:1\nT:Mine\nK:C\nCDEF|\n", "Mine")
    training.composer.desk.editor.insertPlainText("%")
    training.close()
    (question,) = asked
    assert question.text() == "Mine is not saved."
    assert "A network is training. Quitting stops it." in question.informativeText()
    assert {button.text() for button in question.buttons()} == {"Save", "Discard", "Cancel"}
    assert training.isVisible()
    assert training.training.session.is_running


def test_the_system_is_not_kept_waiting(training: MainWindow, asked: list[QMessageBox]) -> None:
    training.end_without_asking()
    assert asked == []
    assert not training.isVisible()


def test_without_a_run_nothing_is_asked(
    main_window: MainWindow, qtbot: QtBot, asked: list[QMessageBox]
) -> None:
    quit_by_key(qtbot, main_window)
    assert asked == []
    assert not main_window.isVisible()
