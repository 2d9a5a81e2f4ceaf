"""Does a save that fails lose nothing, say so, and let the run go on?

For k = 1, 2, ... until a run completes untouched, the k-th open, write, fsync, rename or change of
mode of a training run's saves fails: with each of ENOSPC, EIO and EACCES, once, or from there on
until the run is stopped. Failing once, the run must wait and go on by itself to the very end of a
run that nothing disturbed; stopped, its files must load, and it must go on to that end later. Each
time a sentence must name the file in the way, and no temporary file may be left.
Then a run meets a disk that is really full, and a folder that becomes read-only, on a file system
of its own; this needs the right to mount one. Prints one JSON object; the exit code is 0 when all
passed.

    python benchmarks/reliability/failing_calls.py
    python benchmarks/reliability/failing_calls.py --count 10      every failure in ten, evenly
"""

import argparse
import errno
import json
import math
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from disks import full_disk, own_disk, read_only
from save_faults import Calls, Point
from training_runs import (
    INTERVAL,
    VARIANTS,
    end_state,
    files_that_do_not_open,
    fork,
    leftovers,
    load_torch,
    request_again,
    request_for,
    result_of,
    train_logged,
    wait,
)

from abcstudio.errors import TrainingError
from abcstudio.messages import english
from abcstudio.recipes.train import TrainingReport

CONFIG = replace(next(iter(VARIANTS.values())), steps=2 * INTERVAL)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


@dataclass(frozen=True, slots=True)
class Fault:
    """The call that fails.

    Attributes:
        number: Counted from 0 among the calls that can fail.
        error: An errno.
        stays: Whether every later call fails, too.
    """

    number: int
    error: int
    stays: bool


def can_fail(point: Point) -> bool:
    """Return whether a call fails here: before it is made, or half way through a write."""
    return point.moment != "after" and point.call != "close"


def points_of_a_run(work: Path) -> list[Point]:
    """Return the calls that can fail of a run that nothing disturbs, and keep that run."""
    work.mkdir()
    if wait(fork(partial(_undisturbed, work), work / "outcome")):
        result_of(work / "outcome")
    return [Point(*point) for point in result_of(work / "outcome")]


def _undisturbed(work: Path) -> list[list[str]]:
    points: list[list[str]] = []

    def listen(point: Point) -> None:
        if can_fail(point):
            points.append([point.call, point.moment, point.file])

    Calls(listen).install()
    _be_quick()
    train_logged(request_for(CONFIG, work / "run"), work / "log")
    return points


def _be_quick() -> None:
    """Report at evaluations only, and do not wait long for a disk that never was full."""
    import abcstudio.learning.training.trainer as trainer
    import abcstudio.learning.training.waiting as waiting

    trainer.REPORT_INTERVAL_SECONDS = math.inf
    waiting.RETRY_SECONDS = 0.0


def faults_after(fault: Fault, work: Path, end: dict[str, str]) -> list[str]:
    """Let a call of a run fail and return what was wrong."""
    work.mkdir()
    folder = work / "run"
    if wait(fork(partial(_disturbed, fault, work), work / "outcome")):
        with suppress(RuntimeError):
            result_of(work / "outcome")
            return ["the process ended"]
        return [(work / "outcome").read_text(encoding="utf-8")]
    result = result_of(work / "outcome")
    faults = list(result["faults"])
    if not result["said"]:
        faults.append("nothing was said")
    faults += [f"not named: {said}" for said in result["said"] if str(folder) not in said]
    faults += [f"left over: {path}" for path in leftovers([work])]
    if fault.stays or not result["finished"]:
        if wait(fork(partial(_gone_on, work), work / "again")):
            with suppress(RuntimeError):
                result_of(work / "again")
            return [*faults, (work / "again").read_text(encoding="utf-8")]
        faults += [f"left over: {path}" for path in leftovers([work])]
    found = end_state(folder)
    different = [name for name in end if end[name] != found.get(name)]
    return faults + ([f"another end: {different}"] if different else [])


def _disturbed(fault: Fault, work: Path) -> dict[str, Any]:
    """Train until a call fails: to the end where it fails once, else until the wait is stopped."""
    count, is_stopped = 0, False

    def listen(point: Point) -> None:
        nonlocal count
        if not can_fail(point):
            return
        count += 1
        if count == fault.number + 1 or (fault.stays and count > fault.number):
            raise OSError(fault.error, os.strerror(fault.error))

    def report(report: TrainingReport) -> None:
        nonlocal is_stopped
        if report.progress.paused is not None:
            said.append(str(report.progress.paused))
            is_stopped = fault.stays

    said: list[str] = []
    Calls(listen).install()
    _be_quick()
    finished = False
    try:
        train_logged(request_for(CONFIG, work / "run"), work / "log", report, lambda: is_stopped)
        finished = True
    except (OSError, TrainingError) as error:
        said.append(_sentence(error))
    return {"said": said, "finished": finished, "faults": _faults_of_files(work, fault, finished)}


