"""Several sources as one: a small file that names them, each with a weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import json_bytes, parse_json
from abcstudio.errors import CorpusError
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes
from abcstudio.messages import reason

SUFFIX = ".sources"
MAX_WEIGHT = 9
MAX_PARTS = 50
"""How many sources a user can combine."""
MOST_READ = 10_000
"""How many parts a file may have: *All sources* has one for each listed source."""

_VERSION = 1
_MOST_BYTES = 4_000_000
_LONGEST_PATH = 4096


@dataclass(frozen=True, slots=True)
class SourcePart:
    """One of several sources.

    Attributes:
        path: The file or folder.
        weight: How many times its tunes stand in a text to learn from.
        own_name: Its name in the tunes' `file`; "" for the name of the file or folder.
    """

    path: str
    weight: int = 1
    own_name: str = ""

    @property
    def name(self) -> str:
        """Its name in the tunes' `file`."""
        return self.own_name or Path(self.path).name

    def data(self) -> dict[str, Any]:
        """Return it as plain data for a file."""
        data: dict[str, Any] = {"path": self.path, "weight": self.weight}
        return {**data, "name": self.own_name} if self.own_name else data


def is_combination(path: Path) -> bool:
    """Return whether a file is named as one that combines sources."""
    return path.suffix.lower() == SUFFIX


def save_combination(path: Path, parts: Sequence[SourcePart]) -> None:
    """Write the file that combines sources.

    Raises:
        OSError: It cannot be written; the old one is unchanged.
    """
    data = {"version": _VERSION, "sources": [part.data() for part in parts]}
    atomic_write(path, json_bytes(data))


def load_combination(path: Path) -> tuple[SourcePart, ...]:
    """Read what `save_combination` wrote.

    Raises:
        CorpusError: It cannot be read, or holds something else.
    """
    unusable = CorpusError("corpus.no_combination", path=path)
    try:
        data = parse_json(read_bytes(path, _MOST_BYTES))
    except OSError as error:
        raise CorpusError("corpus.unreadable", path=path, reason=reason(error)) from error
    except ValueError as error:
        raise unusable from error
    parts = parts_from(data.get("sources")) if isinstance(data, Mapping) else None
    if not parts:
        raise unusable
    return parts


def parts_from(data: Any) -> tuple[SourcePart, ...] | None:
    """Return the sources of plain data, none twice; None where it is something else."""
    if not isinstance(data, list) or len(data) > MOST_READ:
        return None
    parts: dict[str, SourcePart] = {}
    for one in data:
        part = _part_from(one)
        if part is None:
            return None
        parts[part.path] = part
    return tuple(parts.values())


def _part_from(data: Any) -> SourcePart | None:
    path, weight = (data.get("path"), data.get("weight", 1)) if isinstance(data, dict) else ("", 0)
    if not isinstance(path, str) or not 0 < len(path) <= _LONGEST_PATH:
        return None
    # A combination of combinations could combine itself.
    if is_combination(Path(path)) or type(weight) is not int or not 1 <= weight <= MAX_WEIGHT:
        return None
    name = data.get("name", "")
    return SourcePart(path, weight, name if isinstance(name, str) else "")
