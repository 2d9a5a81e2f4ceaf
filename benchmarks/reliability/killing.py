"""What the benchmarks that kill the program have in common on the command line."""

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

KillAll = Callable[[int, int, int, Path], dict[str, Any]]
"""Takes how many runs, a seed, how many at once and an empty folder; says whether all "passed"."""


def answer(kill_all: KillAll, words: str, *, runs: int, at_once: int, doing: str) -> int:
    """Read the options, kill, print what came of it, and return the exit code.

    Args:
        kill_all: Kills.
        words: What the benchmark asks.
        runs: How many where the options do not say.
        at_once: Likewise.
        doing: What the children do.
    """
    parser = argparse.ArgumentParser(description=words)
    parser.add_argument("--runs", type=int, default=runs)
    parser.add_argument(
        "--at-once", type=int, default=at_once, help=f"children that {doing} side by side"
    )
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    with tempfile.TemporaryDirectory() as work:
        result = kill_all(options.runs, options.seed, options.at_once, Path(work))
    print(json.dumps(result, indent=1))
    return 0 if result["passed"] else 1
