"""Training runs that were deleted and can be brought back: they lie in `.deleted` for a while.

A run is moved there by renaming its folder, so it is whole in one place or in the other.
"""

import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from abcstudio.runs.run_folder import RunFolder
from abcstudio.runs.run_lock import refuse_if_trained_elsewhere

FOLDER = ".deleted"
KEPT_SECONDS = 7 * 24 * 3600.0
"""How long a deleted run can be brought back."""


@dataclass(frozen=True, slots=True)
class DeletedRun:
    """A run that was deleted.

    Attributes:
        folder: Where it stood, and will stand again.
        kept: Where it lies now.
    """

    folder: Path
    kept: Path


def delete_run(folder: Path) -> DeletedRun:
    """Move a run out of the list.

    Raises:
        TrainingError: The folder holds no run, or another process trains it; nothing is moved.
        OSError: It cannot be moved.
    """
    RunFolder(folder).facts()
    refuse_if_trained_elsewhere(folder)
    place = folder.parent / FOLDER
    place.mkdir(exist_ok=True)
    for number in count(1):
        kept = place / (folder.name if number == 1 else f"{folder.name}-{number}")
        if not kept.exists():
            break
    folder.rename(kept)
    # From now on its time counts.
    kept.touch()
    return DeletedRun(folder, kept)


def bring_back(run: DeletedRun) -> None:
    """Put a deleted run where it stood.

    Raises:
        OSError: It is gone, or another folder stands there.
    """
    run.kept.rename(run.folder)


def clear_deleted(runs: Path) -> None:
    """Delete for good what was deleted more than a week ago, within sweeps too."""
    for place in (runs / FOLDER, *runs.glob(f"*/{FOLDER}")):
        with suppress(OSError):
            for path in place.iterdir():
                if time.time() - path.stat().st_mtime > KEPT_SECONDS:
                    shutil.rmtree(path, ignore_errors=True)
            place.rmdir()
