"""A program that is ended and started again, with what it has kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.child_process import ChildProcess
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import settings_file
from abcstudio.settings import Settings, load_settings, save_settings
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.returning.starts import BOOK, Again
from tests.ui.events import deliver_events


@pytest.fixture
def again(qapp, qtbot: QtBot, engraving_child: ChildProcess) -> Iterator[Again]:
    """Start the program with what the last start has kept, ending the one that runs."""
    running: list[MainWindow] = []
    save_settings(Settings(theme="light", language="en"), settings_file())

    def end() -> None:
        if running:
            window = running.pop()
            window.end_without_asking()
            assert window.studio.shut_down()
            window.deleteLater()
            deliver_events()

    def begin(meanwhile: Callable[[], object] = bool) -> MainWindow:
        end()
        meanwhile()
        window = MainWindow(Studio(load_settings(settings_file())), Engraver(engraving_child))
        running.append(window)
        return window

    yield begin
    end()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "session.abc"
    path.write_text(BOOK, encoding="utf-8")
    return path
