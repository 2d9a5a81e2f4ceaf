"""Pages of theory in the page of lessons: read, answered, explained in one's own words, ticked."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.lessons.progress import read_standing
from abcstudio.own_files import pass_over
from abcstudio.paths import answers_dir
from abcstudio.ui.services.studio import Studio
from tests.unit.lessons.test_theory import PAGE

OpenPage = Callable[[], SimpleNamespace]
OWN_WORDS = "one two three four five six seven eight nine ten " * 3


@pytest.fixture
def with_theory(lessons: Path, open_page: OpenPage) -> SimpleNamespace:
    folder = lessons / "t1-sums"
    folder.mkdir()
    (folder / "page.en.md").write_text(PAGE)
    (folder / "page.uk.md").write_text(PAGE.replace("What is a sum?", "Що таке `сума`?"))
    (folder / "picture.json").write_text(
        '{"kind": "blocks", "blocks": [{"name": "x", "is": "int"}]}'
    )
    shown = open_page()
    shown.page.lessons.open_lesson("t1-sums")
    return shown


def test_a_page_is_read_beside_its_picture_and_has_no_output(with_theory: SimpleNamespace) -> None:
    page = with_theory.page
    assert page.theory.isVisible()
    assert "A text." in page.theory.text.toPlainText()
    assert page.theory.picture.isVisible()
    assert not page.output.isVisible()
    assert QApplication.focusWidget() is page.theory.question.options
    assert page.main_focus is page.theory.question.options
    assert not with_theory.actions.action("learn.check").isEnabled()
    page.lessons.open_lesson("01-sums")
    assert page.output.isVisible()
    assert page.work.isEnabled()


def test_an_answer_is_chosen_by_keys_and_explained(
    qtbot: QtBot, with_theory: SimpleNamespace
) -> None:
    question = with_theory.page.theory.question
    assert question.options.accessibleName() == "What is a sum?"
    qtbot.keyClick(question.options, Qt.Key.Key_Return)
    assert question.said.sentence.text() == "It takes away."
    assert question.said.kind == "wrong"
    qtbot.keyClick(question.options, Qt.Key.Key_Down)
    qtbot.keyClick(question.options, Qt.Key.Key_Return)
    assert question.said.kind == "right"
    spoken = question.options.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "It adds., chosen"


def test_the_right_answer_and_ones_own_words_tick_the_page_off(
    qtbot: QtBot, studio: Studio, with_theory: SimpleNamespace, open_page: OpenPage
) -> None:
    page = with_theory.page
    question = page.theory.question
    qtbot.keyClick(question.options, Qt.Key.Key_Down)
    qtbot.keyClick(question.options, Qt.Key.Key_Return)
    assert page.panel.done.text() == "Done: 0 of 3"
    question.words.setPlainText(OWN_WORDS)
    assert question.caption.text() == "Words so far: 30 of 30"
    assert page.panel.done.text() == "Done: 1 of 3"
    studio.closing.emit()
    standing = read_standing(answers_dir(), "t1-sums", pass_over)
    assert (standing.choice, standing.words, bool(standing.done)) == ("1", OWN_WORDS, True)
    again = open_page().page
    assert again.lessons.page.name == "t1-sums"
    assert again.theory.question.words.toPlainText() == OWN_WORDS
    assert again.theory.question.said.kind == "right"


def test_pages_follow_the_lessons_and_speak_their_language(
    with_theory: SimpleNamespace,
) -> None:
    page = with_theory.page
    with_theory.actions.action("learn.previous").trigger()
    assert page.lessons.lesson.name == "02-more"
    with_theory.actions.action("learn.next").trigger()
    assert page.lessons.page.name == "t1-sums"
    page.panel.language.setCurrentIndex(page.panel.language.findData("uk"))
    page.panel.language.activated.emit(page.panel.language.currentIndex())
    assert page.theory.question.question.text() == "Що таке сума?"
