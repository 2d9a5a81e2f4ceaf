"""The lessons in the box: each right answer is accepted, each wrong one refused and named."""

import re
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from abcstudio.lessons.judging import judge_found
from abcstudio.lessons.lesson import Lesson, word_count
from abcstudio.lessons.lesson_folder import lesson_folders, read_lesson
from abcstudio.lessons.running.answer_run import facts_of, load_check
from abcstudio.paths import lessons_dir

SEED = 11
Expected = list[Mapping[str, Any]]
FOLDERS = lesson_folders(lessons_dir())


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name, scope="module")
def lesson(request: pytest.FixtureRequest) -> Lesson:
    folder: Path = request.param
    return read_lesson(folder)


@pytest.fixture(scope="module")
def expected(lesson: Lesson) -> list[Mapping[str, Any]]:
    return [facts(lesson, code) for code in lesson.task.codes]


def facts(lesson: Lesson, code: str) -> Mapping[str, Any]:
    return facts_of(load_check(lesson.task.check), code, SEED)


def test_answers_are_worth_what_the_lesson_says(lesson: Lesson, expected: Expected) -> None:
    for code in lesson.right:
        verdict = judge_found(lesson, facts(lesson, code), expected)
        assert verdict.is_passed, (code, verdict.words(lesson, "en"))
    for wrong, found in zip(lesson.wrong, expected[1:], strict=True):
        verdict = judge_found(lesson, found, expected)
        assert not verdict.is_passed, wrong
        if wrong.idea:
            assert verdict.idea == wrong.idea, wrong


def test_tunes_that_tell_something_are_found_for_every_seed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A check once sought others beside a tune that none could be beside, without end."""
    check: Any = load_check(lessons_dir() / "11-tunes-as-text" / "check.py")
    are_telling, tried = check.are_telling, 0

    def counted(songs: list[str]) -> bool:
        nonlocal tried
        tried += 1
        assert tried < 100
        return bool(are_telling(songs))

    monkeypatch.setattr(check, "are_telling", counted)
    for seed in range(100):
        tried = 0
        assert len(check.given(Random(seed))["songs"]) == check.SONGS


def test_a_cell_as_it_is_asks_to_be_filled(lesson: Lesson, expected: Expected) -> None:
    verdict = judge_found(lesson, facts(lesson, lesson.cell), expected)
    assert not verdict.is_passed


def test_a_lesson_has_enough_answers_and_short_texts_in_two_languages(lesson: Lesson) -> None:
    assert len(lesson.right) >= 5
    assert len(lesson.wrong) >= 12
    assert sum(bool(each.idea) for each in lesson.wrong) >= 0.8 * len(lesson.wrong)
    assert lesson.texts.keys() == {"en", "uk"}
    comments = [line.partition("#")[2] for line in lesson.cell_in("uk").splitlines() if "#" in line]
    assert comments
    assert all(re.search("[а-яіїєґ]", comment) for comment in comments)
    for text in lesson.texts.values():
        assert word_count(text.text) <= 150
        assert len(text.hints) == 3
    assert lesson.text("uk").ideas.keys() == lesson.text("en").ideas.keys()


def test_ukrainian_has_words_for_what_is_checked(lesson: Lesson, expected: Expected) -> None:
    """A sentence about a fact names it, and what it is and should be; code needs no words."""
    found = expected[0]["facts"]
    words = {fact["value"] for fact in found.values() if fact["kind"] == "str"}
    named = {name for name in (*found, *words) if " " in name and not set(name) & set("~()=\n")}
    shapes = {name for name in named if name.replace(" x ", "").isdigit()}
    assert named - shapes <= lesson.text("uk").facts.keys()


def test_ukrainian_keeps_to_its_marks_and_letters(lesson: Lesson) -> None:
    text = lesson.text("uk")
    for words in (text.title, text.text, *text.hints, *text.ideas.values(), *text.facts.values()):
        prose = "".join(words.replace("```", "`").split("`")[::2])
        assert not set(prose) & set("ыэъё'\"")
        assert "..." not in prose
