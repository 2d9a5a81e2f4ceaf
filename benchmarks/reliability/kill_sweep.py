"""Does a sweep that is killed again and again train every cell exactly once, and alike?

A sweep of eight cells is trained undisturbed, by the command line's own function in a child process
with one thread. Then the same sweep is begun again, and SIGKILL ends each child at a random moment,
before its first file or within the last cell; the next child goes on. Where all cells are done, the
next sweep is begun, until there were enough kills. At the end of each sweep every cell must be done
once: no step of a cell after it was done, none further back than its checkpoint, each loss, each
weight and each take bit by bit the undisturbed sweep's, and no temporary file. Prints one JSON
object; the exit code is 0 when all passed.

    python benchmarks/reliability/kill_sweep.py --runs 100
"""

import os
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from killing import answer
from training_runs import (
    end_state,
    fork,
    leftovers,
    load_torch,
    metrics_faults,
    result_of,
    steps_logged,
    wait,
    was_killed,
)

from abcstudio.paths import bundled_tunebook
from abcstudio.runs.sweeps.cells import CellState
from abcstudio.runs.sweeps.sweep_folder import SweepFolder

STEPS, INTERVAL = 48, 8
"""Of each cell, and between two of its checkpoints."""
TRAINING_CHARS, VALIDATION_CHARS = 8_000, 1_001
CELLS = 8


@dataclass
class Sweep:
    """One sweep, and what its killed processes did."""

    work: Path
    kills: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def folder(self) -> SweepFolder:
        """Its folder."""
        return SweepFolder(self.work / "sweep")

    @property
    def is_over(self) -> bool:
        """Whether every cell is done."""
        if not self.folder.is_there:
            return False
        return all(cell.state is CellState.DONE for cell in self.folder.cells.read())


def arguments(work: Path, texts: Path) -> list[str]:
    """Return what the command line is given: a new sweep, or one that goes on."""
    folder = work / "sweep"
    if SweepFolder(folder).is_there:
        return ["sweep", "--resume", str(folder)]
    shared = {
        "steps": STEPS, "evaluate_every": INTERVAL, "checkpoint_every": INTERVAL,
        "embedding_dim": 8, "batch_size": 4, "seq_len": 50,
    }  # fmt: skip
    sets = [f"--set={name}={value}" for name, value in shared.items()]
    varied = ["--set=hidden_size=12,16", "--set=learning_rate=5e-3,2e-2", "--set=cell=lstm,gru"]
    files = ["--corpus", str(texts / "training.abc"), "--validation", str(texts / "held-out.abc")]
    device = ["--device", "cpu", "--threads", "1", "--out", str(folder)]
    return ["sweep", "--preset", "lab", *sets, *varied, *files, *device]


def write_texts(folder: Path) -> None:
    """Write a part of the bundled tunebook as the two texts."""
    folder.mkdir()
    text = bundled_tunebook().read_text(encoding="utf-8")
    end = TRAINING_CHARS + VALIDATION_CHARS
    (folder / "training.abc").write_text(text[:TRAINING_CHARS], encoding="utf-8")
    (folder / "held-out.abc").write_text(text[TRAINING_CHARS:end], encoding="utf-8")


def be_the_program(work: Path, texts: Path) -> None:
    """Be the command line until it ends or is killed; its output and every step are kept."""
    from abcstudio.cli.main import main

    given = arguments(work, texts)
    with (
        (work / "output").open("a", encoding="utf-8") as output,
        redirect_stdout(output),
        steps_logged(work / "steps", with_folder=True),
    ):
        code = main(given)
    if code:
        raise RuntimeError(f"exit code {code}")


def undisturbed(work: Path, texts: Path) -> float:
    """Train the sweep that the others are compared with; return its seconds."""
    work.mkdir()
    began = time.monotonic()
    if wait(fork(partial(be_the_program, work, texts), work / "outcome")):
        result_of(work / "outcome")
    return time.monotonic() - began


def kill_until_over(sweep: Sweep, texts: Path, seconds: float, most: int, random: Random) -> None:
    """Kill a sweep at random moments until it is over all the same, or was killed often enough."""
    sweep.work.mkdir()
    while not sweep.is_over:
        pid = fork(partial(be_the_program, sweep.work, texts), sweep.work / "outcome")
        if sweep.kills < most:
            time.sleep(random.uniform(0.0, seconds / 3))
            os.kill(pid, signal.SIGKILL)
        code = wait(pid)
        if was_killed(code):
            sweep.kills += 1
        elif code:
            sweep.faults.append((sweep.work / "outcome").read_text(encoding="utf-8"))
            return


