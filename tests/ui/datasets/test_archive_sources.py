"""A .zip of tunes, or a MIDI file, that is dropped on the page."""

import zipfile
from pathlib import Path

from pytestqt.qtbot import QtBot

from abcstudio.notation.reader.parser import parse
from abcstudio.playback.interpretation import PLAIN
from abcstudio.playback.midi.midi_file import midi_bytes
from abcstudio.playback.performing.performer import perform
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.documents.test_importing import drop

TUNE = "X:1\nT:{title}\nK:G\nGABc dedB|\n"
WAIT_MS = 20_000


def test_a_dropped_archive_is_a_source(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "session.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("reels/one.abc", TUNE.format(title="Веселка").encode("cp1251"))
        archive.writestr("two.abc", TUNE.format(title="Two"))
        archive.writestr("cover.jpg", b"\xff\xd8\xff")
    main_window.show_page("datasets")
    page = main_window.datasets
    assert drop(main_window, path)
    titles = ["Веселка", "Two"]
    qtbot.waitUntil(lambda: [t.title for t in page.browser.table.tunes] == titles, timeout=WAIT_MS)
    assert main_window.page_name == "datasets"
    assert [tune.file for tune in page.browser.table.tunes] == ["reels/one.abc", "two.abc"]
    item = page.parts.source_list.list.currentItem()
    assert item.text() == "session.zip\n2 tunes, 1 other file"
    assert "reels/one.abc: no encoding is declared" in item.toolTip()


def test_archives_in_a_dropped_folder_are_read(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "empty.abc").write_bytes(b"")
    with zipfile.ZipFile(folder / "session.zip", "w") as archive:
        archive.writestr("two.abc", TUNE.format(title="Two"))
        archive.writestr("more.zip", b"PK")
    main_window.show_page("datasets")
    page = main_window.datasets
    assert drop(main_window, folder)
    qtbot.waitUntil(lambda: [t.title for t in page.browser.table.tunes] == ["Two"], timeout=WAIT_MS)
    assert page.browser.table.tunes[0].file == "session.zip/two.abc"
    item = page.parts.source_list.list.currentItem()
    assert item.text() == "sent\n1 tune, 2 left out"
    assert "empty.abc is empty." in item.toolTip()
    assert "lies in another .zip. Unpack that one" in item.toolTip()


def test_a_dropped_midi_file_is_a_source(
    qtbot: QtBot, main_window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "Friday.mid"
    path.write_bytes(midi_bytes(perform(parse(TUNE.format(title="")), PLAIN)))
    main_window.show_page("datasets")
    page = main_window.datasets
    assert drop(main_window, path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=WAIT_MS)
    assert page.parts.source_list.list.currentItem().text().startswith("Friday.mid\n1 tune")
    assert "GABc dedB" in page.browser.table.tunes[0].text
