"""`abcstudio learn`: the lessons listed, tried on themselves, answered from a file."""

import argparse
import json
from pathlib import Path
from typing import Any

from abcstudio.cli.interruption import interruptible
from abcstudio.cli.lessons.classes import add_grade, add_hand_in
from abcstudio.cli.lessons.train_own import add_train
from abcstudio.cli.numbers import whole_number_between
from abcstudio.cli.outcome import DONE, FAILED
from abcstudio.cli.output import put, say
from abcstudio.errors import LessonError
from abcstudio.files import read_text_file
from abcstudio.guarded_files import is_folder
from abcstudio.learning.devices import prepare_torch
from abcstudio.lessons.lesson import ENGLISH_NAME, Lesson
from abcstudio.lessons.lesson_folder import read_lesson, read_lessons
from abcstudio.lessons.progress import MAX_ANSWER_BYTES
from abcstudio.lessons.running.runner import Runner
from abcstudio.paths import answers_dir, lessons_dir
from abcstudio.recipes.lessons.answering import answer
from abcstudio.recipes.lessons.course import read_course
from abcstudio.recipes.lessons.trying import LessonTrial, try_lessons

MAX_REPEATS = 1000
MAX_SEED = 2**31 - 1

DESCRIPTION = """Lessons in PyTorch and in networks that write tunes: each asks for a few lines of
Python and checks what they do, with new inputs each time. What is typed runs in a process of its
own, within limits against accidents; it is no protection from code that means harm."""

EXAMPLES = """examples:
  abcstudio learn list --language uk              what there is, and what is done in the window
  abcstudio learn run 04-computation-graph my.py  check an answer
  abcstudio learn run ./own-lesson my.py --seed 7 of a lesson of your own, with inputs as before
  abcstudio learn train --steps 300               train a network with your own functions
  abcstudio learn check ./own-lessons             try lessons on their own answers
  abcstudio learn hand-in surname.zip             an archive of your answers
  abcstudio learn grade *.zip --csv               the table of a class, each answer checked anew

A lesson is a folder with lesson.en.md, lesson.uk.md, cell.py, check.py and mutants.py.
exit codes: 0 done, 1 the answer is not right, or a lesson has faults, 2 a file cannot be used
"""


def add_parser(commands: Any) -> None:
    """Add the subcommand to the command line's parser."""
    parser = commands.add_parser(
        "learn",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    _add_list(actions)
    _add_run(actions)
    _add_check(actions)
    add_train(actions)
    add_hand_in(actions)
    add_grade(actions)


def _add_list(actions: Any) -> None:
    parser = actions.add_parser("list", help="print the lessons in the box, and what is done")
    _add_language(parser)
    parser.add_argument("--jsonl", action="store_true", help="a line of JSON a lesson")
    parser.set_defaults(run=run_list)


def _add_run(actions: Any) -> None:
    parser = actions.add_parser("run", help="check an answer to a lesson")
    parser.add_argument("lesson", metavar="LESSON", help="its name, or its folder")
    parser.add_argument("file", type=Path, metavar="FILE", help="the answer, a file of Python")
    _add_language(parser)
    parser.add_argument("--seed", type=whole_number_between(0, MAX_SEED), metavar="N",
                        help="that of an earlier check, for its inputs (new ones)")  # fmt: skip
    parser.add_argument("--jsonl", action="store_true", help="a line of JSON")
    parser.set_defaults(run=run_answer)


def _add_check(actions: Any) -> None:
    parser = actions.add_parser("check", help="try lessons on their own answers")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a lesson, or a folder of them")
    parser.add_argument("--repeats", type=whole_number_between(1, MAX_REPEATS), default=3,
                        metavar="N", help="how often, with new inputs each time (3)")  # fmt: skip
    parser.add_argument("--jsonl", action="store_true", help="a line of JSON a lesson")
    parser.set_defaults(run=run_check)


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", default=ENGLISH_NAME, metavar="CODE",
                        help="what a lesson's own words are in: en or uk (en)")  # fmt: skip


def run_list(options: argparse.Namespace) -> int:
    """Print the names and titles of the lessons in the box, and what the person has done."""
    course = read_course(lessons_dir(), answers_dir())
    for fault in course.faults.values():
        raise fault
    for lesson in course.lessons:
        title = lesson.text(options.language).title
        standing = course.standings[lesson.name]
        is_begun = lesson.name in course.answers
        data = {
            "name": lesson.name,
            "title": title,
            "languages": sorted(lesson.texts),
            "begun": is_begun,
            "done": standing.done,
            "attempts": standing.attempts,
            "hints": standing.hints,
        }
        sign = "done" if standing.done else "begun" if is_begun else ""
        put(json.dumps(data) if options.jsonl else f"{lesson.name:<28} {sign:<6} {title}")
    return DONE


def run_answer(options: argparse.Namespace) -> int:
    """Check an answer, and print what there is to say of it."""
    prepare_torch()
    lesson = _lesson(options.lesson)
    code = read_text_file(options.file, MAX_ANSWER_BYTES).text
    runner = Runner(keeps_warm=False)
    try:
        with interruptible():
            verdict = answer(lesson, code, runner, seed=options.seed)
    finally:
        runner.close()
    words = verdict.words(lesson, options.language)
    if options.jsonl:
        data = {
            "lesson": lesson.name,
            "passed": verdict.is_passed,
            "idea": verdict.idea,
            "sentence": words,
            "line": verdict.line,
            "seed": verdict.seed,
            "output": verdict.output,
        }
        put(json.dumps(data))
    else:
        if verdict.output:
            put(verdict.output.rstrip("\n"))
        put(words)
        say(f"seed {verdict.seed}")
    return DONE if verdict.is_passed else FAILED


def run_check(options: argparse.Namespace) -> int:
    """Try lessons on their own answers, and print what is not as it should be."""
    prepare_torch()
    lessons = read_lessons(options.folder)
    with interruptible():
        trials = try_lessons(lessons, options.repeats, lambda trial: _show(trial, options))
    return FAILED if any(trial.faults for trial in trials) else DONE


def _lesson(name: str) -> Lesson:
    """Return a lesson by its folder, or by its name among those in the box.

    Raises:
        LessonError: There is none.
    """
    if any(sign in name for sign in "./\\"):
        return read_lesson(Path(name))
    folder = lessons_dir() / name
    if not name or not is_folder(folder):
        raise LessonError("lesson.unknown", name=name)
    return read_lesson(folder)


def _show(trial: LessonTrial, options: argparse.Namespace) -> None:
    if options.jsonl:
        data = {
            "lesson": trial.lesson,
            "right": trial.right,
            "accepted": trial.accepted,
            "wrong": trial.wrong,
            "refused": trial.refused,
            "named": trial.named,
            "faults": [str(fault) for fault in trial.faults],
        }
        put(json.dumps(data))
        return
    put(
        f"{trial.lesson:<28} right {trial.accepted}/{trial.right}, "
        f"wrong {trial.refused}/{trial.wrong}, named {trial.named}/{trial.wrong}"
    )
    for fault in dict.fromkeys(map(str, trial.faults)):
        put(f"    {fault}")
