"""Clearing away what killed processes left, in the shape that `Job` runs."""

from collections.abc import Sequence
from pathlib import Path

from abcstudio.temporary_files import sweep_folder, sweep_temporary_folders
from abcstudio.workers.job import Report, ShouldStop


def clear_leftovers(
    folders: Sequence[Path], temporary_prefix: str, _report: Report, should_stop: ShouldStop
) -> None:
    """Delete temporary files in folders, and temporary folders of one kind."""
    for folder in folders:
        if should_stop():
            return
        sweep_folder(folder)
    sweep_temporary_folders(temporary_prefix)
