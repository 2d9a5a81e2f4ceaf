"""The models that takes of the guard are measured with: the one in the box, and two of the lab's.

The lab's recipe is the preset "lab", on the tunes in the box: once whole, once stopped after
`STOPPED_AFTER` steps, as a student's first try. Each is trained where its folder is not there yet.
"""

import subprocess
import sys
from pathlib import Path

STOPPED_AFTER = 300

_RECIPES = {"lab-300": ("--steps", str(STOPPED_AFTER)), "lab": ()}


def lab_models(folder: Path) -> list[Path]:
    """Return the models of the lab's recipe, the stopped one first; trained into a folder."""
    return [_trained(folder / name, options) for name, options in _RECIPES.items()]


def _trained(run: Path, options: tuple[str, ...]) -> Path:
    model = run / "last.safetensors"
    if not model.exists():
        run.parent.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "abcstudio", "train", "--preset", "lab", "--jsonl"]
        subprocess.run(
            [*command, "--out", str(run), *options], check=True, stdout=subprocess.DEVNULL
        )
    return model
