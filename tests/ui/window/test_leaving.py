"""The end of the window: what it asks, and what of it comes back at the next start."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import settings_file
from abcstudio.settings import load_settings
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS
from abcstudio.ui.window.sizes.window_geometry import smallest_size
from abcstudio.window_state import WindowState

CTRL = Qt.KeyboardModifier.ControlModifier
TUNE = "X:1\nT:The First Steps\nM:4/4\nL:1/8\nK:D\nd2fd A2fd|g2fe dBAF|\n"


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


@pytest.fixture
def tune_file(tmp_path: Path) -> Path:
    path = tmp_path / "first steps.abc"
    path.write_bytes(TUNE.encode())
    return path


def answer_with(monkeypatch: pytest.MonkeyPatch, verb: str) -> list[str]:
    """Answer the next questions by clicking the button with this verb; return what was asked."""
    asked: list[str] = []

    def click(box: QMessageBox) -> int:
        asked.append(box.text())
        button = next(b for b in box.buttons() if b.text().replace("&", "") == verb)
        button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    return asked


def test_a_window_that_has_ended_makes_no_more_pages(studio: Studio, qtbot: QtBot) -> None:
    window = MainWindow(studio)
    qtbot.addWidget(window)
    pages = window.pages.count()
    window.end_without_asking()
    window.make_late_pages()
    assert window.pages.count() == pages < len(PAGE_IDS)
    assert studio.shut_down()


def test_geometry_and_page_come_back(main_window: MainWindow, studio: Studio, qtbot: QtBot) -> None:
    main_window.resize(1100, 700)
    main_window.show_page("training")
    press(qtbot, main_window, Qt.Key.Key_Q, CTRL)
    assert not main_window.isVisible()
    kept = load_settings(settings_file())
    assert kept.window.page == "training"
    other_studio = Studio(kept)
    other = MainWindow(other_studio)
    qtbot.addWidget(other)
    assert other.height() == 700  # The screenless platform's screen is 800 pixels wide and high.
    assert other.page_name == "training"
    other.end_without_asking()


def test_damaged_geometry_is_no_trouble(studio: Studio, engraver: Engraver, qtbot: QtBot) -> None:
    studio.update_settings(window=WindowState(geometry="not base64 ©"))
    other = MainWindow(studio, engraver)
    qtbot.addWidget(other)
    smallest = smallest_size(other.screen().availableSize())
    assert other.size().expandedTo(smallest) == other.size()
    other.end_without_asking()


def test_leaving_asks_about_unsaved_text_with_verbs(
    main_window: MainWindow, qtbot: QtBot, tune_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main_window.open_path(tune_file)
    qtbot.keyClicks(main_window.composer.desk.editor, "%")
    asked = answer_with(monkeypatch, "Cancel")
    press(qtbot, main_window, Qt.Key.Key_Q, CTRL)
    assert main_window.isVisible()
    assert tune_file.name in asked[0]
    answer_with(monkeypatch, "Discard")
    press(qtbot, main_window, Qt.Key.Key_Q, CTRL)
    assert not main_window.isVisible()
    assert tune_file.read_bytes() == TUNE.encode()
