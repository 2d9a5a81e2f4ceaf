"""The window opens on the page that was in front when it was closed."""

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.settings import WindowState
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.conftest import window_with
from tests.ui.playing_steps import PATIENCE_MS
from tests.ui.shared_windows import bring_up


@pytest.fixture(params=["training", "learn"])
def reopened(request: pytest.FixtureRequest, qtbot: QtBot, studio, engraver):
    studio.update_settings(window=WindowState(page=request.param))
    with window_with(studio, engraver) as window:
        bring_up(window, qtbot)
        yield window


def test_the_open_text_can_be_played_before_its_page_was_looked_at(
    reopened: MainWindow, qtbot: QtBot
) -> None:
    transport = reopened.transport
    qtbot.waitUntil(lambda: transport.title.words != "", timeout=PATIENCE_MS)
    assert transport.title.words == reopened.composer.document_name
    assert reopened.page_name != "composer"
    transport.commands.toggle.trigger()
    qtbot.waitUntil(lambda: reopened.playback.state == "playing", timeout=PATIENCE_MS)
