"""The engine's tests run as if Qt were not installed."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

from hypothesis import settings

# As the program does, before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# How long an example takes depends on what else the machine does.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

FORBIDDEN = frozenset({"PySide6", "shiboken6", "pyqtgraph"})


class _NoQt:
    """An import finder that refuses Qt."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.partition(".")[0] in FORBIDDEN:
            raise ImportError(f"{name}: the unit tests run without Qt")
        return None


sys.meta_path.insert(0, _NoQt())
# Nothing of what is collected is garbage: to search for some meanwhile takes a fifth of the time.
gc.disable()


def pytest_collection_finish() -> None:
    """Keep what is there by now, all tests among it, from being searched for garbage each time."""
    gc.collect()
    gc.freeze()
    gc.enable()
