"""Stars, tags and what is left out: read once, written in the background after each change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from abcstudio.bounded_json import json_bytes
from abcstudio.corpus.browsing.tune_marks import (
    NO_MARK,
    Change,
    Marks,
    TuneMark,
    changed,
    mark_key,
    tags_in,
)
from abcstudio.corpus.tune import Tune
from abcstudio.own_files import Tell, pass_over, read_own_file, write_own_file
from abcstudio.paths import marks_file
from abcstudio.ui.datasets.tune_sources import TuneSources
from abcstudio.ui.services.newest_writer import NewestWriter
from abcstudio.ui.services.studio import Studio
from abcstudio.workers.tunes import TunesRead

FORMAT_VERSION = 1
_OWN = ("format", "tunes")
_LONGEST_KEY = 64


@dataclass(frozen=True, slots=True)
class KeptMarks:
    """What the file holds.

    Attributes:
        newer: What only a newer version of the program knows, kept as it is.
    """

    marks: Marks = field(default_factory=dict)
    newer: Mapping[str, Any] = field(default_factory=dict)


def load_marks(path: Path, tell: Tell = pass_over) -> KeptMarks:
    """Read marks; what does not fit is left out.

    Args:
        path: The file.
        tell: Called where it cannot be used at all, after it was put aside.
    """
    data = read_own_file(path, tell) or {}
    listed = data.get("tunes")
    found = listed.items() if isinstance(listed, dict) else ()
    # Of many tunes few marks are different.
    shared: dict[TuneMark, TuneMark] = {}
    marks = {
        key: shared.setdefault(mark, mark)
        for key, mark in ((key, _read(value)) for key, value in found if len(key) <= _LONGEST_KEY)
    }
    newer = {name: value for name, value in data.items() if name not in _OWN}
    return KeptMarks({key: mark for key, mark in marks.items() if mark != NO_MARK}, newer)


def save_marks(kept: KeptMarks, path: Path) -> None:
    """Write marks, and with them what a newer version had kept there.

    Raises:
        OSError: The file cannot be written; the old one is unchanged.
    """
    tunes = {key: _data(mark) for key, mark in kept.marks.items()}
    write_own_file(path, json_bytes({"format": FORMAT_VERSION, "tunes": tunes, **kept.newer}))


def _data(mark: TuneMark) -> dict[str, Any]:
    data: dict[str, Any] = {"starred": mark.is_starred, "excluded": mark.is_excluded}
    data["tags"] = list(mark.tags)
    return {name: value for name, value in data.items() if value}


def _read(value: object) -> TuneMark:
    if not isinstance(value, dict):
        return NO_MARK
    tags = value.get("tags")
    words = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    return TuneMark(
        value.get("starred") is True, value.get("excluded") is True, tags_in(" ".join(words))
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A change of marks: its words, and the marks before it."""

    words: str
    before: dict[str, TuneMark]


class MarksKeeper(QObject):
    """Holds the marks of all tunes, whichever source they stand in.

    Signals:
        changed: Some tunes are marked otherwise.
    """

    changed = Signal()

    def __init__(self, studio: Studio, parent: QObject) -> None:
        super().__init__(parent)
        self._studio = studio
        self._kept: KeptMarks | None = None
        self._writer = NewestWriter(studio, marks_file, self._saving, self)
        self._steps: list[_Step] = []

    @property
    def steps(self) -> tuple[str, ...]:
        """The words of the changes of this session that can be undone, the latest at the end."""
        return tuple(step.words for step in self._steps)

    @property
    def marks(self) -> Marks:
        """All of them; read from the disk the first time."""
        return self._read().marks

    def of(self, tune: Tune) -> TuneMark:
        """Return what is said of a tune."""
        return self.marks.get(mark_key(tune), NO_MARK)

    def change(self, keys: Iterable[str], change: Change, words: str) -> Marks:
        """Mark the tunes of some keys otherwise, one step of undo; return the marks before."""
        before = dict(self.marks)
        self._steps.append(_Step(words, before))
        self._set(changed(before, keys, change))
        return before

    def follow(self, moved: Mapping[str, str]) -> None:
        """Mark tunes whose texts are others now as they were marked; no step of undo.

        Args:
            moved: For each key of before the key of now.
        """
        after = dict(self.marks)
        for marks in (after, *(step.before for step in self._steps)):
            marks.update((now, marks[old]) for old, now in moved.items() if old in marks)
        self._set(after)

    def undo(self) -> None:
        """Take the latest change back."""
        if self._steps:
            self.restore(self._steps[-1].before)

    def restore(self, marks: Marks) -> None:
        """Go back to the marks before a change; what came after it goes, too."""
        at = next((n for n, step in enumerate(self._steps) if step.before is marks), None)
        if at is not None:
            del self._steps[at:]
            self._set(marks)

    def _set(self, marks: Marks) -> None:
        self._kept = replace(self._read(), marks=marks)
        self.changed.emit()
        self._writer.write()

    def _saving(self, path: Path) -> Callable[[], object]:
        return partial(save_marks, self._read(), path)

    def _read(self) -> KeptMarks:
        if self._kept is None:
            self._kept = load_marks(marks_file(), self._studio.tell_damaged)
        return self._kept


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
