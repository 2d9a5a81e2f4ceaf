"""The jury's six numbers beside a take, each with its sentence, and what an edit makes of them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.composing.jury.criteria import CRITERIA
from abcstudio.composing.jury.jury import TYPICAL
from abcstudio.notation.spans import Span
from abcstudio.ui.composer.composer_page import ComposerPage
from abcstudio.ui.composer.takes.room import TakesRoom
from abcstudio.ui.composer.takes.take_cells import FACTS_ROLE, SOURCE_ROLE, SmallSource
from abcstudio.ui.composer.texts.room import TextsRoom
from abcstudio.ui.words.translation import message
from abcstudio.workers.takes import judge_take
from tests.ui.playing_steps import PATIENCE_MS


def choose(page: ComposerPage, qtbot: QtBot, row: int) -> None:
    """Choose a row, and wait until the jury has spoken."""
    page.rooms[TakesRoom].list.selectRow(row)
    qtbot.waitUntil(lambda: not page.rooms[TakesRoom].judging.is_busy, timeout=PATIENCE_MS)


def source_of(page: ComposerPage, row: int) -> SmallSource:
    found = page.rooms[TakesRoom].list.takes.index(row, 0).data(SOURCE_ROLE)
    assert isinstance(found, SmallSource)
    return found


def facts_of(page: ComposerPage, row: int) -> tuple[str, str]:
    found: tuple[str, str] = page.rooms[TakesRoom].list.takes.index(row, 0).data(FACTS_ROLE)[:2]
    return found


def test_a_chosen_take_has_six_numbers_and_a_sentence_to_each(
    page: ComposerPage, qtbot: QtBot, focus: Callable[[], None]
) -> None:
    focus()
    choose(page, qtbot, 3)
    assert page.rooms[TakesRoom].jury.isVisible()
    assert page.rooms[TakesRoom].jury.score.text().startswith("Jury: 0.")
    assert tuple(page.rooms[TakesRoom].jury.numbers) == CRITERIA
    for name in CRITERIA:
        assert 0 <= float(page.rooms[TakesRoom].jury.numbers[name].text()) <= 1
        assert page.rooms[TakesRoom].jury.sentences[name].text().endswith(".")
    for _ in range(2):
        qtbot.keyClick(page.rooms[TakesRoom].list, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: not page.rooms[TakesRoom].judging.is_busy, timeout=PATIENCE_MS)
    judged = judge_take(page.desk.documents.current.text(), lambda _report: None, bool)
    assert judged is not None
    # One long note a measure.
    assert judged.facts.marks.melody < TYPICAL
    for name in CRITERIA:
        said = judged.sentences[name]
        assert (
            page.rooms[TakesRoom].jury.numbers[name].text()
            == f"{judged.facts.marks.data[name]:.2f}"
        )
        assert page.rooms[TakesRoom].jury.sentences[name].text() == message(
            said.message_id, said.parameters
        )
    assert page.rooms[TakesRoom].list.hasFocus()


def test_the_numbers_are_there_before_the_sentences(page: ComposerPage, qtbot: QtBot) -> None:
    page.rooms[TakesRoom].list.selectRow(3)
    shown = [page.rooms[TakesRoom].jury.numbers[name].text() for name in CRITERIA]
    assert all(shown)
    jury = page.rooms[TakesRoom].jury
    assert {jury.sentences[name].text() for name in CRITERIA} == {"…"}
    # Each sentence has the room of a line, and the score over them is whole.
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    for label in (jury.score, *jury.sentences.values()):
        assert label.contentsRect().height() >= label.fontMetrics().height()
    qtbot.waitUntil(lambda: not page.rooms[TakesRoom].judging.is_busy, timeout=PATIENCE_MS)
    assert [page.rooms[TakesRoom].jury.numbers[name].text() for name in CRITERIA] == shown


def test_a_text_that_is_no_take_has_no_numbers(page: ComposerPage, qtbot: QtBot) -> None:
    choose(page, qtbot, 3)
    page.rooms[TextsRoom].begin_text()
    assert page.rooms[TakesRoom].jury.isHidden()


def test_an_edited_take_keeps_a_small_score_and_gets_its_new_numbers(
    page: ComposerPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, 3)
    scores = page.rooms[TakesRoom].small_scores
    before = source_of(page, 3)
    qtbot.waitUntil(lambda: scores.picture(before, 1.0) is not None, timeout=PATIENCE_MS)
    shown = scores.picture(before, 1.0)
    facts = facts_of(page, 3)
    text = page.desk.documents.current.text()
    place = text.index("A2FA")
    page.desk.editor.select(Span(place, place + 4))
    qtbot.keyClicks(page.desk.editor, "d'8")
    assert page.desk.documents.current.is_modified
    # What is read anew later stays meanwhile as it was.
    assert source_of(page, 3) == before
    qtbot.waitUntil(lambda: source_of(page, 3) != before, timeout=PATIENCE_MS)
    now = source_of(page, 3)
    assert "d'8" in now.text
    assert facts_of(page, 3) != facts
    qtbot.waitUntil(lambda: scores.picture(now, 1.0) is not shown, timeout=PATIENCE_MS)
    page.desk.editor.undo()
    qtbot.waitUntil(lambda: source_of(page, 3) == before, timeout=PATIENCE_MS)
    assert facts_of(page, 3) == facts


def test_a_take_that_is_left_in_the_middle_of_an_edit_is_read_too(
    page: ComposerPage, qtbot: QtBot
) -> None:
    choose(page, qtbot, 3)
    edited = page.desk.documents.current
    place = edited.text().index("A2FA")
    page.desk.editor.select(Span(place, place + 4))
    qtbot.keyClicks(page.desk.editor, "d'8")
    page.desk.watch.settle()
    page.rooms[TakesRoom].list.selectRow(0)
    assert page.desk.documents.current is not edited
    qtbot.waitUntil(lambda: "d'8" in source_of(page, 3).text, timeout=PATIENCE_MS)


def test_rows_are_ordered_by_what_an_edit_has_made_of_them(
    page: ComposerPage, qtbot: QtBot
) -> None:
    order = page.rooms[TakesRoom].bar.order
    order.setCurrentIndex(order.findData("melody"))
    numbers = [page.rooms[TakesRoom].list.takes.index(row, 0).data() for row in range(4)]
    row = numbers.index("3")
    choose(page, qtbot, row)
    worst = float(page.rooms[TakesRoom].jury.numbers["melody"].text())
    page.desk.editor.selectAll()
    page.desk.editor.insertPlainText(
        "X:1\nT:Tune\nR:reel\nM:4/4\nL:1/8\nK:D\n"
        "|:A2FA DAFA|BGdB A2FA|GBEG FADF|E2CE A,2CE|A2FA DAFA|BGdB A2FA|GBEG FADF|E2CE D4:|\n"
    )
    qtbot.waitUntil(
        lambda: float(page.rooms[TakesRoom].jury.numbers["melody"].text()) > worst,
        timeout=PATIENCE_MS,
    )
    order.setCurrentIndex(order.findData("newest"))
    order.setCurrentIndex(order.findData("melody"))
    numbers = [page.rooms[TakesRoom].list.takes.index(row, 0).data() for row in range(4)]
    assert numbers.index("3") < row
