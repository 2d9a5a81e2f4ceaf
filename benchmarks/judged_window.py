"""What a benchmark of the window begins and ends with."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from abcstudio.temporary_files import temporary_folder


def judge(run: Callable[[Path], dict[str, Any]], name: str) -> None:
    """Run a benchmark in a home of its own, print its figures, and end with 0 if it has passed.

    Args:
        run: Is given the home; "passed" is its verdict.
        name: Part of the home's name.
    """
    if not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    with temporary_folder(f"abcstudio-{name}-") as home:
        os.environ["ABCSTUDIO_HOME"] = str(home)
        result = run(home)
    print(json.dumps(result, indent=2), flush=True)
    # Not by way of the interpreter: threads of the network library may still be at work.
    os._exit(0 if result["passed"] else 1)
