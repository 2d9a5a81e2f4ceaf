"""Every four measures in a row of known tunes, few bytes each: what new tunes must not say again.

What is compared stands in `quotations.py`. A run is known by the digest of its first three measures
and then by its own, so that one can tell before the fourth whether it may come to a quotation.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path

from abcstudio.corpus.quotations import (
    RUN_MEASURES,
    PlacedNotes,
    melody_digest,
    runs_of,
    says_something,
)
from abcstudio.errors import TextFileError
from abcstudio.guarded_files import read_bytes
from abcstudio.notation.score import Score

_DIGEST_BYTES = 3
_SIZE = 2 * _DIGEST_BYTES
_MAX_BYTES = 4_000_000


class KnownRuns:
    """The digests in ascending order, as they stand in a file.

    Attributes:
        data: All of them, each of six bytes.
    """

    def __init__(self, data: bytes) -> None:
        """Take the digests, which stand in ascending order.

        Raises:
            ValueError: The last one is cut off.
        """
        if len(data) % _SIZE:
            raise ValueError("the known measures are cut off")
        self.data = data

    @classmethod
    def of(cls, scores: Iterable[Score]) -> "KnownRuns":
        """Return the runs of tunes."""
        runs = (run for score in scores for _, _, run in runs_of(score))
        return cls(b"".join(sorted({_key(run) for run in runs if says_something(run)})))

    @classmethod
    def load(cls, path: Path) -> "KnownRuns":
        """Return the runs that a file holds.

        Raises:
            TextFileError: The file is damaged.
            OSError: It cannot be read.
        """
        try:
            return cls(read_bytes(path, _MAX_BYTES))
        except ValueError as error:
            raise TextFileError("runs.damaged", path=path) from error

    def __len__(self) -> int:
        return len(self.data) // _SIZE

    def __getitem__(self, place: int) -> bytes:
        """Return a digest, nothing behind the last one."""
        return self.data[place * _SIZE : (place + 1) * _SIZE]

    def begins(self, measures: Sequence[PlacedNotes]) -> bool:
        """Return whether a run begins with some measures, all but its last."""
        beginning = melody_digest(measures)[:_DIGEST_BYTES]
        return self[bisect_left(self, beginning)].startswith(beginning)

    def holds(self, run: Sequence[PlacedNotes]) -> bool:
        """Return whether a run is known."""
        key = _key(run)
        return self[bisect_left(self, key)] == key

    def quoted(self, score: Score) -> bool:
        """Return whether a tune says one of them."""
        return any(self.holds(run) for _, _, run in runs_of(score))


def _key(run: Sequence[PlacedNotes]) -> bytes:
    beginning = melody_digest(run[: RUN_MEASURES - 1])[:_DIGEST_BYTES]
    return beginning + melody_digest(run)[:_DIGEST_BYTES]
