"""What the window's objects keep was made by Python, which then hears when it is gone.

Of what Qt makes it does not: a later object at the same place is taken for the dead one.
"""

import gc
from collections.abc import Iterable

import pytest
from PySide6.QtCore import QObject
from shiboken6 import createdByPython, isValid

from abcstudio.ui.window.main_window import MainWindow

pytestmark = pytest.mark.one_window

ROOMS = "abcstudio.ui."


def kept_by(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list | tuple) else (value,)


def test_all_that_is_kept(main_window: MainWindow) -> None:
    owners = [one for one in gc.get_objects() if type(one).__module__.startswith(ROOMS)]
    kept = [
        (f"{type(owner).__name__}.{name}", thing)
        for owner in owners
        for name, value in getattr(owner, "__dict__", {}).items()
        for thing in kept_by(value)
        if isinstance(thing, QObject) and isValid(thing)
    ]
    assert main_window.studio in [thing for _name, thing in kept]
    assert {name for name, thing in kept if not createdByPython(thing)} == set()
