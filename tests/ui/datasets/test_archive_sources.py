"""A .zip of tunes that is dropped on the page."""

import zipfile
from pathlib import Path

from pytestqt.qtbot import QtBot

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
    qtbot.waitUntil(lambda: [t.title for t in page.table.tunes] == titles, timeout=WAIT_MS)
    assert main_window.page_name == "datasets"
    assert [tune.file for tune in page.table.tunes] == ["reels/one.abc", "two.abc"]
    item = page.sources.list.currentItem()
    assert item.text() == "session.zip\n2 tunes, 1 other file"
    assert "reels/one.abc: no encoding is declared" in item.toolTip()
