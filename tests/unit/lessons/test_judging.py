"""Answers are judged by facts: right, wrong, and which idea is behind it."""

from pathlib import Path

import pytest

from abcstudio.errors import LessonError
from abcstudio.lessons.comparing import difference
from abcstudio.lessons.judging import Verdict, judge_found
from abcstudio.lessons.lesson import Lesson, filled, parse_lesson_text
from abcstudio.lessons.lesson_folder import read_lesson
from abcstudio.lessons.running.answer_run import facts_of, load_check
from abcstudio.messages import english
from tests.unit.lessons.made_lessons import UKRAINIAN, write_lesson


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    return read_lesson(write_lesson(tmp_path / "sums"))


def judged(lesson: Lesson, code: str, seed: int = 5) -> Verdict:
    check = load_check(lesson.task.check)
    expected = [facts_of(check, each, seed) for each in lesson.task.codes]
    return judge_found(lesson, facts_of(check, code, seed), expected, seed)


def answered(lesson: Lesson, *pieces: str) -> str:
    return filled(lesson.cell, pieces)


@pytest.mark.parametrize(
    ("pieces", "idea"),
    [
        (("5", "a - b"), "minus"),
        (("5", "-(b - a)"), "minus"),
        (("4", "a + b"), "four"),
        (("4", "a - b"), "four"),
        (("6", "a * b"), "times"),
        (("5", "a + c"), "unknown"),
        (("5", "c"), "unknown"),
        (("'5'", "a + b"), "a-text"),
    ],
)
def test_an_idea_is_known_by_what_it_does(
    lesson: Lesson, pieces: tuple[str, str], idea: str
) -> None:
    verdict = judged(lesson, answered(lesson, *pieces))
    assert (verdict.is_passed, verdict.idea) == (False, idea)


def test_an_idea_is_not_told_by_a_part_of_what_it_does(tmp_path: Path) -> None:
    check = """
def probe(answer, dice):
    return {"even": lambda: answer.add(2, 0), "odd": lambda: answer.add(3, 1)}
"""
    mutants = 'RIGHT = [("5", "a + b")]\nWRONG = [("minus", {2: "a * 2 - b"})]\n'
    lesson = read_lesson(write_lesson(tmp_path / "sums", check=check, mutants=mutants))
    assert judged(lesson, answered(lesson, "5", "a * 2 - b")).idea == "minus"
    # The same for one pair of numbers by chance, but not for the other.
    assert judged(lesson, answered(lesson, "5", "a * 2 if b == 0 else 9")).idea != "minus"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"kind": "str", "value": "jig", "length": 3}, "“x” is 'jig', and should be 'waltz'."),
        ({"kind": "str", "value": "j" * 70, "length": 70}, "“x” has the length 70, and"),
    ],
)
def test_of_short_texts_it_is_said_what_they_say(facts: dict[str, object], said: str) -> None:
    wanted = {"kind": "str", "value": "waltz", "length": 5}
    phrase = difference("x", facts, wanted)
    assert english(phrase.message_id, phrase.parameters).startswith(said)


def test_facts_are_told_by_the_words_of_a_language() -> None:
    section = "\n## Що перевіряється\n\n- `kind of x`: тип x\n- `a jig`: джига\n"
    text = parse_lesson_text(UKRAINIAN + section)
    said = {"name": "kind of x", "found": "'a jig'", "wanted": "'a reel'", "line": 3}
    assert text.in_words(said) == {
        "name": "тип x", "found": "джига", "wanted": "'a reel'", "line": 3,
    }  # fmt: skip
    assert parse_lesson_text(UKRAINIAN).in_words(said) == said


def test_the_innermost_values_that_differ_are_said() -> None:
    rows = [
        {"kind": "list", "items": [{"kind": "tensor", "values": [1.0, last]}]}
        for last in (2.0, 3.0)
    ]
    phrase = difference("x", rows[0], rows[1])
    assert english(phrase.message_id, phrase.parameters).endswith("first 2, and not 3.")


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (("77", "a + b"), "“x” is 77, and should be 5."),
        (("[5]", "a + b"), "“x” is several values, and one is needed."),
        (("...", "a + b"), "“x” is still to be written."),
        (("5", "1 / 0"), "“add” could not be worked out. Line 3: a number is divided by zero."),
        (("nothing", "a + b"), "Line 1: nothing is called “nothing” here."),
        (("# TODO", "a + b"), "Line 1 still waits for your code."),
        (("(5", "a + b"), "Line 1: Python cannot read this ('(' was never closed)."),
        (("5; x.append(1)", "a"), "Line 1: this value has nothing of that name"),
        (("5; del x", "a + b"), "There is no “x” after your code has run"),
        (
            ("5; [][1]", "a + b"),
            "Line 1: there is no such place or axis (list index out of range).",
        ),
        (("5; exit()", "a + b"), "Line 1: the code ends the program here."),
    ],
)
def test_what_no_idea_explains_gets_a_sentence(
    lesson: Lesson, pieces: tuple[str, str], said: str
) -> None:
    verdict = judged(lesson, answered(lesson, *pieces))
    assert not verdict.is_passed
    assert verdict.words(lesson, "en").startswith(said)


def test_a_right_answer_passes_with_a_remark_where_there_is_one(lesson: Lesson) -> None:
    plain, decimal = (judged(lesson, answered(lesson, x, "b + a")) for x in ("5", "5.0"))
    assert plain.is_passed
    assert plain.words(lesson, "en") == "Right."
    assert decimal.is_passed
    assert decimal.words(lesson, "uk") == "Right, and decimal."


def test_nothing_typed_forges_facts_of_inputs_it_has_not_seen(lesson: Lesson) -> None:
    code = answered(lesson, "5", "{}")
    verdicts = {judged(lesson, code.format(f"{sum}"), seed).is_passed
                for seed, sum in enumerate(range(110, 140))}  # fmt: skip
    assert verdicts == {False}


def test_a_name_of_ones_own_for_a_function_of_the_check_is_no_fact(lesson: Lesson) -> None:
    verdict = judged(lesson, "class Same:\n  def __eq__(self, _): return True\nx = Same()\n"
                     "add = lambda a, b: x")  # fmt: skip
    assert not verdict.is_passed


def test_a_solution_that_does_not_run_is_the_lessons_fault(tmp_path: Path) -> None:
    folder = write_lesson(tmp_path / "sums", mutants="RIGHT = ['x = y']")
    lesson = read_lesson(folder)
    with pytest.raises(LessonError, match="check_broken"):
        judged(lesson, "x = 5")


def test_a_verdict_is_the_same_again_by_its_seed(lesson: Lesson) -> None:
    one, other, again = (judged(lesson, answered(lesson, "5", "a"), seed) for seed in (1, 2, 1))
    assert one.words(lesson, "en") == again.words(lesson, "en") != other.words(lesson, "en")