def _faults_of_files(work: Path, fault: Fault, finished: bool) -> list[str]:
    faults = files_that_do_not_open(work)
    if fault.stays and finished:
        faults.append("the run says that it finished, though nothing could be written")
    return faults


def _sentence(error: OSError | TrainingError) -> str:
    if isinstance(error, TrainingError):
        return english(error.message_id, error.parameters)
    return english("file.unusable", {"path": error.filename, "reason": error.strerror})


def _gone_on(work: Path) -> None:
    folder = work / "run"
    if (folder / "run.json").exists():
        train_logged(request_again(folder), work / "log")
    else:
        train_logged(request_for(CONFIG, folder), work / "log")


def faults_on_a_disk(
    kind: Callable[[Path], Any], stops: bool, work: Path, end: dict[str, str]
) -> list[str]:
    """Let a run meet a real disk without room, repair the disk, and return what was wrong."""
    work.mkdir()
    disk = work / "disk"
    with own_disk(disk):
        if wait(fork(partial(_on_a_disk, kind, stops, work), work / "outcome")):
            return [(work / "outcome").read_text(encoding="utf-8")]
        result = result_of(work / "outcome")
        faults: list[str] = result["faults"]
        if not result["said"] or any(str(disk) not in said for said in result["said"]):
            faults.append(f"what was said: {result['said']}")
        faults += [f"left over: {path}" for path in leftovers([disk])]
        found = end_state(disk / "run")
        different = [name for name in end if end[name] != found.get(name)]
        return faults + ([f"another end: {different}"] if different else [])


def _on_a_disk(kind: Callable[[Path], Any], stops: bool, work: Path) -> dict[str, Any]:
    import abcstudio.learning.training.waiting as waiting

    waiting.RETRY_SECONDS = 0.1
    disk, said, is_stopped = work / "disk", [], False
    spoil, repair = kind(disk)

    def report(report: TrainingReport) -> None:
        nonlocal is_stopped
        if report.progress.paused is not None:
            said.append(str(report.progress.paused))
            is_stopped = stops
            if not stops and len(said) == 3:
                repair()
        elif report.progress.val_loss is not None and report.progress.step == INTERVAL:
            spoil()

    faults: list[str] = []
    try:
        train_logged(request_for(CONFIG, disk / "run"), work / "log", report, lambda: is_stopped)
    except TrainingError as error:
        said.append(_sentence(error))
        faults = files_that_do_not_open(disk)
        repair()
        train_logged(request_again(disk / "run"), work / "log")
    return {"said": said, "faults": faults}


def all_faults(points: int, every: int) -> list[Fault]:
    """Return each call with each error, failing once and for good; of these one in so many."""
    faults = [
        Fault(number, error, stays)
        for number in range(points)
        for error in ERRORS
        for stays in (False, True)
    ]
    return faults[::every]


def fail_all(count: int | None, work: Path) -> dict[str, Any]:
    """Let so many calls fail and return what came of it."""
    load_torch()
    points = points_of_a_run(work / "reference")
    end = end_state(work / "reference" / "run")
    chosen = all_faults(len(points), 1)
    if count:
        # An odd distance, so that no error and no way of failing is always left out.
        chosen = all_faults(len(points), len(chosen) // count | 1)
    began = time.monotonic()
    failures: list[dict[str, object]] = []
    failed: Counter[str] = Counter()
    for number, fault in enumerate(chosen):
        faults = faults_after(fault, work / str(number), end)
        failed[points[fault.number].call] += 1
        if faults:
            where = f"{points[fault.number]}, {errno.errorcode[fault.error]}"
            stays = "for good" if fault.stays else "once"
            failures.append({"call": where, "fails": stays, "faults": faults})
    skipped = ""
    disks = 0
    try:
        for kind in (full_disk, read_only):
            for stops in (False, True):
                place = work / f"{kind.__name__}-{stops}"
                faults = faults_on_a_disk(kind, stops, place, end)
                disks += 1
                if faults:
                    failures.append({"disk": place.name, "faults": faults})
    except OSError as error:
        skipped = f"No file system could be mounted here: {error.strerror}"
    return {
        "calls_of_a_run": len(points),
        "failures_tried": len(chosen),
        "by_call": dict(failed),
        "real_disks_tried": disks,
        "skipped": skipped,
        "passed": len(chosen) + disks - len(failures),
        "seconds": round(time.monotonic() - began, 1),
        "failures": failures[:20],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, help="how many of all the failures, about")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        result = fail_all(options.count, Path(work))
    print(json.dumps(result, indent=2))
    return 0 if not result["failures"] else 1


if __name__ == "__main__":
    sys.exit(main())
