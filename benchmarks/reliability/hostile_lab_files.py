"""Can a file that poses as the lab's weights do harm?

Hand-made kinds (pickles with payloads, archives and pickles that would fill memory or never end,
tensors that declare terabytes) go through the import as a person does it, child process and all:
each must be refused with a sentence, nothing may be run, and no child may use more time than it is
given. Mutations of valid files then go through the child's own code in this process,
where an audit hook watches: those that torch gets to see must not crash it. Prints one JSON object;
the exit code is 0 when nothing failed.

    python benchmarks/reliability/hostile_lab_files.py --count 20000
"""

import argparse
import contextlib
import json
import resource
import statistics
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

import torch
from hostile_archives import ARCHIVES, BOMBS, ROWS, mutants, valid
from hostile_kinds import MARKER
from hostile_readers import LIMIT_MS, Tally, Watch

from abcstudio.errors import ModelFileError
from abcstudio.learning.checkpoint import CorpusInfo, load_model
from abcstudio.learning.lab_file import LabFileError, check_lab_file, read_weights
from abcstudio.learning.lab_import import import_lab_model, model_of_weights
from abcstudio.messages import english

CHARACTERS = "".join(map(chr, range(ord("a"), ord("a") + ROWS)))
CHILD_CPU_SECONDS = 40.0
"""For a child: importing torch on a slow machine, and the ten seconds it has from there on."""


def import_by_child(path: Path) -> None:
    """Import a file as a person does."""
    target = path.with_suffix(".safetensors")
    import_lab_model(path, CHARACTERS, target, "Lab", CorpusInfo())
    load_model(target)


def import_here(path: Path) -> None:
    """Do what the child does, without its limits, and then what its parent does."""
    with path.open("rb") as file:
        try:
            check_lab_file(file)
            weights = read_weights(file)
        except LabFileError as error:
            raise ModelFileError("model.lab_unreadable", path=path, detail=error) from error
        except Exception as error:
            # The child says the same: whatever torch makes of it, the file is refused.
            detail = type(error).__name__
            raise ModelFileError("model.lab_unreadable", path=path, detail=detail) from error
    model, _, _ = model_of_weights(weights, CHARACTERS, path)
    with torch.no_grad():
        logits, _ = model(torch.arange(ROWS)[None])
    if not logits.isfinite().all():
        raise AssertionError("the model's scores are not finite")


def examine_children(folder: Path, kinds: list[str]) -> Iterator[tuple[str, str, float]]:
    """Yield each kind with what became of it, and the CPU seconds of its child."""
    path = folder / "lab.pt"
    for name in kinds:
        path.write_bytes((ARCHIVES | BOMBS)[name]())
        before = _child_seconds()
        try:
            import_by_child(path)
            outcome = "taken"
        except ModelFileError as error:
            sentence = english(error.message_id, error.parameters)
            outcome = error.message_id if str(path) in sentence else f"no file named: {sentence}"
        yield name, outcome, _child_seconds() - before


def _child_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def examine(count: int, seed: int, kinds: list[str]) -> dict[str, Any]:
    """Import these kinds by children, and so many mutations here; return the figures."""
    warnings.simplefilter("ignore")  # torch warns of what it is about to drop.
    torch.set_num_threads(1)
    tally = Tally(Watch())
    outcomes: dict[str, int] = {}
    seconds: list[float] = []
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        folder = Path(place)
        (folder / "lab.pt").write_bytes(valid())
        import_by_child(folder / "lab.pt")
        for name, outcome, took in examine_children(folder, kinds):
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
            seconds.append(took)
            if not outcome.startswith("model.") or took > CHILD_CPU_SECONDS:
                tally.failures.append(f"{name}: {outcome} after {took:.1f} s")
        _read_here(tally, folder, count, seed)
        if Path(MARKER).exists():
            tally.failures.append("a payload was run")
    asked = dict(tally.watch.seen.most_common(20))
    return {
        "passed": not tally.failures and not asked,
        "kinds": len(kinds),
        "kinds_by_children": outcomes,
        "child_cpu_seconds": {
            "median": round(statistics.median(seconds), 2) if seconds else None,
            "slowest": round(max(seconds, default=0.0), 2),
        },
        "mutations": count,
        "refused": dict(tally.refused.most_common()),
        "taken_and_sound": tally.loaded,
        "failures": len(tally.failures),
        "first_failures": [failure[-900:] for failure in tally.failures[:10]],
        "asked_of_the_system": asked,
        "limit_ms": LIMIT_MS,
        "refused_after_ms": {
            "median_cpu": round(statistics.median(tally.cpu_ms), 2),
            "slowest_cpu": round(tally.slowest_ms, 1),
            "slowest": tally.slowest,
        },
        "most_memory_mb": round(tally.most_memory / 2**20, 1),
        "largest_child_mb": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, 1),
    }


def _read_here(tally: Tally, folder: Path, count: int, seed: int) -> None:
    path = folder / "here.pt"
    # What is imported once, before the watch begins: by Python for the first pickle that needs it,
    # and by torch when tensors of some kinds are first met.
    b"".decode("raw_unicode_escape")
    for module in (
        "torch.nested._internal.ops",
        "torch.nested._internal.sdpa",
        "torch._subclasses.schema_check_mode",
    ):
        import_module(module)
    path.write_bytes(valid())
    import_here(path)
    for name, make in ARCHIVES.items():
        path.write_bytes(make())
        with contextlib.suppress(ModelFileError):
            import_here(path)
        if not tally.read(name, path, import_here):
            tally.failures.append(f"{name}: not refused")
    for number, data in enumerate(mutants(count, Random(seed))):
        path.write_bytes(data)
        tally.read(f"mutation {number} of seed {seed}", path, import_here)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=6)
    arguments = parser.parse_args()
    start = time.process_time()
    result = examine(arguments.count, arguments.seed, [*ARCHIVES, *BOMBS])
    result["cpu_seconds"] = round(time.process_time() - start, 1)
    print(json.dumps(result, indent=1))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
