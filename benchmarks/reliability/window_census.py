"""Counts of what a window holds: memory, top-level widgets, objects by class."""

import ctypes
import gc
import sys
from collections import Counter
from collections.abc import Mapping
from functools import _lru_cache_wrapper
from typing import Any

from process_memory import process_bytes

_LONG_SECONDS = 60.0


def census(window: Any) -> dict[str, Any]:
    """Return memory, top-level widgets and objects by class, after a collection of garbage."""
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    # What lived while a library was loaded is kept out of searches; here it counts.
    gc.unfreeze()
    gc.collect()
    gc.collect()
    tops = QApplication.topLevelWidgets()
    living, caches = _living()
    in_qt: Counter[str] = Counter()
    for top in tops:
        for child in top.findChildren(QObject):
            in_qt[child.metaObject().className()] += 1
    return {
        "rss_mb": round(process_bytes("VmRSS") / 2**20, 1),
        "anonymous_mb": round(process_bytes("RssAnon") / 2**20, 1),
        "python_blocks": sys.getallocatedblocks(),
        **_heap_mb(),
        "top_levels": len(tops),
        "documents": len(window.composer.desk.documents),
        "tops": dict(Counter(_name(top) for top in tops)),
        "python": dict(living),
        "caches": dict(caches),
        "qt": dict(in_qt),
    }


def growth(before: Mapping[str, int], after: Mapping[str, int], least: int) -> dict[str, int]:
    """Return by how many the classes grew that grew by so many at least, most first."""
    grown = {name: count - before.get(name, 0) for name, count in after.items()}
    return {
        name: more for name, more in sorted(grown.items(), key=lambda row: -row[1]) if more >= least
    }


def _living() -> tuple[Counter[str], Counter[str]]:
    """Return how many objects of each class live, and what each `lru_cache` holds.

    No other thread runs meanwhile: where the list of all objects holds a tuple that one is just
    making, Python raises a SystemError there.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_LONG_SECONDS)
    try:
        things = gc.get_objects()
        living = Counter(type(thing).__name__ for thing in things)
        caches: Counter[str] = Counter()
        for thing in things:
            if type(thing) is _lru_cache_wrapper:
                caches[f"{thing.__module__}.{thing.__qualname__}"] += thing.cache_info().currsize
        del things
        return living, caches
    finally:
        sys.setswitchinterval(before)


def _name(top: Any) -> str:
    """Return the class of a window and what it belongs to."""
    return f"{type(top).__name__} of {type(top.parent()).__name__}"


class _Mallinfo2(ctypes.Structure):
    """Figures of glibc's allocator, as `mallinfo2` returns them."""

    _fields_ = tuple(
        (name, ctypes.c_size_t)
        for name in (
            "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
            "fordblks", "keepcost",
        )
    )  # fmt: skip


def _heap_mb() -> dict[str, float]:
    """Return what the allocator has given out and what it keeps free, {} without glibc."""
    mallinfo2 = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if mallinfo2 is None:
        return {}
    mallinfo2.restype = _Mallinfo2
    told = mallinfo2()
    return {
        "heap_used_mb": round((told.uordblks + told.hblkhd) / 2**20, 1),
        "heap_free_mb": round(told.fordblks / 2**20, 1),
    }
