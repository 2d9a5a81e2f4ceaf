"""The list of takes by mouse and key: days, orders, stars, small scores, hearing one by one."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.history.take_history import change_takes
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_cells import DAY_ROLE, FACTS_ROLE, SOURCE_ROLE
from abcstudio.ui.documents.document import Document
from abcstudio.ui.services.studio import Notice
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import ask_for_short_takes
from tests.ui.playing_steps import PATIENCE_MS

TUNE = "X:1\nT:Tune {0}\nM:4/4\nL:1/8\nK:D\n|:ABcd efga|fedc d4:|\n"
MARKS = {1: (0.9, 0.1), 2: (0.2, 0.8), 3: (0.5, 0.5), 4: (0.7, 0.3)}


@pytest.fixture
def kept(home: None) -> None:
    """Leave four takes of three days."""
    days = {1: (2024, 3, 1), 2: (2024, 3, 2), 3: (2024, 3, 2), 4: (2024, 3, 5)}
    for number, (score, mode) in MARKS.items():
        take = RememberedTake(
            key=take_key(number, "0a"),
            number=number,
            text=TUNE.format(number),
            made=int(datetime(*days[number], 12).astimezone().timestamp()),
            title=f"Tune {number}",
            problems=0,
            is_kept=number in (1, 3),
            touched=2,
            facts=TakeFacts(
                form="AA",
                right=number,
                measures=4,
                low="D",
                high="a",
                marks=JuryMarks(score=score, mode=mode),
            ),
        )
        change_takes(takes_dir(), {take.key: take})


@pytest.fixture
def page(kept: None, request: pytest.FixtureRequest, qtbot: QtBot) -> ComposerPage:
    window: MainWindow = request.getfixturevalue("main_window")
    window.resize(1280, 800)
    page = window.composer
    qtbot.waitUntil(
        lambda: page.rooms[TakesRoom].list.takes.rowCount() == len(MARKS), timeout=PATIENCE_MS
    )
    return page


def numbers(page: ComposerPage) -> list[int]:
    model = page.rooms[TakesRoom].list.takes
    return [int(model.index(row, 0).data()) for row in range(model.rowCount())]


def values(page: ComposerPage, role: int) -> list[Any]:
    model = page.rooms[TakesRoom].list.takes
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def choose_order(page: ComposerPage, order: str) -> None:
    page.rooms[TakesRoom].bar.order.setCurrentIndex(page.rooms[TakesRoom].bar.order.findData(order))


def focus(page: ComposerPage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    page.rooms[TakesRoom].list.setFocus()
    qtbot.waitUntil(page.rooms[TakesRoom].list.hasFocus)


def test_days_stand_over_their_first_take_and_rows_say_what_was_found(page: ComposerPage) -> None:
    days = values(page, DAY_ROLE)
    assert [bool(day) for day in days] == [True, True, False, True]
    assert "5" in days[0]
    assert "2024" in days[0]
    heights = [page.rooms[TakesRoom].list.rowHeight(row) for row in range(4)]
    assert heights[0] == heights[1] == heights[3] > heights[2]
    assert values(page, FACTS_ROLE)[0][:2] == ("AA, D–a ↺2", "4 of 4 right")
    told = page.rooms[TakesRoom].list.takes.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Form: AA" in told
    assert "Times that the guard stepped in: 2" in told


def test_takes_are_listed_by_the_jurys_score_and_the_chosen_one_stays(page: ComposerPage) -> None:
    page.rooms[TakesRoom].list.selectRow(0)
    before = page.desk.documents.current
    choose_order(page, "score")
    assert numbers(page) == [1, 4, 3, 2]
    assert not any(values(page, DAY_ROLE))
    assert values(page, FACTS_ROLE)[0][:2] == ("AA, D–a ↺2", "Best first 0.90")
    assert page.rooms[TakesRoom].list.currentIndex().row() == 1
    assert page.desk.documents.current is before
    choose_order(page, "newest")
    assert any(values(page, DAY_ROLE))


def test_only_takes_with_a_star_are_listed_where_that_is_chosen(
    page: ComposerPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.rooms[TakesRoom].bar.starred, Qt.MouseButton.LeftButton)
    assert numbers(page) == [3, 1]
    # One that loses its star stays until the list is made anew: a click can be taken back.
    page.rooms[TakesRoom].list.keep_toggled.emit(page.rooms[TakesRoom].list.takes.take_at(0))
    assert numbers(page) == [3, 1]
    qtbot.mouseClick(page.rooms[TakesRoom].bar.starred, Qt.MouseButton.LeftButton)
    assert numbers(page) == [4, 3, 2, 1]
    qtbot.mouseClick(page.rooms[TakesRoom].bar.starred, Qt.MouseButton.LeftButton)
    assert numbers(page) == [1]


def test_small_scores_are_drawn_of_the_takes_in_sight(page: ComposerPage, qtbot: QtBot) -> None:
    page.parts.side.show_panel("takes")
    sources = values(page, SOURCE_ROLE)
    scores = page.rooms[TakesRoom].small_scores
    qtbot.waitUntil(
        lambda: all(scores.picture(one, 1.0) is not None for one in sources), timeout=PATIENCE_MS
    )
    picture = scores.picture(sources[0], 1.0)
    assert picture is not None
    image = picture.toImage()
    inked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 100
    ]
    assert len(inked) > 100
    assert scores.picture(sources[0], 1.0) is picture


def test_one_key_hears_take_after_take_from_the_start(page: ComposerPage, qtbot: QtBot) -> None:
    focus(page, qtbot)
    page.rooms[TakesRoom].list.selectRow(0)
    said: list[Notice] = []
    window = page.window()
    assert isinstance(window, MainWindow)
    window.studio.notice_requested.connect(said.append)
    heard: list[str] = []
    page.parts.playback.tune_changed.connect(lambda tune: heard.append(tune.title))
    steps = ((Qt.Key.Key_Right, 0), (Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2))
    for key, row in (*steps, (Qt.Key.Key_Left, 1)):
        qtbot.keyClick(page.rooms[TakesRoom].list, key)
        assert page.rooms[TakesRoom].list.currentIndex().row() == row
        assert page.parts.playback.is_heard
        assert page.parts.playback.tune.title == f"Tune {4 - row}"
        assert page.rooms[TakesRoom].list.hasFocus()
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Right)
    window.registry.action("tune.audition").trigger()
    assert page.parts.playback.tune.title == "Tune 1"
    assert page.parts.playback.is_heard
    window.registry.action("tune.audition").trigger()
    assert said[-1].text == "There is no further take in this list."
    assert page.parts.playback.tune.title == "Tune 1"
    page.parts.playback.stop()
    qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Return)
    assert page.parts.playback.is_heard
    page.parts.playback.stop()


def test_each_take_is_kept_when_it_is_whole_and_new_ones_are_in_sight(
    page: ComposerPage, qtbot: QtBot
) -> None:
    choose_order(page, "mode")
    page.rooms[TakesRoom].bar.starred.setChecked(True)
    ask_for_short_takes(page.rooms[ComposingRoom].form, 80)
    page.rooms[ComposingRoom].form.takes.setValue(2)
    kept: list[tuple[str, bool]] = []

    def note(document: Document) -> None:
        kept.append((document.provenance.history_key, document.is_composing))

    page.rooms[ComposingRoom].session.take_finished.connect(note)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
        assert not page.rooms[ComposingRoom].form.best_button.isEnabled()
        qtbot.waitUntil(lambda: numbers(page) == [6, 5, 4, 3, 2, 1], timeout=PATIENCE_MS)
    assert len(kept) == 2
    assert all(key and is_composing for key, is_composing in kept)
    assert page.rooms[ComposingRoom].form.best_button.isEnabled()


def test_the_best_of_sixteen_is_one_click_and_the_form_stays(
    page: ComposerPage, qtbot: QtBot
) -> None:
    ask_for_short_takes(page.rooms[ComposingRoom].form, 20)
    began: list[int] = []

    def note(documents: tuple[Document, ...]) -> None:
        for document in documents:
            assert document.provenance.origin is not None
            began.append(document.provenance.origin.made.sampling.best)

    page.rooms[ComposingRoom].session.started.connect(note)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.best_button, Qt.MouseButton.LeftButton)
    assert began == [16]
    assert page.rooms[ComposingRoom].form.sampling().best == 1


def test_columns_of_a_fixed_width_have_it(page: ComposerPage) -> None:
    shown = page.rooms[TakesRoom].list
    widths = [(place, one.width) for place, one in enumerate(shown.takes.columns) if one.width]
    assert widths
    for place, width in widths:
        assert shown.columnWidth(place) == width
