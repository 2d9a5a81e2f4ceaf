"""Does a training run that is killed at any moment go on to the very same end?

A reference run a config (400 steps, a checkpoint and an evaluation every 20, one thread) is trained
in a child process: every step's loss, and the SHA-256 of weights, optimizer, random generators and
files at the end. Then children are killed with SIGKILL, half of them at a uniformly random time,
half inside a save, before, half way through or after one of its system calls. Each run must open,
have lost one checkpoint interval at most, and go on in a new child to the reference's end, bit by
bit, leaving no gap in its metrics and no temporary file. Prints one JSON object; the exit code is 0
when every run passed.

    python benchmarks/reliability/kill_training.py --count 200 --heads 2

With `--heads` every config has pointer heads; one of them has them anyway.
"""

import argparse
import json
import math
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from save_faults import Calls, Point
from training_runs import (
    INTERVAL,
    STEPS,
    end_state,
    files_that_do_not_open,
    fork,
    leftovers,
    load_torch,
    logged_steps,
    metrics_faults,
    request_again,
    request_for,
    result_of,
    train_logged,
    variants,
    wait,
    was_killed,
)  # fmt: skip

from abcstudio.errors import TrainingError
from abcstudio.learning.config import TrainingConfig


@dataclass(frozen=True, slots=True)
class Reference:
    """A run that nothing disturbed.

    Attributes:
        steps: Step -> its loss and gradient norm.
        points: The points of all its saves, in their order.
        seconds: From start to end.
    """

    config: TrainingConfig
    folder: Path
    steps: dict[int, str]
    end: dict[str, str]
    points: list[Point]
    seconds: float


def reference_run(config: TrainingConfig, work: Path) -> Reference:
    """Train one run to its end."""
    work.mkdir()
    began = time.monotonic()
    child = partial(_observed, config, work)
    if wait(fork(child, work / "outcome.json")) != 0:
        result_of(work / "outcome.json")
    seconds = time.monotonic() - began
    points = [Point(*point) for point in result_of(work / "outcome.json")]
    folder = work / "run"
    return Reference(config, folder, logged_steps(work / "log"), end_state(folder), points, seconds)


def _observed(config: TrainingConfig, work: Path) -> list[list[str]]:
    points: list[list[str]] = []
    Calls(lambda point: points.append([point.call, point.moment, point.file])).install()
    _report_at_evaluations_only()
    train_logged(request_for(config, work / "run"), work / "log")
    return points


def _report_at_evaluations_only() -> None:
    """Let the number of saves not depend on the clock."""
    import abcstudio.learning.training.trainer as trainer

    trainer.REPORT_INTERVAL_SECONDS = math.inf


def killed_at_a_time(reference: Reference, work: Path, random: Random) -> str:
    """Kill a run at a random time; return when. A run that was faster is made again."""
    seconds = reference.seconds
    for attempt in range(20):
        work.mkdir()
        child = partial(train_logged, request_for(reference.config, work / "run"), work / "log")
        pid = fork(child, work / "outcome.json")
        moment = random.uniform(0.0, seconds)
        time.sleep(moment)
        os.kill(pid, signal.SIGKILL)
        if was_killed(wait(pid)):
            return f"after {moment:.3f} s"
        work.rename(work.with_name(f"{work.name}-too-late-{attempt}"))
        seconds *= 0.9
    raise RuntimeError("the run always ended before it could be killed")


def killed_in_a_save(reference: Reference, work: Path, random: Random) -> str:
    """Kill a run at one of the points of its saves, every kind of file as often; return where."""
    work.mkdir()
    kinds = sorted({_kind(point) for point in reference.points})
    kind = random.choice(kinds)
    numbers = [n for n, point in enumerate(reference.points) if _kind(point) == kind]
    number = random.choice(numbers)
    pid = fork(partial(_killed_at, number, reference.config, work), work / "outcome.json")
    if not was_killed(wait(pid)):
        raise RuntimeError(f"the run was not killed at {reference.points[number]}")
    return str(reference.points[number])


