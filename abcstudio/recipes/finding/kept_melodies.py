"""The files of melodies, of which only those of the latest sources are kept."""

import logging
from pathlib import Path

log = logging.getLogger(__name__)

MOST_KEPT = 12
"""Of so many sources the melodies are kept; of others they are made anew in a second or two."""


def forget_old(newest: Path) -> None:
    """Remove the melodies of all but the latest sources from the folder of one of them."""
    try:
        files = sorted(
            newest.parent.glob("????????????????.index"),
            key=lambda file: (file == newest, file.stat().st_mtime),
        )
        for file in files[:-MOST_KEPT]:
            file.unlink()
    except OSError as error:
        log.warning("Old melodies cannot be removed: %s", error)
