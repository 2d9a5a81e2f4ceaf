"""The page of tunes: sources, table, filter, preview, and where its wishes go.

Over 400 lines: what concerns the whole page; its parts have files of their own.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_filter import TuneFilter
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.recipes.figures.counting import count_corpus
from abcstudio.ui.controls.rows.row_menu import row_menu
from abcstudio.ui.datasets.datasets_page import DatasetsPage
from abcstudio.ui.datasets.lab.room import LabRoom
from abcstudio.ui.datasets.previewing.preview_presenter import PreviewPresenter
from abcstudio.ui.datasets.source_presenter import SourcePresenter
from abcstudio.ui.datasets.tune_preview import MOST_TEXT
from abcstudio.ui.datasets.tune_table import TuneTable
from abcstudio.ui.datasets.understanding.room import FiguresRoom
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from tests.ui.events import deliver_events, let_work_end
from tests.unit.counted_work import CallCounter

TWO_TUNES = """X:1
T:The Kesh
R:jig
M:6/8
L:1/8
K:G
GAG GAB|ABA ABd|edd gdd|edB dBA|

X:2
T:An Air
M:3/4
L:1/4
K:D
dfa|fed|A2z|
"""


def _tune(number: int, title: str, **facts: str) -> Tune:
    return Tune(
        text=f"X:{number}\nT:{title}\nK:C\nC",
        offset=0,
        number=number,
        reference_number=str(number),
        title=title,
        rhythm=facts.get("rhythm", ""),
        meter=facts.get("meter", "4/4"),
        key=facts.get("key", "C"),
        origin=facts.get("origin", ""),
        measure_count=number,
    )


@pytest.fixture
def shown(qtbot: QtBot, studio: Studio, engraver: Engraver) -> Iterator[SimpleNamespace]:
    window = QMainWindow()
    actions = Actions(window, {})
    playback = PlaybackController(studio)
    page = DatasetsPage(studio, actions, playback, engraver)
    window.setCentralWidget(page)
    window.resize(1280, 700)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: bool(page.browser.table.tunes), timeout=20_000)
    yield SimpleNamespace(
        page=page, actions=actions, window=window, playback=playback, studio=studio
    )
    studio.closing.emit()
    playback.close()


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    path = tmp_path / "own.abc"
    path.write_text(TWO_TUNES, encoding="utf-8")
    return path


def test_bundled_tunebook_opens_with_a_tune_as_score_and_text(shown, qtbot) -> None:
    page = shown.page
    assert len(page.browser.table.tunes) > 2000
    assert page.browser.table.tune is page.browser.table.tunes[0]
    assert page.parts.preview.text.toPlainText() == page.browser.table.tunes[0].text
    # The page of the tune that was chosen first may still arrive in between.
    second = page.browser.table.tunes[1].text
    with qtbot.waitSignal(
        page.rooms[PreviewPresenter].controller.score_ready,
        timeout=30_000,
        check_params_cb=lambda _page, text: text == second,
    ):
        page.browser.table.choose(page.browser.table.tunes[1])


def test_words_of_the_filter_all_have_to_be_there() -> None:
    tune = _tune(1, "The Kesh", rhythm="jig", key="G", origin="Ryan's")
    assert TuneFilter(words="kesh JIG ryan").shows(tune)
    assert not TuneFilter(words="kesh reel").shows(tune)
    assert TuneFilter(rhythm="jig", key="G").shows(tune)
    assert not TuneFilter(meter="6/8").shows(tune)


def test_filter_counts_and_says_how_many_will_be_trained_on(shown, own_file, qtbot) -> None:
    page = shown.page
    page.add_source(own_file)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2)
    assert page.browser.count.text() == "2 of 2 tunes"
    assert page.browser.train.text() == "Train on these 2 tunes"
    qtbot.keyClicks(page.browser.filter_bar.search, "kesh")
    assert page.browser.count.text() == "1 of 2 tunes"
    assert page.browser.train.text() == "Train on this tune"
    qtbot.keyClicks(page.browser.filter_bar.search, "zzz")
    assert page.browser.count.text() == "0 of 2 tunes"
    assert not page.browser.train.isEnabled()
    assert page.parts.preview.tune is None
    page.browser.filter_bar.clear()
    assert page.browser.count.text() == "2 of 2 tunes"


def test_a_filter_that_nothing_passes_says_so_with_the_way_out(shown, own_file, qtbot) -> None:
    page = shown.page
    page.add_source(own_file)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2)
    assert not page.browser.nothing.isVisible()
    qtbot.keyClicks(page.browser.filter_bar.search, "zzz")
    assert page.browser.nothing.isVisible()
    assert page.browser.nothing.title.text() == "No tune of 2 fits"
    qtbot.keyClick(page.browser.filter_bar.search, Qt.Key.Key_Down)
    way = QApplication.focusWidget()
    assert way.text() == "Clear the filter"
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert not page.browser.nothing.isVisible()
    assert len(page.browser.table.shown) == 2
    assert page.browser.filter_bar.search.text() == ""
    assert QApplication.focusWidget() is page.browser.table


def test_training_takes_the_selected_tunes(shown, studio, qtbot) -> None:
    page = shown.page
    page.browser.table.clearSelection()
    for row in (2, 4, 5):
        index = page.browser.table.model().index(row, 0)
        page.browser.table.selectionModel().select(
            index,
            page.browser.table.selectionModel().SelectionFlag.Select
            | page.browser.table.selectionModel().SelectionFlag.Rows,
        )
    assert page.browser.train.text() == "Train on 3 selected tunes"
    pages: list[str] = []
    studio.page_requested.connect(pages.append)
    with qtbot.waitSignal(studio.train_requested) as signal:
        qtbot.mouseClick(page.browser.train, Qt.MouseButton.LeftButton)
    assert pages == ["training"]
    tunes, name, choice = signal.args
    assert [tune.number for tune in tunes] == [3, 5, 6]
    assert name == f"Bundled tunebook: 3 of {len(page.browser.table.tunes)}, selected"
    assert choice.of(page.browser.table.tunes) == tunes


def test_return_opens_the_tune_in_the_composer(shown, studio, qtbot) -> None:
    page = shown.page
    with qtbot.waitSignal(studio.known_tune_requested) as signal:
        qtbot.keyClick(page.browser.table, Qt.Key.Key_Return)
    assert signal.args == [page.browser.table.tune.text, page.browser.table.tune.title]


def test_double_click_opens_the_tune_in_the_composer(shown, studio, qtbot) -> None:
    table = shown.page.browser.table
    place = table.visualRect(table.model().index(3, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(studio.known_tune_requested) as signal:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args[0] == table.tunes[3].text


def test_dropped_file_is_read_and_kept_as_a_source(shown, own_file, studio, qtbot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(own_file))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    shown.page.dropEvent(event)
    qtbot.waitUntil(
        lambda: [t.title for t in shown.page.browser.table.tunes] == ["The Kesh", "An Air"]
    )
    assert studio.settings.sources == (str(own_file),)


def test_missing_source_says_so_and_offers_ways_out(shown, own_file, studio, qtbot) -> None:
    page = shown.page
    own_file.unlink()
    page.add_source(own_file)
    qtbot.waitUntil(lambda: page.parts.views.state.title.text() == "These tunes cannot be read")
    assert page.parts.views.state.isVisible()
    assert str(own_file) in page.parts.views.state.sentence.text()
    assert "Missing" in page.parts.source_list.list.currentItem().text()
    assert page.browser.table.tunes == ()
    assert page.parts.preview.tune is None
    assert shown.playback.tune.text == ""
    page.train_on_tunes()
    page.parts.sources.remove(own_file)
    assert studio.settings.sources == ()
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) > 2000, timeout=20_000)
    assert page.parts.views.tabs.isVisible()


def test_tune_stays_chosen_when_the_order_changes(qtbot) -> None:
    table = TuneTable()
    qtbot.addWidget(table)
    tunes = [_tune(1, "zeta"), _tune(2, "Alpha"), _tune(3, ""), _tune(4, "beta")]
    table.set_tunes(tunes)
    table.choose(tunes[3])
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [tune.title for tune in table.shown] == ["Alpha", "beta", "zeta", ""]
    assert table.tune is tunes[3]
    assert table.currentIndex().row() == 1


def test_click_on_a_title_of_the_table_sorts(shown, qtbot) -> None:
    table = shown.page.browser.table
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(5) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    counts = [tune.measure_count for tune in table.shown]
    assert counts == sorted(counts)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.shown[0].measure_count == max(counts)


def test_statistics_and_lab_view_show_what_the_network_reads(shown, own_file, qtbot) -> None:
    page = shown.page
    credited = own_file.read_text(encoding="utf-8").replace("T:The Kesh", "T:The Kesh\nZ:§ @", 1)
    own_file.write_text(credited, encoding="utf-8")
    page.add_source(own_file)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2)
    page.parts.views.tabs.setCurrentWidget(page.rooms[FiguresRoom].view)
    qtbot.waitUntil(
        lambda: page.rooms[FiguresRoom].view.row.figures["tunes"].text() == "2", timeout=20_000
    )
    figure = page.rooms[FiguresRoom].view.row.figures["distinct"]
    page.parts.views.tabs.setCurrentWidget(page.rooms[LabRoom].view)
    batch = page.rooms[LabRoom].view.batch
    qtbot.waitUntil(lambda: batch.steps.rowCount() > 0, timeout=20_000)
    assert batch.steps.rowCount() == batch.length.value()
    given = batch.steps.item(1, 1).text()
    assert given == batch.steps.item(0, 2).text()
    batch.length.setValue(4)
    assert batch.steps.rowCount() == 4
    # The whole file's count too: a notebook that reads it as it is finds that one.
    written = len(set(own_file.read_text(encoding="utf-8")))
    read = len(page.rooms[LabRoom].view.vocabulary)
    assert written > read
    (words,) = [
        one.text()
        for one in page.rooms[LabRoom].view.findChildren(Label)
        if "distinct" in one.text()
    ]
    assert f"has {read} distinct" in words
    assert f"in the file it has {written}." in words
    assert figure.text() == str(read)
    assert figure.toolTip().endswith(f"as written in the file: {written}")


def test_tunes_are_counted_only_once_somebody_looks(shown, own_file, qtbot, monkeypatch) -> None:
    counted: list[int] = []
    monkeypatch.setattr(
        "abcstudio.ui.datasets.understanding.figures_presenter.count_corpus",
        lambda tunes, *_: counted.append(len(tunes)) or count_corpus(tunes, *_),
    )
    page = shown.page
    page.add_source(own_file)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2)
    let_work_end(qtbot, shown.studio)
    assert counted == []
    page.parts.views.tabs.setCurrentWidget(page.rooms[FiguresRoom].view)
    qtbot.waitUntil(
        lambda: page.rooms[FiguresRoom].view.row.figures["tunes"].text() == "2", timeout=20_000
    )
    page.parts.views.tabs.setCurrentWidget(page.rooms[LabRoom].view)
    page.parts.views.tabs.setCurrentWidget(page.rooms[FiguresRoom].view)
    other = own_file.with_name("one.abc")
    other.write_text(TWO_TUNES.partition("X:2")[0], encoding="utf-8")
    page.read(other)
    qtbot.waitUntil(
        lambda: page.rooms[FiguresRoom].view.row.figures["tunes"].text() == "1", timeout=20_000
    )
    assert counted == [2, 1]


def test_three_thousand_rows_filter_and_sort_at_once(qtbot) -> None:
    table = TuneTable()
    qtbot.addWidget(table)
    table.resize(640, 480)
    table.show()
    tunes = [_tune(n, f"Tune {n * 7919 % 5000}", rhythm="reel") for n in range(1, 5001)]
    table.set_tunes(tunes)
    with CallCounter() as work:
        table.set_filter(TuneFilter(words="tune 49"))
        table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        deliver_events()
    assert work.calls < 40 * len(tunes)
    assert 0 < len(table.shown) < 5000


def test_chosen_tune_stands_under_the_play_button(shown, qtbot) -> None:
    table = shown.page.browser.table
    qtbot.waitUntil(lambda: shown.playback.text == table.tunes[0].text, timeout=5000)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.tune is table.tunes[1]
    qtbot.waitUntil(lambda: shown.playback.text == table.tunes[1].text, timeout=5000)
    assert shown.playback.tune.title == table.tunes[1].title


def test_what_was_left_out_or_guessed_is_said_and_listed(shown, studio, tmp_path, qtbot) -> None:
    folder = tmp_path / "tunes"
    folder.mkdir()
    (folder / "good.abc").write_text(TWO_TUNES, encoding="utf-8")
    (folder / "old.abc").write_bytes("X:1\nT:Веселка\nK:C\nC4|\n".encode("cp1251"))
    (folder / "binary.abc").write_bytes(bytes(range(256)) * 8)
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    page = shown.page
    page.browser.filter_bar.search.setText("no such tune")
    page.add_source(folder)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 3, timeout=20_000)
    assert page.browser.filter_bar.search.text() == ""
    assert [tune.title for tune in page.browser.table.shown] == ["The Kesh", "An Air", "Веселка"]
    assert "The filter is cleared" in notices[0].text
    assert notices[1].text == "Some files of “tunes” are left out."
    notices[1].action()
    listed = page.rooms[SourcePresenter].remarks.dialog.list.toPlainText()
    assert "binary.abc is not a text" in listed
    assert "old.abc: no encoding is declared; the guess is Windows-1251 (Cyrillic)" in listed
    item = page.parts.source_list.list.currentItem()
    assert "left out" in item.text()
    assert "binary.abc" in item.toolTip()
    page.rooms[SourcePresenter].remarks.dialog.close()


def test_what_was_left_out_is_said_once_and_again_when_it_is_something_else(
    shown, studio, tmp_path, qtbot
) -> None:
    folder, other = tmp_path / "tunes", tmp_path / "other.abc"
    folder.mkdir()
    (folder / "good.abc").write_text(TWO_TUNES, encoding="utf-8")
    (folder / "binary.abc").write_bytes(bytes(range(256)) * 8)
    other.write_text(TWO_TUNES, encoding="utf-8")
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    page = shown.page

    def read(path: Path) -> None:
        with qtbot.waitSignal(page.parts.sources.finished, timeout=20_000):
            page.read(path)

    with qtbot.waitSignal(page.parts.sources.finished, timeout=20_000):
        page.add_source(folder)
    assert [notice.text for notice in notices] == ["Some files of “tunes” are left out."]
    for path in (other, folder, other, folder):
        read(path)
    assert len(notices) == 1
    (folder / "more.abc").write_bytes(bytes(range(256)) * 8)
    read(folder)
    assert len(notices) == 2


def test_files_of_a_folder_that_were_not_looked_at_are_counted(shown, tmp_path, qtbot) -> None:
    folder = tmp_path / "tunes"
    folder.mkdir()
    (folder / "good.abc").write_text(TWO_TUNES, encoding="utf-8")
    for name in ("a.rtf", "b.pdf", "tune"):
        (folder / name).write_text(TWO_TUNES, encoding="utf-8")
    page = shown.page
    page.add_source(folder)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2, timeout=20_000)
    item = page.parts.source_list.list.currentItem()
    assert item.text() == "tunes\n2 tunes, 3 other files"
    assert "3 other files were not read" in item.toolTip()
    (folder / "bad.abc").write_bytes(bytes(range(256)) * 8)
    page.read(folder)
    qtbot.waitUntil(lambda: "left out" in item.text(), timeout=20_000)
    assert "3 other files were not read" in item.toolTip()


def test_end_goes_to_the_last_row_and_home_to_the_first(shown, qtbot) -> None:
    table = shown.page.browser.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.tune is table.shown[-1]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.tune is table.shown[0]
    qtbot.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert len(table.selected()) == len(table.shown)


def test_the_lists_have_menus_for_their_rows(shown, studio, qtbot) -> None:
    page = shown.page
    menu = row_menu(page.browser.table, page.fill_row_menu)
    words = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert words[:2] == ["Play", "Open in Composer"]
    assert any(word.startswith("Train on") for word in words)
    menu = row_menu(page.parts.source_list.list, page.parts.source_list.fill_menu)
    assert "Remove from list" in [action.text().replace("&", "") for action in menu.actions()]
    page.browser.table.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(page.browser.table, event)
    shown_menu = QApplication.activePopupWidget()
    assert isinstance(shown_menu, QMenu)
    with qtbot.waitSignal(studio.known_tune_requested):
        next(a for a in shown_menu.actions() if a.text() == "Open in Composer").trigger()
    shown_menu.close()


def test_every_character_of_the_vocabulary_is_shown(shown, qtbot) -> None:
    lab = shown.page.rooms[LabRoom].view
    shown.page.parts.views.tabs.setCurrentWidget(lab)
    qtbot.waitUntil(lambda: lab.characters.table.rowCount() > 80, timeout=30_000)
    assert lab.characters.table.rowCount() == len(lab.vocabulary)


def test_esc_clears_the_search(shown, own_file, qtbot) -> None:
    page = shown.page
    page.add_source(own_file)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2)
    qtbot.keyClicks(page.browser.filter_bar.search, "kesh")
    qtbot.keyClick(page.browser.filter_bar.search, Qt.Key.Key_Escape)
    assert page.browser.filter_bar.search.text() == ""
    assert len(page.browser.table.shown) == 2


def test_of_a_huge_tune_the_beginning_is_shown_and_that_is_said(shown: SimpleNamespace) -> None:
    preview = shown.page.parts.preview
    tune = replace(_tune(1, "Long"), text="X:1\nK:C\n" + "CDEF|" * 100_000)
    preview.set_tune(tune)
    assert preview.text.toPlainText() == tune.text[:MOST_TEXT]
    assert preview.rest.isVisible()
    assert "beginning" in preview.rest.text()
    assert preview.tune is tune
    preview.set_tune(_tune(2, "Short"))
    assert not preview.rest.isVisible()


def test_no_line_of_the_facts_of_a_tune_breaks_within_a_fact(shown: SimpleNamespace) -> None:
    preview = shown.page.parts.preview
    preview.set_tune(_tune(1, "Short", meter="6/8", key="Dmix"))
    (facts,) = [label.text() for label in preview.findChildren(Label) if "6/8" in label.text()]
    assert all(len(fact.split(" ")) == 1 for fact in facts.split("  ·  "))


def test_sources_stand_with_their_counts_at_the_next_start(
    shown, own_file, studio, engraver, qtbot
) -> None:
    page = shown.page
    page.add_source(own_file)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2)
    own_file.with_name("binary.abc").write_bytes(bytes(range(256)) * 8)
    page.add_source(own_file.parent)
    qtbot.waitUntil(lambda: len(studio.settings.source_counts) == 3)
    again = DatasetsPage(studio, Actions(QMainWindow(), {}), shown.playback, engraver)
    qtbot.addWidget(again)
    rows = [
        again.parts.source_list.list.item(row).text()
        for row in range(again.parts.source_list.list.count())
    ]
    tooltip = again.parts.source_list.list.item(2).toolTip()
    qtbot.waitUntil(lambda: bool(again.browser.table.tunes), timeout=20_000)
    studio.closing.emit()
    bundled, single, folder, _all = (row.partition("\n")[2] for row in rows)
    assert (single, folder) == ("2 tunes", "2 tunes, 1 left out")
    assert "binary.abc" in tooltip
    assert bundled.endswith(" tunes")
    page.parts.sources.remove(own_file)
    page.parts.sources.read_again()
    qtbot.waitUntil(lambda: str(own_file) not in studio.settings.source_counts)


def test_an_encoding_that_is_not_known_is_told_until_the_source_goes(
    shown, studio, tmp_path, qtbot
) -> None:
    notices: list[Any] = []
    withdrawn: list[Any] = []
    studio.notice_requested.connect(notices.append)
    studio.notice_withdrawn.connect(withdrawn.append)
    greek, cyrillic = tmp_path / "greek.abc", tmp_path / "cyrillic.abc"
    greek.write_bytes("X:1\nT:Ικαριώτικος\nK:C\nC4|\n".encode("cp1253"))
    cyrillic.write_bytes("X:1\nT:Веселка\nK:C\nC4|\n".encode("cp1251"))
    page = shown.page
    page.add_source(cyrillic)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert (notices[-1].kind, notices[-1].stays) == ("info", False)
    assert "encoding guessed" in page.parts.source_list.list.currentItem().text()
    # Where there is no room for both, the number of tunes goes into the tooltip.
    item, metrics = (
        page.parts.source_list.list.currentItem(),
        page.parts.source_list.list.fontMetrics(),
    )
    page.parts.source_list.setFixedWidth(metrics.horizontalAdvance("encoding guessed") + 90)
    deliver_events()
    assert item.text().splitlines()[1] == "encoding guessed"
    assert "1 tune" in item.toolTip()
    page.add_source(greek)
    qtbot.waitUntil(lambda: len(notices) == 2, timeout=20_000)
    assert (notices[-1].kind, notices[-1].stays) == ("warning", True)
    item = page.parts.source_list.list.currentItem()
    assert "encoding not known" in item.text()
    assert "its encoding is not known; read as" in item.toolTip()
    page.parts.source_list.removal_requested.emit(greek)
    # What was said of the other one went when this one was chosen.
    assert withdrawn == notices[:2]


def test_the_tunes_that_are_shown_are_taken_to_the_training_page(shown, own_file, qtbot) -> None:
    page = shown.page
    page.add_source(own_file)
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 2)
    pages: list[str] = []
    shown.studio.page_requested.connect(pages.append)
    with qtbot.waitSignal(shown.studio.train_requested) as asked:
        page.train_on_tunes()
    assert pages == ["training"]
    assert asked.args[0] == page.browser.table.tunes
    assert asked.args[1] == "own.abc"
