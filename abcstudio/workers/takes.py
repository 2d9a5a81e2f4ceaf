"""The history of takes, read and written in the background."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.composing.take_history import (
    RememberedTake,
    forget_take,
    remember_take,
    remembered_takes,
)
from abcstudio.own_files import DamagedFile

Changes = Mapping[str, RememberedTake | None]
"""Takes by their keys; None for one that is to be forgotten."""


@dataclass(frozen=True, slots=True)
class TakesRead:
    """The takes of earlier sessions, newest first, and files among them that are none."""

    takes: tuple[RememberedTake, ...]
    damaged: tuple[DamagedFile, ...]


def read_takes(folder: Path) -> TakesRead:
    """Read the takes of earlier sessions."""
    damaged: list[DamagedFile] = []
    takes = remembered_takes(folder, damaged.append)
    return TakesRead(takes, tuple(damaged))


def write_takes(folder: Path, changes: Changes) -> dict[str, OSError]:
    """Write and remove takes; return what kept each of some from it."""
    failed = {}
    for key, take in changes.items():
        try:
            if take is None:
                forget_take(folder, key)
            else:
                remember_take(folder, take)
        except OSError as error:
            failed[key] = error
    return failed
