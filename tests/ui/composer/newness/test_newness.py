"""Is it new? The panel beside the tune, by keys and clicks, with the tunebook in the box."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.tune import Tune
from abcstudio.notation.rewriting.transposition import transpose
from abcstudio.paths import bundled_tunebook
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.newness.newness_panel import NewnessPanel
from abcstudio.ui.composer.newness.room import NewnessRoom
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.score.score_view import ScoreView
from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

WAIT_MS = 240_000
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
HEADER = "X:1\nT:Nothing Known\nM:4/4\nL:1/8\nK:G\n"
OWN = HEADER + "GG^c2 F,2^a2|b2C2 ^D2^g2|^F2b2 _B,2=f2|_e2C2 _A2^c2|\n"


@pytest.fixture(scope="module")
def known() -> Tune:
    return read_tunebook(bundled_tunebook())[99]


@pytest.fixture
def page(main_window: MainWindow) -> Iterator[ComposerPage]:
    main_window.show_page("composer")
    yield main_window.composer
    for document in main_window.composer.desk.documents:
        document.text_document.setModified(False)


def write(page: ComposerPage, text: str) -> None:
    page.parts.files.open_text(text, "tune")
    page.desk.watch.settle()


def ask(qtbot: QtBot, page: ComposerPage) -> NewnessPanel:
    """Press the command's keys and wait for the answer."""
    qtbot.keyClick(page.window(), Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert page.rooms[NewnessRoom].presenter.panel.isVisible()
    answer(qtbot, page)
    return page.rooms[NewnessRoom].presenter.panel


def shared_in(score: ScoreView) -> frozenset[int]:
    return score.marks.shared if score.marks is not None else frozenset()


def answer(qtbot: QtBot, page: ComposerPage) -> None:
    qtbot.waitUntil(lambda: not page.rooms[NewnessRoom].presenter.is_busy, timeout=WAIT_MS)


def test_a_known_tune_in_another_key_is_named_selected_played_and_opened(
    qtbot: QtBot, page: ComposerPage, known: Tune
) -> None:
    write(page, transpose(known.text, 2).replace(known.title, "My Own"))
    panel = ask(qtbot, page)
    assert "newer than" in panel.verdict.text()
    assert len(panel.shares.text().splitlines()) == 4
    assert not panel.title.isVisible()
    assert known.title in panel.rows[0]

    rectangle = panel.view.visualRect(panel.view.model().index(0, 0))
    qtbot.mouseClick(
        panel.view.viewport(), Qt.MouseButton.LeftButton, pos=rectangle.topLeft() + QPoint(9, 9)
    )
    assert page.desk.editor.textCursor().hasSelection()
    assert "|" in page.desk.editor.textCursor().selectedText()

    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert page.parts.playback.text == known.text
    page.parts.playback.stop()

    page.window().registry.action("tune.open_known").trigger()  # type: ignore[attr-defined]
    page.desk.watch.settle()
    assert page.desk.editor.text().rstrip("\n") == known.text
    answer(qtbot, page)
    assert known.title in panel.title.text()


def test_both_scores_show_the_shared_measures_and_either_is_played(
    qtbot: QtBot, page: ComposerPage, known: Tune
) -> None:
    text = transpose(known.text, 2).replace(known.title, "My Own")
    write(page, text)
    panel = ask(qtbot, page)
    qtbot.waitUntil(
        lambda: bool(shared_in(panel.score) and shared_in(page.parts.score)), timeout=WAIT_MS
    )
    first = page.rooms[NewnessRoom].presenter.row
    assert first is not None
    assert first.known == known
    assert panel.row == 0
    assert not page.desk.editor.textCursor().hasSelection()
    assert shared_in(panel.score) == set(first.known_notes)
    assert shared_in(page.parts.score) == set(first.notes)

    qtbot.keyClick(page.window(), Qt.Key.Key_F7, ALT_SHIFT)
    assert page.parts.playback.text == text.rstrip("\n")
    assert page.desk.editor.selection().start == first.place.start
    qtbot.keyClick(page.window(), Qt.Key.Key_F7, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.parts.playback.text == known.text
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.parts.playback.text == text.rstrip("\n")
    page.parts.playback.stop()

    assert len(panel.rows) > 1
    qtbot.keyClick(page.window(), Qt.Key.Key_F9, ALT_SHIFT)
    second = page.rooms[NewnessRoom].presenter.row
    assert second is not None
    assert second != first
    assert page.desk.editor.selection().start == second.place.start
    assert shared_in(page.parts.score) == set(second.notes)
    qtbot.waitUntil(lambda: shared_in(panel.score) == set(second.known_notes), timeout=WAIT_MS)

    page.parts.side.show_panel("takes")
    assert not shared_in(page.parts.score)


def is_in_sight(score: ScoreView) -> bool:
    """Return whether the marked measures are within what the view shows."""
    assert score.marks is not None
    area = score.mapToScene(score.viewport().rect()).boundingRect()
    places = [item.sceneBoundingRect() for item in score.marks.shared_items]
    return bool(places) and all(area.intersects(place) for place in places)


def test_opening_the_panel_brings_the_shared_measures_into_sight(
    qtbot: QtBot, page: ComposerPage, known: Tune
) -> None:
    header, _, rest = known.text.replace(known.title, "My Own").partition("K:")
    key, _, body = rest.partition("\n")
    write(page, f"{header}K:{key}\n{OWN.removeprefix(HEADER) * 12}{body}")
    page.parts.link.show_from_top()
    qtbot.waitUntil(lambda: page.parts.link.drawn_view() is not None, timeout=WAIT_MS)
    bar = page.parts.score.verticalScrollBar()
    assert bar.value() == bar.minimum()
    ask(qtbot, page)
    qtbot.waitUntil(lambda: bool(shared_in(page.parts.score)), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: is_in_sight(page.parts.score), timeout=WAIT_MS)
    # From then on the score stays where the person has it.
    bar.setValue(bar.minimum())
    page.desk.editor.appendPlainText("% a remark")
    page.desk.watch.settle()
    qtbot.waitUntil(lambda: page.parts.link.drawn_view() is not None, timeout=WAIT_MS)
    answer(qtbot, page)
    qtbot.waitUntil(lambda: bool(shared_in(page.parts.score)), timeout=WAIT_MS)
    assert bar.value() == bar.minimum()


def test_music_that_no_tune_has_is_new(qtbot: QtBot, page: ComposerPage) -> None:
    write(page, OWN)
    panel = ask(qtbot, page)
    assert "shares no measure" in panel.verdict.text()
    assert panel.rows == []
    assert not panel.score.isVisible()
    action = page.window().registry.action("tune.play_known")  # type: ignore[attr-defined]
    assert not action.isEnabled()


@pytest.mark.parametrize(
    ("text", "title"), [("", "No tune yet"), (HEADER + "GABc|\n", "Too short to tell")]
)
def test_too_little_is_said_with_what_is_needed(
    qtbot: QtBot, page: ComposerPage, text: str, title: str
) -> None:
    write(page, text)
    panel = ask(qtbot, page)
    assert panel.state.isVisible()
    assert panel.state.title.text() == title
    assert panel.state.sentence.text()


def test_a_take_says_beside_it_how_new_it_is(qtbot: QtBot, page: ComposerPage) -> None:
    assert page.rooms[TakesRoom].details.newness.isHidden()
    page.rooms[ComposingRoom].form.max_chars.setValue(300)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=WAIT_MS):
        qtbot.mouseClick(page.rooms[ComposingRoom].form.compose_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.rooms[TakesRoom].details.newness.isHidden(), timeout=WAIT_MS)
    assert not page.rooms[NewnessRoom].presenter.panel.isVisible()
    assert "newer than" in page.rooms[TakesRoom].details.newness.text()
    take, told = page.desk.documents.current, page.rooms[TakesRoom].details.newness.text()
    write(page, OWN)
    assert page.rooms[TakesRoom].details.newness.isHidden()
    page.desk.documents.make_current(take)
    qtbot.waitUntil(lambda: page.rooms[TakesRoom].details.newness.text() == told, timeout=WAIT_MS)


def test_it_follows_what_is_typed(qtbot: QtBot, page: ComposerPage, known: Tune) -> None:
    write(page, OWN)
    panel = ask(qtbot, page)
    assert panel.rows == []
    write(page, known.text)
    qtbot.waitUntil(lambda: len(panel.rows) > 0, timeout=WAIT_MS)
    assert known.title in panel.rows[0]
