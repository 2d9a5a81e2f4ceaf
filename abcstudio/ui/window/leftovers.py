"""Clearing away, in the background, what processes that were killed have left behind."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from abcstudio.guarded_files import is_folder
from abcstudio.paths import (
    answers_dir,
    autosave_dir,
    home_dir,
    models_dir,
    opening_dir,
    recovered_dir,
    takes_dir,
    user_config_dir,
    user_data_dir,
)
from abcstudio.recipes.cards.kept_models import sweep_deleted
from abcstudio.runs.run_folder import RunFolder
from abcstudio.settings import Settings
from abcstudio.stopping import asked_to_stop
from abcstudio.temporary_files import sweep_folder, sweep_temporary_folders
from abcstudio.ui.playback.bar.midi_handle import FOLDER_PREFIX
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job, plain_work


def sweep_leftovers(studio: Studio) -> None:
    """Look where this program writes: in its own folders, and in those of the person's tunes."""
    folders = folders_written_to(studio.settings)
    studio.start(Job(plain_work(_clear, folders, studio.runs_folder)))


def folders_written_to(settings: Settings) -> tuple[Path, ...]:
    """Return the folders in which a write may have been cut off."""
    own = (user_config_dir(), user_data_dir(), autosave_dir(), models_dir(), takes_dir())
    lessons = (answers_dir(), *_inside(answers_dir()), opening_dir())
    theirs = [Path(name).parent for name in settings.recent_files]
    theirs += map(Path, settings.written_folders)
    theirs.append(Path(settings.tunes_folder) if settings.tunes_folder else home_dir())
    return tuple(dict.fromkeys([*own, recovered_dir(), *lessons, *theirs]))


def _inside(folder: Path) -> list[Path]:
    try:
        return [each for each in folder.iterdir() if is_folder(each)]
    except OSError:
        return []


def _clear(folders: Sequence[Path], runs: Path) -> None:
    sweep_temporary_folders(FOLDER_PREFIX)
    sweep_deleted(models_dir())
    for folder in folders:
        if asked_to_stop():
            return
        sweep_folder(folder)
    with suppress(OSError, ValueError):  # There may be none, and its name may hold a NUL.
        for run in runs.iterdir():
            if asked_to_stop():
                return
            RunFolder(run).sweep()
