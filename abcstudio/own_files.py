"""The program's own small files: read within bounds; one that cannot be used is put aside.

A file that a person or another program has damaged costs itself only. It is never written over:
what it holds is kept as NAME.damaged beside it.
"""

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from abcstudio.bounded_json import parse_json
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes

log = logging.getLogger(__name__)

MAX_OWN_BYTES = 16_000_000

_SUFFIX = ".damaged"


@dataclass(frozen=True, slots=True)
class DamagedFile:
    """An own file that cannot be used.

    Attributes:
        path: Where it stood.
        kept: Where it is now; None where it could not be moved.
        error: What is wrong with it.
        parts: The names of what does not fit in it, where all else is used; the file stays then,
            and what is kept is a copy.
    """

    path: Path
    kept: Path | None
    error: Exception
    parts: tuple[str, ...] = ()


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
        tell: Called where a file is there but cannot be used, after it was put aside.
        limit: How many bytes it may have.
    """
    try:
        data = parse_json(read_bytes(path, limit))
        if not isinstance(data, dict):
            raise ValueError("no object of names and values")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        tell(put_aside(path, error))
        return None
    return data


def put_aside(path: Path, error: Exception) -> DamagedFile:
    """Keep a damaged file under another name, whatever it is; what it holds stays as it is."""
    kept: Path | None = None
    try:
        # A link is moved itself, not what it leads to.
        kept = path.rename(_free_name(path))
    except OSError as why_not:
        log.warning("%s cannot be put aside: %s", path, why_not)
    log.warning("%s cannot be used (%s); it is now %s", path, error, kept or "where it was")
    return DamagedFile(path, kept, error)


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
    return DamagedFile(path, kept, error, tuple(parts))


def _free_name(path: Path) -> Path:
    names = (f"{path.name}{_SUFFIX}" + (f"-{n}" if n > 1 else "") for n in count(1))
    return next(other for name in names if not os.path.lexists(other := path.with_name(name)))
