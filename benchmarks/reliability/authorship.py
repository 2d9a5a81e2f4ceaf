"""Does a text know who wrote each of its characters, through edits, undo, saving and opening?

Plays random scripts of typing, deleting, pasting, commands, undo and redo in a document. After each
edit the stretches must be a partition of the text, each with its own author. Amid each script the
text is saved, closed and opened again, and the edits go on in what was opened.
Prints one JSON object; the exit code is 0 when all passed.

    python benchmarks/reliability/authorship.py --scripts 10000
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from author_edits import STEPS, Script, Shelf

from abcstudio.app import make_application
from abcstudio.settings import Settings
from abcstudio.ui.services.studio import Studio

SCRIPTS = 10_000
MAX_FAULTS = 20


def played(scripts: int, seed: int) -> dict[str, Any]:
    """Play so many scripts and return what came of them."""
    began, characters, faults = time.process_time(), 0, dict[int, str]()
    studio = Studio(Settings(theme="light", language="en"))
    for number in range(scripts):
        script = Script(random.Random(f"{seed}/{number}"))
        with tempfile.TemporaryDirectory() as folder:
            shelf = Shelf(studio, Path(folder))
            if fault := script.play(shelf):
                faults[number] = fault
            characters += len(script.document.text())
        if (number + 1) % 1000 == 0:
            print(number + 1, len(faults), file=sys.stderr, flush=True)
    return {
        "passed": not faults and characters > scripts,
        "scripts": scripts,
        "edits": STEPS * scripts,
        "characters_at_the_end": characters,
        "failures": dict(list(faults.items())[:MAX_FAULTS]),
        "processor_seconds": round(time.process_time() - began, 1),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scripts", type=int, default=SCRIPTS)
    parser.add_argument("--seed", type=int, default=16)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["ABCSTUDIO_HOME"] = home
        make_application()
        result = played(options.scripts, options.seed)
    print(json.dumps(result, indent=1))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
