"""The lessons that are done, for a report: what has not passed as it stands is checked again."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import LessonError
from abcstudio.lessons.judging import Verdict
from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.progress import Passed, read_passed, told_by, write_passed
from abcstudio.lessons.running.runner import Runner
from abcstudio.recipes.lessons.answering import answer
from abcstudio.recipes.lessons.course import Course, read_course
from abcstudio.reports.material import LessonFound, QuestionFound

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonsDone:
    """What a person has made of the lessons.

    Attributes:
        lessons: Those that are done.
        count: How many there are at all.
        questions: Control questions that were answered.
    """

    lessons: tuple[LessonFound, ...] = ()
    count: int = 0
    questions: tuple[QuestionFound, ...] = ()


Tell = Callable[[int, int], object]
"""Called before each answer that is checked with its number and how many there are."""


def read_lessons_done(
    lessons: Path,
    own: Path,
    language: str,
    *,
    runner: Runner | None,
    tell: Tell,
) -> LessonsDone:
    """Return the lessons that are done, and the control questions that were answered.

    Args:
        lessons: The folder of the lessons.
        own: That of the person's answers.
        language: What titles are in.
        runner: Checks each answer that was changed since it passed; None for none of them.
        tell: How far it is.
    """
    try:
        course = read_course(lessons, own)
    except LessonError as error:
        log.warning("A report has no lessons: %s", error)
        return LessonsDone()
    done = _done(course)
    passed = {lesson.name: read_passed(own, lesson.name, _told(course, lesson)) for lesson in done}
    unknown = [lesson for lesson in done if passed[lesson.name] is None]
    verdicts = _verdicts(unknown, course, runner, tell) if runner is not None else {}
    for lesson in unknown:
        verdict = verdicts.get(lesson.name)
        if verdict is not None:
            passed[lesson.name] = Passed(verdict.picture)
            if verdict.is_passed:
                _keep(own, lesson.name, _told(course, lesson), Passed(verdict.picture))
    refused = {name for name, verdict in verdicts.items() if not verdict.is_passed}
    return LessonsDone(
        lessons=tuple(
            _found(lesson, course, language, passed[lesson.name], lesson.name in refused)
            for lesson in done
        ),
        count=len(course.lessons),
        questions=tuple(_questions(course, language)),
    )


def _questions(course: Course, language: str) -> Iterator[QuestionFound]:
    for page in course.theory:
        standing = course.standings[page.name]
        if not (standing.choice or standing.words.strip()):
            continue
        text = page.text(language)
        place = int(standing.choice) if standing.choice.isdecimal() else len(text.options)
        yield QuestionFound(
            name=page.name,
            question=text.question,
            choice=text.options[place].words if place < len(text.options) else "",
            is_right=page.is_right(standing.choice),
            words=standing.words.strip(),
        )


def _done(course: Course) -> list[Lesson]:
    return [
        lesson
        for lesson in course.lessons
        if course.standings[lesson.name].done and lesson.name in course.answers
    ]


def _verdicts(
    lessons: list[Lesson],
    course: Course,
    runner: Runner,
    tell: Tell,
) -> dict[str, Verdict]:
    """Check the answers to lessons, and return what came of those that could be checked."""
    found = {}
    for number, lesson in enumerate(lessons, start=1):
        tell(number, len(lessons))
        verdict = _verdict(lesson, course.answers[lesson.name], runner)
        if number < len(lessons):
            runner.warm(lessons[number].task)
        if verdict is not None:
            found[lesson.name] = verdict
    return found


def _verdict(lesson: Lesson, code: str, runner: Runner) -> Verdict | None:
    try:
        return answer(lesson, code, runner)
    except (LessonError, OSError) as error:
        log.warning("The answer to %s could not be checked for a report: %s", lesson.name, error)
        return None


def _told(course: Course, lesson: Lesson) -> str:
    return told_by(course.answers[lesson.name], lesson.edition)


def _keep(own: Path, name: str, answer: str, passed: Passed) -> None:
    try:
        write_passed(own, name, answer, passed)
    except OSError as error:
        # The next report checks it again.
        log.warning("That %s has passed could not be kept: %s", name, error)


def _found(
    lesson: Lesson, course: Course, language: str, passed: Passed | None, is_refused: bool
) -> LessonFound:
    standing = course.standings[lesson.name]
    return LessonFound(
        name=lesson.name,
        title=lesson.text(language).title,
        code=course.answers[lesson.name],
        picture=None if passed is None else passed.picture,
        attempts=standing.attempts,
        hints=standing.hints,
        is_confirmed=None if passed is None else not is_refused,
    )
