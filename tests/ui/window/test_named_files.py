"""Files that the command line and macOS' Finder name are opened, each once and when it can be."""

import inspect
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl, qInstallMessageHandler
from PySide6.QtGui import QDropEvent, QEnterEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

import abcstudio.app
from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.documents.opening_queue import AT_ONCE_BYTES
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.named_files import NamedFiles, StudioApplication
from abcstudio.ui.window.running.named_paths import path_of

pytestmark = pytest.mark.one_window

TUNES = "X:1\nT:Named\nK:C\nCDEF|\n"


@pytest.fixture
def tunes(tmp_path: Path) -> Path:
    folder = tmp_path / "my tunes"
    folder.mkdir()
    (folder / "named.abc").write_text(TUNES, encoding="utf-8")
    return folder


def drop(window: MainWindow, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, plain = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, plain))


def test_names_wait_until_the_window_is_up(qapp: StudioApplication, tunes: Path) -> None:
    file = tunes / "named.abc"
    files = NamedFiles([str(file)])
    heard: list[tuple[Path, ...]] = []
    files.named.connect(heard.append)
    qapp.file_named.connect(files.take)
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(tunes))))
    assert heard == []
    files.release()
    assert heard == [(file, tunes)]
    QCoreApplication.sendEvent(qapp, QFileOpenEvent(str(file)))
    assert heard == [(file, tunes), (file,)]
    qapp.file_named.disconnect(files.take)


def test_no_filter_of_the_application_gets_the_events_of_all_widgets() -> None:
    """Such a filter runs some 4,500 times for a switch of the colours alone."""
    assert "installEventFilter" not in inspect.getsource(abcstudio.app)


@pytest.mark.parametrize("name", ["a b.abc", "file:{}/a%20b.abc"])
def test_a_name_or_an_address_means_a_path(name: str) -> None:
    here = Path.cwd()
    assert path_of(name.format(here)) == here / "a b.abc"


def named_files(folder: Path) -> list[Path]:
    """Put files there that take longer to be read the earlier they are named."""
    large, small, midi = (folder / name for name in ("large.abc", "small.abc", "kesh.mid"))
    large.write_text(TUNES.replace("Named", "Large") * 5000, encoding="utf-8")
    assert large.stat().st_size > AT_ONCE_BYTES
    small.write_text(TUNES.replace("Named", "Small"), encoding="utf-8")
    export_tune(TUNES.replace("Named", "Kesh"), "mid", midi, ExportOptions(plain=True))
    return [large, midi, small]


@pytest.mark.parametrize("way", ["command line", "dropping", "dialog"])
def test_several_files_stand_as_named_and_the_first_is_shown(
    main_window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    missing = tmp_path / "missing.abc"
    paths = [missing, *named_files(tmp_path)]
    composer = main_window.composer
    if way == "command line":
        files = NamedFiles(list(map(str, paths)))
        files.named.connect(main_window.open_paths)
        files.release()
    elif way == "dropping":
        drop(main_window, paths)
    else:
        names = list(map(str, paths))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
        main_window.registry.action("file.open").trigger()
    tabs = composer.rooms[TextsRoom].tabs
    qtbot.waitUntil(lambda: tabs.count() == 3, timeout=20_000)
    shown = [document.label for document in tabs.documents()]
    assert shown == ["large.abc", "Kesh", "small.abc"]
    assert composer.document_name == "large.abc"
    assert composer.desk.editor.hasFocus()
    # Named again they stay where they are, the first of them in front.
    main_window.open_paths([paths[3], paths[1]])
    assert composer.document_name == "small.abc"
    assert tabs.count() == 3


def test_the_others_are_not_opened_once_the_person_cancels(
    main_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    composer = main_window.composer
    main_window.open_paths(named_files(tmp_path))
    composer.rooms[TextsRoom].opening_bar.cancel_button.click()
    alone = tmp_path / "alone.abc"
    alone.write_text(TUNES, encoding="utf-8")
    main_window.open_paths([alone, alone])
    qtbot.waitUntil(lambda: composer.document_name == "alone.abc", timeout=20_000)
    assert [document.label for document in composer.desk.documents if document.path] == [
        "alone.abc"
    ]


def test_a_file_that_is_missing_is_said(main_window: MainWindow, tmp_path: Path) -> None:
    main_window.open_path(tmp_path / "gone.abc")
    assert "gone.abc" in main_window.notices.text.text()


def test_the_error_that_is_read_is_that_of_the_file_that_was_opened_last(
    main_window: MainWindow, tmp_path: Path
) -> None:
    bar = main_window.notices
    for name in ("one.abc", "two.abc", "three.abc"):
        main_window.open_path(tmp_path / name)
        assert name in bar.text.text()
    good = tmp_path / "good.abc"
    good.write_text(TUNES, encoding="utf-8")
    main_window.open_path(good)
    assert main_window.composer.document_name == "good.abc"
    assert bar.notice is None


def test_of_files_that_are_opened_together_each_error_is_said_the_newest_first(
    main_window: MainWindow, tmp_path: Path
) -> None:
    good = tmp_path / "good.abc"
    good.write_text(TUNES, encoding="utf-8")
    bad = [tmp_path / f"{name}.abc" for name in ("one", "two", "three")]
    main_window.open_paths([*bad, good])
    bar, said = main_window.notices, []
    while bar.notice is not None:
        said.append(next(path.stem for path in bad if path.name in bar.text.text()))
        bar.put_away()
    assert said == ["three", "two", "one"]


def test_another_notice_waits_for_the_mouse_that_rests_on_an_error(
    main_window: MainWindow, studio: Studio
) -> None:
    bar, told = main_window.notices, []
    before = qInstallMessageHandler(lambda _kind, _context, words: told.append(words))
    try:
        studio.notify("One.", "error")
        place = QPointF(bar.rect().center())
        QApplication.sendEvent(bar, QEnterEvent(place, place, place))
        studio.notify("Two.", "success")
    finally:
        qInstallMessageHandler(before)
    assert bar.text.text() == "One."
    assert [words for words in told if "negative interval" in words] == []


@pytest.mark.own_window
def test_a_folder_is_a_source_of_tunes(main_window: MainWindow, qtbot: QtBot, tunes: Path) -> None:
    drop(main_window, [tunes])
    assert main_window.page_name == "datasets"
    qtbot.waitUntil(lambda: len(main_window.datasets.browser.table.shown) == 1, timeout=10000)
