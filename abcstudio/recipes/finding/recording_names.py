"""Which files are recordings, by their names."""

from pathlib import PurePath

RECORDINGS = (".wav", ".wave", ".mid", ".midi")
"""How the names of recordings end."""


def is_recording(name: str | PurePath) -> bool:
    """Return whether a file is a recording to look for."""
    return PurePath(name).suffix.lower() in RECORDINGS
