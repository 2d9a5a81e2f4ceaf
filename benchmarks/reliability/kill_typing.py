"""Does text survive that is being typed when the program is killed?

A child opens a tune in the real window (no screen needed), types twenty keys a second into the
middle of it and saves now and then; at a random time SIGKILL ends it. Then the program starts
again. The file must hold its old or its new text, whole; what it does not hold must be offered, not
opened unasked; and what is recovered must have every key older than two seconds, in its place. In
one run of ten the copy is damaged before: then the file alone counts, and nothing may break.
Prints one JSON object; the exit code is 0 when all passed.

    python benchmarks/reliability/kill_typing.py --runs 500
"""

import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from killing import answer
from training_runs import fork, leftovers, result_of, wait, was_killed

KEYS = "ABCDEFGabcdefg|2/ \n"
KEY_MS = 50
MAX_KEYS = 400
LONGEST_SECONDS = 6.0
SAFE_AFTER_SECONDS = 2.0
HEAD = "X:1\nT:Typed into\nM:4/4\nL:1/8\nK:G\nGABc d2d2|"
TAIL = "|e2e2 d4|\n"
START_SECONDS = 60.0
OFFER_MS = 300


def keys_of(seed: str) -> str:
    """Return what is typed in one run."""
    random = Random(seed)
    return "".join(random.choice(KEYS) for _ in range(MAX_KEYS))


def text_with(keys: str) -> str:
    """Return the whole text after some keys."""
    return HEAD + keys + TAIL


@dataclass
class Run:
    """One child that types, and what it wrote down: each key and each saving."""

    number: int
    seed: str
    work: Path
    pid: int = 0
    kill_at: float = 0.0
    killed_at: float = 0.0
    faults: list[str] = field(default_factory=list)

    @property
    def file(self) -> Path:
        """The tune that is open."""
        return self.work / "tune.abc"

    @property
    def is_damaged(self) -> bool:
        """Whether the copy is damaged before the next start."""
        return self.number % 10 == 9

    def log(self) -> list[list[str]]:
        """Return what was written down, line by line."""
        path = self.work / "log"
        if not path.exists():
            return []
        return [line.split() for line in path.read_text(encoding="ascii").splitlines()]


def type_until_killed(work: Path, seed: str) -> None:
    """Be the program: open the tune, and type and save until the end."""
    from PySide6.QtCore import QEvent, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from abcstudio.notation.spans import Span

    window, _notices = open_window(work)
    page = window.composer
    window.open_path(work / "tune.abc")
    page.desk.editor.select(Span(len(HEAD), len(HEAD)), focus=True)
    descriptor = os.open(work / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    random, keys, typed = Random(f"{seed}/saves"), keys_of(seed), 0

    def note(what: str) -> None:
        os.write(descriptor, f"{what} {typed} {time.monotonic():.6f}\n".encode())

    def press() -> None:
        nonlocal typed
        if typed >= len(keys):
            return
        key = keys[typed]
        code, text = (Qt.Key.Key_Return, "\r") if key == "\n" else (0, key)
        event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, text)
        QApplication.sendEvent(page.desk.editor, event)
        typed += 1
        note("key")
        if random.random() < 0.02:
            note("save")
            page.parts.files.save()
            note("saved")

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(press)
    timer.start(KEY_MS)
    note("ready")
    QApplication.exec()


def open_window(work: Path) -> tuple[Any, list[Any]]:
    """Open the window with a home of its own; return it and the list of what it says."""
    os.environ["ABCSTUDIO_HOME"] = str(work / "home")
    from abcstudio.app import make_application
    from abcstudio.settings import Settings
    from abcstudio.ui.services.studio import Studio
    from abcstudio.ui.window.main_window import MainWindow

    make_application()
    studio = Studio(Settings(theme="light", language="en"))
    notices: list[Any] = []
    studio.notice_requested.connect(notices.append)
    window = MainWindow(studio)
    window.show()
    return window, notices


