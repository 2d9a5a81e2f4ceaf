"""All processes of one check: how many there are, and their end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from abcstudio.guarded_files import is_folder, read_bytes
from abcstudio.lessons.running.limits import waiting_of

_PROCESSES = Path("/proc")


class ProcessGroup:
    """A process that leads a session of its own, with those that it has started.

    Children that have left the session are found by their parents, where `/proc` tells.
    """

    def __init__(self, leader: subprocess.Popen[bytes]) -> None:
        self._leader = leader
        self._known = {leader.pid}

    def count(self) -> int:
        """Return how many of them run; where the system does not tell, whether the leader does."""
        if not is_folder(_PROCESSES / "self"):
            return int(self._leader.poll() is None)
        return len(self._members())

    def seconds_kept_waiting(self) -> float:
        """Return how long the leader was ready to run while others had the processors.

        0 where the system does not tell: only Linux does.
        """
        try:
            return int(read_bytes(waiting_of(self._leader.pid), 200).split()[1]) / 1e9
        except (OSError, ValueError, IndexError):
            return 0.0

    def kill(self) -> None:
        """End them all, now, and wait for the leader's end."""
        if sys.platform == "win32":
            self._leader.kill()
        else:
            members = self._members()
            # Not yet waited for, its number cannot be another's.
            if self._leader.returncode is None:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(self._leader.pid, signal.SIGKILL)
            for pid in members - {self._leader.pid}:
                with suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
        self._leader.wait()

    def _members(self) -> set[int]:
        found: set[int] = set()
        for pid, parent, session in sorted(_rows()):
            if session == self._leader.pid or parent in self._known:
                found.add(pid)
                self._known.add(pid)
        return found


def _rows() -> Iterator[tuple[int, int, int]]:
    """Yield number, parent and session of each process that is no zombie, where `/proc` tells."""
    try:
        folders = [folder for folder in _PROCESSES.iterdir() if folder.name.isdecimal()]
    except OSError:
        return
    for folder in folders:
        with suppress(OSError, ValueError, IndexError):
            words = read_bytes(folder / "stat", 10_000).rpartition(b")")[2].split()
            if words[0] not in (b"Z", b"X"):
                yield int(folder.name), int(words[1]), int(words[3])
