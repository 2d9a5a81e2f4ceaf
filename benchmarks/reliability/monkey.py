"""Does the window survive a monkey? Thousands of random keys, clicks and commands on every page.

The window runs in a child process with a home of its own, without a screen; the monkey presses keys
where the focus is, clicks whatever is in sight, chooses commands, changes pages, sizes and colours,
drags, scrolls, answers questions at random and names odd files where it is asked for one. Nothing
may be raised, logged as a warning or written to stderr, and the process must end with 0.

Prints one JSON object; the exit code is 0 only when the monkey found nothing. With the same seed
the same hands move, though what they meet also depends on the machine's speed; the actions are kept
in a file that is named when something was found.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import monkey_window

from abcstudio.temporary_files import temporary_folder


def main() -> int:
    """Let the monkey go, and print what it found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--actions", type=int, default=30_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with temporary_folder("abcstudio-monkey-") as folder:
        result = run_monkey(options.actions, options.seed, folder)
        if not result["passed"]:
            kept = Path(tempfile.gettempdir()) / f"monkey-{options.seed}.log"
            kept.write_text((folder / "actions.log").read_text())
            result["actions_log"] = str(kept)
    print(json.dumps(result))
    return 0 if result["passed"] else 1


def run_monkey(actions: int, seed: int, folder: Path) -> dict[str, Any]:
    """Run the monkey in a child process with a home in a folder, and judge how that ended.

    What it does is written into `actions.log` there; its progress is printed.
    """
    monkey_window.write_files(folder)
    command = [sys.executable, monkey_window.__file__, str(actions), str(seed), str(folder)]
    environment = {
        **os.environ,
        "ABCSTUDIO_HOME": str(folder / "home"),
        "QT_QPA_PLATFORM": "offscreen",
        "SDL_AUDIODRIVER": "dummy",
        "OMP_WAIT_POLICY": "PASSIVE",
        "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8"),
    }
    done = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if monkey_window.HARMLESS not in line]
    result_file = folder / "result.json"
    result = json.loads(result_file.read_text()) if result_file.is_file() else {}
    passed = done.returncode == 0 and not said and not result.get("found", ["no result"])
    return {**result, "exit": done.returncode, "stderr": said, "passed": passed}


if __name__ == "__main__":
    sys.exit(main())
