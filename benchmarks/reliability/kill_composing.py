"""Does a take survive that has all its characters when the program is killed while others arrive?

A child composes in the real window (no screen needed), eight takes and then eight more, and gives
some a star; at a random time SIGKILL ends it. Then the history is read as
the next start reads it. Each take whose last character was shown two seconds ago or more must be
there, with the text that was shown and a star where it had one; nothing may be damaged, and no
temporary file left over. Prints one JSON object; the exit code is 0 when all passed.

    python benchmarks/reliability/kill_composing.py --runs 300
"""

import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from kill_typing import open_window
from killing import answer
from training_runs import fork, leftovers, load_torch, wait, was_killed

from abcstudio.composing.history.remembered_take import RememberedTake
from abcstudio.ui.composer.takes.composing_room import ComposingRoom

TAKES = 8
MAX_CHARS = 60
LONGEST_SECONDS = 6.0
SAFE_AFTER_SECONDS = 2.0
START_SECONDS = 120.0


@dataclass
class Run:
    """One child that composes, and what it wrote down: each take that was whole."""

    number: int
    seed: str
    work: Path
    pid: int = 0
    kill_at: float = 0.0
    killed_at: float = 0.0
    faults: list[str] = field(default_factory=list)

    def log(self) -> list[dict[str, Any]]:
        """Return what was written down, line by line."""
        path = self.work / "log"
        if not path.exists():
            return []
        lines = path.read_bytes().split(b"\n")[:-1]
        return [json.loads(line) for line in lines]

    @property
    def is_under_way(self) -> bool:
        """Whether the time to its end runs: from the first take, and in one of four from before."""
        awaited = "begin" if self.number % 4 == 3 else "finished"
        return any(line["what"] == awaited for line in self.log())

    def safe(self) -> list[dict[str, Any]]:
        """Return what happened two seconds before the child was killed."""
        until = self.killed_at - SAFE_AFTER_SECONDS
        return [line for line in self.log() if line["at"] < until]


def compose_until_killed(work: Path, seed: str) -> None:
    """Be the program: compose again and again until the end."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    window, _notices = open_window(work)
    page = window.composer
    window.show_page("composer")
    page.rooms[ComposingRoom].form.takes.setValue(TAKES)
    page.rooms[ComposingRoom].form.max_chars.setValue(MAX_CHARS)
    descriptor = os.open(work / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    random = Random(f"{seed}/stars")

    def note(what: str, **facts: object) -> None:
        line = {"what": what, "at": time.monotonic(), **facts}
        os.write(descriptor, json.dumps(line).encode() + b"\n")

    def begin() -> None:
        note("begin")
        page.rooms[ComposingRoom].controller.compose()

    def on_finished(document: Any) -> None:
        number = document.provenance.take_number
        note("finished", number=number, text=document.text())
        if random.random() < 0.3:
            document.set_kept(True)
            note("starred", number=number)

    page.rooms[ComposingRoom].session.take_finished.connect(on_finished)
    page.rooms[ComposingRoom].session.ended.connect(lambda: QTimer.singleShot(0, begin))
    QTimer.singleShot(0, begin)
    QApplication.exec()


def run_batch(runs: Sequence[Run]) -> None:
    """Let some children compose at once, kill each at its time, and look at what is left."""
    for run in runs:
        run.work.mkdir()
        child = partial(compose_until_killed, run.work, run.seed)
        run.pid = fork(child, run.work / "outcome")
    for run in runs:
        until = time.monotonic() + START_SECONDS
        while not run.is_under_way and time.monotonic() < until:
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
    from abcstudio.composing.history.take_history import remembered_takes

    folder = run.work / "home" / "data" / "takes"
    told: list[object] = []
    history = remembered_takes(folder, told.append)
    takes = {take.number: take for take in history.takes}
    faults = []
    # The last entry may be torn: its take was not whole long enough.
    if told or history.damaged > 1:
        faults.append(f"{history.damaged} entries and {len(told)} files are damaged")
    for line in run.safe():
        take = takes.get(line.get("number", 0))
        if line["what"] == "finished" and take is None:
            faults.append(f"take {line['number']} is lost")
        elif take is not None and line["what"] == "finished" and not _holds(take, line["text"]):
            faults.append(f"take {line['number']} is another one")
        elif line["what"] == "starred" and (take is None or not take.is_kept):
            faults.append(f"take {line['number']} has lost its star")
    if remembered_takes(folder).damaged:
        faults.append("what is damaged was not put aside")
    return faults + [f"left over: {path}" for path in leftovers([folder])]


def _holds(take: RememberedTake, shown: str) -> bool:
    """Return whether a take has all lines that were shown; what a header lacks is put in."""
    return {line for line in shown.split("\n") if line.strip()} <= set(take.text.split("\n"))


def kill_all(runs: int, seed: int, at_once: int, work: Path) -> dict[str, Any]:
    """Make so many runs and return what came of them."""
    import abcstudio.app
    import abcstudio.ui.window.main_window  # noqa: F401  loaded once, before the children are forked

    load_torch()
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
    finished = [line for run in all_runs for line in run.log() if line["what"] == "finished"]
    safe = [line for run in all_runs for line in run.safe() if line["what"] == "finished"]
    return {
        "passed": not failed and bool(safe),
        "runs": runs,
        "survived": runs - len(failed),
        "takes_finished": len(finished),
        "takes_that_had_to_be_there": len(safe),
        "failures": [{"run": run.number, "faults": run.faults} for run in failed[:20]],
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    words = __doc__.splitlines()[0]
    return answer(kill_all, words, runs=300, at_once=3, doing="compose")


if __name__ == "__main__":
    sys.exit(main())
