"""The charts of the tunes: they follow the filter, their bars filter, and they go into files."""

import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from abcstudio.corpus.figures.corpus_figures import Chart
from abcstudio.corpus.figures.tune_facts import MelodyFacts, facts_of
from abcstudio.corpus.tune import Tune
from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.ui.datasets.datasets_page import DatasetsPage
from abcstudio.ui.datasets.understanding.room import FiguresRoom
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.studio import Studio
from tests.ui.events import deliver_events

BOOK = """X:1
T:The Kesh
R:jig
M:6/8
L:1/8
K:G
|:GAG GAB|ABA ABd:||:edd gdd|edB dBA:|

X:2
T:An Air
M:3/4
L:1/4
K:D
dfa|fed|A2z|

X:3
T:A Jig of Its Own
R:jig
M:6/8
L:1/8
K:D
|:GAG GAB|ABA ABd:|
"""


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
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 3, timeout=20_000)
    page.parts.views.tabs.setCurrentWidget(page.rooms[FiguresRoom].view)
    qtbot.waitUntil(lambda: page.rooms[FiguresRoom].presenter.figures is not None, timeout=20_000)
    yield SimpleNamespace(page=page, actions=actions, folder=tmp_path)
    studio.closing.emit()
    playback.close()


def _bars(page: DatasetsPage, chart: Chart) -> dict[str, int]:
    return {
        bar.name: bar.count for bar in page.rooms[FiguresRoom].view.charts[chart].bars if bar.count
    }


def _chosen(page: DatasetsPage, chart: Chart) -> list[str]:
    return [bar.name for bar in page.rooms[FiguresRoom].view.charts[chart].bars if bar.is_chosen]


def test_the_charts_are_no_wider_than_their_room(shown, qtbot) -> None:
    statistics = shown.page.rooms[FiguresRoom].view
    shown.page.columns.setSizes([176, 472, 640])
    qtbot.waitUntil(lambda: statistics.viewport().width() < 500, timeout=20_000)
    with qtbot.waitSignal(shown.page.rooms[FiguresRoom].presenter.counted, timeout=20_000):
        shown.page.browser.filter_bar.search.setText(
            " ".join(f"-word{number}" for number in range(20))
        )
    deliver_events()
    assert statistics.content.width() <= statistics.viewport().width()
    # A long sentence over them goes on in the next line.
    assert statistics.reading.wordWrap()


def test_what_needs_no_melodies_is_shown_and_filtered_while_these_are_read(
    shown, qtbot, monkeypatch
) -> None:
    page = shown.page
    may_go_on = threading.Event()

    def waiting(tune: Tune) -> MelodyFacts:
        may_go_on.wait(60)
        return facts_of(tune)

    monkeypatch.setattr("abcstudio.corpus.figures.figure_table.facts_of", waiting)
    try:
        page.parts.sources.read_again()
        reading = page.rooms[FiguresRoom].view.reading
        qtbot.waitUntil(reading.isVisible, timeout=20_000)
        assert reading.text() == "Ranges, forms and measures follow: 0 of 3 tunes are read."
        qtbot.waitUntil(lambda: bool(_bars(page, Chart.RHYTHM)), timeout=20_000)
        assert page.rooms[FiguresRoom].presenter.figures is None
        page.browser.filter_bar.search.setText("R:jig")
        qtbot.waitUntil(
            lambda: page.rooms[FiguresRoom].view.row.figures["tunes"].text() == "2", timeout=20_000
        )
    finally:
        may_go_on.set()
    qtbot.waitUntil(lambda: page.rooms[FiguresRoom].presenter.figures is not None, timeout=20_000)
    assert not reading.isVisible()
    assert _bars(page, Chart.FORM)


def test_a_click_on_a_bar_shows_its_tunes_and_another_click_all_again(shown, qtbot) -> None:
    page = shown.page
    chart = page.rooms[FiguresRoom].view.charts[Chart.RHYTHM]
    assert _bars(page, Chart.RHYTHM) == {"jig": 2, "Unknown": 1}
    middle = chart.place_of(0).center()
    with qtbot.waitSignal(page.rooms[FiguresRoom].presenter.counted, timeout=20_000):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, middle.y()))
    # What one types then is another word.
    assert page.browser.filter_bar.search.text() == "R:=jig "
    assert [tune.title for tune in page.browser.table.shown] == ["The Kesh", "A Jig of Its Own"]
    assert _bars(page, Chart.METER) == {"6/8": 2}
    # The chart itself goes on to show the others, so that one can go from one to the next.
    assert _bars(page, Chart.RHYTHM) == {"jig": 2, "Unknown": 1}
    assert _chosen(page, Chart.RHYTHM) == ["jig"]
    with qtbot.waitSignal(page.rooms[FiguresRoom].presenter.counted, timeout=20_000):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, middle.y()))
    assert len(page.browser.table.shown) == 3


def test_the_arrow_keys_go_from_bar_to_bar_and_space_filters(shown, qtbot) -> None:
    page = shown.page
    chart = page.rooms[FiguresRoom].view.charts[Chart.FORM]
    chart.setFocus()
    assert [bar.name for bar in chart.bars] == ["A", "AA", "AABB"]
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.rooms[FiguresRoom].presenter.counted, timeout=20_000):
        qtbot.keyClick(chart, Qt.Key.Key_Space)
    assert [tune.title for tune in page.browser.table.shown] == ["The Kesh"]
    assert _bars(page, Chart.KEY) == {"G": 1}


def test_what_only_a_melody_tells_is_found_without_the_charts(shown, qtbot) -> None:
    page = shown.page
    page.parts.views.tabs.setCurrentWidget(page.browser)
    page.read(shown.folder / "mine.abc")
    qtbot.waitUntil(lambda: len(page.browser.table.tunes) == 3, timeout=20_000)
    page.browser.filter_bar.search.setText("form:AABB")
    qtbot.waitUntil(lambda: len(page.browser.table.shown) == 1, timeout=20_000)
    assert page.browser.table.tune.title == "The Kesh"


def test_charts_and_figures_are_written_to_files(shown, qtbot, monkeypatch) -> None:
    def save_as(name: str) -> Path:
        path = shown.folder / name
        monkeypatch.setattr("abcstudio.ui.datasets.understanding.room.ask_target", lambda *_: path)
        return path

    picture, drawing, table = (save_as(name) for name in ("a.png", "a.svg", "a.csv"))
    for path, command in (
        (picture, "datasets.export_charts"),
        (drawing, "datasets.export_charts"),
        (table, "datasets.export_figures"),
    ):
        save_as(path.name)
        action = shown.actions.action(command)
        assert action.isEnabled()
        action.trigger()
    image = QImage(str(picture))
    assert image.width() == 2 * shown.page.rooms[FiguresRoom].view.content.width()
    assert "By rhythm" in drawing.read_text(encoding="utf-8")
    assert "By meter,6/8,2,M:=6/8" in table.read_text(encoding="utf-8-sig")


def test_nothing_is_written_before_the_tunes_are_counted(shown) -> None:
    shown.page.read(shown.folder / "mine.abc")
    action = shown.actions.action("datasets.export_figures")
    assert not action.isEnabled()
    assert "open their statistics" in action.toolTip()


def test_a_file_that_cannot_be_written_is_named(shown, studio, monkeypatch) -> None:
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    path = shown.folder / "mine.abc" / "a.csv"
    monkeypatch.setattr("abcstudio.ui.datasets.understanding.room.ask_target", lambda *_: path)
    shown.actions.action("datasets.export_figures").trigger()
    assert notices[-1].kind == "error"