def _kind(point: Point) -> tuple[str, str, str]:
    file = "take" if point.file.startswith("step-") else point.file
    return file, point.call, point.moment


def _killed_at(number: int, config: TrainingConfig, work: Path) -> None:
    left = number

    def count(_point: Point) -> None:
        nonlocal left
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1

    Calls(count).install()
    _report_at_evaluations_only()
    train_logged(request_for(config, work / "run"), work / "log")


def faults_after(reference: Reference, work: Path) -> tuple[list[str], int]:
    """Return what is wrong with a killed run after it has gone on, and the step it went on from."""
    folder = work / "run"
    before = logged_steps(work / "log")
    (work / "log").unlink(missing_ok=True)
    outcome = work / "again.json"
    code = wait(fork(partial(_gone_on, reference.config, folder, work / "log"), outcome))
    if code:
        try:
            result_of(outcome)
        except RuntimeError as error:
            return [str(error)], 0
    faults: list[str] = result_of(outcome)
    after = logged_steps(work / "log")
    first = min(after, default=max(reference.steps) + 1)
    if max(before, default=0) - (first - 1) > INTERVAL:
        faults.append(f"went from step {max(before)} back to {first - 1}")
    if any(reference.steps.get(step) != line for step, line in {**before, **after}.items()):
        faults.append("losses differ")
    end = end_state(folder)
    different = [name for name in reference.end if reference.end[name] != end.get(name)]
    if different or len(end) != len(reference.end):
        faults.append(f"another end: {different}")
    faults += metrics_faults(folder, reference.folder)
    faults += [f"left over: {path}" for path in leftovers([work])]
    return faults, first - 1


def _gone_on(config: TrainingConfig, folder: Path, log: Path) -> list[str]:
    """Open what the killed run left, then train to the end."""
    faults = files_that_do_not_open(folder)
    try:
        train_logged(request_again(folder), log)
    except TrainingError as error:
        # Killed before it was a run at all.
        if error.message_id != "training.not_a_run" or (folder / "run.json").exists():
            raise
        train_logged(request_for(config, folder), log)
    return faults


def kill_all(
    count: int, seed: int, configs: dict[str, TrainingConfig], work: Path
) -> dict[str, Any]:
    """Kill so many runs and return what came of it; every two runs share a config."""
    random = Random(seed)
    load_torch()
    references = [
        reference_run(config, work / f"reference-{number}")
        for number, config in enumerate(list(configs.values())[: (count + 1) // 2])
    ]
    began = time.monotonic()
    failures: list[dict[str, object]] = []
    calls: Counter[str] = Counter()
    resumed_from: list[int] = []
    for number in range(count):
        reference = references[number // 2 % len(references)]
        kill = killed_in_a_save if number % 2 else killed_at_a_time
        where = kill(reference, work / str(number), random)
        if number % 2:
            calls[" ".join(where.split()[:2])] += 1
        faults, step = faults_after(reference, work / str(number))
        resumed_from.append(step)
        if faults:
            config = list(configs)[references.index(reference)]
            failures.append({"run": number, "config": config, "killed": where, "faults": faults})
    return {
        "kills": count,
        "heads": [reference.config.pointer_heads for reference in references],
        "passed": count - len(failures),
        "inside_a_save": count // 2,
        "points": dict(sorted(calls.items())),
        "began_again": resumed_from.count(0),
        "steps_compared": sum(len(reference.steps) for reference in references),
        "seconds": round(time.monotonic() - began, 1),
        "failures": failures[:20],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--steps", type=int, default=STEPS, help="of each run")
    parser.add_argument("--heads", type=int, default=0, help="of all configs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a new folder for the runs; a temporary one else")
    options = parser.parse_args()
    configs = variants(options.steps, options.heads)
    if options.keep:
        options.keep.mkdir()
        result = kill_all(options.count, options.seed, configs, options.keep)
    else:
        with tempfile.TemporaryDirectory() as work:
            result = kill_all(options.count, options.seed, configs, Path(work))
    print(json.dumps(result, indent=2))
    return 0 if result["passed"] == result["kills"] else 1


if __name__ == "__main__":
    sys.exit(main())
