"""The program's own small files: read within bounds; one that cannot be used is put aside.

A file that a person or another program has damaged costs itself only. It is never written over:
what it holds is kept as NAME.damaged beside it. One that cannot be read may be well: it stays as it
is, and nothing is written over it before it was read.
"""

import errno
import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from abcstudio.bounded_json import parse_json
from abcstudio.files import atomic_write
from abcstudio.guarded_files import RefusedFileError, read_bytes

log = logging.getLogger(__name__)

MAX_OWN_BYTES = 16_000_000

_SUFFIX = ".damaged"
_spared: set[Path] = set()
_Read = TypeVar("_Read")


class SparedFileError(OSError):
    """An own file is not written over, because this process could not read what it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DamagedFile:
    """An own file that cannot be used.

    Attributes:
        path: Where it stood.
        kept: Where it is now; None where it could not be moved.
        error: What is wrong with it.
        parts: The names of what does not fit in it, where all else is used; the file stays then,
            and what is kept is a copy.
        is_spared: It could not be read, as where a person has no right to: it stays as it is.
    """

    path: Path
    kept: Path | None
    error: Exception
    parts: tuple[str, ...] = ()
    is_spared: bool = False


Tell = Callable[[DamagedFile], object]
"""What is called with each own file that cannot be used."""


def pass_over(_damaged: DamagedFile) -> None:
    """Report nothing; a line in the log is written in any case."""


def read_own_file(
    path: Path, tell: Tell = pass_over, limit: int = MAX_OWN_BYTES
) -> dict[str, Any] | None:
    """Return the JSON object of a file of the program; None where there is none to be used.

    Args:
        path: The file.
        tell: Called where a file is there but cannot be used, after it was put aside; one that
            cannot be read stays where it is.
        limit: How many bytes it may have.
    """
    return _used(path, tell, limit, _object)


def read_own_text(path: Path, tell: Tell = pass_over, limit: int = MAX_OWN_BYTES) -> str | None:
    """Return the text of a file of the program; None where there is none to be used.

    Args:
        path: The file.
        tell: Called as by `read_own_file`.
        limit: How many bytes it may have.
    """
    return _used(path, tell, limit, _text)


def _used(path: Path, tell: Tell, limit: int, parse: Callable[[bytes], _Read]) -> _Read | None:
    try:
        data = parse(read_bytes(path, limit))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (RefusedFileError, ValueError) as error:
        tell(put_aside(path, error))
        return None
    except OSError as error:
        log.warning("%s cannot be read (%s) and stays as it is", path, error)
        _spared.add(path)
        tell(DamagedFile(path=path, kept=None, error=error, is_spared=True))
        return None
    _spared.discard(path)
    return data


def _object(data: bytes) -> dict[str, Any]:
    found = parse_json(data)
    if not isinstance(found, dict):
        raise ValueError("no object of names and values")
    return found


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n")


def write_own_file(path: Path, data: bytes) -> None:
    """Write a file of the program, unless that could not be read when it should have been.

    Raises:
        SparedFileError: It could not be read, and is there.
        OSError: It cannot be written; the old one is unchanged.
    """
    if path in _spared and os.path.lexists(path):
        raise SparedFileError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    atomic_write(path, data)


def put_aside(path: Path, error: Exception) -> DamagedFile:
    """Keep a damaged file under another name, whatever it is; what it holds stays as it is."""
    kept: Path | None = None
    try:
        # A link is moved itself, not what it leads to.
        kept = path.rename(_free_name(path))
    except OSError as why_not:
        log.warning("%s cannot be put aside: %s", path, why_not)
    log.warning("%s cannot be used (%s); it is now %s", path, error, kept or "where it was")
    return DamagedFile(path=path, kept=kept, error=error)


def copy_aside(path: Path, parts: Sequence[str]) -> DamagedFile:
    """Keep a copy of a file of which some parts do not fit, before it is written anew."""
    error = ValueError(", ".join(parts))
    kept: Path | None = None
    try:
        copy = _free_name(path)
        atomic_write(copy, read_bytes(path, MAX_OWN_BYTES))
        kept = copy
    except OSError as why_not:
        log.warning("%s cannot be copied: %s", path, why_not)
        kept = None
    log.warning("In %s these do not fit: %s; a copy is %s", path, error, kept)
    return DamagedFile(path=path, kept=kept, error=error, parts=tuple(parts))


def _free_name(path: Path) -> Path:
    names = (f"{path.name}{_SUFFIX}" + (f"-{n}" if n > 1 else "") for n in count(1))
    return next(other for name in names if not os.path.lexists(other := path.with_name(name)))
