"""Memory that nothing holds any more, given back to the system."""

import ctypes
import mmap
import sys
from pathlib import Path

from abcstudio.guarded_files import read_bytes

MANY_TUNES = 10_000
"""From so many tunes on, work on them frees enough to be worth the milliseconds."""

_MOST_HEAPS = -8
"""`M_ARENA_MAX` of the C library."""

_MAPS = Path("/proc/self/maps")
_CODE = b"r-xp"
_TORCH = b"/torch/lib/"


def give_back_freed() -> None:
    """Let the system have what a run has freed: by itself the C library keeps much of it.

    Each run has a thread of its own, and where it is freed the memory stays in pieces: a network of
    512 cells took 2 MB more at every start, a look through 60,000 tunes 120 MB.
    """
    trim = getattr(_c_library(), "malloc_trim", None)
    if trim is not None:
        trim(0)


def share_few_heaps() -> None:
    """Let all threads share two heaps: by itself the C library gives each of many threads its own.

    Each background job has a thread of its own. After 4,800 random acts in the window 525 MB of
    816 MB lay free in heaps where other threads could not use them.
    """
    set_option = getattr(_c_library(), "mallopt", None)
    if set_option is not None:
        set_option(_MOST_HEAPS, 2)


def give_back_freed_by(tunes: int) -> None:
    """Do so after work on many tunes; they take the place of code that is not running, too."""
    if tunes >= MANY_TUNES:
        give_back_freed()
        give_back_code()


def give_back_code() -> None:
    """Let go of torch's code: its import goes through 56 MB, and composing needs a fifth of them.

    What is called again is taken from the system's cache of the file, a page in microseconds.
    """
    library = _c_library()
    if library is None:
        return
    try:
        lines = read_bytes(_MAPS).splitlines()
    except OSError:
        return
    for line in lines:
        # Code is never written to, so that the file has all of it.
        if _TORCH in line and line.split()[1] == _CODE:
            start, end = (int(place, 16) for place in line.split()[0].split(b"-"))
            address, size = ctypes.c_void_p(start), ctypes.c_size_t(end - start)
            library.madvise(address, size, mmap.MADV_DONTNEED)


def _c_library() -> ctypes.CDLL | None:
    """Return the C library of a Linux system; others give memory back by themselves."""
    return ctypes.CDLL(None) if sys.platform == "linux" else None
