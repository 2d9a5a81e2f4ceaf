"""What is opened and closed twenty times leaves nothing behind."""

import gc
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from abcstudio.ui.controls.port_menu import fill_with_ports
from abcstudio.ui.datasets.source_presenter import SourcePresenter
from abcstudio.ui.datasets.source_remarks import RemarksDialog
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.workers.tunes import read_source
from tests.ui.events import deliver_events

pytestmark = pytest.mark.one_window

TIMES = 20
TUNE = "X:1\nT:One\nM:4/4\nL:1/8\nK:G\nGABc defg|g8|]\n"
DOORS = (
    ("composer", "tune.transpose"),
    ("composer", "play.practice"),
    ("composer", "play.interpretation"),
    ("composer", "file.preferences"),
    ("composer", "help.first_steps"),
    ("composer", "help.about"),
    ("composer", "model.card"),
    ("training", "training.sweep"),
    ("training", "training.runs"),
    ("datasets", "datasets.catalogue"),
)


def counted() -> Counter[str]:
    """Return how many objects of each class hang on windows, and how many windows there are."""
    gc.collect()
    found: Counter[str] = Counter()
    for top in QApplication.topLevelWidgets():
        found[f"window {type(top).__name__}"] += 1
        found.update(child.metaObject().className() for child in top.findChildren(QObject))
    return found


def grown(act: Callable[[], object]) -> dict[str, int]:
    """Return the classes of which each round leaves one, once what is made once is there."""
    for _ in range(2):
        act()
    before = counted()
    for _ in range(TIMES):
        act()
    return {name: more for name, more in (counted() - before).items() if more >= TIMES}


def open_and_close(window: MainWindow, page: str, command_id: str) -> None:
    window.show_page(page)
    deliver_events()
    action = window.registry.action(command_id)
    assert action.isEnabled()
    action.trigger()
    deliver_events()
    opened = [
        top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window
    ]
    assert opened
    for top in opened:
        top.close()
    deliver_events()


@pytest.mark.parametrize(("page", "command_id"), DOORS)
def test_a_window_that_a_command_opens(
    qtbot: QtBot, main_window: MainWindow, page: str, command_id: str
) -> None:
    main_window.composer.parts.files.open_text(TUNE, "One")
    qtbot.waitUntil(lambda: main_window.composer.desk.view() is not None)
    assert grown(partial(open_and_close, main_window, page, command_id)) == {}


def test_the_menu_of_midi_ports(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)

    def fill() -> None:
        menu.clear()
        fill_with_ports(menu, ("One", "Two"), "Two", ("None", "A port"), lambda _name: None)
        deliver_events()

    for _ in range(TIMES):
        fill()
    assert len(menu.findChildren(QActionGroup)) == 1
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Two"]


def test_the_remarks_on_a_source(main_window: MainWindow, tmp_path: Path) -> None:
    for name in ("one.abc", "two.abc"):
        (tmp_path / name).write_bytes("X:1\nT:Веселка\nK:C\nC4|\n".encode("cp1251"))
    read = read_source(tmp_path)
    remarks = main_window.datasets.rooms[SourcePresenter].remarks
    notices: list[Notice] = []
    main_window.studio.notice_requested.connect(notices.append)
    remarks.tell(read)

    def show() -> None:
        action = next(each.action for each in notices if each.action_text == "Show them")
        assert action is not None
        action()
        assert isinstance(remarks.dialog, RemarksDialog)
        remarks.dialog.close()
        deliver_events()

    assert grown(show) == {}
    assert remarks.dialog is None


def test_a_file(main_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "tune.abc"
    path.write_text(TUNE)
    composer = main_window.composer

    def open_file() -> None:
        assert composer.open_path(path)
        deliver_events()
        composer.parts.files.close(composer.desk.documents.current)
        deliver_events()

    assert grown(open_file) == {}
