"""*Full measures* in the window: a take from the seed that is there at the start is whole."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow


def test_a_take_of_full_measures_has_no_problems(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    form = page.form
    qtbot.mouseClick(form.more.button, Qt.MouseButton.LeftButton)
    guard = form.options["guard"]
    guard.setFocus()
    qtbot.keyClick(guard, Qt.Key.Key_Space)
    assert form.sampling().guard
    qtbot.keyClick(guard, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.takes.takes.rowCount() == 1, timeout=60_000)
    qtbot.waitUntil(lambda: not page.session.is_composing, timeout=60_000)
    page.watch.settle()
    facts = page.takes.takes.facts_of(page.documents.current)
    assert facts is not None
    assert (facts.problems, facts.measures > 3) == (0, True)
    assert " guard 1 " in page.editor.text()
