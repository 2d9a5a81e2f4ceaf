"""The table of a class: who has passed what, for a window and for a spreadsheet."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import LessonError
from abcstudio.lessons.handed_in import read_handed_in
from abcstudio.lessons.running.runner import Runner
from abcstudio.messages import Phrase
from abcstudio.recipes.lessons.course import Course
from abcstudio.recipes.lessons.grading import Grades, grade


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReport:
    """How far the grading of a class is.

    Attributes:
        done: How many archives are done.
        answers: How many answers of the next one are.
        grades: Those of the archive that was done just now, None for none.
        fault: Why it cannot be graded, None where it can.
    """

    done: int
    answers: int = 0
    grades: Grades | None = None
    fault: Phrase | None = None


def names_of(course: Course) -> tuple[str, ...]:
    """Return the lessons and pages that a class is graded by, in order."""
    return (*(each.name for each in course.lessons), *(each.name for each in course.theory))


def grade_class(
    paths: Sequence[Path],
    course: Course,
    runner: Runner,
    report: Callable[[ClassReport], None],
) -> None:
    """Check what students have handed in, one after another; each is reported as it is done.

    Raises:
        CancelledError: The work is to stop; what was reported stays true.
        OSError: No process can be started.
    """
    for number, path in enumerate(paths):
        answers = 0

        def tell(number: int = number) -> None:
            nonlocal answers
            answers += 1
            report(ClassReport(done=number, answers=answers))

        try:
            handed = read_handed_in(path, names_of(course))
        except LessonError as error:
            fault = Phrase(error.message_id, error.parameters)
            report(ClassReport(done=number + 1, fault=fault))
            continue
        graded = grade(handed, course.lessons, course.theory, runner, tell=tell)
        report(ClassReport(done=number + 1, grades=graded))


def class_csv(rows: Sequence[Grades], names: Sequence[str]) -> str:
    """Return a table for a spreadsheet: 1 right, 0 not right, nothing where nothing came."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["student", *names, "passed", "hints"])
    for grades in rows:
        found = (grades.lessons.get(name) for name in names)
        signs = ["" if each is None else int(each.is_passed) for each in found]
        hints = sum(each.hints for each in grades.lessons.values())
        writer.writerow([_safe(grades.student), *signs, grades.passed, hints])
    return lines.getvalue()


def _safe(student: str) -> str:
    """Return a name that no spreadsheet takes for a formula."""
    return f"'{student}" if student.startswith(("=", "@", "+", "-")) else student
