"""A command that begins long work from another page shows first what it would begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow
from tests.ui.events import deliver_events
from tests.ui.training.small_runs import LONG, RUN_MS, TUNES, stop_a_run, wait_for_runs

CTRL = Qt.KeyboardModifier.ControlModifier


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Press a key with Ctrl where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, CTRL)


def press_resume(qtbot: QtBot, window: MainWindow) -> None:
    modifiers = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_U, modifiers)


def test_training_begins_at_the_second_press(main_window: MainWindow, qtbot: QtBot) -> None:
    training = main_window.training
    training.parts.form.set_config(LONG)
    training.train_on(TUNES, "Tunes")
    training.parts.base.leave()
    for page, key in (("composer", Qt.Key.Key_3), ("datasets", Qt.Key.Key_1)):
        press(qtbot, main_window, key)
        assert main_window.page_name == page
        press(qtbot, main_window, Qt.Key.Key_R)
        assert main_window.page_name == "training"
        assert training.start.hasFocus()
        assert not training.session.is_running
        notice = main_window.notices.notice
        assert notice is not None
        assert notice.text == "Look at the tunes and the settings; Ctrl+R starts the training."
        main_window.notices.clear()
    press(qtbot, main_window, Qt.Key.Key_R)
    assert training.session.is_running
    with qtbot.waitSignal(training.session.ended, timeout=RUN_MS):
        training.session.stop()


def test_a_run_is_resumed_at_the_second_press(main_window: MainWindow, qtbot: QtBot) -> None:
    training = main_window.training
    stop_a_run(training, qtbot)
    wait_for_runs(training, qtbot, 1)
    resume = main_window.registry.action("training.resume")
    qtbot.waitUntil(resume.isEnabled, timeout=RUN_MS)
    for page, key in (("composer", Qt.Key.Key_3), ("datasets", Qt.Key.Key_1)):
        press(qtbot, main_window, key)
        assert main_window.page_name == page
        press_resume(qtbot, main_window)
        assert main_window.page_name == "training"
        assert training.parts.runs.list.hasFocus()
        assert not training.session.is_running
        notice = main_window.notices.notice
        assert notice is not None
        words = "Look at the run that is chosen in the list; Alt+Shift+U resumes it."
        assert notice.text == words
        main_window.notices.clear()
    before = training.parts.plot.point_count
    press_resume(qtbot, main_window)
    qtbot.waitUntil(lambda: training.parts.plot.point_count > before, timeout=RUN_MS)
    assert training.session.is_running
    with qtbot.waitSignal(training.session.ended, timeout=RUN_MS):
        training.session.stop()


def test_on_its_page_training_begins_at_once(main_window: MainWindow, qtbot: QtBot) -> None:
    training = main_window.training
    training.parts.form.set_config(LONG)
    training.train_on(TUNES, "Tunes")
    training.parts.base.leave()
    main_window.show_page("training")
    qtbot.mouseClick(training.start, Qt.MouseButton.LeftButton)
    assert training.session.is_running
    with qtbot.waitSignal(training.session.ended, timeout=RUN_MS):
        training.session.stop()
    deliver_events()
