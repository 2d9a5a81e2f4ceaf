"""Importing the window's modules, a thousand and more, without what takes a quarter of the time."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_FEATURES = "shibokensupport.feature"
_ASKED = "_mod_uses_pyside"


@contextmanager
def quick_imports() -> Iterator[None]:
    """Import without searches for garbage, of which there is none, and without reading sources.

    What has been imported stays for good: later searches leave it out.
    """
    gc.disable()
    _want_no_features()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _want_no_features() -> None:
    """Tell PySide that no module wants its other spellings (`from __feature__ import ...`).

    WORKAROUND: to find that out, PySide 6.11 reads the source of every module that is imported, and
    its lines are kept.
    """
    import PySide6.QtCore  # noqa: F401

    features = sys.modules.get(_FEATURES)
    if hasattr(features, _ASKED):
        setattr(features, _ASKED, lambda _module: False)
