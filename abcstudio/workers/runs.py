"""Reading earlier training runs in the background."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import CancelledError, ModelFileError
from abcstudio.files import read_text_file
from abcstudio.guarded_files import UnreadableFileError
from abcstudio.learning.checkpoint import read_header
from abcstudio.runs.curve import Curve, read_curve
from abcstudio.runs.overlay import OverlaidCurve, overlaid_curves
from abcstudio.runs.run_folder import RunFolder
from abcstudio.workers.job import Report, ShouldStop

MAX_TAKES = 1000
"""Of more takes a person sees the newest."""
MOST_BESIDE = 4
"""Of more runs the takes do not stand side by side any more."""


@dataclass(frozen=True, slots=True)
class RunRead:
    """What a run left behind.

    Attributes:
        curve: Its losses.
        characters: How many characters its network knows; 0 where that is not known.
        takes: Steps with what the network wrote there.
        unread: Why the losses cannot be read, None where they can.
    """

    folder: Path
    curve: Curve
    takes: tuple[tuple[int, str], ...]
    unread: UnreadableFileError | None = None
    characters: int = 0


def read_run(folder: Path, _report: Report, should_stop: ShouldStop) -> RunRead:
    """Read a run's curves and takes; losses that cannot be read cost the curve only.

    Raises:
        OSError: A take cannot be read.
    """
    curve, unread = Curve(), None
    try:
        curve = read_curve(RunFolder(folder), should_stop)
    except UnreadableFileError as error:
        unread = error
    takes = []
    for path in sorted((folder / "takes").glob("step-*.abc"), key=_step_of)[-MAX_TAKES:]:
        if should_stop():
            raise CancelledError
        takes.append(_take(path))
    return RunRead(folder, curve, tuple(takes), unread, _characters(folder))


def _characters(folder: Path) -> int:
    """Return how many characters a run's network knows; 0 where there is none yet."""
    model = RunFolder(folder).model
    try:
        return 0 if model is None else len(read_header(model).vocabulary)
    except ModelFileError:
        return 0


def _step_of(path: Path) -> int:
    step = path.stem.removeprefix("step-")
    return int(step) if step.isdigit() and len(step) < 10 else 0


def _take(path: Path) -> tuple[int, str]:
    return _step_of(path), read_text_file(path).text.rstrip("\n")


@dataclass(frozen=True, slots=True)
class ComparedRuns:
    """What was read.

    Attributes:
        curves: One a run.
        takes: The last text that each of the first runs wrote, "" where there is none.
    """

    curves: tuple[OverlaidCurve, ...]
    takes: tuple[tuple[Path, str], ...]


def read_compared(
    folders: Sequence[Path], _report: Report, should_stop: ShouldStop
) -> ComparedRuns:
    """Return curves and takes of runs; what cannot be read of one is left out.

    Raises:
        CancelledError: `should_stop` said so.
    """
    curves = overlaid_curves(folders, should_stop)
    return ComparedRuns(curves, tuple((each, _last_take(each)) for each in folders[:MOST_BESIDE]))


def _last_take(folder: Path) -> str:
    try:
        paths = sorted(RunFolder(folder).takes.glob("step-*.abc"), key=lambda path: path.stem)
        return read_text_file(paths[-1]).text.rstrip("\n") if paths else ""
    except OSError:
        return ""