def faults_of(sweep: Sweep, reference: Path) -> list[str]:
    """Return what is wrong with a sweep that is over."""
    cells, numbers = sweep.folder.cells.read(), list(range(1, CELLS + 1))
    faults = []
    if [cell.number for cell in cells] != numbers:
        faults.append(f"cells {[cell.number for cell in cells]}")
    files = sorted(path.name for path in sweep.folder.path.glob("*/[0-9]*.json"))
    if files != [f"{number:03}.json" for number in numbers]:
        faults.append(f"files of cells: {files}")
    runs = sorted(path.name for path in sweep.folder.path.glob("sweep-*"))
    if runs != [f"sweep-{number:03}" for number in numbers]:
        faults.append(f"folders of runs: {runs}")
    for name in runs:
        run, other = sweep.folder.path / name, reference / "sweep" / name
        if end_state(run) != end_state(other):
            faults.append(f"{name}: another end")
        faults += [f"{name}: {fault}" for fault in metrics_faults(run, other)]
    faults += _faults_of_steps(_steps(sweep.work / "steps"), _steps(reference / "steps"))
    return faults + [f"left over: {path}" for path in leftovers([sweep.work])]


def _steps(log: Path) -> list[tuple[str, int, str]]:
    """Return run, step and losses of every step that was made, in their order."""
    lines = log.read_text(encoding="ascii").splitlines() if log.exists() else []
    parts = [line.split(" ", 2) for line in lines if line.count(" ") == 3]
    return [(run, int(step), rest) for run, step, rest in parts]


def _faults_of_steps(
    made: Sequence[tuple[str, int, str]], undisturbed_steps: Sequence[tuple[str, int, str]]
) -> list[str]:
    """Return which steps should not have been made, or were made with another loss."""
    expected = {(run, step): rest for run, step, rest in undisturbed_steps}
    faults, reached, ended = [], dict[str, int](), set[str]()
    current = ""
    for run, step, rest in made:
        if run != current:
            ended.add(current)
            current = run
        if run in ended:
            faults.append(f"{run} was trained again after another cell")
        if expected.get((run, step)) != rest:
            faults.append(f"{run}, step {step}: another loss")
        if reached.get(run, 0) - step >= INTERVAL:
            faults.append(f"{run} went from step {reached[run]} back to {step}")
        reached[run] = step
    missing = set(expected) - {(run, step) for run, step, _ in made}
    return faults + ([f"{len(missing)} steps were never made"] if missing else [])


def kill_all(runs: int, seed: int, at_once: int, work: Path) -> dict[str, Any]:
    """Kill so many times and return what came of it; `at_once` is 1, for losses take time."""
    load_torch()
    began = time.monotonic()
    write_texts(work / "texts")
    seconds = undisturbed(work / "reference", work / "texts")
    sweeps: list[Sweep] = []
    kills = 0
    while kills < runs:
        sweep = Sweep(work / str(len(sweeps)))
        sweeps.append(sweep)
        random = Random(f"{seed}/{len(sweeps)}")
        kill_until_over(sweep, work / "texts", seconds, runs - kills, random)
        sweep.faults += faults_of(sweep, work / "reference")
        kills += sweep.kills
        if sweep.faults:
            print(len(sweeps), sweep.faults[:5], file=sys.stderr, flush=True)
    failed = [sweep for sweep in sweeps if sweep.faults]
    return {
        "passed": not failed,
        "kills": kills,
        "sweeps": len(sweeps),
        "cells": CELLS,
        "steps_made": sum(len(_steps(sweep.work / "steps")) for sweep in sweeps),
        "steps_needed": len(sweeps) * CELLS * STEPS,
        "failures": [
            {"sweep": str(sweep.work.name), "kills": sweep.kills, "faults": sweep.faults[:20]}
            for sweep in failed[:20]
        ],
        "undisturbed_seconds": round(seconds, 1),
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    words = __doc__.splitlines()[0]
    return answer(kill_all, words, runs=100, at_once=1, doing="train")


if __name__ == "__main__":
    sys.exit(main())
