"""Closest relatives: of a tune of the table, of the open tune, of a tune that was found."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.ui.datasets.finding.finding import Finding
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

WAIT_MS = 120_000
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def finding(qtbot: QtBot, main_window: MainWindow) -> Finding:
    page = main_window.datasets
    main_window.show_page("datasets")
    page.views.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bool(page.table.tunes), timeout=WAIT_MS)
    return page.finding


def settle(qtbot: QtBot, finding: Finding) -> None:
    qtbot.waitUntil(lambda: not finding.presenter.is_busy, timeout=WAIT_MS)


def shared(score: ScoreView) -> frozenset[int]:
    return score.marks.shared if score.marks is not None else frozenset()


def test_both_scores_show_what_two_relatives_share(
    qtbot: QtBot, main_window: MainWindow, finding: Finding
) -> None:
    page = main_window.datasets
    page.browser.show_tune(100)
    asked = page.table.tune
    assert asked is not None
    qtbot.keyClick(main_window, Qt.Key.Key_F4, ALT | SHIFT)
    settle(qtbot, finding)
    view = finding.view
    assert view.isVisible()
    assert asked.title in view.query.title.text()
    assert not view.query.field.isVisible()
    first = view.table.place
    assert first is not None
    assert first.tune is not asked
    assert page.preview.tune is first.tune
    qtbot.waitUntil(lambda: shared(page.preview.score) == set(first.notes), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: shared(view.query.score) == set(first.own_notes), timeout=WAIT_MS)

    assert view.table.hasFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert main_window.playback.text == first.tune.text
    main_window.playback.stop()

    qtbot.mouseClick(view.query.back, Qt.MouseButton.LeftButton)
    settle(qtbot, finding)
    assert view.query.field.hasFocus()
    assert not shared(view.query.score)
    assert view.state.title.text() == "Which tune is this?"


def test_the_open_tune_finds_itself_in_another_key(
    qtbot: QtBot, main_window: MainWindow, finding: Finding
) -> None:
    known = next(tune for tune in main_window.datasets.table.tunes if tune.number == 100)
    composer = main_window.composer
    main_window.show_page("composer")
    composer.open_text(transpose(known.text, 2), "mine")
    qtbot.keyClick(main_window, Qt.Key.Key_F11, CTRL | SHIFT)
    settle(qtbot, finding)
    assert main_window.page_name == "datasets"
    place = finding.view.table.places[0]
    assert place.tune is known
    assert "same tune" in str(place.likeness)
    assert str(place.pitch) == "2 semitones lower"
    qtbot.keyClick(main_window, Qt.Key.Key_F3, CTRL | SHIFT)
    assert finding.view.query.field.hasFocus()
