"""What a class has handed in, each answer checked anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from abcstudio.errors import LessonError
from abcstudio.lessons.handed_in import HandedIn
from abcstudio.lessons.judging import Verdict
from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.running.runner import Runner
from abcstudio.lessons.theory import LEAST_WORDS, TheoryPage
from abcstudio.messages import english
from abcstudio.recipes.lessons.answering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonGrade:
    """What one answer is worth.

    Attributes:
        is_passed: It is right.
        said: What the check says where it is not, in English.
        hints: How many hints the student has looked at, by their own file.
        attempts: How often they have checked, by the same.
    """

    is_passed: bool
    said: str = ""
    hints: int = 0
    attempts: int = 0


@dataclass(slots=True)
class Grades:
    """What a student's answers are worth, by the names of lessons; what lacks was not handed in."""

    student: str
    lessons: dict[str, LessonGrade] = field(default_factory=dict)

    @property
    def passed(self) -> int:
        """How many are right."""
        return sum(grade.is_passed for grade in self.lessons.values())


def grade(
    handed: HandedIn,
    lessons: Sequence[Lesson],
    theory: Sequence[TheoryPage],
    runner: Runner,
    should_stop: Callable[[], bool] = bool,
) -> Grades:
    """Check what a student has handed in; that it passed once is not believed.

    Raises:
        CancelledError: `should_stop` said so.
        OSError: No process can be started.
    """
    grades = Grades(handed.student)
    for lesson in lessons:
        code = handed.answers.get(lesson.name)
        if code is None:
            continue
        said = ""
        try:
            verdict: Verdict | None = answer(lesson, code, runner, should_stop=should_stop)
        except LessonError as error:
            verdict, said = None, english(error.message_id, error.parameters)
        if verdict is not None and not verdict.is_passed:
            said = verdict.words(lesson, "en")
        standing = handed.standings.get(lesson.name)
        grades.lessons[lesson.name] = LessonGrade(
            is_passed=verdict is not None and verdict.is_passed,
            said=said,
            hints=standing.hints if standing is not None else 0,
            attempts=standing.attempts if standing is not None else 0,
        )
    for page in theory:
        found = handed.standings.get(page.name)
        if found is not None and (found.choice or found.words):
            is_right = page.is_right(found.choice) and len(found.words.split()) >= LEAST_WORDS
            grades.lessons[page.name] = LessonGrade(is_passed=is_right)
    return grades