def start_again(work: Path) -> dict[str, Any]:
    """Be the program after it was killed: say what it shows, and what it recovers."""
    from PySide6.QtTest import QTest

    window, notices = open_window(work)
    QTest.qWait(OFFER_MS)
    documents = window.composer.desk.documents
    unasked = [document.text() for document in documents if not document.is_welcome]
    offers = [notice for notice in notices if notice.action_text == "Recover"]
    for offer in offers:
        offer.action()
    recovered = [
        {"text": d.text(), "path": str(d.path), "is_modified": d.is_modified}
        for d in documents
        if not d.is_welcome
    ]
    window.engraver.close()
    return {"unasked": unasked, "offered": bool(offers), "recovered": recovered}


def run_batch(runs: Sequence[Run]) -> None:
    """Let some children type at once, kill each at its time, and look at what is left."""
    for run in runs:
        run.work.mkdir()
        run.file.write_bytes(text_with("").encode())
        child = partial(type_until_killed, run.work, run.seed)
        run.pid = fork(child, run.work / "outcome")
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
        if run.is_damaged:
            damage(run)
        run.pid = fork(partial(start_again, run.work), run.work / "again")
    for run in runs:
        if wait(run.pid):
            run.faults.append((run.work / "again").read_text(encoding="utf-8"))
        else:
            run.faults += faults_after(run, result_of(run.work / "again"))


def damage(run: Run) -> None:
    """Cut the copies in half."""
    for copy in (run.work / "home" / "data" / "autosave").glob("*.json"):
        data = copy.read_bytes()
        copy.write_bytes(data[: len(data) // 2])


def faults_after(run: Run, found: dict[str, Any]) -> list[str]:
    """Return what is wrong after a kill."""
    log, keys = run.log(), keys_of(run.seed)
    old = max(
        (int(count) for what, count, at in log
         if what == "key" and run.killed_at - float(at) > SAFE_AFTER_SECONDS),
        default=0,
    )  # fmt: skip
    saved = [0, *(int(count) for what, count, _ in log if what == "saved")][-1]
    begun = [0, *(int(count) for what, count, _ in log if what == "save")][-1]
    on_disk = run.file.read_bytes().decode()
    faults = []
    kept = next((n for n in (saved, begun) if on_disk == text_with(keys[:n])), None)
    if kept is None:
        faults.append("the file holds neither its old nor its new text")
    if found["unasked"]:
        faults.append("a text was opened unasked")
    faults += [f"left over: {path}" for path in leftovers([run.work / "home" / "data"])]
    if run.is_damaged:
        return faults + (["a damaged copy was offered"] if found["offered"] else [])
    if not found["offered"]:
        if kept is not None and kept < old:
            faults.append(f"{old} keys are older than two seconds, {kept} saved, none offered")
        return faults
    for text in found["recovered"]:
        faults += _faults_of_recovered(text, run, keys, old)
    if len(found["recovered"]) != 1:
        faults.append(f"{len(found['recovered'])} texts were recovered")
    return faults


def _faults_of_recovered(text: dict[str, Any], run: Run, keys: str, old: int) -> Iterator[str]:
    """Yield what is wrong with a text that was recovered; `old` keys must be in it."""
    count = len(text["text"]) - len(text_with(""))
    if text["text"] != text_with(keys[:count]):
        yield "the recovered text is not what was typed"
    elif count < old:
        yield f"{old} keys are older than two seconds, {count} recovered"
    if text["path"] != str(run.file) or not text["is_modified"]:
        yield "the recovered text is not its file's, unsaved"


def kill_all(runs: int, seed: int, at_once: int, work: Path) -> dict[str, Any]:
    """Make so many runs and return what came of them."""
    import abcstudio.app
    import abcstudio.ui.window.main_window  # noqa: F401  loaded once, before the children are forked

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
    logs = [run.log() for run in all_runs]
    return {
        "passed": not failed,
        "runs": runs,
        "survived": runs - len(failed),
        "keys_typed": sum(line[0] == "key" for log in logs for line in log),
        "savings": sum(line[0] == "saved" for log in logs for line in log),
        "damaged_copies": sum(run.is_damaged for run in all_runs),
        "failures": [{"run": run.number, "faults": run.faults} for run in failed[:20]],
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    words = __doc__.splitlines()[0]
    return answer(kill_all, words, runs=500, at_once=5, doing="type")


if __name__ == "__main__":
    sys.exit(main())
