"""Can any text at all break the reader, the player or the MIDI writer?

Takes made-up tunes, damaged real tunes, bytes and characters through reading, performing (as a
musician and plainly) and MIDI, which is read back; one in twenty also through the writers of MEI
and MusicXML, the highlighter, transposition, edits, its own fixes and the reader that reads only
what changed. A tenth of the made-up tunes is chosen by hypothesis. Any exception, any broken
promise and any step above 100 ms of CPU time is a failure; a slow input is measured again, alone,
before it is called slow. Prints one JSON object, and on stderr how many inputs each process has
examined and how many failures it saw; the exit code is 0 when there is no failure.

    python benchmarks/reliability/abc_fuzz.py --count 200000 --jobs 2
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import hypothesis
from abc_checks import Outcome, examine
from abc_grammar import grammar_text
from abc_inputs import LIMIT, Inputs
from hypothesis import strategies

from abcstudio.corpus.sources import read_tunebook

LIMIT_MS = 100.0
BUNDLED = Path(__file__).parents[2] / "resources" / "tunes" / "tunebook.abc"
EVERYTHING_EACH = 20
PROGRESS_EACH = 1000
HYPOTHESIS_SHARE = 0.04


@dataclass
class Tally:
    """What one process has seen."""

    inputs: Counter[str] = field(default_factory=Counter)
    failures: list[dict[str, object]] = field(default_factory=list)
    diagnostics: set[str] = field(default_factory=set)
    slowest_ms: dict[str, float] = field(default_factory=dict)
    cpu_seconds: float = 0.0
    grown_mb: float = 0.0

    def take(self, kind: str, index: int, text: str, everything: bool) -> None:
        """Examine one input and keep what is worth keeping."""
        outcome = examine(text, everything)
        for _ in range(4):
            if outcome.slowest_ms <= LIMIT_MS:
                break
            outcome = _quicker(outcome, examine(text, everything))
        self.inputs[kind] += 1
        self.diagnostics |= outcome.diagnostics
        for step, milliseconds in outcome.milliseconds.items():
            self.slowest_ms[step] = max(self.slowest_ms.get(step, 0.0), milliseconds)
        if outcome.slowest_ms > LIMIT_MS:
            outcome.failures.append(f"took {outcome.slowest_ms:.0f} ms")
        self.failures += [
            {"kind": kind, "index": index, "failure": failure, "text": text}
            for failure in outcome.failures[:3]
        ]

    def add(self, other: "Tally") -> None:
        """Take in what another process has seen."""
        self.inputs += other.inputs
        self.failures += other.failures
        self.diagnostics |= other.diagnostics
        for step, milliseconds in other.slowest_ms.items():
            self.slowest_ms[step] = max(self.slowest_ms.get(step, 0.0), milliseconds)
        self.cpu_seconds += other.cpu_seconds
        self.grown_mb = max(self.grown_mb, other.grown_mb)


def _quicker(first: Outcome, second: Outcome) -> Outcome:
    """Return the second outcome with the quicker time of each step."""
    for step, milliseconds in second.milliseconds.items():
        earlier = first.milliseconds.get(step, milliseconds)
        second.milliseconds[step] = min(milliseconds, earlier)
    return second


def fuzz(seed: int, count: int, first: int, step: int, tunes: list[str]) -> Tally:
    """Examine inputs `first`, `first + step`, ... below `count`."""
    tally = Tally()
    inputs = Inputs(seed, tunes)
    examine(tunes[0], everything=True)
    start, size = time.process_time(), _peak_mb()
    chosen_by_hypothesis = int(count * HYPOTHESIS_SHARE)
    for index in range(first, count - chosen_by_hypothesis, step):
        kind, text = inputs.make(index)
        tally.take(kind, index, text, index % EVERYTHING_EACH == 0)
        if sum(tally.inputs.values()) % PROGRESS_EACH == 0:
            print(sum(tally.inputs.values()), len(tally.failures), file=sys.stderr, flush=True)
    _fuzz_by_hypothesis(tally, seed + first, chosen_by_hypothesis // step)
    tally.cpu_seconds = time.process_time() - start
    tally.grown_mb = _peak_mb() - size
    return tally


def _fuzz_by_hypothesis(tally: Tally, seed: int, count: int) -> None:
    """Let hypothesis choose what the grammar decides; it looks for the odd ones."""
    if count == 0:
        return

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=count, database=None, deadline=None, phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    @hypothesis.given(strategies.randoms(use_true_random=False))
    def take(random: Random) -> None:
        tally.take("hypothesis", -1, grammar_text(random, LIMIT), everything=False)

    take()


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(tally: Tally, seed: int, wall_seconds: float) -> dict[str, object]:
    """Return what the run showed, ready for JSON."""
    failures = [
        {name: value for name, value in failure.items() if name != "text"}
        for failure in tally.failures[:20]
    ]
    return {
        "passed": not tally.failures,
        "seed": seed,
        "inputs": sum(tally.inputs.values()),
        "kinds": dict(tally.inputs),
        "failures": len(tally.failures),
        "first_failures": failures,
        "limit_ms": LIMIT_MS,
        "slowest_ms": {name: round(ms, 1) for name, ms in sorted(tally.slowest_ms.items())},
        "diagnostic_codes_seen": len(tally.diagnostics),
        "memory_grown_mb": round(tally.grown_mb, 1),
        "cpu_seconds": round(tally.cpu_seconds, 1),
        "wall_seconds": round(wall_seconds, 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--tunes", type=Path, nargs="+", default=[BUNDLED], help="what to damage")
    parser.add_argument("--failures", type=Path, help="write failing inputs as JSON lines")
    arguments = parser.parse_args()
    tunes = [tune.text for path in arguments.tunes for tune in read_tunebook(path)]
    start = time.monotonic()
    tally = Tally()
    with ProcessPoolExecutor(arguments.jobs) as pool:
        runs = [
            pool.submit(fuzz, arguments.seed, arguments.count, job, arguments.jobs, tunes)
            for job in range(arguments.jobs)
        ]
        for run in runs:
            tally.add(run.result())
    if arguments.failures:
        lines = "".join(json.dumps(failure) + "\n" for failure in tally.failures)
        arguments.failures.write_text(lines, encoding="utf-8")
    print(json.dumps(report(tally, arguments.seed, time.monotonic() - start), indent=1))
    return 0 if not tally.failures else 1


if __name__ == "__main__":
    sys.exit(main())
