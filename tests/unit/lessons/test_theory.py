"""Pages of theory: those in the box, and those that lack something."""

from pathlib import Path

import pytest

from abcstudio.errors import LessonError
from abcstudio.lessons.lesson import word_count
from abcstudio.lessons.theory import TheoryPage, parse_theory_text, read_theory, theory_folders
from abcstudio.paths import lessons_dir

FOLDERS = theory_folders(lessons_dir())
PAGE = """# Sums

A text.

## Question

What is a sum?

- [ ] A difference.
  It takes
  away.
- [x] It adds.
  Yes.
"""


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def page(request: pytest.FixtureRequest) -> TheoryPage:
    folder: Path = request.param
    return read_theory(folder)


def test_a_page_has_a_title_a_text_and_a_question_with_answers() -> None:
    text = parse_theory_text(PAGE)
    assert (text.title, text.text, text.question) == ("Sums", "A text.", "What is a sum?")
    assert [option.words for option in text.options] == ["A difference.", "It adds."]
    assert text.options[0].explanation == "It takes away."
    assert [option.is_right for option in text.options] == [False, True]


@pytest.mark.parametrize(
    "source",
    [
        "",
        PAGE.replace("# Sums", "Sums", 1),
        PAGE.replace("[x]", "[ ]"),
        PAGE.replace("[ ]", "[x]"),
        PAGE.replace("## Question", "Question"),
        PAGE.replace("What is a sum?\n", ""),
    ],
)
def test_a_page_that_lacks_a_part_is_refused(tmp_path: Path, source: str) -> None:
    (tmp_path / "page.en.md").write_text(source)
    with pytest.raises(LessonError):
        read_theory(tmp_path)


def test_languages_have_the_same_answers(tmp_path: Path) -> None:
    (tmp_path / "page.en.md").write_text(PAGE)
    other = PAGE.replace("[x]", "[y]").replace("[ ]", "[x]").replace("[y]", "[ ]")
    (tmp_path / "page.uk.md").write_text(other)
    with pytest.raises(LessonError):
        read_theory(tmp_path)


def test_there_are_seven_control_questions() -> None:
    assert len(FOLDERS) == 7


def test_each_page_is_short_illustrated_and_explains_three_wrong_answers(page: TheoryPage) -> None:
    assert page.picture is not None
    assert page.texts.keys() == {"en", "uk"}
    for text in page.texts.values():
        assert 60 <= word_count(text.text) <= 200
        assert [option.is_right for option in text.options].count(False) == 3
        assert all(len(option.explanation.split()) >= 6 for option in text.options)
    assert page.text("de") == page.text("en")


def test_ukrainian_pages_keep_to_their_marks_and_letters(page: TheoryPage) -> None:
    text = page.text("uk")
    said = [part for option in text.options for part in (option.words, option.explanation)]
    for words in (text.title, text.text, text.question, *said):
        prose = "".join(words.split("`")[::2])
        assert not set(prose) & set("ыэъё'\"")
        assert "..." not in prose


def test_the_right_answer_does_not_stand_at_one_place() -> None:
    places = [
        [option.is_right for option in read_theory(folder).text("en").options].index(True)
        for folder in FOLDERS
    ]
    assert len(set(places)) >= 3
