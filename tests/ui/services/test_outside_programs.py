"""Files, folders and links go to other programs, and what fails is said."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow

pytestmark = [
    pytest.mark.one_window,
    pytest.mark.skipif(sys.platform != "linux", reason="there is no xdg-open"),
]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file in which an `xdg-open` writes what it opens; it fails at names with "bad"."""
    programs, asked = tmp_path / "programs", tmp_path / "asked"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(
        f'#!/bin/sh\necho "$1" >> "{asked}"\ncase "$1" in *bad*) exit 4;; esac\n', encoding="utf-8"
    )
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    return asked


@pytest.fixture
def told(main_window: MainWindow) -> list[Notice]:
    notices: list[Notice] = []
    main_window.studio.notice_requested.connect(notices.append)
    return notices


def test_a_tab_shows_its_folder(
    main_window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Path, told: list[Notice]
) -> None:
    folder = tmp_path / "мої мелодії"
    folder.mkdir()
    (folder / "kesh.abc").write_text("X:1\nT:Kesh\nK:G\nGABc|\n", encoding="utf-8")
    main_window.open_path(folder / "kesh.abc")
    composer = main_window.composer
    composer.rooms[TextsRoom].tabs.show_folder_requested.emit(composer.desk.documents.current)
    qtbot.waitUntil(opened.exists)
    address = opened.read_text(encoding="utf-8").strip()
    assert QUrl(address).toLocalFile() == str(folder)
    assert not [each for each in told if each.kind == "warning"]


def test_an_opener_that_fails_is_told_with_a_way_out(
    main_window: MainWindow, qtbot: QtBot, tmp_path: Path, opened: Path, told: list[Notice]
) -> None:
    score = tmp_path / "bad score.pdf"
    score.write_bytes(b"%PDF")
    assert QDesktopServices.openUrl(QUrl.fromLocalFile(str(score)))
    qtbot.waitUntil(lambda: bool(told))
    (notice,) = told
    assert (notice.kind, notice.text) == ("warning", f"No program here could open {score}.")
    assert notice.action_text == "Copy the path"
    assert notice.action is not None
    notice.action()
    assert QGuiApplication.clipboard().text() == str(score)


def test_a_link_that_no_browser_takes_is_told(
    main_window: MainWindow, qtbot: QtBot, opened: Path, told: list[Notice]
) -> None:
    QDesktopServices.openUrl(QUrl("https://example.org/bad"))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text == "No program here could open https://example.org/bad."
    assert told[0].action_text == "Copy the address"


def test_without_an_opener_qt_says_whether_it_can(
    main_window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: list[Notice]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for _ in range(2):
        QDesktopServices.openUrl(QUrl("https://example.org/"))
    assert [each.text for each in told] == ["No program here could open https://example.org/."] * 2


def test_what_is_gone_is_said_to_be_gone(
    main_window: MainWindow, tmp_path: Path, opened: Path, told: list[Notice]
) -> None:
    gone = tmp_path / "gone"
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(gone)))
    assert [each.text for each in told] == [f"{gone} is no longer there."]
    assert not opened.exists()
