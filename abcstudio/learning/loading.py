"""Loading torch in a thread beside a window that must not stand still meanwhile.

Plainly imported in a thread, torch stopped the event loop for up to 0.5 s, and what its first
optimizer loads (the compiler, sympy) for another 0.35 s. Two things hold Python's lock that long:
the system's loader, which maps hundreds of megabytes of libraries, and the collector of garbage,
which goes through all the new objects again and again. Without both the longest stop is 0.03 s.
"""

import ctypes
import gc
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from abcstudio.learning.devices import prepare_torch

_SUFFIX = "dylib" if sys.platform == "darwin" else "so"

_COMPILER = "torch._dynamo"

_under_way = threading.Event()


def is_loading() -> bool:
    """Return whether a library is being loaded: a collection by hand has to wait too."""
    return _under_way.is_set()


def load_torch() -> None:
    """Import torch.

    Raises:
        EditionError: It is not installed.
        ImportError: It does not fit this machine.
        OSError: A library of it cannot be loaded.
    """
    prepare_torch()
    with loading_library():
        _map_libraries()
        import torch  # noqa: F401


def load_optimizers() -> None:
    """Import what torch would import with the first optimizer: seconds that a person would wait."""
    with loading_library():
        import torch._dynamo  # noqa: F401


def has_optimizers() -> bool:
    """Return whether `load_optimizers` has done its work."""
    return _COMPILER in sys.modules and not is_loading()


@contextmanager
def loading_library() -> Iterator[None]:
    """Load a library while the collector waits, and keep what it made out of later rounds."""
    was_enabled = gc.isenabled()
    gc.disable()
    _under_way.set()
    try:
        yield
    finally:
        # A library stays for good: half a million objects need not be looked at ever again.
        gc.freeze()
        _under_way.clear()
        if was_enabled:
            gc.enable()


def _map_libraries() -> None:
    """Map torch's libraries without holding Python's lock; `import` does nothing but hold it.

    Where something does not go well the import is left to find it out and to say so.
    """
    torch = find_spec("torch")
    if "torch" in sys.modules or os.name != "posix" or torch is None or torch.origin is None:
        return
    # Called as a foreign function, the loader runs without the lock; `ctypes.CDLL` would hold it.
    load = ctypes.CDLL(None).dlopen
    load.restype = ctypes.c_void_p
    load.argtypes = (ctypes.c_char_p, ctypes.c_int)
    folder = Path(torch.origin).parent / "lib"
    # In the order and the way in which torch itself does it.
    for name, mode in (
        (f"libtorch_global_deps.{_SUFFIX}", os.RTLD_GLOBAL),
        (f"libtorch_python.{_SUFFIX}", os.RTLD_LOCAL),
    ):
        if not load(os.fsencode(folder / name), os.RTLD_NOW | mode):
            return
