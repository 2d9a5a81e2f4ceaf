"""Lost texts as files: those that cannot be edited here, those that the person threw away."""

import logging
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from abcstudio.corpus.tunebook import first_title
from abcstudio.files import TextFile, free_path, write_beside
from abcstudio.ui.controls.target_dialog import file_name_of
from abcstudio.ui.documents.lost_texts import LostText, remove_copy

KEPT_DAYS = 30
"""How long a text that was thrown away can be had back."""

log = logging.getLogger(__name__)


def keep_as_file(lost: LostText, folder: Path) -> Path:
    """Write a lost text into a new file of a folder and remove its copy; return the file.

    Raises:
        OSError: It cannot be written; the copy stays.
    """
    name = lost.path.stem if lost.path is not None else first_title(lost.text) or lost.name
    path = write_beside(folder, file_name_of(name), ".abc", TextFile(lost.text).to_bytes())
    remove_copy(lost.copy)
    return path


def throw_away(copy: Path, folder: Path) -> Path:
    """Move the copy of a lost text to where it is kept for some days; return where it is then.

    Raises:
        OSError: It cannot be moved.
    """
    today = folder / date.today().isoformat()
    today.mkdir(parents=True, exist_ok=True)
    return copy.replace(free_path(today, copy.stem, copy.suffix))


def take_back(thrown: Path, copy: Path) -> None:
    """Move such a copy to where it was.

    Raises:
        OSError: It cannot be moved.
    """
    copy.parent.mkdir(parents=True, exist_ok=True)
    thrown.replace(copy)
    with suppress(OSError):  # The day's last one: its folder is empty then.
        thrown.parent.rmdir()


def remove_thrown(folder: Path) -> None:
    """Delete what was thrown away long ago."""
    until = date.today() - timedelta(days=KEPT_DAYS)
    try:
        for day in folder.iterdir():
            if _day_of(day) < until:
                for copy in day.iterdir():
                    copy.unlink(missing_ok=True)
                day.rmdir()
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        log.warning("What was thrown away cannot be removed: %s", error)


def _day_of(folder: Path) -> date:
    """Return the day that a folder is named after; any other folder counts as new."""
    try:
        return date.fromisoformat(folder.name)
    except ValueError:
        return date.max
