"""Limits that the system holds a process of typed code to, and what they are."""

import sys
from dataclasses import dataclass
from pathlib import Path

from abcstudio.guarded_files import is_file, read_bytes

MB = 1_000_000
MOST_TIMES_KEPT_WAITING = 100
"""By the clock code may run so many times as long as it may where it is never kept waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What typed code may use.

    Attributes:
        seconds: How long it may run; while others have the processors does not count.
        memory_bytes: What it may take beyond what the libraries have.
        file_bytes: How long a file of it may become.
        folder_bytes: What all its files may take together.
        output_characters: What it may print; of more the beginning is kept.
        processes: Itself included.
    """

    seconds: float = 5.0
    memory_bytes: int = 2000 * MB
    file_bytes: int = 1 * MB
    folder_bytes: int = 8 * MB
    output_characters: int = 64_000
    processes: int = 4


def most_seconds(limits: Limits) -> float:
    """Return how long code may run by the clock, whoever has the processors."""
    return limits.seconds * (MOST_TIMES_KEPT_WAITING if tells_waiting() else 1)


def tells_waiting() -> bool:
    """Return whether the system tells how long a process was kept waiting."""
    return is_file(waiting_of("self"))


def waiting_of(process: int | str) -> Path:
    """Return the file in which Linux tells how long a process was kept waiting."""
    return Path("/proc", str(process), "schedstat")


def limit_this_process(limits: Limits) -> None:
    """Let the system refuse this process memory and file lengths beyond its limits.

    On macOS memory is not limited so; on Windows the parent's job object does it.
    """
    if sys.platform == "win32":
        return
    import resource

    _lower(resource.RLIMIT_FSIZE, limits.file_bytes)
    _lower(resource.RLIMIT_CORE, 0)
    # A process that its parent no longer watches ends all the same.
    _lower(resource.RLIMIT_CPU, int(_used_seconds() + 4 * limits.seconds) + 1)
    limit_memory(limits.memory_bytes)


def limit_memory(more: int) -> None:
    """Let the system refuse this process more memory than so many bytes beyond what it has."""
    in_use = _address_bytes()
    if sys.platform != "win32" and in_use:
        import resource

        _lower(resource.RLIMIT_AS, in_use + more)


if sys.platform != "win32":

    def _lower(which: int, most: int) -> None:
        import resource

        _, hard = resource.getrlimit(which)
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (least, hard))

    def _used_seconds() -> float:
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        return used.ru_utime + used.ru_stime


def _address_bytes() -> int:
    """Return the addresses that this process has in use, 0 where the system does not tell."""
    status = Path("/proc/self/statm")
    try:
        import resource

        pages = int(_first_word(status))
        return pages * resource.getpagesize()
    except (ImportError, OSError, ValueError):
        return 0


def _first_word(path: Path) -> bytes:
    return read_bytes(path, 10_000).split()[0]
