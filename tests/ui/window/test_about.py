"""What the program says of itself: its build, and whose work is in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTabWidget, QTextBrowser
from pytestqt.qtbot import QtBot

import abcstudio
from abcstudio.files import read_text_file
from abcstudio.paths import resources_dir
from abcstudio.ui.window.about_dialog import AboutDialog
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window


def test_about_names_the_build_and_the_licences(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.registry.action("help.about").trigger()
    qtbot.waitUntil(lambda: bool(main_window.findChildren(AboutDialog)))
    dialog = main_window.findChild(AboutDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(f"ABC Studio {abcstudio.__version__} (" in each for each in words)
    assert "session.sf2" in dialog.findChild(QTextBrowser).toPlainText()
    tabs = dialog.findChild(QTabWidget)
    tabs.setCurrentIndex(1)
    notices = tabs.currentWidget()
    assert isinstance(notices, QPlainTextEdit)
    assert notices.isReadOnly()
    assert "torch" in notices.toPlainText()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_about_begins_with_whose_work_is_in_the_box(qtbot: QtBot, main_window: MainWindow) -> None:
    main_window.registry.action("help.about").trigger()
    qtbot.waitUntil(lambda: bool(main_window.findChildren(AboutDialog)))
    dialog = main_window.findChild(AboutDialog)
    box = dialog.findChild(QTextBrowser)
    short, _, account = box.toPlainText().partition("The whole account")
    whole = read_text_file(resources_dir() / "README.md").text
    for name in ("O'Neill", "Ryan", "Aird", "Frank Wen", "Tabler Icons", "Paweł Kuna",
                 "Liberation", "Steve Matteson", "SIL Open Font License 1.1"):  # fmt: skip
        assert name in short
        assert name in whole
    assert "public domain" in short
    assert "StudioSerif" in account
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
