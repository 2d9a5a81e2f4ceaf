"""Which files are recordings, by their names."""

from pathlib import PurePath

RECORDINGS = (
    ".wav", ".wave", ".mp3", ".flac", ".ogg", ".oga", ".opus", ".aif", ".aiff", ".mid", ".midi"
)  # fmt: skip
"""How the names of recordings end that are read."""

_OTHERS = (".m4a", ".mp4", ".aac", ".wma", ".amr", ".3gp")


def is_recording(name: str | PurePath) -> bool:
    """Return whether a file is a recording to look for, or of a kind that is not read."""
    return PurePath(name).suffix.lower() in (*RECORDINGS, *_OTHERS)
