"""The answers that a network is trained with: whether all of them are there, and passed."""

from collections.abc import Callable, Mapping
from pathlib import Path

from abcstudio.errors import LessonError
from abcstudio.lessons.own_code import LESSONS
from abcstudio.lessons.progress import LessonStanding, read_answer, read_standing
from abcstudio.own_files import pass_over

Answers = Mapping[str, str]
"""What was typed, by the names of the lessons."""


def missing_lessons(
    standing: Callable[[str], LessonStanding], answer: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Return the lessons that have to be passed before own code can train.

    Args:
        standing: Returns what has come of a lesson.
        answer: Returns what was typed into it.
    """
    return tuple(
        lesson for lesson in LESSONS.values() if not standing(lesson).done or answer(lesson) is None
    )


def own_answers(folder: Path) -> Answers:
    """Return the answers that a person has kept.

    Args:
        folder: That of all their answers.

    Raises:
        LessonError: A lesson is not passed yet; all of these are named.
    """
    found = {lesson: read_answer(folder, lesson, pass_over) for lesson in LESSONS.values()}
    missing = missing_lessons(lambda name: read_standing(folder, name, pass_over), found.get)
    if missing:
        raise LessonError("lesson.own_missing", lessons=", ".join(missing))
    return {lesson: code for lesson, code in found.items() if code is not None}
