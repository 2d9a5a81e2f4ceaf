"""Of takes that were composed together the best is shown, and all are heard with one key."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.documents.document import Document
from abcstudio.ui.window.main_window import MainWindow
from tests.ui.composer.short_takes import WITH_MUSIC, ask_for_short_takes
from tests.ui.playing_steps import PATIENCE_MS

TAKES = 4


def ask_for_some(page: ComposerPage) -> None:
    ask_for_short_takes(page.form, 120)
    page.form.takes.setValue(TAKES)
    page.form.seed.setPlainText(WITH_MUSIC)
    page.form.rng_seed.setValue(7)


def compose(qtbot: QtBot, page: ComposerPage) -> None:
    ask_for_some(page)
    with qtbot.waitSignal(page.session.ended, timeout=PATIENCE_MS):
        page.form.compose_button.click()


def score_of(page: ComposerPage, document: Document) -> float:
    found = page.takes.takes.found_of(document)
    assert found is not None
    score: float = found.marks.data["score"]
    return score


def test_the_take_that_the_jury_prefers_is_shown(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    compose(qtbot, page)
    takes = [each for each in page.documents if each.is_take]
    scores = [score_of(page, each) for each in takes]
    assert len(takes) == TAKES
    assert len(set(scores)) > 1
    assert score_of(page, page.documents.current) == max(scores)
    assert page.takes.currentIndex().row() == page.takes.takes.row_of(page.documents.current)
    assert page.editor.text() == page.documents.current.text()


def test_a_take_that_was_chosen_meanwhile_stays(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    ask_for_some(page)
    for row in range(TAKES):
        with qtbot.waitSignal(page.session.ended, timeout=PATIENCE_MS):
            page.form.compose_button.click()
            qtbot.waitUntil(lambda: page.takes.takes.rowCount() % TAKES == 0)
            page.takes.selectRow(1)
            page.takes.selectRow(row)
            chosen = page.documents.current
        assert page.documents.current is chosen


def test_who_works_in_the_text_meanwhile_is_left_alone(
    qtbot: QtBot, main_window: MainWindow
) -> None:
    page = main_window.composer
    main_window.show_page("composer")
    ask_for_some(page)
    page.form.compose_button.setFocus()
    with qtbot.waitSignal(page.session.ended, timeout=PATIENCE_MS):
        page.form.compose_button.click()
        qtbot.waitUntil(lambda: page.documents.current.is_composing)
        shown = page.documents.current
        page.editor.setFocus()
        assert QApplication.focusWidget() is page.editor
    assert page.documents.current is shown


def test_one_key_plays_the_best_then_all_the_others(qtbot: QtBot, main_window: MainWindow) -> None:
    page = main_window.composer
    compose(qtbot, page)
    first = page.documents.current
    compose(qtbot, page)
    batch = [page.takes.takes.take_at(row) for row in range(TAKES)]
    assert first not in batch
    heard = []
    for _press in range(TAKES):
        main_window.registry.action("tune.audition").trigger()
        qtbot.waitUntil(
            lambda: page.takes.takes.sounding == page.documents.current.key, timeout=PATIENCE_MS
        )
        heard.append(page.documents.current)
    assert set(heard) == set(batch)
    assert page.takes.takes.row_of(heard[-1]) == (page.takes.takes.row_of(heard[0]) - 1) % TAKES
    page.playback.stop()
