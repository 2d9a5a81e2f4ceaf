"""Python's garbage collector, paused while many objects are made at once."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def uncollected(work: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Let a function run while the collection of garbage waits.

    What is read from a text holds no cycles, but while its objects become many the collector goes
    through all of them again and again: a tune of 64 kB took more than twice as long, and twice the
    text more than twice the time. Threads may do this at once: the last to have found the collector
    running starts it again.
    """

    @wraps(work)
    def run(*arguments: Parameters.args, **options: Parameters.kwargs) -> Result:
        if not gc.isenabled():
            return work(*arguments, **options)
        gc.disable()
        try:
            return work(*arguments, **options)
        finally:
            gc.enable()

    return run
