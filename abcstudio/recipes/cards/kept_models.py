"""The person's own models on disk: given to others, put aside, brought back, gone for good."""

import logging
import os
import time
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import ModelFileError
from abcstudio.files import atomic_write, free_path
from abcstudio.guarded_files import read_bytes
from abcstudio.learning.checkpoint import read_header
from abcstudio.messages import reason
from abcstudio.recipes.import_model import MAX_MODEL_BYTES, OWN_SUFFIX

log = logging.getLogger(__name__)

_ASIDE = ".deleted"
_KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class PutAside:
    """A deleted model that can be brought back.

    Attributes:
        path: Where it was.
        aside: Where it is.
        written: When its file was written, in seconds since 1970.
    """

    path: Path
    aside: Path
    written: float


def share_model(model: Path, target: Path) -> Path:
    """Write a model as one file for others, byte for byte, so that takes still know it.

    All that is known of it stands in the file.

    Raises:
        ModelFileError: It is not a model that this program can open.
        OSError: The file cannot be written.
    """
    read_header(model)
    try:
        data = read_bytes(model, MAX_MODEL_BYTES)
    except OSError as error:
        raise ModelFileError("model.unreadable", path=model, reason=reason(error)) from error
    atomic_write(target, data)
    return target


def put_aside(model: Path) -> PutAside:
    """Take a model out of its list, so that it can be brought back for a day.

    Raises:
        OSError: Its folder cannot be written.
    """
    written = model.stat().st_mtime
    aside = free_path(model.parent, model.stem, f"{OWN_SUFFIX}{_ASIDE}")
    model.rename(aside)
    # The day counts from now.
    os.utime(aside)
    return PutAside(model, aside, written)


def bring_back(deleted: PutAside) -> Path:
    """Put a model back into its list; where another one has its name now, under a free one.

    Raises:
        OSError: Its folder cannot be written, or it is gone for good.
    """
    path = free_path(deleted.path.parent, deleted.path.stem, OWN_SUFFIX)
    os.utime(deleted.aside, (deleted.written, deleted.written))
    deleted.aside.rename(path)
    return path


def sweep_deleted(folder: Path) -> None:
    """Delete the models of a folder for good that were put aside more than a day ago."""
    oldest = time.time() - _KEPT_SECONDS
    try:
        for aside in folder.glob(f"*{OWN_SUFFIX}{_ASIDE}"):
            if aside.stat().st_mtime < oldest:
                aside.unlink()
    except OSError as error:
        log.warning("Deleted models cannot be cleared away: %s", error)
