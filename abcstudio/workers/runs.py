"""Work around earlier training runs in the shape that `Job` runs."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import CancelledError
from abcstudio.files import read_text_file
from abcstudio.runs.history import RunSummary, list_runs
from abcstudio.runs.run_folder import RunFolder
from abcstudio.workers.job import Report, ShouldStop

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class RunRead:
    """What a run left behind.

    Attributes:
        train, val: Steps with their losses, nats per character.
        takes: Steps with what the network wrote there.
    """

    folder: Path
    train: Points
    val: Points
    takes: tuple[tuple[int, str], ...]


def read_runs(runs: Path, _report: Report, _should_stop: ShouldStop) -> tuple[RunSummary, ...]:
    """Return the runs of a folder, the newest first."""
    return list_runs(runs)


def read_run(folder: Path, _report: Report, should_stop: ShouldStop) -> RunRead:
    """Read a run's curves and takes.

    Raises:
        OSError: A file of it cannot be read.
    """
    run = RunFolder(folder)
    lines = run.metrics()
    if should_stop():
        raise CancelledError
    return RunRead(
        folder,
        # Runs of earlier versions know only the smoothed one.
        _points(lines, "recent_loss") or _points(lines, "train_loss"),
        _points(lines, "val_loss"),
        tuple(_take(path) for path in sorted((folder / "takes").glob("step-*.abc"))),
    )


def delete_run(folder: Path, _report: Report, _should_stop: ShouldStop) -> None:
    """Delete a run's folder with all that is in it.

    Raises:
        TrainingError: The folder holds no run; nothing is deleted.
        OSError: A file cannot be deleted.
    """
    RunFolder(folder).facts()
    shutil.rmtree(folder)


def _points(lines: list[dict[str, object]], name: str) -> Points:
    return tuple(
        (float(step), float(loss))
        for line in lines
        if isinstance(step := line.get("step"), int | float)
        and isinstance(loss := line.get(name), int | float)
    )


def _take(path: Path) -> tuple[int, str]:
    step = path.stem.removeprefix("step-")
    return int(step) if step.isdigit() else 0, read_text_file(path).text.rstrip("\n")
