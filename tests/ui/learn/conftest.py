"""The page of lessons in a window of its own, with small lessons and a process without torch."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.lessons.running.one_run import PREPARE_SECONDS
from abcstudio.lessons.running.runner import Runner
from abcstudio.ui.learn.learn_page import LearnPage
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from tests.ui.events import deliver_events, let_work_end
from tests.unit.lessons.made_lessons import write_lesson


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    """A folder of two lessons."""
    write_lesson(tmp_path / "lessons" / "01-sums")
    return write_lesson(tmp_path / "lessons" / "02-more").parent


@pytest.fixture
def tunes() -> Path | None:
    """The tunebook that own code is trained on; that in the box."""
    return None


@pytest.fixture
def check_seconds() -> float:
    """How long a check may take with the answers that its lesson knows."""
    return PREPARE_SECONDS


@pytest.fixture
def open_page(
    qtbot: QtBot, studio: Studio, lessons: Path, tunes: Path | None, check_seconds: float
) -> Iterator[Callable[[], SimpleNamespace]]:
    """Opens the page as a start of the program does; the one before is closed."""
    shown: list[SimpleNamespace] = []

    def close() -> None:
        if shown:
            last = shown.pop()
            studio.closing.emit()
            last.window.close()
            last.window.deleteLater()
            deliver_events()

    def open_one() -> SimpleNamespace:
        close()
        window = QMainWindow()
        actions = Actions(window, {})
        runner = Runner(libraries=(), keeps_warm=False, check_seconds=check_seconds)
        page = LearnPage(studio, actions, lessons=lessons, tunes=tunes, runner=runner)
        window.setCentralWidget(page)
        window.resize(1280, 660)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        let_work_end(qtbot, studio)
        shown.append(SimpleNamespace(page=page, actions=actions, window=window))
        return shown[-1]

    yield open_one
    close()


@pytest.fixture
def shown(open_page: Callable[[], SimpleNamespace]) -> SimpleNamespace:
    return open_page()
