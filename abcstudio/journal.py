"""A file that grows by entries: whatever ends the program, each entry that was added is whole.

An entry is a line of JSON behind its checksum, with a line break before and after it. So an entry
that is torn, overwritten or unreadable costs itself only. Processes take turns by a lock file.
"""

import errno
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.files import atomic_write_pieces, open_for_appending, sync_folder
from abcstudio.guarded_files import read_bytes
from abcstudio.temporary_files import wait_for_lock

MAX_JOURNAL_BYTES = 256_000_000
LOCK_SUFFIX = ".lock"

_SUM_LENGTH = 8
Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Journal:
    """What a journal holds.

    Attributes:
        entries: In the order of their adding.
        damaged: The lines that are no entries.
    """

    entries: tuple[dict[str, Any], ...] = ()
    damaged: tuple[bytes, ...] = ()


def read_journal(path: Path, *, having: bytes = b"") -> Journal:
    """Return what a journal holds; nothing where there is none.

    Args:
        path: The journal.
        having: Only lines in which these bytes stand are looked at; of a long journal that is a
            small part of the work.

    Raises:
        UnreadableFileError: It cannot be read, is no regular file or too large.
    """
    try:
        data = read_bytes(path, MAX_JOURNAL_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return Journal()
    entries, damaged = [], []
    for line in data.split(b"\n"):
        if not line or having not in line:
            continue
        try:
            entries.append(_entry(line))
        except ValueError:
            damaged.append(line)
    return Journal(tuple(entries), tuple(damaged))


def add_to_journal(path: Path, entries: Iterable[Entry]) -> None:
    """Add entries; when this returns, they outlive the power.

    Raises:
        OSError: They cannot be written; the journal is as it was before.
    """
    data = b"".join(map(_line, entries))
    path.parent.mkdir(parents=True, exist_ok=True)
    with journal_lock(path), open_for_appending(path) as file:
        size = file.seek(0, os.SEEK_END)
        try:
            if file.write(data) != len(data):
                # What a disk does that has room for a part of it.
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            os.fsync(file.fileno())
        except OSError:
            file.truncate(size)
            raise
        if not size:
            sync_folder(path.parent)


def rewrite_journal(path: Path, entries: Iterable[Entry]) -> None:
    """Let a journal hold these entries only; the caller has its lock.

    Raises:
        UnwritableFileError: It cannot be written; the journal is as it was before.
    """
    atomic_write_pieces(path, map(_line, entries))


@contextmanager
def journal_lock(path: Path) -> Iterator[None]:
    """Keep other processes from writing into a journal for a while, where there are locks.

    Raises:
        OSError: No file can be made in the journal's folder.
    """
    with open_for_appending(path.with_name(path.name + LOCK_SUFFIX)) as file:
        with suppress(OSError):  # Not every file system has locks.
            wait_for_lock(file.fileno())
        yield


def _line(entry: Entry) -> bytes:
    data = json.dumps(entry, ensure_ascii=True).encode()
    return b"\n%08x %s\n" % (zlib.crc32(data), data)


def _entry(line: bytes) -> dict[str, Any]:
    data = line[_SUM_LENGTH + 1 :]
    if line[: _SUM_LENGTH + 1] != b"%08x " % zlib.crc32(data):
        raise ValueError("another checksum")
    entry = parse_json(data)
    if not isinstance(entry, dict):
        raise ValueError("no entry")
    return entry
