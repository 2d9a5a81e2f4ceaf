"""The loss of every step of a run, as one flat file: the n-th number is step n's.

A number is a 32-bit float, little-endian; where no loss is known it is NaN. A million steps take
4 MB, and `numpy.fromfile(path, "<f4")` reads them.
"""

import errno
import math
import os
import sys
from array import array
from collections.abc import Sequence
from pathlib import Path

from abcstudio.files import open_for_appending
from abcstudio.guarded_files import RefusedFileError, open_regular

MAX_STEPS = 1_000_000
"""No run has more; what stands behind them in a file is not read."""

_SIZE = 4


def write_losses(path: Path, last_step: int, losses: Sequence[float]) -> None:
    """Write the losses of the steps up to `last_step`; doing it twice changes nothing.

    A run that is killed in it loses the last numbers at most.

    Raises:
        OSError: They cannot be written; the losses of the steps before are still there.
    """
    place = _SIZE * (last_step - len(losses))
    try:
        with open_for_appending(path) as file:
            size = file.seek(0, os.SEEK_END) // _SIZE * _SIZE
            start = min(size, place)
            # Steps of which an earlier version of the program kept no loss.
            data = _to_bytes([math.nan] * ((place - start) // _SIZE)) + _to_bytes(losses)
            file.truncate(start)
            try:
                if file.write(data) != len(data):
                    # What a disk does that has room for a part of it.
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            except OSError:
                file.truncate(start)
                raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def cut_losses(path: Path, steps: int) -> None:
    """Drop the losses after a step: a run that goes on from there writes them again.

    Raises:
        OSError: The file cannot be changed.
    """
    if path.is_file() and path.stat().st_size > _SIZE * steps:
        os.truncate(path, _SIZE * steps)


def read_losses(path: Path) -> "array[float]":
    """Return the losses, step 1's first; none where the file is missing or no plain file.

    Raises:
        OSError: The file cannot be read.
    """
    losses = array("f")
    try:
        with open_regular(path) as file:
            data = file.read(_SIZE * MAX_STEPS)
    except (FileNotFoundError, RefusedFileError):
        return losses
    losses.frombytes(data[: len(data) // _SIZE * _SIZE])
    if sys.byteorder == "big":
        losses.byteswap()
    return losses


def _to_bytes(losses: Sequence[float]) -> bytes:
    numbers = array("f", losses)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
