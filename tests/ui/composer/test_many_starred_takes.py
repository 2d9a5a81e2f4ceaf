"""500 takes with a star and 500 without: started with, scrolled, chosen, filtered, nothing lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.composing.history.remembered_take import RememberedTake, take_key
from abcstudio.composing.history.take_facts import TakeFacts
from abcstudio.composing.history.take_history import MAX_TAKES, change_takes, listed_takes
from abcstudio.composing.history.take_orders import NEWEST, SCORE
from abcstudio.composing.jury.marks import JuryMarks
from abcstudio.paths import takes_dir
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.test_take_history import compose
from tests.ui.events import deliver_events

STARRED = 500
ALL = STARRED + MAX_TAKES
PATIENCE_MS = 30_000
CTRL = Qt.KeyboardModifier.ControlModifier
Start = Callable[[], MainWindow]


def take(number: int) -> RememberedTake:
    """Return a take as the history keeps it; every other one has a star."""
    marks = number * 37 % ALL
    return RememberedTake(
        key=take_key(number, "0a"),
        number=number,
        text=f"X:1\nT:Tune {number}\nM:4/4\nL:1/8\nK:D\nd2fd Adfd|BGGB d2Bd|\n",
        made=1_700_000_000 + 3600 * number,
        title=f"Tune {number}",
        is_kept=number % 2 == 0,
        problems=0,
        facts=TakeFacts(form="AABB", low="D", high="a", marks=JuryMarks(score=marks / ALL)),
    )


@pytest.fixture
def page(qtbot: QtBot, start: Start) -> ComposerPage:
    change_takes(takes_dir(), {one.key: one for one in map(take, range(1, ALL + 1))})
    page = start().composer
    page.parts.side.show_panel("takes")
    deliver_events()
    return page


def numbers(page: ComposerPage) -> list[int]:
    """Return the numbers of the listed takes, from the top."""
    takes = page.rooms[TakesRoom].list.takes
    return [int(takes.data(takes.index(row, 0))) for row in range(takes.rowCount())]


def test_all_are_listed_scrolled_through_and_chosen(page: ComposerPage, qtbot: QtBot) -> None:
    assert numbers(page) == list(range(ALL, 0, -1))
    view, bar = page.rooms[TakesRoom].list, page.rooms[TakesRoom].list.verticalScrollBar()
    seen: set[int] = set()
    for value in range(0, bar.maximum() + bar.pageStep(), bar.pageStep()):
        bar.setValue(value)
        deliver_events()
        first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        seen.update(range(first, (last if last >= 0 else ALL - 1) + 1))
    assert seen == set(range(ALL))
    # The last one is chosen by a click, the first one by a key.
    place = view.visualRect(view.model().index(ALL - 1, 1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.desk.documents.current.label == "Take 1, Tune 1"
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert page.desk.documents.current.label == f"Take {ALL}, Tune {ALL}"
    assert view.rowAt(0) == 0


def test_they_are_filtered_by_stars_and_ordered(page: ComposerPage, qtbot: QtBot) -> None:
    bar = page.rooms[TakesRoom].bar
    qtbot.mouseClick(bar.starred, Qt.MouseButton.LeftButton)
    assert numbers(page) == list(range(ALL, 0, -2))
    bar.order.setCurrentIndex(bar.order.findData(SCORE))
    by_score = sorted(range(2, ALL + 1, 2), key=lambda number: -(number * 37 % ALL))
    assert numbers(page) == by_score
    qtbot.mouseClick(bar.starred, Qt.MouseButton.LeftButton)
    assert numbers(page) == sorted(range(1, ALL + 1), key=lambda number: -(number * 37 % ALL))
    bar.order.setCurrentIndex(bar.order.findData(NEWEST))
    assert numbers(page) == list(range(ALL, 0, -1))


def test_the_oldest_without_a_star_goes_for_a_new_one_and_no_starred_one_ever(
    page: ComposerPage, start: Start, qtbot: QtBot
) -> None:
    for _ in range(3):
        compose(page.window())  # type: ignore[arg-type]
    starred = list(range(2, ALL + 1, 2))
    # Two that are starred now stay, though they are the oldest; one whose star goes may be lost.
    for number in (1, 3):
        star(page, qtbot, number)
    star(page, qtbot, 2)
    window = start()
    kept = listed_takes(takes_dir()).takes
    with_star = sorted(one.number for one in kept if one.is_kept)
    assert with_star == sorted([*starred[1:], 1, 3])
    others = sorted((one.number for one in kept if not one.is_kept), reverse=True)
    assert len(others) == MAX_TAKES
    assert others[:3] == [ALL + 3, ALL + 2, ALL + 1]
    assert set(numbers(window.composer)) == {one.number for one in kept}
    texts = {one.number: one.text for one in kept}
    assert all(texts[number] == take(number).text for number in with_star)


def star(page: ComposerPage, qtbot: QtBot, number: int) -> None:
    """Click the star of a take."""
    view = page.rooms[TakesRoom].list
    row = numbers(page).index(number)
    view.scrollTo(view.model().index(row, 0))
    deliver_events()
    place = view.visualRect(view.model().index(row, 3))
    before = view.takes.take_at(row).is_kept
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.center()))
    assert view.takes.take_at(row).is_kept is not before
    assert QApplication.activeModalWidget() is None
