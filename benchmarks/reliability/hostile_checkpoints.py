"""Can a hostile checkpoint do harm?

More than a hundred hand-made kinds, and mutations by structure of valid files, go through all that
reads checkpoints: `read_header` and `load_model`, `read_progress` and `load_state`. Each must be
refused with a sentence that names the file, or be a sound model all the same, within 50 ms of CPU
time (a slow one is measured again before it is called slow), with no more memory than the file and
64 MB, while an audit hook sees no code, process, socket or write. Prints one JSON object; the exit
code is 0 when nothing failed.

    python benchmarks/reliability/hostile_checkpoints.py --count 20000
"""

import argparse
import contextlib
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import torch
from hostile_heads import POINTER_MODELS, POINTER_MODELS_ONLY_NUMBERS
from hostile_kinds import COMMON, MARKER, ONLY_NUMBERS, taken_apart
from hostile_models import MODELS, MODELS_ONLY_NUMBERS
from hostile_mutants import mutants
from hostile_places import NO_PATHS, PLACES
from hostile_readers import (
    CONFIGS,
    LIMIT_MS,
    SPARE_BYTES,
    Tally,
    Watch,
    model_files,
    state_files,
    use_header,
    use_model,
    use_progress,
    use_state,
)
from hostile_states import POINTER_STATES, STATES, STATES_ONLY_NUMBERS

Reader = Callable[[Path], None]


def warm_up(folder: Path, models: list[bytes], states: list[bytes]) -> None:
    """Let Python and torch import what they import once, and prove that valid files are read."""
    path = folder / "warm.safetensors"
    for _ in range(2):
        for data in models:
            path.write_bytes(data)
            use_header(path)
            use_model(path)
        for config, data in zip(CONFIGS, states, strict=True):
            path.write_bytes(data)
            use_progress(path)
            use_state(config)(path)


def kinds(
    models: list[bytes], states: list[bytes]
) -> Iterator[tuple[str, bytes, list[tuple[Reader, bool]]]]:
    """Yield name, bytes and readers of each kind, each reader with whether it must refuse."""
    for name, make in (COMMON | MODELS).items():
        is_true_header = name in MODELS_ONLY_NUMBERS
        yield name, make(taken_apart(models[0])), [
            (use_header, not is_true_header), (use_model, True)
        ]  # fmt: skip
    for name, make in POINTER_MODELS.items():
        is_true_header = name in POINTER_MODELS_ONLY_NUMBERS
        yield name, make(taken_apart(models[len(CONFIGS) - 1])), [
            (use_header, not is_true_header), (use_model, True)
        ]  # fmt: skip
    for name, make in (COMMON | STATES).items():
        # What a state's header announces is compared with a network, which progress does not need.
        is_free = name in STATES_ONLY_NUMBERS | ONLY_NUMBERS or name in _FIT_FOR_PROGRESS
        yield f"state: {name}", make(taken_apart(states[0])), [
            (use_progress, not is_free), (use_state(CONFIGS[0]), True)
        ]  # fmt: skip
    for name, make in POINTER_STATES.items():
        yield f"state: {name}", make(taken_apart(states[-1])), [(use_state(CONFIGS[-1]), True)]


_FIT_FOR_PROGRESS = {
    "a tensor too many",
    "a path as a tensor's name",
    "half a character as a tensor's name",
    "another shape of the same size",
}


def read_kinds(tally: Tally, folder: Path, models: list[bytes], states: list[bytes]) -> int:
    """Read every kind and return how many there are."""
    hand_made = list(kinds(models, states))
    for name, data, readers in hand_made:
        path = folder / "kind.safetensors"
        path.write_bytes(data)
        for reader, must_refuse in readers:
            if not tally.read(name, path, reader) and must_refuse:
                tally.failures.append(f"{name}: not refused by {reader.__qualname__}")
    return len(hand_made) + _read_places(tally, folder)


def _read_places(tally: Tally, folder: Path) -> int:
    readers: tuple[Reader, ...] = (use_header, use_model, use_progress, use_state(CONFIGS[0]))
    places = dict(PLACES) if sys.platform != "win32" else {}
    for number, (name, make) in enumerate(places.items()):
        path = folder / f"place{number}.safetensors"
        make(path)
        _read_by_all(tally, name, path, readers)
    for name, text in NO_PATHS.items():
        _read_by_all(tally, name, Path(text), readers)
    locked = folder / "locked.safetensors"
    locked.write_bytes(b"locked")
    locked.chmod(0)
    _read_by_all(tally, "no permission", locked, readers)
    return len(places) + len(NO_PATHS) + 1


def _read_by_all(tally: Tally, name: str, path: Path, readers: tuple[Reader, ...]) -> None:
    for reader in readers:
        if not tally.read(name, path, reader):
            tally.failures.append(f"{name}: not refused by {reader.__qualname__}")


def read_mutants(
    tally: Tally, folder: Path, files: list[bytes], states: int, count: int, seed: int
) -> None:
    """Read so many mutations; the last `states` of the files are state files."""
    path = folder / "mutant.safetensors"
    for number, (source, data) in enumerate(mutants(files, count, Random(seed))):
        path.write_bytes(data)
        name = f"mutation {number} of seed {seed} ({len(data)} bytes)"
        kind = source - (len(files) - states)
        readers = (use_progress, use_state(CONFIGS[kind])) if kind >= 0 else (use_header, use_model)
        for reader in readers:
            tally.read(name, path, reader)


def examine(count: int, seed: int) -> dict[str, Any]:
    """Read all kinds and so many mutations; return the figures."""
    torch.set_num_threads(1)
    tally = Tally(Watch())
    with tempfile.TemporaryDirectory() as place, contextlib.chdir(place):
        folder = Path(place)
        models, states = model_files(folder), state_files(folder)
        warm_up(folder, models, states)
        hand_made = read_kinds(tally, folder, models, states)
        read_mutants(tally, folder, models + states, len(states), count, seed)
        if Path(MARKER).exists():
            tally.failures.append("a payload was run")
        asked = dict(tally.watch.seen.most_common(20))
        is_awake = _hook_sees(tally.watch, folder)
    return {
        "passed": not tally.failures and not asked and is_awake,
        "kinds": hand_made,
        "mutations": count,
        "refused": dict(tally.refused.most_common()),
        "loaded_and_sound": tally.loaded,
        "failures": len(tally.failures),
        "first_failures": [failure[-900:] for failure in tally.failures[:10]],
        "asked_of_the_system": asked,
        "hook_sees_code_and_writes": is_awake,
        "limit_ms": LIMIT_MS,
        "refused_after_ms": {
            "median_cpu": round(statistics.median(tally.cpu_ms), 2),
            "median_wall": round(statistics.median(tally.wall_ms), 2),
            "slowest_cpu": round(tally.slowest_ms, 1),
            "slowest": tally.slowest,
        },
        "most_memory_mb": round(tally.most_memory / 2**20, 1),
        "memory_limit_mb_above_the_file": SPARE_BYTES // 2**20,
    }


def _hook_sees(watch: Watch, folder: Path) -> bool:
    """Return whether the hook would have seen a write and foreign code."""
    before = sum(watch.seen.values())
    with watch.on():
        (folder / "written").write_bytes(b"x")
        compile("1", "<string>", "eval")
    return sum(watch.seen.values()) - before >= 2


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=6)
    arguments = parser.parse_args()
    start = time.process_time()
    result = examine(arguments.count, arguments.seed)
    result["cpu_seconds"] = round(time.process_time() - start, 1)
    print(json.dumps(result, indent=1))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
