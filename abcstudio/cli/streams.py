"""The standard streams, one for each that the program was started without."""

import os
import sys
from typing import TextIO


def open_closed_streams() -> None:
    """Give the program the streams that it was started without, as by a shell's `>&-`.

    An error says that what is printed to such an output cannot be written; what is said to such an
    error output is lost.
    """
    if sys.stderr is None:
        sys.stderr = _stream(2, os.O_WRONLY)
    if sys.stdout is None:
        sys.stdout = _stream(1, os.O_RDONLY)


def _stream(number: int, access: int) -> TextIO:
    """Open the null device under a stream's number, so that no file is opened under it."""
    descriptor = os.open(os.devnull, access)
    if descriptor != number and not _is_open(number):
        os.dup2(descriptor, number)
        os.close(descriptor)
        descriptor = number
    return os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace")


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
