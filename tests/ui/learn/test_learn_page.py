"""The page of lessons: opening, typing, checking, hints, what is kept."""

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from abcstudio.lessons.progress import read_answer, read_standing
from abcstudio.lessons.running.runner import Runner
from abcstudio.lessons.shared_answers import SharedAnswers
from abcstudio.own_files import pass_over
from abcstudio.paths import answers_dir
from abcstudio.ui.learn import check_session
from abcstudio.ui.learn.output_panel import LONGEST_LINE
from abcstudio.ui.services.studio import Studio
from tests.ui.events import deliver_events, let_work_end
from tests.unit.lessons.made_lessons import CELL, CHECK, UKRAINIAN_CELL, write_lesson

RUN_MS = 60_000
RIGHT = CELL.replace("...", "5", 1).replace("...", "a + b")

OpenPage = Callable[[], SimpleNamespace]


def check(qtbot: QtBot, shown: SimpleNamespace, code: str) -> str:
    """Type an answer, check it, and return what is said."""
    page = shown.page
    page.work.cell.replace_code(code)
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        shown.actions.action("learn.check").trigger()
    deliver_events()
    return str(page.work.verdict.sentence.text())


def rows(page) -> list[str]:
    return [page.panel.list.item(row).text() for row in range(page.panel.list.count())]


def test_the_first_lesson_is_open_and_the_caret_is_in_its_gap(shown: SimpleNamespace) -> None:
    page = shown.page
    assert rows(page) == ["1  Sums", "2  Sums"]
    assert QApplication.focusWidget() is page.work.cell
    assert page.work.cell.toPlainText() == CELL
    assert page.work.cell.textCursor().selectedText() == "..."
    assert "few" in page.text.toPlainText()
    assert "*" not in page.text.toPlainText()


def test_a_cell_speaks_the_language_of_the_lessons_until_something_is_typed(
    qtbot: QtBot, lessons: Path, open_page: OpenPage
) -> None:
    (lessons / "01-sums" / "cell.uk.py").write_text(UKRAINIAN_CELL, encoding="utf-8")
    page = open_page().page
    cell, language = page.work.cell, page.panel.language
    assert cell.toPlainText() == CELL

    def read_in(name: str) -> None:
        language.setCurrentIndex(language.findData(name))
        language.activated.emit(language.currentIndex())

    read_in("uk")
    assert cell.toPlainText() == UKRAINIAN_CELL
    assert cell.textCursor().selectedText() == "..."
    assert page.keeper.answer("01-sums") is None
    read_in("en")
    assert cell.toPlainText() == CELL
    qtbot.keyClicks(cell, "5")
    typed = cell.toPlainText()
    read_in("uk")
    assert cell.toPlainText() == typed == page.keeper.answer("01-sums")


def test_typing_takes_the_place_of_the_gap(qtbot: QtBot, shown: SimpleNamespace) -> None:
    qtbot.keyClicks(shown.page.work.cell, "5")
    assert shown.page.work.cell.toPlainText().startswith("x = 5  # TODO")


