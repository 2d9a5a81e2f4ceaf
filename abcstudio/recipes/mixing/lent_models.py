"""Models that stay open from one piece of work to the next, and are lent to one at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from abcstudio.errors import AbcStudioError, DeviceError
from abcstudio.learning.sampling.networks import samples_with_numpy
from abcstudio.recipes.mixing.opened_models import Mix, OpenedModels, open_models

MOST_BYTES = 2**26
"""Larger files are opened anew each time: beside the work they would fill the memory."""

_lock = threading.Lock()
_resting: dict[object, OpenedModels] = {}


@contextmanager
def lent_models(model: Path, mix: Mix | None = None) -> Iterator[OpenedModels]:
    """Lend what `open_models` opens; the one that was lent last is at hand, prompts read included.

    To read the file and to pack the weights takes longer than a take's first characters.

    Raises:
        ModelFileError: A model cannot be opened, or the two share too few characters.
    """
    key = _key(model, mix)
    with _lock:
        opened = _resting.pop(key, None)
    opened = opened or open_models(model, mix)
    try:
        yield opened
    except DeviceError:
        # Opened again, it is moved to a device that works.
        raise
    except AbcStudioError:
        _put_back(key, opened)
        raise
    _put_back(key, opened)


def _put_back(key: object, opened: OpenedModels) -> None:
    if key is None:
        return
    with _lock:
        _resting.clear()
        _resting[key] = opened


def _key(model: Path, mix: Mix | None) -> object:
    """Return what tells models apart, also after their files have changed; None for large ones."""
    paths = (model,) if mix is None else (model, mix.model)
    try:
        found = [path.stat() for path in paths]
    except OSError:
        return None
    if sum(one.st_size for one in found) > MOST_BYTES:
        return None
    files = tuple((one.st_dev, one.st_ino, one.st_mtime_ns, one.st_size) for one in found)
    return (paths, files, mix.share if mix is not None else 0.0, samples_with_numpy())
