"""The classes of Qt are made in the window's thread, before another thread asks for them."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from abcstudio.ui.services.qt_classes import MODULES, QtClasses

NAMES = tuple(f"QClass{number}" for number in range(500))


class _Module(ModuleType):
    """A module that notes which thread asks for which class."""

    def __init__(self) -> None:
        super().__init__("PySide6.QtNoted")
        self.asked: dict[str, threading.Thread] = {}

    def __dir__(self) -> Iterator[str]:
        return iter(NAMES)

    def __getattr__(self, name: str) -> str:
        self.asked[name] = threading.current_thread()
        return name


def test_every_class_is_asked_for_in_the_thread_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = _Module()
    monkeypatch.setitem(sys.modules, module.__name__, module)
    classes = QtClasses(("QtNoSuch", "QtNoted"))
    classes.start()
    assert not classes.made.is_set()
    qtbot.waitUntil(classes.made.is_set)
    assert {name: module.asked[name] for name in NAMES} == dict.fromkeys(
        NAMES, threading.main_thread()
    )


def test_all_that_pyqtgraph_goes_through_is_made() -> None:
    code = """
import sys, pyqtgraph.Qt
print(*sorted(n.removeprefix("PySide6.") for n in sys.modules if n.startswith("PySide6.Qt")))
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(found.stdout.split()) <= set(MODULES)
