"""Small disks of their own that run full or become read-only; to mount one needs the right to."""

import errno
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

DISK_BYTES = 400_000


@contextmanager
def own_disk(place: Path) -> Iterator[None]:
    """Mount a small file system in memory for the time of the block; raises OSError if refused."""
    place.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={DISK_BYTES}", "none", str(place))
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _mount(*arguments: str) -> None:
    found = subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)
    if found.returncode:
        raise OSError(errno.EPERM, found.stderr.strip())


def full_disk(disk: Path) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return what fills a disk and what empties it again."""
    filler = disk / "filler"

    def fill() -> None:
        with suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(512))

    return fill, filler.unlink


def read_only(disk: Path) -> tuple[Callable[[], None], Callable[[], None]]:
    """Return what makes a disk read-only and what makes it writable again."""
    return partial(_mount, "-o", "remount,ro", str(disk)), partial(
        _mount, "-o", "remount,rw", str(disk)
    )
