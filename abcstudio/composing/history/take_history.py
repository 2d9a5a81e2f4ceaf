"""The history of takes: one journal for all sessions, whose oldest go once there are too many.

Whatever is damaged in it costs only itself.
"""

import logging
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.composing.history.remembered_take import (
    RememberedTake,
    is_take_key,
    take_data,
    take_from,
)
from abcstudio.composing.history.take_numbers import old_files
from abcstudio.files import write_beside
from abcstudio.guarded_files import RefusedFileError, read_bytes
from abcstudio.journal import (
    Journal,
    add_to_journal,
    journal_lock,
    read_journal,
    rewrite_journal,
)
from abcstudio.own_files import Tell, pass_over, put_aside

log = logging.getLogger(__name__)

MAX_TAKES = 500
"""How many takes are remembered; those that are marked as kept do not count."""

_JOURNAL = "takes.journal"
_MAX_FILES = 2000
_MAX_FILE_BYTES = 1_000_000
MAX_OUTDATED = 500
"""So many entries that others have taken the place of are worth writing the journal anew."""

_FORMAT = 2
_REMOVED = "removed"

Changes = Mapping[str, RememberedTake | None]
"""Takes by their keys; None for one that is to be forgotten."""


@dataclass(frozen=True, slots=True)
class History:
    """What is known of takes.

    Attributes:
        takes: The newest first.
        damaged: How many entries are no takes.
        kept: Where these are now; None where they could not be put aside.
    """

    takes: tuple[RememberedTake, ...] = ()
    damaged: int = 0
    kept: Path | None = None


def journal_of(folder: Path) -> Path:
    """Return the file that takes are kept in."""
    return folder / _JOURNAL


def change_takes(folder: Path, changes: Changes) -> None:
    """Add takes to the history, change some and forget some, all or none of it.

    Raises:
        OSError: It cannot be written; what was there before is unchanged.
    """
    add_to_journal(journal_of(folder), [_entry(key, take) for key, take in changes.items()])


def listed_takes(folder: Path) -> History:
    """Return the takes as they stand in the history; nothing is written or put aside.

    Raises:
        OSError: The history is there, and cannot be read.
    """
    found = _merged(read_journal(journal_of(folder)))
    takes = dict(found.takes)
    for path in old_files(folder)[-_MAX_FILES:]:
        if path.stem not in found.entries and (take := _old(path, None)) is not None:
            takes[take.key] = take
    return History(_recent(takes.values()), len(found.damaged))


def remembered_take(folder: Path, key: str) -> RememberedTake | None:
    """Return one take, None where it is not kept; the others are not read.

    Raises:
        OSError: The history is there, and cannot be read.
    """
    return _merged(read_journal(journal_of(folder), having=key.encode())).takes.get(key)


def remembered_takes(folder: Path, tell: Tell = pass_over) -> History:
    """Return the takes; those beyond `MAX_TAKES` are forgotten, never a kept one.

    The files of an earlier version go into the history. What is no take is put aside.

    Args:
        folder: That of the history.
        tell: Called with each file that cannot be used, after it was put aside.
    """
    path, is_locked = journal_of(folder), False
    with ExitStack() as stack:
        try:
            if folder.is_dir():
                stack.enter_context(journal_lock(path))
                is_locked = True
        except OSError as error:
            log.warning("The takes are read while others may write them: %s", error)
        journal = _read(path, tell)
        found = _merged(journal or Journal())
        takes, files = dict(found.takes), list[Path]()
        for file in reversed(old_files(folder)[-_MAX_FILES:]):
            take = None if file.stem in found.entries else _old(file, tell)
            if take is not None:
                takes[take.key] = take
            if take is not None or file.stem in found.entries:
                files.append(file)
        recent = _recent(takes.values())
        # Without the lock another process may be in the middle of an entry.
        kept = _put_aside(folder, found.damaged) if is_locked else None
        is_outdated = found.outdated > MAX_OUTDATED or len(recent) < len(takes)
        is_safe = journal is not None and (kept is not None or not found.damaged)
        if is_locked and is_safe and (files or is_outdated or found.damaged):
            _write_anew(path, recent, files)
    return History(recent, len(found.damaged), kept)


@dataclass(frozen=True, slots=True)
class _Merged:
    """A journal, each take as its last entry says.

    Attributes:
        entries: The keys that are named in it, also of what was removed.
        damaged: The lines that are no takes.
        outdated: How many entries tell of nothing that is still so.
    """

    takes: Mapping[str, RememberedTake]
    entries: frozenset[str]
    damaged: tuple[bytes, ...]
    outdated: int


def _merged(journal: Journal) -> _Merged:
    last: dict[str, Mapping[str, Any]] = {}
    takes, damaged = dict[str, RememberedTake](), list(journal.damaged)
    for entry in journal.entries:
        key = entry.get("key")
        if isinstance(key, str) and is_take_key(key):
            last[key] = entry
        else:
            damaged.append(_line(entry))
    for key, told in last.items():
        if told.get(_REMOVED) is True:
            continue
        try:
            takes[key] = take_from(key, told)
        except (ValueError, TypeError):
            damaged.append(_line(told))
    outdated = len(journal.entries) - len(takes)
    return _Merged(takes, frozenset(last), tuple(damaged), outdated)


def _line(entry: Mapping[str, Any]) -> bytes:
    return repr(entry).encode("utf-8", "backslashreplace")


def _entry(key: str, take: RememberedTake | None) -> dict[str, Any]:
    if take is None:
        return {"format": _FORMAT, "key": key, _REMOVED: True}
    return {"format": _FORMAT, **take_data(take)}


def _recent(takes: Iterable[RememberedTake]) -> tuple[RememberedTake, ...]:
    """Return takes, the newest first, without those that are too old."""
    found = sorted(takes, key=lambda take: (take.number, take.key), reverse=True)
    too_old = {take.key for take in [take for take in found if not take.is_kept][MAX_TAKES:]}
    return tuple(take for take in found if take.key not in too_old)


def _read(path: Path, tell: Tell) -> Journal | None:
    """Return what a journal holds; None where the system keeps it from being read."""
    try:
        return read_journal(path)
    except RefusedFileError as error:
        tell(put_aside(path, error))
        return Journal()
    except OSError as error:
        # Perhaps a passing trouble: the takes may be well.
        log.warning("The takes in %s cannot be read: %s", path, error)
        return None


def _old(path: Path, tell: Tell | None) -> RememberedTake | None:
    """Return the take of a file of an earlier version; without `tell`, leave a damaged one."""
    try:
        take = take_from(path.stem, parse_json(read_bytes(path, _MAX_FILE_BYTES)))
        return replace(take, made=max(0, int(path.stat().st_mtime)))
    except (RefusedFileError, ValueError, TypeError) as error:
        if tell is not None:
            tell(put_aside(path, error))
    except OSError as error:
        log.warning("The take %s cannot be read: %s", path, error)
    return None


def _put_aside(folder: Path, damaged: tuple[bytes, ...]) -> Path | None:
    if not damaged:
        return None
    log.warning("%d entries of the takes are damaged", len(damaged))
    try:
        return write_beside(folder, _JOURNAL, ".damaged", b"\n".join(damaged) + b"\n")
    except OSError as error:
        log.warning("They cannot be put aside: %s", error)
    return None


def _write_anew(path: Path, takes: Iterable[RememberedTake], files: Iterable[Path]) -> None:
    try:
        rewrite_journal(path, [_entry(take.key, take) for take in reversed(tuple(takes))])
        for file in files:
            file.unlink(missing_ok=True)
    except OSError as error:
        log.warning("The history of takes cannot be written anew: %s", error)
