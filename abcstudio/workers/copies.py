"""Copies of unsaved texts, written in the shape that `Job` runs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from abcstudio.files import atomic_write
from abcstudio.workers.job import Report, ShouldStop


@dataclass(frozen=True, slots=True)
class Copy:
    """What a file is to hold: a document's text as it was at one of its revisions."""

    key: int
    revision: int
    content: Mapping[str, str | None]
    file: Path


def write_copies(
    copies: tuple[Copy, ...], _report: Report, _should_stop: ShouldStop
) -> tuple[OSError | None, ...]:
    """Write copies; what it returns is as for `try_to_write`. A wish to stop comes too late."""
    return try_to_write(copies)


def try_to_write(copies: tuple[Copy, ...]) -> tuple[OSError | None, ...]:
    """Write copies; return for each why it cannot be written, or None."""
    return tuple([_try_to_write(copy) for copy in copies])


def _try_to_write(copy: Copy) -> OSError | None:
    try:
        atomic_write(copy.file, json.dumps(copy.content, ensure_ascii=True).encode())
    except OSError as error:
        return error
    return None
