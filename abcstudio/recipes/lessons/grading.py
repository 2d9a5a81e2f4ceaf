"""What a class has handed in, each answer checked anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from abcstudio.errors import LessonError
from abcstudio.lessons.handed_in import HandedIn
from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.progress import LessonStanding
from abcstudio.lessons.running.runner import Runner
from abcstudio.lessons.theory import LEAST_WORDS, TheoryPage
from abcstudio.messages import Phrase
from abcstudio.recipes.lessons.answering import answer


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonGrade:
    """What one answer is worth.

    Attributes:
        is_passed: It is right.
        said: What the check says where it is not, in English.
        idea: The idea that the lesson has words for, "" for none.
        sentence: What there is to say where it has none.
        hints: How many hints the student has looked at, by their own file.
        attempts: How often they have checked, by the same.
    """

    is_passed: bool
    said: str = ""
    idea: str = ""
    sentence: Phrase | None = None
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
    tell: Callable[[], object] = bool,
) -> Grades:
    """Check what a student has handed in; that it passed once is not believed.

    Args:
        handed: What was handed in.
        lessons: The lessons that are graded.
        theory: The pages of theory that are.
        runner: Runs the answers.
        tell: Called after each answer.

    Raises:
        OSError: No process can be started.
    """
    grades = Grades(handed.student)
    for lesson in lessons:
        code = handed.answers.get(lesson.name)
        if code is None:
            continue
        found = _graded(lesson, code, runner)
        standing = handed.standings.get(lesson.name, LessonStanding())
        grades.lessons[lesson.name] = replace(
            found, hints=standing.hints, attempts=standing.attempts
        )
        tell()
    for page in theory:
        kept = handed.standings.get(page.name)
        if kept is not None and (kept.choice or kept.words):
            is_right = page.is_right(kept.choice) and len(kept.words.split()) >= LEAST_WORDS
            grades.lessons[page.name] = LessonGrade(is_passed=is_right)
    return grades


def _graded(lesson: Lesson, code: str, runner: Runner) -> LessonGrade:
    try:
        verdict = answer(lesson, code, runner)
    except LessonError as error:
        sentence = Phrase(error.message_id, error.parameters)
        return LessonGrade(is_passed=False, said=str(sentence), sentence=sentence)
    if verdict.is_passed:
        return LessonGrade(is_passed=True)
    return LessonGrade(
        is_passed=False,
        said=verdict.words(lesson, "en"),
        idea=verdict.idea,
        sentence=verdict.sentence,
    )
