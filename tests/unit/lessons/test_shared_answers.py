"""Two windows at the same lessons: what one has kept is not lost by what the other keeps."""

from pathlib import Path

from abcstudio.lessons.progress import (
    LessonStanding,
    read_answer,
    read_standing,
    write_answer,
    write_standing,
)
from abcstudio.lessons.shared_answers import SharedAnswers
from abcstudio.own_files import pass_over

NAME = "01-sums"


def test_an_answer_of_another_window_is_kept_beside(tmp_path: Path) -> None:
    one, two = SharedAnswers(tmp_path), SharedAnswers(tmp_path)
    assert one.write_answer(NAME, "x = 1\n") is None
    other = two.write_answer(NAME, "x = 2\n")
    assert other is not None
    assert other.read_text() == "x = 1\n"
    assert read_answer(tmp_path, NAME, pass_over) == "x = 2\n"
    third = one.write_answer(NAME, "x = 3\n")
    assert third != other
    assert third is not None
    assert third.read_text() == "x = 2\n"


def test_an_answer_of_ones_own_is_replaced(tmp_path: Path) -> None:
    shared = SharedAnswers(tmp_path)
    write_answer(tmp_path, NAME, "x = 1\n")
    shared.know(NAME, "x = 1\n", LessonStanding())
    for code in ("x = 2\n", "x = 3\n", "x = 3\n"):
        assert shared.write_answer(NAME, code) is None
    assert sorted(each.suffix for each in (tmp_path / NAME).iterdir()) == [".lock", ".py"]


def test_an_answer_that_another_window_has_kept_is_seen_and_taken(tmp_path: Path) -> None:
    one, two = SharedAnswers(tmp_path), SharedAnswers(tmp_path)
    assert one.another(NAME) is None
    two.write_answer(NAME, "x = 2\n")
    assert one.another(NAME) == "x = 2\n"
    one.take(NAME, "x = 2\n")
    assert one.another(NAME) is None
    assert one.write_answer(NAME, "x = 1\n") is None


def test_what_has_come_of_a_lesson_is_added_up(tmp_path: Path) -> None:
    write_standing(tmp_path, NAME, LessonStanding(attempts=2, guess="four"))
    begun = read_standing(tmp_path, NAME, pass_over)
    one, two = SharedAnswers(tmp_path), SharedAnswers(tmp_path)
    for shared in (one, two):
        shared.know(NAME, None, begun)
    one.write_standing(NAME, LessonStanding(attempts=5, done="today", guess="four"))
    two.write_standing(NAME, LessonStanding(attempts=3, hints=1, guess="five"))
    found = read_standing(tmp_path, NAME, pass_over)
    assert (found.attempts, found.done, found.hints, found.guess) == (6, "today", 1, "five")
