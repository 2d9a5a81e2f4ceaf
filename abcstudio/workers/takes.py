"""The history of takes, read and written in the background."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.composing.take_history import (
    RememberedTake,
    forget_take,
    remember_take,
    remembered_takes,
)
from abcstudio.corpus.tunebook import split_tunebook
from abcstudio.notation.reader.parser import parse
from abcstudio.own_files import DamagedFile
from abcstudio.workers.job import Report, ShouldStop

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


def count_problems(
    takes: Iterable[RememberedTake], _report: Report, should_stop: ShouldStop
) -> dict[str, int]:
    """Return how many problems takes have, by their keys."""
    counts = {}
    for take in takes:
        tunes = split_tunebook(take.text)[:1]
        found = (len(parse(tune.text, tune.file_header, should_stop).diagnostics) for tune in tunes)
        counts[take.key] = sum(found)
    return counts


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
