"""What the Composer's tests share: a program that is ended and started again."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.take_history import listed_takes
from abcstudio.engraving.drawing.child_process import ChildProcess
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import takes_dir
from abcstudio.settings import Settings
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_one_take
from tests.ui.events import deliver_events


@pytest.fixture
def start(qapp, qtbot: QtBot, engraving_child: ChildProcess) -> Iterator[Callable[[], MainWindow]]:
    """Start the program, ending the one that runs as a person does."""
    running: list[MainWindow] = []

    def end() -> None:
        if running:
            window = running.pop()
            if window.isVisible():
                assert window.close()
            assert window.studio.shut_down()
            window.deleteLater()
            deliver_events()

    def begin() -> MainWindow:
        end()
        studio = Studio(Settings(theme="light", language="en"))
        window = MainWindow(studio, Engraver(engraving_child))
        window.show()
        window.show_page("composer")
        ask_for_one_take(window.composer.rooms[ComposingRoom].form)
        running.append(window)
        kept = listed_takes(takes_dir()).takes
        takes = window.composer.rooms[TakesRoom].list.takes
        qtbot.waitUntil(lambda: takes.rowCount() == len(kept), timeout=10_000)
        return window

    yield begin
    end()
