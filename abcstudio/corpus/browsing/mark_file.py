"""The marks of tunes in a JSON file that can be read and edited by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes
from abcstudio.corpus.browsing.tune_marks import NO_MARK, Marks, TuneMark, tags_in
from abcstudio.own_files import Tell, pass_over, read_own_file, write_own_file

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
