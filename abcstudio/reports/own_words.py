"""What a person has said for their report, and how they want it: kept as one readable file."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes
from abcstudio.field_values import Choice, Flag, PathName, Several, String, fitting, kept
from abcstudio.own_files import Tell, read_own_file, write_own_file

LANGUAGES = ("en", "uk")
BOXES = ("aim", "analysis", "quality", "effort")
"""What only a person can say, in the order of the report."""

MOST_CHARACTERS = 20_000
MOST_RUNS = 6
_FILE = "words.json"
_NEWER = "newer"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """A person's part of their report.

    Attributes:
        author, group: Who they are, in their own words.
        language: What the report is in, "" where it was not chosen.
        aim, analysis, quality, effort: The boxes.
        tells_hints: Append how often each lesson was checked and how many hints were shown.
        runs: The names of the folders of the runs it tells of, the one told in full first.
        newer: What only a newer version of the program knows.
    """

    author: str = kept("", String(300))
    group: str = kept("", String(300))
    language: str = kept("", Choice(("", *LANGUAGES)))
    aim: str = kept("", String(MOST_CHARACTERS))
    analysis: str = kept("", String(MOST_CHARACTERS))
    quality: str = kept("", String(MOST_CHARACTERS))
    effort: str = kept("", String(MOST_CHARACTERS))
    tells_hints: bool = kept(False, Flag())
    runs: tuple[str, ...] = kept((), Several(PathName(), MOST_RUNS))
    newer: Mapping[str, Any] = field(default_factory=dict)


def read_own_words(folder: Path, tell: Tell) -> OwnWords:
    """Return what was said; what does not fit is passed over."""
    data = read_own_file(folder / _FILE, tell) or {}
    known = {item.name for item in fields(OwnWords)}
    newer = {name: value for name, value in data.items() if name not in known}
    return OwnWords(**fitting(OwnWords, data), newer=newer)


def write_own_words(folder: Path, words: OwnWords) -> None:
    """Keep what was said.

    Raises:
        OSError: It cannot be written; what was kept before is unchanged.
    """
    data = asdict(words)
    folder.mkdir(parents=True, exist_ok=True)
    write_own_file(folder / _FILE, json_bytes({**data.pop(_NEWER), **data}))
