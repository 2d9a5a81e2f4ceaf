"""MIDI and MusicXML files in, MusicXML out, through the window: menu, dialog, dropping."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from abcstudio.recipes.export import export_tune
from abcstudio.recipes.export_options import ExportOptions
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.pages import PAGE_IDS

pytestmark = pytest.mark.one_window

WAIT_MS = 20_000
MIDDLE = QPoint(600, 400)
TUNE = "X:1\nT:Kesh\nM:6/8\nL:1/8\nQ:3/8=80\nK:G\nGAG GAB | ABA ABd |]\n"


@pytest.fixture
def midi(tmp_path: Path) -> Path:
    return export_tune(TUNE, "mid", tmp_path / "kesh.mid", ExportOptions(plain=True))


@pytest.fixture
def musicxml(tmp_path: Path) -> Path:
    return export_tune(TUNE, "musicxml", tmp_path / "kesh.musicxml")


@pytest.fixture
def notices(studio: Studio) -> list[Notice]:
    seen: list[Notice] = []
    studio.notice_requested.connect(seen.append)
    return seen


def choose(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    names = [str(path) for path in paths]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))


def drop(target: MainWindow, path: Path, where: QPoint = MIDDLE) -> bool:
    """Drop a file somewhere in the window; return whether somebody took it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget = target.childAt(where)
    while widget is not None:
        enter = QDragEnterEvent(where, copy, data, left, none)
        enter.ignore()
        if widget.acceptDrops():
            QApplication.sendEvent(widget, enter)
        if enter.isAccepted():
            QApplication.sendEvent(widget, QDropEvent(QPointF(where), copy, data, left, none))
            return True
        widget = widget.parentWidget()
    return False


@pytest.mark.parametrize("action", ["file.import_midi", "file.open"])
def test_a_midi_file_opens_as_a_new_tune_that_is_not_saved(
    qtbot: QtBot,
    main_window: MainWindow,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    midi: Path,
    action: str,
) -> None:
    choose(monkeypatch, midi)
    main_window.registry.action(action).trigger()
    qtbot.waitUntil(lambda: main_window.composer.document_name == "Kesh", timeout=WAIT_MS)
    assert main_window.page_name == "composer"
    assert main_window.composer.desk.editor.text() == TUNE
    assert main_window.composer.is_modified
    assert main_window.composer.desk.documents.current.path is None
    assert notices[-1].kind == "success"
    assert "kesh.mid" in notices[-1].text


@pytest.mark.parametrize("action", ["file.import_midi", "file.open"])
def test_a_musicxml_file_opens_as_a_new_tune_that_is_not_saved(
    qtbot: QtBot,
    main_window: MainWindow,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    musicxml: Path,
    action: str,
) -> None:
    choose(monkeypatch, musicxml)
    main_window.registry.action(action).trigger()
    qtbot.waitUntil(lambda: main_window.composer.document_name == "Kesh", timeout=WAIT_MS)
    assert main_window.page_name == "composer"
    assert main_window.composer.desk.editor.text().startswith("X:1\nT:Kesh\nM:6/8\n")
    assert "GAG GAB | ABA ABd |" in main_window.composer.desk.editor.text()
    assert main_window.composer.is_modified
    assert main_window.composer.desk.documents.current.path is None
    assert (notices[-1].kind, notices[-1].text) == (
        "success", "kesh.musicxml is read as a new tune.",
    )  # fmt: skip


@pytest.mark.parametrize("page", [page for page in PAGE_IDS if page != "datasets"])
def test_a_musicxml_file_can_be_dropped_on_every_page_but_that_of_sources(
    qtbot: QtBot, main_window: MainWindow, musicxml: Path, page: str
) -> None:
    main_window.show_page(page)
    assert drop(main_window, musicxml)
    qtbot.waitUntil(lambda: main_window.composer.document_name == "Kesh", timeout=WAIT_MS)
    assert main_window.page_name == "composer"


def test_what_abc_cannot_say_is_told_with_its_measures(
    qtbot: QtBot, main_window: MainWindow, notices: list[Notice], musicxml: Path
) -> None:
    slide = '<notations><slide type="start"/></notations></note>'
    musicxml.write_text(musicxml.read_text("utf-8").replace("</note>", slide, 1), "utf-8")
    main_window.open_path(musicxml)
    qtbot.waitUntil(lambda: bool(notices) and notices[-1].kind == "success", timeout=WAIT_MS)
    assert notices[-1].text.endswith("so it was left out: measure 1.")


