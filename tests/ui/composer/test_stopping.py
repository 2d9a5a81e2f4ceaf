"""The button of the Composer says at once that composing is stopping, until it has ended."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

PATIENCE_MS = 240_000


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    main_window.show_page("composer")
    page = main_window.composer
    page.rooms[ComposingRoom].form.max_chars.setValue(20_000)
    page.rooms[ComposingRoom].form.stop_at_end.setChecked(False)
    return page


def ground(page: ComposerPage) -> QColor:
    button = page.rooms[ComposingRoom].form.compose_button
    return button.grab().toImage().pixelColor(QPoint(8, button.height() // 2))


def test_stop_says_that_it_is_stopping_until_composing_has_ended(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    button, registry = page.rooms[ComposingRoom].form.compose_button, main_window.registry
    button.setFocus()
    with qtbot.waitSignal(
        page.rooms[ComposingRoom].session.characters_arrived, timeout=PATIENCE_MS
    ):
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.text() == "Stop"
    lively = ground(page)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert (button.text(), button.accessibleName()) == ("Stopping…", "Stopping…")
        assert ground(page) == QColor(main_window.studio.colors.raised) != lively
        assert not registry.action("tune.stop_composing").isEnabled()
        # It has been pressed again, in doubt; the focus is where it was.
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert page.rooms[ComposingRoom].session.is_composing
        assert button.hasFocus()
    assert button.text() == "Compose"
    assert button.isEnabled()


def test_the_button_says_so_too_when_a_command_stops(qtbot: QtBot, page: ComposerPage) -> None:
    with qtbot.waitSignal(
        page.rooms[ComposingRoom].session.characters_arrived, timeout=PATIENCE_MS
    ):
        page.rooms[ComposingRoom].form.compose_button.click()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        page.rooms[ComposingRoom].session.stop()
        assert page.rooms[ComposingRoom].form.compose_button.text() == "Stopping…"
    assert page.rooms[ComposingRoom].form.compose_button.text() == "Compose"
