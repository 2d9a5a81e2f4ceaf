"""Reading earlier training runs in the background."""

import logging
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import ModelFileError, TrainingError
from abcstudio.files import read_text_file
from abcstudio.guarded_files import UnreadableFileError
from abcstudio.learning.checkpoint import read_header
from abcstudio.recipes.milestones.heard_steps import last_take
from abcstudio.runs.curve import Curve, read_curve
from abcstudio.runs.run_folder import RunFolder
from abcstudio.stopping import stop_if_asked

log = logging.getLogger(__name__)

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


def read_run(folder: Path) -> RunRead:
    """Read a run's curves and takes; losses that cannot be read cost the curve only.

    Raises:
        OSError: A take cannot be read.
    """
    curve, unread = Curve(), None
    try:
        curve = read_curve(RunFolder(folder))
    except UnreadableFileError as error:
        unread = error
    takes = []
    for path in sorted((folder / "takes").glob("step-*.abc"), key=_step_of)[-MAX_TAKES:]:
        stop_if_asked()
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


def read_takes(folders: Sequence[Path], live: Collection[Path]) -> tuple[tuple[Path, str], ...]:
    """Return a take of each of the first runs, "" where there is none.

    It is that of the last milestone, composed where it is missing, but not for runs that train
    now; runs without milestones have their last sample.
    """
    return tuple(
        (folder, _milestone_take(folder, folder not in live) or _last_sample(folder))
        for folder in folders[:MOST_BESIDE]
    )


def _milestone_take(folder: Path, composes: bool) -> str:
    try:
        return last_take(folder, composes=composes)
    except (ModelFileError, OSError, TrainingError) as error:
        log.info("No take of a milestone is read: %s", error)
        return ""


def _last_sample(folder: Path) -> str:
    try:
        paths = sorted(RunFolder(folder).takes.glob("step-*.abc"), key=lambda path: path.stem)
        return read_text_file(paths[-1]).text.rstrip("\n") if paths else ""
    except OSError:
        return ""
