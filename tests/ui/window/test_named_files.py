"""Files that the command line and macOS' Finder name are opened, each once and when it can be."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.named_files import NamedFiles, path_of

TUNES = "X:1\nT:Named\nK:C\nCDEF|\n"


@pytest.fixture
def tunes(tmp_path: Path) -> Path:
    folder = tmp_path / "my tunes"
    folder.mkdir()
    (folder / "named.abc").write_text(TUNES, encoding="utf-8")
    return folder


def test_names_wait_until_the_window_is_up(qapp: QApplication, tunes: Path) -> None:
    file = tunes / "named.abc"
    files = NamedFiles([str(file)])
    heard: list[Path] = []
    files.named.connect(heard.append)
    qapp.installEventFilter(files)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tunes))))
    assert heard == []
    files.release()
    assert heard == [file, tunes]
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(file)))
    assert heard == [file, tunes, file]
    qapp.removeEventFilter(files)


def test_other_events_pass(qapp: QApplication) -> None:
    assert not NamedFiles().eventFilter(qapp, QEvent(QEvent.Type.User))


@pytest.mark.parametrize("name", ["a b.abc", "file:{}/a%20b.abc"])
def test_a_name_or_an_address_means_a_path(name: str) -> None:
    here = Path.cwd()
    assert path_of(name.format(here)) == here / "a b.abc"


def test_a_file_that_is_missing_is_said(main_window: MainWindow, tmp_path: Path) -> None:
    main_window.open_path(tmp_path / "gone.abc")
    assert "gone.abc" in main_window.notices.text.text()


def test_a_folder_is_a_source_of_tunes(main_window: MainWindow, qtbot: QtBot, tunes: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tunes))])
    copy, left, plain = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    main_window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, plain))
    assert main_window.page_name == "datasets"
    qtbot.waitUntil(lambda: len(main_window.datasets.table.shown) == 1, timeout=10000)
