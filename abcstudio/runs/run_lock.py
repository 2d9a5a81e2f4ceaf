"""A run that trains belongs to one process: by a lock that the system frees with the process."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from abcstudio.errors import TrainingInputError
from abcstudio.files import open_for_appending
from abcstudio.temporary_files import lock

_LOCK_FILE = ".training.lock"
# Whoever only asks holds the lock for a moment, too, and so does what a killed program leaves.
_TRIES, _PAUSE_SECONDS = 20, 0.05
_own: set[Path] = set()
# Threads that locked the same file at once would take each other for such a process.
_asking = threading.Lock()


@contextmanager
def held_run(run: Path) -> Iterator[None]:
    """Let no other process train or delete a run meanwhile; its folder must be there.

    Where a file system knows no locks, or the folder cannot be written, it goes on without one.

    Raises:
        TrainingInputError: Another process trains it.
    """
    path = run / _LOCK_FILE
    file = _locked(path)
    if file is None:
        yield
        return
    try:
        yield
    finally:
        with _asking:
            # Gone before it is closed: a process that this one has forked may have it open, too,
            # and would hold it for longer. Windows removes no open file; there it stays, unlocked.
            with suppress(OSError):
                path.unlink()
            file.close()
            _own.discard(run.absolute())


def is_trained_elsewhere(run: Path) -> bool:
    """Return whether another process trains a run now."""
    path = run / _LOCK_FILE
    with _asking:
        if run.absolute() in _own or not os.path.lexists(path):
            return False
        try:
            file = open_for_appending(path)
        except OSError:
            return False
        with file:
            return _is_taken(file)


def refuse_if_trained_elsewhere(run: Path) -> None:
    """Make sure that no other process trains a run.

    Raises:
        TrainingInputError: One does.
    """
    if is_trained_elsewhere(run):
        raise TrainingInputError("training.trained_elsewhere", path=run)


def _locked(path: Path) -> Any:
    """Return the locked file, None where there are no locks."""
    for _try in range(_TRIES):
        with _asking:
            try:
                file = open_for_appending(path)
            except OSError:
                return None
            if not _is_taken(file) and _is_same(path, file):
                _own.add(path.parent.absolute())
                return file
            file.close()
        time.sleep(_PAUSE_SECONDS)
    raise TrainingInputError("training.trained_elsewhere", path=path.parent)


def _is_taken(file: Any) -> bool:
    """Lock an open file; return whether another process has."""
    try:
        lock(file.fileno())
    except BlockingIOError:
        return True
    except OSError:
        # So says Windows of another's lock; elsewhere it is a file system without locks.
        return os.name == "nt"
    return False


def _is_same(path: Path, file: Any) -> bool:
    """Return whether a file still stands under its name: who held it before has removed it."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(file.fileno()))
    except OSError:
        return False