def test_a_right_answer_is_ticked_and_says_what_comes_next(
    qtbot: QtBot, shown: SimpleNamespace
) -> None:
    assert check(qtbot, shown, RIGHT + "print('hello')") == "Right. Next comes “Sums”."
    page = shown.page
    assert page.work.verdict.kind == "right"
    assert page.output.text.toPlainText() == "hello"
    assert page.panel.done.text() == "Done: 1 of 2"
    item = page.panel.list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "1  Sums, done"
    shown.actions.action("learn.solution").trigger()
    assert "return a + b" in page.output.text.toPlainText()
    qtbot.keyClick(page.work.cell, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.lessons.lesson.name == "02-more"
    assert QApplication.focusWidget() is page.work.cell


def test_a_wrong_answer_is_told_by_its_idea(qtbot: QtBot, shown: SimpleNamespace) -> None:
    assert check(qtbot, shown, RIGHT.replace("a + b", "a - b")) == "This takes away."
    assert shown.page.work.verdict.kind == "wrong"
    assert not shown.actions.action("learn.solution").isEnabled()


def test_an_error_marks_its_line_until_the_code_changes(
    qtbot: QtBot, shown: SimpleNamespace
) -> None:
    said = check(qtbot, shown, "x = 5\ny = nothing_like_it\n")
    cell = shown.page.work.cell
    assert said.startswith("Line 2: nothing is called “nothing_like_it”")
    assert cell.marked_line == 2
    qtbot.keyClicks(cell, "#")
    assert cell.marked_line is None


def test_a_very_long_line_is_shown_in_pieces(shown: SimpleNamespace) -> None:
    output = shown.page.output
    output.show_output("a\n\n" + "x" * (2 * LONGEST_LINE + 1) + "\n")
    assert [len(line) for line in output.text.toPlainText().split("\n")] == [
        1, 0, LONGEST_LINE, LONGEST_LINE, 1,
    ]  # fmt: skip


def test_hints_come_one_after_another(qtbot: QtBot, shown: SimpleNamespace) -> None:
    action, hints = shown.actions.action("learn.hint"), shown.page.work.verdict.hints
    for number in (1, 2, 3):
        assert action.isEnabled()
        action.trigger()
        assert len(hints.text().splitlines()) == number
    assert hints.text().splitlines()[1] == "Hint 2: Second, on two lines."
    assert not action.isEnabled()
    assert "All hints are shown." in action.toolTip()


def test_what_is_said_has_no_marks_of_code(
    qtbot: QtBot, open_page: OpenPage, lessons: Path
) -> None:
    text = lessons / "01-sums" / "lesson.en.md"
    text.write_text(text.read_text().replace("This takes away.", "Not `-` but `+`."))
    assert check(qtbot, open_page(), RIGHT.replace("a + b", "a - b")) == "Not - but +."


def test_start_anew_can_be_undone(qtbot: QtBot, shown: SimpleNamespace) -> None:
    cell = shown.page.work.cell
    qtbot.keyClicks(cell, "7")
    typed = cell.toPlainText()
    shown.actions.action("learn.anew").trigger()
    assert cell.toPlainText() == CELL
    cell.undo()
    assert cell.toPlainText() == typed


def test_what_can_be_undone_outlives_a_look_at_another_lesson(
    qtbot: QtBot, shown: SimpleNamespace
) -> None:
    page, cell = shown.page, shown.page.work.cell
    qtbot.keyClicks(cell, "7")
    page.lessons.open_neighbour(1)
    assert cell.toPlainText() == CELL
    page.lessons.open_neighbour(-1)
    assert cell.toPlainText().startswith("x = 7")
    cell.undo()
    assert cell.toPlainText() == CELL


def test_the_next_start_shows_where_one_was(
    qtbot: QtBot, studio: Studio, open_page: OpenPage
) -> None:
    page = open_page().page
    page.lessons.open_neighbour(1)
    qtbot.keyClicks(page.work.cell, "7")
    page.panel.language.setCurrentIndex(page.panel.language.findData("uk"))
    page.panel.language.activated.emit(page.panel.language.currentIndex())
    again = open_page().page
    assert again.lessons.lesson.name == "02-more"
    assert again.work.cell.toPlainText().startswith("x = 7")
    assert rows(again) == ["1  Суми", "2  Суми"]
    assert again.panel.language.currentText() == "Українська"


def test_what_is_typed_is_on_disk_soon(qtbot: QtBot, shown: SimpleNamespace) -> None:
    qtbot.keyClicks(shown.page.work.cell, "7")
    typed = shown.page.work.cell.toPlainText()
    qtbot.waitUntil(
        lambda: read_answer(answers_dir(), "01-sums", pass_over) == typed, timeout=RUN_MS
    )


def test_a_lesson_that_has_changed_says_so_and_keeps_the_code(
    qtbot: QtBot, open_page: OpenPage, lessons: Path
) -> None:
    page = open_page().page
    qtbot.keyClicks(page.work.cell, "7")
    typed = page.work.cell.toPlainText()
    (lessons / "01-sums" / "check.py").write_text(CHECK + "\n# Otherwise.\n")
    shown = open_page()
    said = shown.page.work.verdict.sentence
    assert said.text().startswith("This lesson has changed since you began it.")
    assert shown.page.work.cell.toPlainText() == typed
    shown.actions.action("learn.anew").trigger()
    page = open_page().page
    assert page.work.verdict.sentence.text() == "Fill the gaps, then check your code."


def test_a_broken_lesson_says_why_and_leaves_the_others(
    qtbot: QtBot, open_page: OpenPage, lessons: Path
) -> None:
    write_lesson(lessons / "03-broken", check="def probe(:\n")
    page = open_page().page
    assert page.lessons.lesson.name == "01-sums"
    item = page.panel.list.item(2)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "03-broken, cannot be used"
    page.panel.list.itemActivated.emit(item)
    assert page.state.isVisible()
    assert "check.py" in page.state.sentence.text()
    assert not page.work.isVisible()
    page.panel.list.itemActivated.emit(page.panel.list.item(1))
    assert page.work.cell.hasFocus()


def test_a_folder_without_lessons_offers_to_try_again(
    qtbot: QtBot, studio: Studio, open_page: OpenPage, lessons: Path
) -> None:
    for folder in ("01-sums", "02-more"):
        (lessons / folder / "check.py").rename(lessons / folder / "put-away")
    page = open_page().page
    assert "holds no lesson" in page.state.sentence.text()
    (lessons / "01-sums" / "put-away").rename(lessons / "01-sums" / "check.py")
    way = next(each for each in page.state.findChildren(QPushButton) if each.isVisible())
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    let_work_end(qtbot, studio)
    assert page.lessons.lesson.name == "01-sums"


def test_a_check_can_be_stopped(qtbot: QtBot, shown: SimpleNamespace) -> None:
    page = shown.page
    page.work.cell.replace_code("while True:\n    pass\n")
    shown.actions.action("learn.check").trigger()
    assert page.work.verdict.bar.isVisible()
    assert page.work.stop.isVisible()
    assert not page.work.check.isVisible()
    with qtbot.waitSignal(page.session.ended, timeout=RUN_MS):
        shown.actions.action("learn.stop").trigger()
    assert page.work.verdict.sentence.text() == "The check was stopped."
    assert page.work.check.isVisible()
    assert not page.work.stop.isVisible()


@pytest.mark.parametrize("check_seconds", [1.0])
def test_a_check_without_end_is_told_and_the_next_lesson_works(
    qtbot: QtBot, open_page: Callable[[], SimpleNamespace], lessons: Path
) -> None:
    endless = lessons / "01-sums" / "check.py"
    endless.write_text(
        f"{endless.read_text(encoding='utf-8')}\nwhile True: pass\n", encoding="utf-8"
    )
    shown = open_page()
    said = check(qtbot, shown, RIGHT)
    assert said.startswith(
        "The check of this lesson had not ended after 1 seconds and was stopped:"
    )
    assert shown.page.work.verdict.kind == "error"
    shown.page.lessons.open_lesson("02-more")
    assert check(qtbot, shown, RIGHT).startswith("Right.")


def test_where_no_process_can_be_started_a_sentence_says_so(
    qtbot: QtBot, shown: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(Runner, "run", refuse)
    said = check(qtbot, shown, RIGHT)
    assert said
    assert shown.page.work.verdict.kind == "error"
    assert shown.page.work.check.isEnabled()


def test_attempts_and_hints_are_counted(
    qtbot: QtBot, studio: Studio, shown: SimpleNamespace
) -> None:
    check(qtbot, shown, RIGHT.replace("a + b", "a - b"))
    shown.actions.action("learn.hint").trigger()
    check(qtbot, shown, RIGHT)
    studio.closing.emit()
    standing = read_standing(answers_dir(), "01-sums", pass_over)
    assert (standing.attempts, standing.hints, bool(standing.done)) == (2, 1, True)
    attempts = (answers_dir() / "01-sums" / "attempts.log").read_text()
    assert '"idea": "minus"' in attempts


PICTURE = """
def picture(answer):
    return {"kind": "blocks", "blocks": [{"name": "x", "is": type(answer.x).__name__}]}
"""


def test_a_picture_of_the_values_comes_with_the_verdict_right_or_wrong(
    qtbot: QtBot, open_page: OpenPage, lessons: Path
) -> None:
    (lessons / "01-sums" / "check.py").write_text(CHECK + PICTURE)
    shown = open_page()
    picture = shown.page.output.picture
    assert not picture.isVisible()
    check(qtbot, shown, RIGHT.replace("a + b", "a - b"))
    assert picture.isVisible()
    assert picture.blocks.accessibleDescription() == "x: not a tensor yet"
    shown.page.lessons.open_neighbour(1)
    assert not picture.isVisible()


def test_a_guess_is_kept_and_shown_beside_what_came(
    qtbot: QtBot, open_page: OpenPage, lessons: Path
) -> None:
    asked = "A text of *few* words.\n\n**Guess first**: what is `x`?"
    text = lessons / "01-sums" / "lesson.en.md"
    text.write_text(text.read_text().replace("A text of *few* words.", asked))
    shown = open_page()
    guess = shown.page.work.guess.guess
    assert guess.placeholderText() == "what is x?"
    qtbot.keyClicks(guess, "four")
    check(qtbot, shown, RIGHT)
    assert shown.page.output.guess.text() == "You guessed: four"
    shown.page.lessons.open_neighbour(1)
    assert not shown.page.work.guess.isVisible()
    shown = open_page()
    shown.page.lessons.open_lesson("01-sums")
    assert shown.page.work.guess.guess.text() == "four"


def test_a_process_is_made_ready_only_for_who_stays(
    qtbot: QtBot, shown: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed: list[str] = []
    monkeypatch.setattr(Runner, "warm", lambda _runner, task: warmed.append(task.check.parent.name))
    page = shown.page
    page.lessons.open_neighbour(1)
    page.hide()
    page.lessons.open_neighbour(-1)
    page.session.pause()
    page.show()
    qtbot.waitUntil(lambda: bool(warmed), timeout=RUN_MS)
    assert set(warmed) == {"01-sums"}


def test_two_windows_see_each_others_answers(
    qtbot: QtBot, studio: Studio, shown: SimpleNamespace, lessons: Path
) -> None:
    page = shown.page
    other = SharedAnswers(answers_dir())
    other.write_answer("01-sums", "x = 9\n")
    page.keeper.look_for_another("01-sums")
    let_work_end(qtbot, studio)
    assert page.work.cell.toPlainText() == "x = 9\n"
    page.work.cell.undo()
    assert page.work.cell.toPlainText() == CELL


def test_what_two_windows_type_at_once_is_all_kept(
    qtbot: QtBot, studio: Studio, shown: SimpleNamespace
) -> None:
    page = shown.page
    qtbot.keyClicks(page.work.cell, "7")
    SharedAnswers(answers_dir()).write_answer("01-sums", "x = 9\n")
    with qtbot.waitSignal(studio.notice_requested, timeout=RUN_MS) as told:
        page.keeper.write_now()
    kept = answers_dir() / "01-sums" / "answer-2.py"
    assert str(kept) in told.args[0].text
    assert kept.read_text() == "x = 9\n"
    assert read_answer(answers_dir(), "01-sums", pass_over) == page.work.cell.toPlainText()


def test_no_process_waits_long_after_the_page_is_left(
    qtbot: QtBot, studio: Studio, shown: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_session, "IDLE_MS", 0)
    cooled: list[bool] = []
    monkeypatch.setattr(Runner, "cool", lambda _runner: cooled.append(True))
    shown.page.hide()
    qtbot.waitUntil(lambda: bool(cooled), timeout=RUN_MS)


def test_the_call_at_the_caret_says_what_it_takes(
    qtbot: QtBot, open_page: OpenPage, lessons: Path
) -> None:
    calls = {"torch.eye": {"call": "eye(n, m=None)", "what": "Ones along a line."}}
    (lessons / "calls.json").write_text(json.dumps(calls))
    page = open_page().page
    qtbot.keyClicks(page.work.cell, "torch.eye(")
    assert page.work.signature.text() == "eye(n, m=None)"
    assert "Ones along a line." in page.work.signature.toolTip()
    qtbot.keyClicks(page.work.cell, "2)")
    assert page.work.signature.text() == ""
