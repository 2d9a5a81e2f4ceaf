"""What a process holds in memory, as Linux tells it."""

from pathlib import Path


def process_bytes(key: str, process: int | str = "self") -> int:
    """Return a figure of a process, 0 where it is not told.

    Args:
        key: "VmRSS" for what it holds now, "VmHWM" for the most it has held.
        process: Its number.

    Raises:
        OSError: There is no such process, or no /proc.
    """
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    for line in status.splitlines():
        if line.startswith(f"{key}:"):
            return int(line.split()[1]) * 1024
    return 0
