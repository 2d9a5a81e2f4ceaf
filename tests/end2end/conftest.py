"""The real window on a real (virtual) screen, with hands: a mouse and a keyboard."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from abcstudio.settings import Settings
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.keyboard.latin_keys import LatinKeys
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from tests.forked_children import forked_children
from tests.ui.events import deliver_events
from tests.ui.i18n.speaking import speaking
from tests.ui.window.keyboard.cyrillic_keys import press as press_cyrillic
from tests.ui.window.keyboard.cyrillic_keys import type_letter

# A person waits; a machine with twenty programs gives a training a twentieth of a processor.
LONG_MS = 1_800_000
# What begins last and takes long leaves the other processes idle.
LONGEST_FIRST = (
    "test_selftest", "test_killing", "test_journey_lab", "test_signals", "test_journey_takes",
)  # fmt: skip

os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Give each of several workers a screen of its own: on one, they would take each other's focus.

    Where there is no virtual screen to begin with, the one that is there is used.
    """
    if not os.environ.get("DISPLAY") or shutil.which("Xvfb") is None:
        return
    told, tell = os.pipe()
    # Without -noreset it begins anew when its last window goes, and refuses who comes just then.
    arguments = ["-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), *arguments],
        pass_fds=(tell,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # By the process that outlives the workers.
    node.config.add_cleanup(screen.wait)
    node.config.add_cleanup(screen.terminate)
    os.close(tell)
    with os.fdopen(told) as number:
        node.workerinput["display"] = f":{number.readline().strip()}"


def pytest_configure(config: pytest.Config) -> None:
    """Take the screen that `pytest_configure_node` has made for this worker."""
    given: dict[str, Any] = getattr(config, "workerinput", {})
    if "display" in given:
        os.environ["DISPLAY"] = given["display"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest tests; all others stay in their order."""

    def place(item: pytest.Item) -> int:
        name = item.path.stem
        return LONGEST_FIRST.index(name) if name in LONGEST_FIRST else len(LONGEST_FIRST)

    items.sort(key=place)


@pytest.fixture(scope="session", autouse=True)
def _torch_is_loaded_once() -> Iterator[None]:
    """Fork the processes of typed code: the journey through the lab has thirty of them."""
    with forked_children():
        yield


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("ABCSTUDIO_HOME", str(folder))
    return folder


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """The whole window as at a first start, in English or in the language that a test gives."""
    language = getattr(request, "param", "en")
    latin_keys = LatinKeys(qapp)
    with speaking(qapp, language):
        yield from _window(qtbot, language)
    latin_keys.stop()


def _window(qtbot: QtBot, language: str) -> Iterator[MainWindow]:
    studio = Studio(Settings(theme="light", language=language))
    made = MainWindow(studio)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=LONG_MS)
    qtbot.waitUntil(lambda: made.pages.count() == len(PAGE_IDS), timeout=LONG_MS)
    deliver_events()
    yield made
    if made.isVisible():
        made.end_without_asking()
    assert studio.shut_down()
    made.deleteLater()
    deliver_events()
    gc.collect()


def _way(menu: QMenu, action_id: str) -> list[QAction]:
    """Return the entries that lead from a menu to a command, that of the command last."""
    for entry in menu.actions():
        if entry.objectName() == action_id:
            return [entry]
        inner: Any = entry.menu()
        if inner is not None and (way := _way(inner, action_id)):
            return [entry, *way]
    return []


class Hands:
    """What a person does with mouse and keyboard, and what they wait for."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._window = window

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget that can be seen and used."""
        self.wait(lambda: widget.isVisible() and widget.isEnabled())
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_action(self, bar: QWidget, action: QAction) -> None:
        """Click the button of a bar that stands for an action."""
        self.click(next(b for b in bar.findChildren(QToolButton) if b.defaultAction() is action))

    def click_at(self, area: QAbstractScrollArea, place: QPoint) -> None:
        """Click a place of what scrolls."""
        self._qtbot.mouseClick(area.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        index = view.model().index(row, 1)
        view.scrollTo(index)
        middle = view.visualRect(index).center()
        self._qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    def choose(self, action_id: str) -> None:
        """Open the menu of a command, and the menu in it where it stands in one, and click it."""
        menus = self._window.rooms[Helpers].menus.menus.values()
        top = next(menu for menu in menus if _way(menu, action_id))
        bar = self._window.menuBar()
        self._qtbot.mouseClick(
            bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(top.menuAction()).center()
        )
        menu: Any = top
        for action in _way(top, action_id):
            self.wait(menu.isVisible)
            spot = menu.actionGeometry(action).center()
            self._qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
            menu = action.menu()
        # The bar never gets the release of its press here, and opens its menu once more.
        if QApplication.activePopupWidget() is top:
            top.close()

    def focus(self, widget: QWidget) -> None:
        """Give a widget the focus, and wait until it has that: a busy screen takes its time."""
        widget.window().activateWindow()
        widget.setFocus()
        self.wait(widget.hasFocus)

    def press(self, keys: str) -> None:
        """Press a key or a combination wherever the focus is.

        A person whose window is Ukrainian has a keyboard of which each letter is, too.
        """
        if QApplication.activeWindow() is None:
            # A screen without a window manager gives the focus back to nobody after a dialog.
            shown = QApplication.activeModalWidget() or self._window
            shown.activateWindow()
            self.wait(shown.isActiveWindow)
        target = QApplication.focusWidget() or self._window
        if self._window.studio.settings.language == "uk":
            press_cyrillic(target, keys)
            return
        combination = QKeySequence(keys)[0]  # type: ignore[index]
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type on the keyboard; a line break is the Return key."""
        for character in text:
            if character == "\n":
                self.press("Return")
            else:
                target: Any = QApplication.focusWidget()
                press_key = QTest.keyClicks if character.isascii() else type_letter
                press_key(target, character)

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a widget has the focus."""
        for _ in range(80):
            if QApplication.focusWidget() is widget:
                return
            self.press("Tab")
        raise AssertionError(f"Tab never reaches {widget.accessibleName() or widget}")

    def answer_file_dialog(self, path: Path, *, by_keyboard: bool = False) -> None:
        """Put a path into the file dialog that opens next, and confirm it."""
        timer = QTimer(self._window)

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                return
            timer.stop()
            line: Any = dialog.findChild(QLineEdit, "fileNameEdit")
            line.setFocus()
            line.selectAll()
            line.setText(str(path))
            # The list of suggestions would take the click.
            line.completer().popup().hide()
            accept = next(b for b in dialog.findChild(QDialogButtonBox).buttons() if b.isDefault())
            if by_keyboard:
                QTest.keyClick(line, Qt.Key.Key_Return)
            else:
                QTest.mouseClick(accept, Qt.MouseButton.LeftButton)

        timer.timeout.connect(answer)
        timer.start(20)

    def wait(self, condition: Callable[[], bool], timeout_ms: int = LONG_MS) -> None:
        self._qtbot.waitUntil(condition, timeout=timeout_ms)


@pytest.fixture
def hands(qtbot: QtBot, window: MainWindow) -> Hands:
    return Hands(qtbot, window)
