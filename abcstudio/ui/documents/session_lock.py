"""A file that is locked for as long as a session of the program runs.

The system itself lets the lock go when the process ends, however it ends. A file that only names
the process would not do: numbers of processes come again, in a sandbox at every start.
"""

import os
from pathlib import Path

from abcstudio.temporary_files import lock


class SessionLock:
    """The lock of one session."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Return whether the lock is this one's now, which another session may prevent.

        Raises:
            OSError: The file cannot be made.
        """
        if self._descriptor is not None:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            lock(descriptor)
        except OSError:
            os.close(descriptor)
            return False
        if not self._is_the_file(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def _is_the_file(self, descriptor: int) -> bool:
        """Return whether the name still leads to the file that was locked.

        Another process may have removed it between the opening and the locking: it looked whether
        this session runs. A lock on a file without a name would tell no one.
        """
        try:
            return os.path.samestat(os.fstat(descriptor), self._path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Let it go and remove its file."""
        if self._descriptor is None:
            return
        # Windows removes no open file; elsewhere no process can take it in between.
        if os.name != "nt":
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None
        if os.name == "nt":
            self._path.unlink(missing_ok=True)