@pytest.mark.parametrize("page", [page for page in PAGE_IDS if page != "datasets"])
def test_a_midi_file_can_be_dropped_on_every_page_but_that_of_sources(
    qtbot: QtBot, main_window: MainWindow, midi: Path, page: str
) -> None:
    main_window.show_page(page)
    assert drop(main_window, midi)
    qtbot.waitUntil(lambda: main_window.composer.document_name == "Kesh", timeout=WAIT_MS)
    assert main_window.page_name == "composer"


def test_a_file_dropped_on_the_text_opens_and_writes_nothing_there(
    main_window: MainWindow, tmp_path: Path
) -> None:
    main_window.show_page("composer")
    composer = main_window.composer
    composer.parts.files.open_text(TUNE, "First")
    path = tmp_path / "second.abc"
    path.write_text(TUNE, "utf-8")
    editor = composer.desk.editor
    place = editor.viewport().mapTo(main_window, editor.viewport().rect().center())
    assert drop(main_window, path, place)
    assert composer.document_name == "second.abc"
    assert [
        document.text() for document in composer.desk.documents if document.name == "First"
    ] == [TUNE]


def test_what_was_guessed_is_said(
    qtbot: QtBot, main_window: MainWindow, notices: list[Notice], midi: Path, tmp_path: Path
) -> None:
    data = midi.read_bytes()
    untold = tmp_path / "untold.mid"
    untold.write_bytes(data.replace(b"\xff\x59\x02\x01\x00", b"\xff\x7f\x02\x01\x00"))
    main_window.open_path(untold)
    qtbot.waitUntil(lambda: bool(notices) and notices[-1].kind == "success", timeout=WAIT_MS)
    assert "does not tell its key" in notices[-1].text


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("bad.mid", b"no MIDI", "bad.mid: This is not a MIDI file"),
        ("bad.mid", None, "bad.mid"),
        ("bad.mxl", b"PK\x03\x04", "bad.mxl: This compressed MusicXML file is damaged"),
        ("bad.musicxml", b"<score-partwise>\n<part>", "damaged in line 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    qtbot: QtBot,
    main_window: MainWindow,
    notices: list[Notice],
    tmp_path: Path,
    name: str,
    data: bytes | None,
    words: str,
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    before = main_window.composer.document_name
    main_window.open_path(path)
    qtbot.waitUntil(lambda: bool(notices), timeout=WAIT_MS)
    assert notices[-1].kind == "error"
    assert words in notices[-1].text
    assert main_window.composer.document_name == before


def test_the_menu_exports_musicxml(
    qtbot: QtBot,
    main_window: MainWindow,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(TUNE, "Kesh")
    asked: list[str] = []

    def answer(_parent: object, _title: str, start: str, kinds: str) -> tuple[str, str]:
        asked.extend((Path(start).name, kinds))
        return str(tmp_path / "score"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    (action,) = [
        action
        for action in main_window.rooms[Helpers].menus.submenus["file.export"].actions()
        if action.objectName() == "file.export_musicxml"
    ]
    qtbot.waitUntil(action.isEnabled, timeout=WAIT_MS)
    action.trigger()
    qtbot.waitUntil(lambda: notices[-1].kind in ("success", "error"), timeout=WAIT_MS)
    assert notices[-1].kind == "success", notices[-1].text
    assert asked == ["Kesh.musicxml", "MusicXML files (*.musicxml *.xml)"]
    root = ElementTree.parse(tmp_path / "score.musicxml").getroot()
    assert root.findtext("work/work-title") == "Kesh"
    assert len(root.findall(".//note")) == 12


def test_music_that_is_not_read_is_named_when_musicxml_is_written(
    qtbot: QtBot, main_window: MainWindow, notices: list[Notice], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    main_window.show_page("composer")
    main_window.composer.parts.files.open_text(
        "X:1\nT:Wide\nL:1/4\nK:C\n[" + "C" * 65 + "]4|\n", "wide"
    )
    target = tmp_path / "wide.musicxml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    action = main_window.registry.action("file.export_musicxml")
    qtbot.waitUntil(action.isEnabled, timeout=WAIT_MS)
    action.trigger()
    qtbot.waitUntil(lambda: notices[-1].kind != "info", timeout=WAIT_MS)
    told = "wide.musicxml is written. A chord can have 64 notes at most."
    assert (notices[-1].kind, notices[-1].text) == ("warning", told)
