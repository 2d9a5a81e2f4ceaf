"""Does the window's memory level off over 20,000 random actions?

    python benchmarks/reliability/soak.py [--actions 20000] [--seed 1]

The hands are those of `monkey.py`, which also open and close tunebooks of many sizes. Ten times all
texts are closed, the studio rests for some seconds as beside a person who looks away, and what the
window holds is counted: resident memory, top-level widgets, objects by class.

Prints one JSON object. The exit code is 0 only when all actions were done, memory ends within 60 MB
of what it was after the first tenth, and no class of windows has become more: each dialog is made
once, or goes when it closes. The popup of a box of choices is made when it is first opened: there
may be one a box.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import monkey_window
import soak_window
from window_census import growth

from abcstudio.temporary_files import temporary_folder

MOST_MB = 60.0
POPUPS = ("QFrame of QComboBox", "QFrame of ChoiceBox")
"""How a census calls the popup of a box of choices, which is a window of its own."""
_LISTED = 30


def main() -> int:
    """Wear the window, and print what it came to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with temporary_folder("abcstudio-soak-") as folder:
        result = run_soak(options.actions, options.seed, folder)
    print(json.dumps(result, indent=2))
    return 0 if result["passed"] else 1


def run_soak(actions: int, seed: int, folder: Path) -> dict[str, Any]:
    """Let a child process wear a window, and judge its ten counts."""
    monkey_window.write_files(folder)
    soak_window.write_books(folder)
    every = monkey_window.STOP_EVERY * max(1, actions // 10 // monkey_window.STOP_EVERY)
    command = [
        sys.executable, soak_window.__file__, str(actions), str(seed), str(folder), str(every),
    ]  # fmt: skip
    environment = {
        **os.environ,
        "ABCSTUDIO_HOME": str(folder / "home"),
        "QT_QPA_PLATFORM": "offscreen",
        "SDL_AUDIODRIVER": "dummy",
        "OMP_WAIT_POLICY": "PASSIVE",
        "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8"),
    }
    done = subprocess.run(command, env=environment, check=False)
    counts = [json.loads(line) for line in (folder / "census.jsonl").read_text().splitlines()]
    result = judged(counts)
    ended = json.loads((folder / "result.json").read_text()) if not done.returncode else {}
    is_whole = ended.get("actions", 0) >= actions
    return {**result, **ended, "exit": done.returncode, "passed": result["passed"] and is_whole}


def judged(counts: list[dict[str, Any]]) -> dict[str, Any]:
    """Return how the first count and the last compare."""
    first, last = counts[0], counts[-1]
    more_mb = round(last["rss_mb"] - first["rss_mb"], 1)
    windows = growth(first["tops"], last["tops"], 2)
    for popup in POPUPS:
        windows.pop(popup, None)
    told = ("actions", "rss_mb", "anonymous_mb", "heap_used_mb", "python_blocks", "top_levels")
    return {
        "counts": [{name: count.get(name) for name in told} for count in counts],
        "more_mb": more_mb,
        "more_windows": windows,
        "more_python": dict(list(growth(first["python"], last["python"], 100).items())[:_LISTED]),
        "more_cached": dict(list(growth(first["caches"], last["caches"], 100).items())[:_LISTED]),
        "more_qt": dict(list(growth(first["qt"], last["qt"], 10).items())[:_LISTED]),
        "passed": more_mb <= MOST_MB and not windows,
    }


if __name__ == "__main__":
    sys.exit(main())
