"""`abcstudio learn grade` and `hand-in`: the answers of a class as a table."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from abcstudio.cli.interruption import interruptible
from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put, say
from abcstudio.cli.parser import OutputFile
from abcstudio.cli.targets import REPLACED
from abcstudio.errors import LessonError
from abcstudio.learning.devices import prepare_torch
from abcstudio.lessons.handed_in import pack_answers, read_handed_in
from abcstudio.lessons.running.runner import Runner
from abcstudio.messages import english
from abcstudio.paths import answers_dir, lessons_dir
from abcstudio.recipes.lessons.class_table import class_csv, names_of
from abcstudio.recipes.lessons.course import read_course
from abcstudio.recipes.lessons.grading import Grades, LessonGrade, grade

_RIGHT, _WRONG, _MISSING = "+", "-", "."
_LEAST_NAME = 8


def add_hand_in(actions: Any) -> None:
    """Add the action that packs one's own answers."""
    parser = actions.add_parser("hand-in", help="write your answers into an archive to hand in")
    parser.add_argument("file", type=OutputFile(".zip"), metavar="FILE",
                        help=f"the archive, such as surname.zip; {REPLACED}")  # fmt: skip
    parser.set_defaults(run=run_hand_in)


def add_grade(actions: Any) -> None:
    """Add the action that grades a class."""
    parser = actions.add_parser("grade", help="check the answers of a class, print a table")
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE",
                        help="what students handed in, an archive each")  # fmt: skip
    parser.add_argument("--lessons", type=Path, metavar="DIR",
                        help="a folder of lessons of your own (those in the box)")  # fmt: skip
    forms = parser.add_mutually_exclusive_group()
    forms.add_argument("--csv", action="store_true", help="a table for a spreadsheet")
    forms.add_argument("--jsonl", action="store_true", help="a line of JSON a student")
    parser.set_defaults(run=run_grade)


def run_hand_in(options: argparse.Namespace) -> int:
    """Write the answers of this computer's user into an archive."""
    count = pack_answers(answers_dir(), options.file)
    say(f"{options.file}: {count} answers")
    return DONE


def run_grade(options: argparse.Namespace) -> int:
    """Check all answers anew, each in a process of its own, and print what they are worth."""
    prepare_torch()
    course = read_course(options.lessons or lessons_dir(), answers_dir())
    names = names_of(course)
    form = _json_row if options.jsonl else _csv_row if options.csv else _table_row
    width = max(_LEAST_NAME, *(len(path.stem) for path in options.files))
    if options.csv:
        put(class_csv((), names).rstrip())
    elif not options.jsonl:
        put(f"{'':<{width}} {' '.join(_short(name) for name in names)}")
    is_whole = True
    runner = Runner()
    try:
        with interruptible():
            for path in options.files:
                try:
                    handed = read_handed_in(path, names)
                except LessonError as error:
                    say(english(error.message_id, error.parameters))
                    is_whole = False
                    continue
                grades = grade(handed, course.lessons, course.theory, runner)
                put(form(grades, names, width))
    finally:
        runner.close()
    return DONE if is_whole else FAILED


def _short(name: str) -> str:
    return f"{name.partition('-')[0]:>2}"


def _sign(found: LessonGrade | None) -> str:
    if found is None:
        return _MISSING
    return _RIGHT if found.is_passed else _WRONG


def _table_row(grades: Grades, names: Sequence[str], width: int) -> str:
    signs = " ".join(f"{_sign(grades.lessons.get(name)):>2}" for name in names)
    return f"{grades.student:<{width}} {signs}  {grades.passed}/{len(names)}"


def _csv_row(grades: Grades, names: Sequence[str], _width: int) -> str:
    return class_csv((grades,), names).splitlines()[1]


def _json_row(grades: Grades, _names: Sequence[str], _width: int) -> str:
    lessons = {
        name: {
            "passed": found.is_passed,
            "said": found.said,
            "hints": found.hints,
            "attempts": found.attempts,
        }
        for name, found in grades.lessons.items()
    }
    return json.dumps({"student": grades.student, "passed": grades.passed, "lessons": lessons})
