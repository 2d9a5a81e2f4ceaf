"""Of takes that were composed together the best is shown, and all are heard with one key."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import WITH_MUSIC, ask_for_short_takes
from tests.ui.playing_steps import PATIENCE_MS

TAKES = 4


def ask_for_some(page: ComposerPage) -> None:
    ask_for_short_takes(page.rooms[ComposingRoom].form, 120)
    page.rooms[ComposingRoom].form.takes.setValue(TAKES)
    page.rooms[ComposingRoom].form.seed.setPlainText(WITH_MUSIC)
    page.rooms[ComposingRoom].form.rng_seed.setValue(7)


def compose(qtbot: QtBot, page: ComposerPage) -> None:
    ask_for_some(page)
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        page.rooms[ComposingRoom].form.compose_button.click()


def score_of(page: ComposerPage, document: Document) -> float:
    found = page.rooms[TakesRoom].list.takes.found_of(document)
    assert found is not None
    score: float = found.marks.data["score"]
    return score


def test_the_take_that_the_jury_prefers_is_shown(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    compose(qtbot, page)
    takes = [each for each in page.desk.documents if each.is_take]
    scores = [score_of(page, each) for each in takes]
    assert len(takes) == TAKES
    assert len(set(scores)) > 1
    assert score_of(page, page.desk.documents.current) == max(scores)
    assert page.rooms[TakesRoom].list.currentIndex().row() == page.rooms[
        TakesRoom
    ].list.takes.row_of(page.desk.documents.current)
    assert page.desk.editor.text() == page.desk.documents.current.text()


def test_a_take_that_was_chosen_meanwhile_stays(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    ask_for_some(page)
    for row in range(TAKES):
        with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
            page.rooms[ComposingRoom].form.compose_button.click()
            qtbot.waitUntil(lambda: page.rooms[TakesRoom].list.takes.rowCount() % TAKES == 0)
            page.rooms[TakesRoom].list.selectRow(1)
            page.rooms[TakesRoom].list.selectRow(row)
            chosen = page.desk.documents.current
        assert page.desk.documents.current is chosen


def test_who_works_in_the_text_meanwhile_is_left_alone(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    main_window.show_page("composer")
    ask_for_some(page)
    page.rooms[ComposingRoom].form.compose_button.setFocus()
    with qtbot.waitSignal(page.rooms[ComposingRoom].session.ended, timeout=PATIENCE_MS):
        page.rooms[ComposingRoom].form.compose_button.click()
        qtbot.waitUntil(lambda: page.desk.documents.current.is_composing)
        shown = page.desk.documents.current
        page.desk.editor.setFocus()
        assert QApplication.focusWidget() is page.desk.editor
    assert page.desk.documents.current is shown


def test_one_key_plays_the_best_then_all_the_others(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    compose(qtbot, page)
    first = page.desk.documents.current
    compose(qtbot, page)
    batch = [page.rooms[TakesRoom].list.takes.take_at(row) for row in range(TAKES)]
    assert first not in batch
    heard = []
    for _press in range(TAKES):
        main_window.registry.action("tune.audition").trigger()
        qtbot.waitUntil(
            lambda: page.rooms[TakesRoom].list.takes.sounding == page.desk.documents.current.key,
            timeout=PATIENCE_MS,
        )
        heard.append(page.desk.documents.current)
    assert set(heard) == set(batch)
    assert (
        page.rooms[TakesRoom].list.takes.row_of(heard[-1])
        == (page.rooms[TakesRoom].list.takes.row_of(heard[0]) - 1) % TAKES
    )
    page.parts.playback.stop()
