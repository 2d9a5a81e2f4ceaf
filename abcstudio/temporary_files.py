"""Temporary files and folders of the program: made, and swept where a killed process left them.

One that is in use is locked, and the system frees the lock when its process ends, however it ends.
So what another program of the same kind is writing just now is never taken away.
"""

import os
import secrets
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def lock(descriptor: int) -> None:
        """Lock an open file for this process; raises OSError where another one has locked it."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def wait_for_lock(descriptor: int) -> None:
        """Lock an open file as soon as no other process has; OSError after ten seconds."""
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def lock(descriptor: int) -> None:
        """Lock an open file for this process; raises OSError where another one has locked it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def wait_for_lock(descriptor: int) -> None:
        """Lock an open file as soon as no other process has; OSError where there are no locks."""
        fcntl.flock(descriptor, fcntl.LOCK_EX)


SUFFIX = ".tmp"
LOCK_FILE = ".lock"

_OWN_SUFFIX = f".abcstudio{SUFFIX}"
# Right after its making, and between its closing and its renaming, a file is not locked.
_YOUNG_SECONDS = 60.0
# Of a file or folder that nothing locks: what earlier versions made, and other file systems.
_STALE_SECONDS = 3600.0
# A folder's files may still be open in another program.
_FOLDER_SECONDS = 3600.0
# What is random in a name, its dots and its suffix still fit into 255 bytes.
_MAX_PREFIX_BYTES = 200
_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_TRIES = 100


def make_temporary(target: Path, mode: int) -> tuple[int, Path]:
    """Make an empty file beside the one that it is to replace; return its descriptor and it.

    Args:
        target: The file to be replaced.
        mode: Its permissions, from which the system takes what the process's mask takes away.

    Raises:
        OSError: It cannot be made.
    """
    for _ in range(_TRIES):
        name = f"{_prefix(target)}{secrets.token_hex(4)}{_OWN_SUFFIX}"
        path = target.with_name(name)
        with suppress(FileExistsError):
            descriptor = os.open(path, _FLAGS, mode)
            with suppress(OSError):  # Not every file system has locks; then age decides.
                lock(descriptor)
            return descriptor, path
    raise FileExistsError(f"no free name beside {target}")


def sweep_folder(folder: Path, target: Path | None = None) -> None:
    """Delete what killed processes left in a folder when they wrote there.

    Args:
        folder: Perhaps a person's own; other files are left alone.
        target: A file whose leftovers are known by its name, also those of earlier versions.
    """
    prefix = _prefix(target) if target else None
    for path in _temporary_files(folder):
        with suppress(OSError):
            is_own = path.name.endswith(_OWN_SUFFIX) and _is_abandoned(path)
            is_of_target = prefix is not None and path.name.startswith(prefix)
            if is_own or (is_of_target and _age(path) > _STALE_SECONDS and not _is_in_use(path)):
                path.unlink(missing_ok=True)


def make_temporary_folder(prefix: str) -> Path:
    """Make a folder among the system's temporary ones that is locked until the process ends."""
    return _locked_folder(prefix)[0]


@contextmanager
def temporary_folder(prefix: str) -> Iterator[Path]:
    """Make such a folder for a while; what killed processes left of this kind goes too."""
    sweep_temporary_folders(prefix)
    folder, descriptor = _locked_folder(prefix)
    try:
        yield folder
    finally:
        os.close(descriptor)  # An open file keeps a folder of Windows from being deleted.
        shutil.rmtree(folder, ignore_errors=True)


def sweep_temporary_folders(prefix: str) -> None:
    """Delete the folders of this kind that ended processes of this user left."""
    for folder in _own_folders(Path(tempfile.gettempdir()), prefix):
        # Meanwhile its own process may have deleted it.
        with suppress(FileNotFoundError):
            if _age(folder) > _FOLDER_SECONDS and not _is_in_use(folder / LOCK_FILE):
                shutil.rmtree(folder, ignore_errors=True)


def _locked_folder(prefix: str) -> tuple[Path, int]:
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    descriptor = os.open(folder / LOCK_FILE, _FLAGS, 0o600)
    with suppress(OSError):
        lock(descriptor)
    return folder, descriptor


def _temporary_files(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.endswith(SUFFIX)]
    except (OSError, ValueError):  # The name may hold a NUL.
        return []
    return [Path(folder, name) for name in names if name.startswith(".")]


def _own_folders(place: Path, prefix: str) -> Iterator[Path]:
    with suppress(OSError):
        for path in place.iterdir():
            if not path.name.startswith(prefix):
                continue
            found = path.lstat()
            is_mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
            if stat.S_ISDIR(found.st_mode) and is_mine:
                yield path


def _is_abandoned(path: Path) -> bool:
    age = _age(path)
    return age > _YOUNG_SECONDS and not _is_in_use(path, if_unknown=age < _STALE_SECONDS)


def _is_in_use(path: Path, *, if_unknown: bool = False) -> bool:
    """Return whether a process holds a file's lock; `if_unknown` where that cannot be known."""
    if sys.platform == "win32":
        return False  # There a file that is open cannot be deleted anyway.
    flags = os.O_RDWR | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        return False
    except OSError:
        return if_unknown
    try:
        lock(descriptor)
    except BlockingIOError:
        return True
    except OSError:
        return if_unknown
    finally:
        os.close(descriptor)
    return False


def _prefix(target: Path) -> str:
    """Return what the names of a file's temporary files begin with."""
    start = os.fsencode(target.name)[:_MAX_PREFIX_BYTES].decode("utf-8", "ignore")
    return f".{start}."


def _age(path: Path) -> float:
    return time.time() - path.lstat().st_mtime
