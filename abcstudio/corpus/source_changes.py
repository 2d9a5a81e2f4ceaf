"""What has become of the files of a source since it was read."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.source_reading.source_files import tunebook_files
from abcstudio.errors import CorpusError
from abcstudio.stopping import stoppable

FileStates = Mapping[Path, tuple[int, int]]
"""For each file when it was last written, in nanoseconds, and its size in bytes.

The size of one that may not be read is `CLOSED`.
"""

CLOSED = -1


@dataclass(frozen=True, slots=True)
class SourceChanges:
    """The files of a source that are others now, each in the order of its path.

    Attributes:
        closed: May not be read any more.
    """

    added: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()
    removed: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed or self.closed)

    @property
    def count(self) -> int:
        """How many files are others now."""
        return len(self.added) + len(self.changed) + len(self.removed) + len(self.closed)


def file_states(path: Path) -> FileStates:
    """Return the states of the files of tunes that a source has now; none where it is gone."""
    try:
        files = tunebook_files(path)
    except CorpusError:
        return {}
    states: dict[Path, tuple[int, int]] = {}
    for file in stoppable(files):
        try:
            facts, is_open = file.stat(), os.access(file, os.R_OK)
        except OSError:
            # It went away while the others were looked at.
            continue
        states[file] = facts.st_mtime_ns, facts.st_size if is_open else CLOSED
    return states


def changes_between(before: FileStates, now: FileStates) -> SourceChanges:
    """Return which files came, are others, or went."""
    others = sorted(one for one in before.keys() & now.keys() if before[one] != now[one])
    return SourceChanges(
        added=tuple(sorted(now.keys() - before.keys())),
        changed=tuple(one for one in others if now[one][1] != CLOSED),
        removed=tuple(sorted(before.keys() - now.keys())),
        closed=tuple(one for one in others if now[one][1] == CLOSED),
    )
