"""What is paused gives way to the take that is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import WITH_MUSIC, ask_for_short_takes
from tests.ui.playing_steps import PATIENCE_MS


@pytest.fixture
def page(main_window: MainWindow) -> ComposerPage:
    page = main_window.composer
    ask_for_short_takes(page.rooms[ComposingRoom].form)
    page.rooms[ComposingRoom].form.set_seed(WITH_MUSIC)
    page.rooms[ComposingRoom].form.takes.setValue(1)
    return page


def compose(qtbot: QtBot, page: ComposerPage, dice: int) -> None:
    page.rooms[ComposingRoom].form.new_each_time.setChecked(False)
    page.rooms[ComposingRoom].form.rng_seed.setValue(dice)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        page.window().registry.action("tune.compose").trigger()  # type: ignore[attr-defined]


def test_a_paused_take_gives_way_to_the_one_that_is_shown(
    qtbot: QtBot, main_window: MainWindow, page: ComposerPage
) -> None:
    compose(qtbot, page, dice=7)
    first = page.desk.documents.current
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: main_window.playback.state == "playing", timeout=PATIENCE_MS)
    compose(qtbot, page, dice=8)
    shown = page.desk.documents.current
    assert shown is not first
    main_window.playback.pause()
    qtbot.waitUntil(
        lambda: getattr(main_window.playback.tune.which, "key", None) == shown.key,
        timeout=PATIENCE_MS,
    )
