"""What Linux tells of processes: how they stand, what they have computed, which outlive others."""

import os
import time
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


def state_of(pid: int) -> str:
    """Return the letter for the state of a process, "Z" for one that has ended."""
    return _fields(pid)[0]


def _fields(pid: int) -> list[str]:
    """Return the fields of /proc/PID/stat from the state on."""
    return Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()


def work_of(pid: int) -> float:
    """Return the seconds of a processor that a process, its living and its dead children used."""
    own = sum(map(int, _fields(pid)[11:15]))
    others = [sum(map(int, _fields(other)[11:13])) for other in in_session(pid) if other != pid]
    return (own + sum(others)) / _TICKS


def own_work_of(pid: int) -> float:
    """Return the seconds of a processor that a process used, without its children's."""
    return sum(map(int, _fields(pid)[11:13])) / _TICKS


def left_of(session: int) -> tuple[int, ...]:
    """Return the processes of a session that outlive it: a child may end a moment after its parent.

    They get a second.
    """
    for _ in range(20):
        if not in_session(session):
            return ()
        time.sleep(0.05)
    return in_session(session)


def in_session(session: int) -> tuple[int, ...]:
    """Return the living processes of a session."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            state, _, _, of = _fields(int(entry.name))[:4]
        except (OSError, ValueError):
            continue
        if int(of) == session and state != "Z":
            found.append(int(entry.name))
    return tuple(found)


def waited_for_processors() -> dict[int, float]:
    """Return for each thread of this process the seconds that it was ready and got no processor."""
    waited = {}
    for task in Path("/proc/self/task").iterdir():
        try:
            waited[int(task.name)] = int((task / "schedstat").read_text().split()[1]) / 1e9
        except (OSError, ValueError):
            # The thread has ended.
            continue
    return waited
