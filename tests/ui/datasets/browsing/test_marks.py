"""Stars, tags and what is left out: by keys, seen in the table, found, kept, taken back."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.corpus.browsing.tune_groups import GroupedRows
from abcstudio.corpus.browsing.tune_marks import mark_key
from abcstudio.corpus.tune import Tune
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.paths import marks_file
from abcstudio.ui.datasets.browsing.marks_keeper import load_marks
from abcstudio.ui.datasets.browsing.room import BrowsingRoom
from abcstudio.ui.datasets.datasets_page import DatasetsPage
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from tests.ui.events import let_work_end

BOOK = "".join(f"X:{n}\nT:Tune {n}\nK:C\nC{n}|\n\n" for n in range(1, 5))


@pytest.fixture
def shown(
    qtbot: QtBot, studio: Studio, engraver: Engraver, tmp_path: Path
) -> Iterator[SimpleNamespace]:
    window = QMainWindow()
    actions = Actions(window, {})
    playback = PlaybackController(studio)
    page = DatasetsPage(studio, actions, playback, engraver)
    window.setCentralWidget(page)
    window.resize(1280, 700)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    book = tmp_path / "mine.abc"
    book.write_text(BOOK, encoding="utf-8")
    page.add_source(book)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 4, timeout=20_000)
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    yield SimpleNamespace(page=page, actions=actions, notices=notices, book=book)
    studio.closing.emit()
    playback.close()


def _select(page: DatasetsPage, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    page.browser.table.clearSelection()
    for row in rows:
        page.browser.table.selectionModel().select(page.browser.table.model().index(row, 0), flags)


def _titles(page: DatasetsPage) -> list[str]:
    model = page.browser.table.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_starred_tunes_are_seen_found_kept_and_given_back(shown, studio, qtbot) -> None:
    page = shown.page
    _select(page, 1, 3)
    shown.actions.action("datasets.star").trigger()
    assert _titles(page) == ["Tune 1", "★ Tune 2", "Tune 3", "★ Tune 4"]
    page.browser.filter_bar.search.setText("is:starred")
    assert [tune.title for tune in page.browser.table.shown] == ["Tune 2", "Tune 4"]
    let_work_end(qtbot, studio)
    assert sum(mark.is_starred for mark in load_marks(marks_file()).marks.values()) == 2
    page.browser.filter_bar.clear()
    shown.notices[-1].action()
    assert "★" not in "".join(_titles(page))


def test_all_tunes_are_starred_without_reading_any_of_their_texts(
    shown, qtbot, monkeypatch
) -> None:
    page, read = shown.page, list[str]()

    def noted(tune: Tune) -> str:
        read.append(tune.title)
        return mark_key(tune)

    monkeypatch.setattr("abcstudio.corpus.browsing.tune_index.mark_key", noted)
    page.browser.table.setFocus()
    qtbot.keyClick(page.browser.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    shown.actions.action("datasets.star").trigger()
    assert _titles(page) == [f"★ Tune {n}" for n in range(1, 5)]
    shown.actions.action("datasets.exclude").trigger()
    assert _titles(page) == [f"★ Tune {n} (left out)" for n in range(1, 5)]
    for command in ("datasets.exclude", "datasets.star"):
        shown.actions.action(command).trigger()
    assert _titles(page) == [f"Tune {n}" for n in range(1, 5)]
    assert not page.rooms[BrowsingRoom].marks.keeper.marks
    assert not read


def test_what_was_marked_just_before_the_window_is_closed_is_kept(shown, studio, qtbot) -> None:
    page = shown.page
    for row in range(4):
        _select(page, row)
        shown.actions.action("datasets.star").trigger()
    # The first writing has hardly begun.
    studio.closing.emit()
    let_work_end(qtbot, studio)
    assert sum(mark.is_starred for mark in load_marks(marks_file()).marks.values()) == 4


def test_a_tune_that_is_left_out_is_neither_trained_on_nor_counted(shown, studio, qtbot) -> None:
    page = shown.page
    _select(page, 2)
    shown.actions.action("datasets.exclude").trigger()
    assert _titles(page)[2] == "Tune 3 (left out)"
    assert page.browser.count.text() == "4 of 4 tunes, left out: 1"
    assert page.browser.train.text() == "Train on these 3 tunes"
    with qtbot.waitSignal(studio.train_requested) as signal:
        page.browser.train.click()
    tunes, _name, choice = signal.args
    assert [tune.number for tune in tunes] == [1, 2, 4]
    assert choice.of(page.browser.table.tunes) == tunes
    shown.actions.action("datasets.exclude").trigger()
    assert page.browser.count.text() == "4 of 4 tunes"


def test_all_that_are_selected_are_gathered_once(shown, qtbot, monkeypatch) -> None:
    page, gathered = shown.page, list[int]()
    tunes_of = GroupedRows.tunes_of

    def counted(rows: GroupedRows, chosen: Iterable[int]) -> tuple[Tune, ...]:
        tunes = tunes_of(rows, chosen)
        gathered.append(len(tunes))
        return tunes

    monkeypatch.setattr(GroupedRows, "tunes_of", counted)
    page.browser.table.setFocus()
    qtbot.keyClick(page.browser.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.browser.train.text() == "Train on 4 selected tunes"
    assert gathered == [4]
    qtbot.keyClick(page.browser.table, Qt.Key.Key_Home)
    page.browser.filter_bar.search.setText("Tune 3")
    assert [tune.title for tune in page.browser.table.selected()] == ["Tune 3"]


def test_tags_are_typed_and_found_in_another_source_too(shown, qtbot, tmp_path) -> None:
    page = shown.page
    _select(page, 0)
    shown.actions.action("datasets.tag").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QInputDialog)
    dialog.setTextValue("session, a1")
    dialog.accept()
    assert _titles(page)[0] == "Tune 1 #session #a1"
    other = tmp_path / "other.abc"
    other.write_text("X:9\nT:Else\nK:C\nG4|\n\nX:8\nT:Tune 1\nK:C\nC1|\n", encoding="utf-8")
    page.add_source(other)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2, timeout=20_000)
    qtbot.keyClicks(page.browser.filter_bar.search, "tag:sess")
    assert [tune.title for tune in page.browser.table.shown] == ["Tune 1"]
    qtbot.keyClick(page.browser.filter_bar.search, Qt.Key.Key_Escape)
    assert len(page.browser.table.shown) == 2


def test_tunes_are_tagged_that_are_no_longer_shown_when_their_tags_are_typed(
    shown, qtbot, tmp_path
) -> None:
    page = shown.page
    _select(page, 0)
    shown.actions.action("datasets.tag").trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QInputDialog)
    other = tmp_path / "other.abc"
    other.write_text("X:1\nT:Else\nK:C\nG4|\n", encoding="utf-8")
    page.add_source(other)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=20_000)
    dialog.setTextValue("session")
    dialog.accept()
    assert shown.notices[-1].text == "Tagged otherwise: Tune 1"
    page.add_source(shown.book)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 4, timeout=20_000)
    assert _titles(page)[0] == "Tune 1 #session"


def test_nothing_is_marked_without_a_tune(shown) -> None:
    shown.page.browser.filter_bar.search.setText("no such tune")
    action = shown.actions.action("datasets.star")
    assert not action.isEnabled()
    assert "Choose a tune first" in action.toolTip()


def test_undo_takes_marks_back_one_after_the_other(shown, qtbot) -> None:
    page, undo = shown.page, shown.actions.action("datasets.undo")
    assert not undo.isEnabled()
    assert "No tune was marked" in undo.toolTip()
    _select(page, 0, 1)
    shown.actions.action("datasets.star").trigger()
    _select(page, 2)
    shown.actions.action("datasets.exclude").trigger()
    assert _titles(page) == ["★ Tune 1", "★ Tune 2", "Tune 3 (left out)", "Tune 4"]
    assert undo.text() == "Und&o: Left out: Tune 3"
    page.browser.table.setFocus()
    qtbot.keyClick(page.browser.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _titles(page) == ["★ Tune 1", "★ Tune 2", "Tune 3", "Tune 4"]
    assert undo.text() == "Und&o: Starred: 2 tunes"
    qtbot.keyClick(page.browser.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _titles(page) == [f"Tune {n}" for n in range(1, 5)]
    assert not undo.isEnabled()


def test_undo_takes_back_what_was_last_a_mark_or_a_removed_source(shown, qtbot, tmp_path) -> None:
    page, undo = shown.page, shown.actions.action("datasets.undo")
    other = tmp_path / "other.abc"
    other.write_text("X:1\nT:Else\nK:C\nG4|\n", encoding="utf-8")
    _select(page, 0)
    shown.actions.action("datasets.star").trigger()
    page.parts.sources.remove(shown.book)
    assert undo.text() == "&Bring back “mine.abc”"
    page.add_source(other)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 1, timeout=20_000)
    _select(page, 0)
    shown.actions.action("datasets.star").trigger()
    assert undo.text() == "Und&o: Starred: Else"
    undo.trigger()
    assert _titles(page) == ["Else"]
    assert undo.text() == "&Bring back “mine.abc”"
    undo.trigger()
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 4, timeout=20_000)
    assert _titles(page)[0] == "★ Tune 1"
    undo.trigger()
    assert _titles(page)[0] == "Tune 1"
    assert not undo.isEnabled()


def test_the_undo_of_an_older_notice_takes_the_later_marks_along(shown) -> None:
    page, undo = shown.page, shown.actions.action("datasets.undo")
    _select(page, 0)
    shown.actions.action("datasets.star").trigger()
    first = shown.notices[-1]
    _select(page, 1)
    shown.actions.action("datasets.star").trigger()
    first.action()
    assert "★" not in "".join(_titles(page))
    assert not undo.isEnabled()
    # Pressed once more it finds nothing to take back.
    first.action()
    assert not undo.isEnabled()
