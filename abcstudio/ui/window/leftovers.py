"""Clearing away, in the background, what processes that were killed have left behind."""

from functools import partial
from pathlib import Path

from abcstudio.paths import autosave_dir, models_dir, user_config_dir, user_data_dir
from abcstudio.settings import Settings
from abcstudio.ui.playback.bar.midi_handle import FOLDER_PREFIX
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.job import Job
from abcstudio.workers.leftovers import clear_leftovers


def sweep_leftovers(studio: Studio) -> None:
    """Look where this program writes: in its own folders, and in those of the person's tunes."""
    folders = folders_written_to(studio.settings)
    studio.start(Job(partial(clear_leftovers, folders, FOLDER_PREFIX)))


def folders_written_to(settings: Settings) -> tuple[Path, ...]:
    """Return the folders in which a write may have been cut off."""
    own = (user_config_dir(), user_data_dir(), autosave_dir(), models_dir())
    theirs = [Path(name).parent for name in settings.recent_files]
    if settings.tunes_folder:
        theirs.append(Path(settings.tunes_folder))
    return tuple(dict.fromkeys([*own, *theirs]))
