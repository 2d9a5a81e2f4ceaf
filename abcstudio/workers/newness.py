"""How new tunes are beside the known ones, found out in the background."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from abcstudio.paths import bundled_newness, bundled_tunebook, melodies_file
from abcstudio.stopping import stop_if_asked

if TYPE_CHECKING:
    from abcstudio.recipes.newness.known_melodies import KnownMelodies


class _KnownOnce:
    """The known melodies, read by the first who asks and kept for all."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._files: tuple[Path, ...] = ()
        self._melodies: KnownMelodies | None = None

    def melodies(self) -> "KnownMelodies":
        """Return them; others who ask meanwhile wait."""
        # NumPy takes a while to import.
        from abcstudio.recipes.newness.known_melodies import KnownMelodies

        files = bundled_tunebook(), melodies_file(), bundled_newness()
        with self._lock:
            if self._melodies is None or files != self._files:
                self._melodies = KnownMelodies.load(*files)
                self._files = files
            return self._melodies


_KNOWN = _KnownOnce()


def known_melodies() -> "KnownMelodies":
    """Return the known melodies.

    Raises:
        AbcStudioError: They cannot be read.
        OSError: They cannot be read.
    """
    return _KNOWN.melodies()


def find_newness(texts: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return of how many of a hundred known tunes the first tune of each text is newer.

    Args:
        texts: Each behind its name; those with too little to compare are left out.

    Raises:
        AbcStudioError: The known melodies cannot be read.
        OSError: They cannot be read.
    """
    known, found = known_melodies(), {}
    for name, text in texts:
        stop_if_asked()
        newer = known.newer_than(text)
        if newer is not None:
            found[name] = newer
    return found
