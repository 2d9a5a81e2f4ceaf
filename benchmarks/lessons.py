"""Lessons: are answers judged right, is nothing left of hostile ones, how long does a check take?

    python benchmarks/lessons.py                    # all, 20 repetitions
    python benchmarks/lessons.py judging --repeats 3
    python benchmarks/lessons.py hostile
    python benchmarks/lessons.py window
    python benchmarks/lessons.py warm --checks 20

`window` checks the hostile answers in the page of lessons of the whole window, and measures how
long its thread is held, what is left of them, and how soon the page is up. `judging` also judges
each wrong answer with its own code left out of what is known: the share that is named all the same
says how well ideas are found in answers that were not foreseen.
Prints JSON, and exits with 0 only when all is as it should be.
"""

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from hostile_answers import HOSTILE, session_of
from lessons_window import window

from abcstudio.lessons.judging import judge_found
from abcstudio.lessons.lesson import Lesson
from abcstudio.lessons.lesson_folder import read_lessons
from abcstudio.lessons.running.limits import Limits
from abcstudio.lessons.running.one_run import OneRun
from abcstudio.lessons.running.outcome import CheckTask
from abcstudio.lessons.running.runner import Runner, new_seed
from abcstudio.lessons.running.stopped import stopped
from abcstudio.paths import lessons_dir
from abcstudio.recipes.lessons.answering import answer
from abcstudio.recipes.lessons.trying import LEAST_NAMED, LEAST_RIGHT, LEAST_WRONG, try_lessons

LEFT_SECONDS = 2.0
WARM_SECONDS = 1.0


def judging(options: argparse.Namespace) -> dict[str, Any]:
    """Judge all answers whose worth is known, with new inputs each time."""
    lessons = read_lessons(options.folder)
    trials = try_lessons(
        lessons, options.repeats, lambda trial: print(trial.lesson, file=sys.stderr)
    )
    unseen = named_unseen(lessons)
    rows = {}
    for lesson, trial in zip(lessons, trials, strict=True):
        rows[lesson.name] = {
            "right": f"{trial.accepted}/{trial.right}",
            "wrong": f"{trial.refused}/{trial.wrong}",
            "named": f"{trial.named}/{trial.wrong}",
            "named_unseen": unseen[lesson.name],
            "faults": [str(fault) for fault in trial.faults],
        }
    passed = all(
        trial.accepted == trial.right
        and trial.refused == trial.wrong
        and trial.named >= LEAST_NAMED * trial.wrong
        and trial.right >= LEAST_RIGHT * options.repeats
        and trial.wrong >= LEAST_WRONG * options.repeats
        and not trial.faults
        for trial in trials
    )
    judgements = sum(trial.right + trial.wrong for trial in trials)
    return {"passed": passed, "judgements": judgements, "lessons": rows}


def named_unseen(lessons: tuple[Lesson, ...]) -> dict[str, str]:
    """Return of how many wrong answers the idea is named where their own code is not known."""
    found = {}
    one = OneRun()
    try:
        for lesson in lessons:
            expected = one.prepare(lesson.task, new_seed())
            count = sum(
                _is_named_unseen(lesson, place, expected) for place in range(len(lesson.wrong))
            )
            found[lesson.name] = f"{count}/{len(lesson.wrong)}"
    finally:
        one.end()
    return found


def _is_named_unseen(lesson: Lesson, place: int, expected: tuple[Mapping[str, Any], ...]) -> bool:
    wrong = lesson.wrong
    rest = replace(lesson, wrong=(*wrong[:place], *wrong[place + 1 :]))
    known = (*expected[: place + 1], *expected[place + 2 :])
    verdict = judge_found(rest, expected[place + 1], known)
    return bool(verdict.idea) and verdict.idea == wrong[place].idea


def hostile(options: argparse.Namespace) -> dict[str, Any]:
    """Run answers that would hang, fill or end the program."""
    lesson = read_lessons(options.folder)[0]
    task = CheckTask(lesson.task.check, (lesson.solution,))
    rows = {}
    for name, code in HOSTILE.items():
        one = OneRun(Limits())
        one.prepare(task, new_seed())
        outside = one.folder.parent.parent / "lesson-was-here"
        began = time.monotonic()
        outcome = one.run(code)
        took = time.monotonic() - began
        time.sleep(LEFT_SECONDS)
        rows[name] = {
            "seconds": round(took, 2),
            "sentence": str(stopped(outcome)),
            "left": len(session_of(one.pid)),
            "folder_left": one.folder.parent.exists(),
            "outside": outside.exists(),
        }
    passed = all(
        row["sentence"] != "None" and not (row["left"] or row["folder_left"] or row["outside"])
        for row in rows.values()
    )
    return {"passed": passed, "answers": rows}


def warm(options: argparse.Namespace) -> dict[str, Any]:
    """Measure checks for which a warm process waits."""
    lessons = read_lessons(options.folder)
    runner = Runner()
    seconds = []
    try:
        for number in range(options.checks):
            lesson = lessons[number % len(lessons)]
            runner.warm(lesson.task)
            runner.wait_until_ready()
            began = time.monotonic()
            verdict = answer(lesson, lesson.solution, runner)
            seconds.append(time.monotonic() - began)
            assert verdict.is_passed, lesson.name
    finally:
        runner.close()
    median = statistics.median(seconds)
    return {
        "passed": median <= WARM_SECONDS,
        "median_seconds": round(median, 3),
        "slowest_seconds": round(max(seconds), 3),
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }


PARTS: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "judging": judging,
    "hostile": hostile,
    "window": window,
    "warm": warm,
}


def main() -> int:
    """Run the parts that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--folder", type=Path, default=lessons_dir())
    parser.add_argument("--repeats", type=int, default=20)
    parser.add_argument("--checks", type=int, default=20)
    parser.add_argument("--answers", nargs="*", help="hostile ones, for `window`")
    options = parser.parse_args()
    found = {name: PARTS[name](options) for name in options.parts or PARTS}
    print(json.dumps(found, indent=2, ensure_ascii=False))
    return int(not all(part["passed"] for part in found.values()))


if __name__ == "__main__":
    raise SystemExit(main())
