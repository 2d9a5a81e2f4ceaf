"""Files that are made of sources, of which only those of the latest sources are kept."""

import logging
from pathlib import Path

log = logging.getLogger(__name__)

MOST_KEPT = 12
"""Of so many sources they are kept; of others they are made anew in a second or two."""


def forget_old(newest: Path) -> None:
    """Remove the files of all but the latest sources from the folder of one of them."""
    try:
        files = sorted(
            newest.parent.glob(f"????????????????{newest.suffix}"),
            key=lambda file: (file == newest, file.stat().st_mtime),
        )
        for file in files[:-MOST_KEPT]:
            file.unlink()
    except OSError as error:
        log.warning("Old files of sources cannot be removed: %s", error)
