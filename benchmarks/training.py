"""Does the program learn as the lab does, faster than the lab does, and better?

Trains beside the lab's own recipe, never at the same time as it, on the same split by tune, and
prints one JSON object. Three questions, each by itself or all together:

- `curve`: the "Lab" preset's validation loss at the lab's iterations.
- `speed`: its characters a second, as the median ratio of interleaved pairs.
- `presets`: the seconds that "Quick" takes to a loss the lab reaches too, and the loss that
  "Studio" reaches within the time of the lab's whole run.

    python benchmarks/training.py --lab lab_baseline.py --data irish.abc

`--lab` is the yardstick's program; it prints a JSON line per evaluation and splits the tunes as
`split_by_tune` here. Times are training time, without evaluations, as both programs count it.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import numpy as np

from abcstudio.temporary_files import temporary_folder

QUESTIONS = ("curve", "speed", "presets")
CURVE_ITERATIONS = (300, 600, 1200)
CURVE_TOLERANCE = 0.03
SPEED_RATIO = 0.97
QUICK_LOSS = 1.135
QUICK_SHARE = 0.07
STUDIO_LOSS = 0.92

Evaluation = dict[str, float]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("question", nargs="*", choices=[[], *QUESTIONS], help="all if none")
    parser.add_argument("--lab", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--pair-steps", type=int, default=150)
    parser.add_argument("--iterations", type=int, default=3000, help="the lab's whole run")
    parser.add_argument("--device", default="cpu")
    arguments = parser.parse_args()
    questions = arguments.question or QUESTIONS
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    with temporary_folder("abcstudio-training-") as folder:
        runner = Runner(arguments.lab, arguments.data, folder, arguments.device)
        found: dict[str, object] = {}
        if "speed" in questions:
            found["speed"] = speed(runner, arguments.pairs, arguments.pair_steps)
        if {"curve", "presets"} & set(questions):
            lab = runner.lab(arguments.iterations if "presets" in questions else 1200)
            found["lab"] = lab
            if "curve" in questions:
                found["curve"] = curve(lab, runner.ours("lab", "--steps", "1200"))
            if "presets" in questions:
                found["quick"] = quick(lab, runner)
                found["studio"] = studio(lab, runner)
    print(json.dumps(found, indent=2))
    parts = [part for name, part in found.items() if name != "lab"]
    return 0 if all(isinstance(part, dict) and part["passed"] for part in parts) else 1


def split_by_tune(text: str) -> tuple[str, str]:
    """Return the training and the held-out tunes: the yardstick's fixed split."""
    tunes = [block for block in text.split("\n\n") if block.strip()]
    order = np.random.RandomState(1).permutation(len(tunes))
    held_out = len(tunes) // 10
    return (
        "\n\n".join(tunes[place] for place in order[held_out:]),
        "\n\n".join(tunes[place] for place in order[:held_out]),
    )


class Runner:
    """Runs one of the two programs to its end and returns its evaluations."""

    def __init__(self, lab: Path, data: Path, folder: Path, device: str) -> None:
        self._lab, self._data, self._folder, self._device = lab, data, folder, device
        training, validation = split_by_tune(data.read_text(encoding="utf-8"))
        self._training, self._validation = folder / "train.abc", folder / "validation.abc"
        self._training.write_text(training, encoding="utf-8")
        self._validation.write_text(validation, encoding="utf-8")
        self._runs = 0

    def lab(self, iterations: int) -> list[Evaluation]:
        """Run the lab's recipe."""
        command = [str(self._lab), "--data", str(self._data), "--iterations", str(iterations)]
        return self._lines([sys.executable, *command, "--device", self._device])

    def ours(self, preset: str, *options: str) -> list[Evaluation]:
        """Run one of our presets; `best_step` and `best_loss` are the model's that it keeps."""
        self._runs += 1
        out = self._folder / f"{preset}-{self._runs}"
        command = ["-m", "abcstudio", "train", "--preset", preset, "--jsonl", "--out", str(out)]
        command += ["--corpus", str(self._training), "--validation", str(self._validation)]
        return self._lines([sys.executable, *command, "--device", self._device, *options])

    @staticmethod
    def _lines(command: list[str]) -> list[Evaluation]:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def speed(runner: Runner, pairs: int, steps: int) -> dict[str, object]:
    """Compare characters a second, one program after the other, again and again."""
    ratios, ours_speeds, lab_speeds = [], [], []
    for _ in range(pairs):
        lab = runner.lab(steps)[-1]["chars_per_second"]
        ours = runner.ours("lab", "--steps", str(steps))[-1]["chars_per_second"]
        ratios.append(ours / lab)
        ours_speeds.append(ours)
        lab_speeds.append(lab)
    median = statistics.median(ratios)
    return {
        "ratios": [round(ratio, 3) for ratio in ratios],
        "median_ratio": round(median, 3),
        "ours_chars_per_second": round(statistics.median(ours_speeds)),
        "lab_chars_per_second": round(statistics.median(lab_speeds)),
        "passed": median >= SPEED_RATIO,
    }


def curve(lab: list[Evaluation], ours: list[Evaluation]) -> dict[str, object]:
    """Compare validation losses at the same numbers of updates."""
    labs = {int(line["iteration"]): line["val_loss"] for line in lab}
    own = {int(line["step"]): line["val_loss"] for line in ours}
    differences = {step: round(own[step] - labs[step], 4) for step in CURVE_ITERATIONS}
    return {
        "ours": {step: own[step] for step in CURVE_ITERATIONS},
        "lab": {step: labs[step] for step in CURVE_ITERATIONS},
        "difference": differences,
        "passed": max(abs(difference) for difference in differences.values()) <= CURVE_TOLERANCE,
    }


def quick(lab: list[Evaluation], runner: Runner) -> dict[str, object]:
    """Compare the seconds to the same validation loss."""
    ours = runner.ours("quick")
    lab_seconds, own_seconds = seconds_to(lab, QUICK_LOSS), seconds_to(ours, QUICK_LOSS)
    share = own_seconds / lab_seconds if lab_seconds and own_seconds else None
    return {
        "loss": QUICK_LOSS,
        "lab_seconds": lab_seconds,
        "ours_seconds": own_seconds,
        "share": None if share is None else round(share, 3),
        "best": best(ours),
        "passed": share is not None and share <= QUICK_SHARE,
    }


def studio(lab: list[Evaluation], runner: Runner) -> dict[str, object]:
    """Let our best preset train for as long as the lab's whole run took."""
    seconds = lab[-1]["train_seconds"]
    ours = runner.ours("studio", "--seconds", str(seconds))
    reached = best(ours)
    return {
        "seconds": seconds,
        "best": reached,
        "lab_best": best(lab),
        "lab_last": lab[-1]["val_loss"],
        "chars_per_second": ours[-1]["chars_per_second"],
        "passed": reached["val_loss"] <= STUDIO_LOSS,
    }


def seconds_to(lines: list[Evaluation], loss: float) -> float | None:
    """Return the training time until an evaluation first found this loss."""
    return next((line["train_seconds"] for line in lines if line["val_loss"] <= loss), None)


def best(lines: list[Evaluation]) -> Evaluation:
    """Return the evaluation with the lowest validation loss."""
    return min(lines, key=lambda line: line["val_loss"])


if __name__ == "__main__":
    sys.exit(main())
