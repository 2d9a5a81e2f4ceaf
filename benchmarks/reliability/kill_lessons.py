"""Does code survive that is being typed into a lesson when the program is killed?

A child opens the page of lessons (no screen needed) and types twenty keys a second into the gap of
a cell; at a random time SIGKILL ends it. Then the answers are read as the next start does: the
answer must hold every key older than two seconds, in its place, and nothing else; no file may be
damaged or left over.
Prints one JSON object; the exit code is 0 when all passed.

    python benchmarks/reliability/kill_lessons.py --runs 200
"""

import os
import signal
import sys
import time
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from kill_typing import LONGEST_SECONDS, SAFE_AFTER_SECONDS, START_SECONDS, Run
from killing import answer
from training_runs import fork, leftovers, wait, was_killed

KEYS = "abcxyz0123456789+-* "
KEY_MS = 50
MAX_KEYS = 400
LESSON = "01-sums"
CELL = "x = ...  # TODO: a number\nprint(x)\n"
TEXT = "# Sums\n\nA text.\n\n## Hints\n\n1. One.\n2. Two.\n3. Three.\n\n## What is wrong\n"
CHECK = 'def probe(answer, dice):\n    return {"x": lambda: answer.x}\n'


def keys_of(seed: str) -> str:
    """Return what is typed in one run."""
    random = Random(seed)
    return "".join(random.choice(KEYS) for _ in range(MAX_KEYS))


def text_with(keys: str) -> str:
    """Return the cell after some keys: the first of them replaces the dots."""
    return CELL.replace("...", keys) if keys else CELL


def write_lesson(folder: Path) -> None:
    """Write a lesson with one gap."""
    folder.mkdir(parents=True)
    files = {"cell.py": CELL, "check.py": CHECK, "lesson.en.md": TEXT}
    for name, words in {**files, "mutants.py": 'RIGHT = [("5",)]\n'}.items():
        (folder / name).write_text(words)


def type_until_killed(work: Path, seed: str) -> None:
    """Be the program: open the lesson, and type until the end."""
    from PySide6.QtCore import QEvent, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    os.environ["ABCSTUDIO_HOME"] = str(work / "home")
    from abcstudio.app import make_application
    from abcstudio.lessons.running.runner import Runner
    from abcstudio.settings import Settings
    from abcstudio.ui.learn.learn_page import LearnPage
    from abcstudio.ui.services.actions import Actions
    from abcstudio.ui.services.studio import Studio

    make_application()
    window = QMainWindow()
    runner = Runner(libraries=(), keeps_warm=False)
    studio = Studio(Settings(theme="light", language="en"))
    page = LearnPage(studio, Actions(window, {}), lessons=work / "lessons", runner=runner)
    window.setCentralWidget(page)
    window.show()
    descriptor = os.open(work / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    keys, typed = keys_of(seed), 0

    def note(what: str) -> None:
        os.write(descriptor, f"{what} {typed} {time.monotonic():.6f}\n".encode())

    def press() -> None:
        nonlocal typed
        if page.lessons.lesson is None or typed >= len(keys):
            return
        if not typed:
            note("ready")
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, keys[typed])
        QApplication.sendEvent(page.work.cell, event)
        typed += 1
        note("key")

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(press)
    timer.start(KEY_MS)
    QApplication.exec()


def run_batch(runs: list[Run]) -> None:
    """Let some children type at once, kill each at its time, and look at what is left."""
    for run in runs:
        run.work.mkdir()
        write_lesson(run.work / "lessons" / LESSON)
        run.pid = fork(partial(type_until_killed, run.work, run.seed), run.work / "outcome")
    for run in runs:
        until = time.monotonic() + START_SECONDS
        while not run.log() and time.monotonic() < until:
            time.sleep(0.02)
        run.kill_at = time.monotonic() + Random(f"{run.seed}/kill").uniform(0, LONGEST_SECONDS)
    for run in sorted(runs, key=lambda each: each.kill_at):
        time.sleep(max(0.0, run.kill_at - time.monotonic()))
        run.killed_at = time.monotonic()
        os.kill(run.pid, signal.SIGKILL)
    for run in runs:
        if not was_killed(wait(run.pid)):
            run.faults.append(f"ended by itself: {(run.work / 'outcome').read_text()}")
        run.faults += faults_after(run)


def faults_after(run: Run) -> list[str]:
    """Return what is wrong after a kill."""
    from abcstudio.recipes.lessons.course import read_course
    from abcstudio.temporary_files import sweep_folder

    keys, data = keys_of(run.seed), run.work / "home" / "data"
    old = max(
        (int(count) for what, count, at in run.log()
         if what == "key" and run.killed_at - float(at) > SAFE_AFTER_SECONDS),
        default=0,
    )  # fmt: skip
    # What a later start clears away: young files it leaves, they may be another window's.
    for path in (data / "lessons").rglob("*.tmp"):
        os.utime(path, (0, 0))
    for folder in (data / "lessons", data / "lessons" / LESSON):
        sweep_folder(folder)
    course = read_course(run.work / "lessons", data / "lessons")
    found = course.answers.get(LESSON, CELL)
    faults = [f"damaged: {each.path}" for each in course.damaged]
    faults += [f"left over: {path}" for path in leftovers([data])]
    count = len(found) - len(CELL) + 3 if found != CELL else 0
    if found != text_with(keys[:count]):
        faults.append(f"the answer is not what was typed: {found!r}")
    elif count < old:
        faults.append(f"{old} keys are older than two seconds, {count} kept")
    return faults


def kill_all(runs: int, seed: int, at_once: int, work: Path) -> dict[str, Any]:
    """Make so many runs and return what came of them."""
    import abcstudio.app
    import abcstudio.ui.learn.learn_page  # noqa: F401  loaded once, before the children are forked

    began = time.monotonic()
    all_runs = [Run(number, f"{seed}/{number}", work / str(number)) for number in range(runs)]
    for first in range(0, runs, at_once):
        batch = all_runs[first : first + at_once]
        run_batch(batch)
        for run in batch:
            if run.faults:
                print(run.number, run.faults, file=sys.stderr, flush=True)
        done = all_runs[: first + at_once]
        print(len(done), sum(bool(run.faults) for run in done), file=sys.stderr, flush=True)
    failed = [run for run in all_runs if run.faults]
    return {
        "passed": not failed,
        "runs": runs,
        "survived": runs - len(failed),
        "keys_typed": sum(line[0] == "key" for run in all_runs for line in run.log()),
        "failures": [{"run": run.number, "faults": run.faults} for run in failed[:20]],
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    words = __doc__.splitlines()[0]
    return answer(kill_all, words, runs=200, at_once=5, doing="type")


if __name__ == "__main__":
    sys.exit(main())
