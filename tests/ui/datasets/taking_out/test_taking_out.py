"""Selected tunes are copied as ABC or rows; chosen ones are written as ABC, MusicXML or CSV."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from abcstudio.corpus.sources import read_tunebook
from abcstudio.ui.datasets.datasets_page import DatasetsPage
from abcstudio.ui.datasets.taking_out_commands import TakingOutCommands
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

WAIT_MS = 60_000
BOOK = "".join(
    f"X:{number}\nT:{title}\nR:reel\nM:4/4\nK:G\nGABc dedB|\n\n"
    for number, title in enumerate(("The Zoo", "An Ape", "“Bee”"), 1)
)


@pytest.fixture
def page(qtbot: QtBot, main_window: MainWindow, tmp_path: Path) -> DatasetsPage:
    path = tmp_path / "mine.abc"
    path.write_text(BOOK)
    main_window.show_page("datasets")
    page = main_window.datasets
    page.add_source(path)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 3, timeout=WAIT_MS)
    page.browser.table.setFocus()
    return page


def test_titles_are_sorted_without_articles_and_quotes(page: DatasetsPage) -> None:
    page.browser.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [tune.title for tune in page.browser.table.shown] == ["An Ape", "“Bee”", "The Zoo"]
    page.browser.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)


def test_all_selected_rows_are_copied_as_abc(qtbot: QtBot, page: DatasetsPage) -> None:
    page.browser.table.selectAll()
    qtbot.keyClick(page.browser.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert [line for line in copied.splitlines() if line.startswith("T:")] == [
        "T:The Zoo", "T:An Ape", "T:“Bee”"
    ]  # fmt: skip


def test_selected_rows_are_copied_for_a_table(main_window: MainWindow, page: DatasetsPage) -> None:
    page.browser.table.selectAll()
    main_window.registry.action("datasets.copy_rows").trigger()
    assert QApplication.clipboard().text().splitlines()[1] == "2\tAn Ape\treel\t4/4\tG\t1\t\t"


@pytest.mark.parametrize("ending", ["abc", "csv", "musicxml"])
def test_what_is_shown_is_exported(
    qtbot: QtBot,
    main_window: MainWindow,
    page: DatasetsPage,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
) -> None:
    folder = Path(page.parts.sources.current).parent
    target = folder / f"out.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    menu = QMenu()
    page.fill_row_menu(menu)
    (action,) = [one for one in menu.actions() if "MusicXML" in one.text()]
    action.trigger()
    qtbot.waitUntil(lambda: not page.rooms[TakingOutCommands].export.is_busy, timeout=WAIT_MS)
    if ending == "abc":
        assert [tune.title for tune in read_tunebook(target)] == ["The Zoo", "An Ape", "“Bee”"]
    elif ending == "csv":
        assert "2,An Ape,reel,4/4,G,1,," in target.read_text("utf-8-sig").splitlines()
    else:
        assert len([*(folder / "out").glob("*.musicxml")]) == 3


def test_the_source_is_not_replaced_by_a_selection(
    qtbot: QtBot, main_window: MainWindow, page: DatasetsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = page.parts.sources.current
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(source), ""))
    main_window.registry.action("datasets.export_tunes").trigger()
    qtbot.waitUntil(lambda: not page.rooms[TakingOutCommands].export.is_busy, timeout=WAIT_MS)
    assert source.read_text() == BOOK
