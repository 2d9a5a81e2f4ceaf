"""Keeps the marks of tunes whose files were changed by others."""

from PySide6.QtCore import QObject

from abcstudio.corpus.browsing.tune_marks import Marks
from abcstudio.ui.datasets.browsing.marks_keeper import MarksKeeper
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.workers.tunes import TunesRead


class MarksFollower(QObject):
    """Compares each reading of a source with the one before.

    A mark is kept under the text of its tune. Of a tune that is edited in its file it would be
    lost, and what was left out would be learned from.
    """

    def __init__(self, sources: TuneSources, keeper: MarksKeeper) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._read: TunesRead | None = None
        sources.finished.connect(self._on_read)

    def _on_read(self, read: TunesRead) -> None:
        before, self._read = self._read, read
        if before is None or before.path != read.path:
            return
        moved = _moved(before, read, self._keeper.marks)
        if moved:
            self._keeper.follow(moved)


def _moved(before: TunesRead, now: TunesRead, marks: Marks) -> dict[str, str]:
    """Return the new keys of marked tunes that have other texts, by the old ones."""
    kept = set(now.index.keys)
    lost = {
        tune.known_by: key
        for tune, key in zip(before.tunes, before.index.keys, strict=True)
        if key in marks and key not in kept
    }
    if not lost:
        return {}
    known = set(before.index.keys)
    return {
        lost[tune.known_by]: key
        for tune, key in zip(now.tunes, now.index.keys, strict=True)
        if tune.known_by in lost and key not in known and key not in marks
    }
