"""How fast is the table of training runs with a thousand of them?

A folder of runs is made, each with 3,000 losses and 3,000 lines of metrics, 30 of them evaluations.
Measured in the real dialog (no screen needed), in processor time of the process, which other
programs of the machine do not stretch: from the folder to a drawn table; a letter typed into the
filter to the drawn rows; fifty chosen runs to their read and drawn curves. In the plot of the page:
a report of the run under way to the drawn curve, at a million steps, and at the worst report of a
hundred, which draws the axes anew too. Prints one JSON object with the median of each beside its
limit; `--updates 100000` also says by how much memory and objects have grown over so many reports
to a plot that is shown and painted at each, the losses that are kept not counted.

    python benchmarks/runs.py --runs 1000
    python benchmarks/runs.py --runs 10 --updates 100000
"""

import argparse
import gc
import json
import os
import statistics
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from PySide6.QtWidgets import QMainWindow

from abcstudio.app import make_application
from abcstudio.runs.history import find_runs
from abcstudio.runs.overlay import overlaid_curves
from abcstudio.runs.run_folder import FORMAT_VERSION, LOSS_FILE, METRICS_FILE, RunFolder
from abcstudio.settings import Settings
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.curve.loss_plot import LossPlot
from abcstudio.ui.training.table.runs_dialog import RunsDialog

LINES, EVALUATE_EVERY, OVERLAID = 3000, 100, 50
STEPS, STEPS_A_REPORT, WARM, REPORTS = 998_000, 10, 5, 100
LIMITS_MS = {"table": 300, "filter": 50, "curves": 100, "update": 10}
GROWTH = {"more_objects": 200, "more_megabytes": 4.0}
SETTLED, LOSS_BYTES = 10_000, 2 * 2 * 4
"""Of a loss: raw and smoothed, in arrays that grow by doubling."""
REPEATS = 5


def make_runs(folder: Path, count: int) -> None:
    """Write runs as training leaves them."""
    random = Random(1)
    for number in range(count):
        run = RunFolder(folder / f"run-{number:04}")
        best = round(random.uniform(0.9, 1.6), 4)
        config = {
            "steps": LINES,
            "hidden_size": random.choice((256, 512, 1024)),
            "learning_rate": random.choice((1e-3, 5e-3)),
            "seq_len": random.choice((100, 200)),
        }
        facts = {
            "name": f"Variants: {number}", "created": f"2026-01-01T{number:06}",
            "state": "finished", "config": config, "step": LINES, "best_val_loss": best,
            "chars_per_second": 90_000, "corpus": {"name": "tunes.abc", "tunes": 4000},
        }  # fmt: skip
        run.takes.mkdir(parents=True)
        data = json.dumps({"format": FORMAT_VERSION, **facts}).encode()
        (run.path / "run.json").write_bytes(data)
        losses = [4.0 - 2.5 * step / LINES for step in range(LINES)]
        (run.path / LOSS_FILE).write_bytes(struct.pack(f"<{LINES}f", *losses))
        lines = []
        for step in range(1, LINES + 1):
            line = {
                "step": step, "train_loss": losses[step - 1],
                "val_loss": best + 1 / step if step % EVALUATE_EVERY == 0 else None,
                "learning_rate": 0.004, "gradient_norm": 0.41, "train_seconds": step / 10,
                "chars_per_second": 90_000,
            }  # fmt: skip
            lines.append(json.dumps(line))
        (run.path / METRICS_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")


def median_ms(act: Callable[[], object]) -> float:
    """Return the median processor time of an act, in milliseconds."""
    times = []
    for _ in range(REPEATS):
        began = time.process_time()
        act()
        times.append(1000 * (time.process_time() - began))
    return round(statistics.median(times), 1)


def measure(folder: Path, studio: Studio) -> dict[str, float]:
    """Return how long each act takes in the dialog, in milliseconds."""
    application = make_application()
    window = QMainWindow()
    dialog = RunsDialog(studio, window)
    dialog.show()
    runs = find_runs(folder).runs

    def draw() -> None:
        dialog.repaint()
        application.processEvents()

    def table() -> None:
        dialog.show_runs(find_runs(folder).runs)
        draw()

    letters = iter("hidden_size:512 loss:<1.2 -variants")

    def type_letter() -> None:
        dialog.filter.setText(dialog.filter.text() + next(letters))
        draw()

    def curves() -> None:
        chosen = [run.folder for run in runs[:OVERLAID]]
        dialog.curves.set_curves(overlaid_curves(chosen), {path: path.name for path in chosen})
        draw()

    table()
    return {
        "table": median_ms(table),
        "filter": median_ms(type_letter),
        "curves": median_ms(curves),
    }


def measure_updates(count: int, studio: Studio) -> dict[str, float]:
    """Return how long a report of a run of a million steps takes, and what reports leave behind."""
    application = make_application()
    plot = LossPlot(studio)
    plot.resize(700, 420)
    plot.show()
    random = Random(1)
    losses = [1.2 + 3 * 0.99998**step + random.gauss(0, 0.05) for step in range(STEPS)]
    plot.begin("run", losses, [(float(n), 1.3) for n in range(1000, STEPS, 1000)])
    plot.know(83)
    application.processEvents()
    step, times = STEPS, []

    def update() -> None:
        nonlocal step
        step += STEPS_A_REPORT
        plot.add(step, losses[:STEPS_A_REPORT], 1.3 if step % EVALUATE_EVERY == 0 else None)
        application.processEvents()

    for _ in range(WARM + REPORTS):
        began = time.process_time()
        update()
        times.append(1000 * (time.process_time() - began))
    ordered = sorted(times[WARM:])
    found = {"update": round(statistics.median(ordered), 1), "worst_update": round(ordered[-1], 1)}
    plot.close()
    return found | (grown(count, losses, studio) if count else {})


def grown(count: int, losses: list[float], studio: Studio) -> dict[str, float]:
    """Return what so many reports to a shown plot leave behind, after the first ones."""
    application = make_application()
    plot = LossPlot(studio)
    plot.resize(700, 420)
    plot.show()
    plot.begin("run")
    held = {}
    for number in range(1, SETTLED + count + 1):
        val_loss = 1.3 if number % EVALUATE_EVERY == 0 else None
        plot.know(83).add(
            number, learning_rate=0.004, gradient_norm=0.4, chars_per_second=9e4,
            train_seconds=number / 10,
        )  # fmt: skip
        plot.add(number, losses[number : number + 1], val_loss)
        application.processEvents()
        if number in (SETTLED, SETTLED + count):
            gc.collect()
            held[number] = len(gc.get_objects()), current_bytes()
    (objects, size), (objects_then, size_then) = held.values()
    kept = LOSS_BYTES * count
    return {
        "more_objects": objects_then - objects,
        "more_megabytes": round((size_then - size - kept) / 1e6, 1),
    }


def current_bytes() -> int:
    """Return what the process has in memory now; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--updates", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        os.environ["ABCSTUDIO_HOME"] = str(Path(work) / "home")
        folder = Path(work) / "runs"
        make_runs(folder, options.runs)
        make_application()
        # One for all: with it the search for garbage would end.
        studio = Studio(Settings(theme="light", language="en"))
        found = {**measure(folder, studio), **measure_updates(options.updates, studio)}
    limits = LIMITS_MS | (GROWTH if options.updates else {})
    result = {"runs": options.runs, "found": found, "limits": limits}
    result["passed"] = all(found[name] <= limit for name, limit in limits.items())
    print(json.dumps(result, indent=1))
    return 0 if result["passed"] else 1


if __name__ == "__main__":
    sys.exit(main())
