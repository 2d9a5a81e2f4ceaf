"""An exception that nobody caught: a report, a log entry, kept text; in every thread."""

import logging
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.crashes.crash_reporter import MAX_REPORTS, CrashReporter


class Watched(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.kept = 0
        self.quits = 0

    def keep_text(self) -> None:
        self.kept += 1

    def quit_program(self) -> None:
        self.quits += 1


@pytest.fixture
def window(qtbot: QtBot) -> Watched:
    made = Watched()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def reporter(window: Watched) -> Iterator[CrashReporter]:
    hooks = sys.excepthook, threading.excepthook
    made = CrashReporter()
    made.watch(window, window.keep_text, window.quit_program)
    yield made
    made.stop()
    assert (sys.excepthook, threading.excepthook) == hooks


def fail() -> None:
    raise ZeroDivisionError("a planted fault")


def test_a_slot_that_raises_is_reported_and_logged(
    reporter: CrashReporter, window: Watched, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL), qtbot.waitSignal(reporter.crashed):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert reporter.dialog.isVisible()
    assert "a planted fault" in reporter.dialog.report.toPlainText()
    assert "a planted fault" in caplog.text
    assert window.kept == 1
    qtbot.mouseClick(reporter.dialog.copy_button, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(reporter.dialog.continue_button, Qt.MouseButton.LeftButton)
    assert not reporter.dialog.isVisible()
    assert window.quits == 0


def test_a_thread_that_raises_is_reported_in_the_window(
    reporter: CrashReporter, window: Watched, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reporter.crashed):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None and reporter.dialog.isVisible())
    assert window.kept == 1
    qtbot.mouseClick(reporter.dialog.quit_button, Qt.MouseButton.LeftButton)
    assert window.quits == 1


def test_many_faults_fill_one_dialog_and_not_for_ever(
    reporter: CrashReporter, window: Watched, qtbot: QtBot
) -> None:
    for _ in range(MAX_REPORTS + 5):
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("again"), None)
    qtbot.waitUntil(lambda: window.kept == MAX_REPORTS + 5)
    assert reporter.dialog is not None
    assert reporter.dialog.report.toPlainText().count("again") == MAX_REPORTS
    assert window.kept == MAX_REPORTS + 5


def test_keeping_the_text_may_fail_too(
    reporter: CrashReporter, window: Watched, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    reporter.watch(window, fail, window.quit_program)
    sys.excepthook(ValueError, ValueError("first"), None)
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert reporter.dialog is not None
    assert "first" in reporter.dialog.report.toPlainText()
    assert "could not be kept" in caplog.text


def test_what_was_at_work_is_freed_with_the_report(reporter: CrashReporter) -> None:
    ended: list[str] = []

    def work() -> None:
        held = Held()
        weakref.finalize(held, ended.append, "held")
        try:
            fail()
        finally:
            held.is_done = True

    try:
        work()
    except ZeroDivisionError as error:
        sys.last_value = error
        sys.excepthook(type(error), error, error.__traceback__)
        assert ended == ["held"]
    assert not hasattr(sys, "last_value")


class Held:
    is_done = False
