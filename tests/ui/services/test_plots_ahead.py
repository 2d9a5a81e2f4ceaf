"""Plots are loaded by the window's thread, a little at each turn, and never beside it."""

import gc
import importlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from abcstudio.learning.loading import loading_library
from abcstudio.ui.services import plots_ahead
from abcstudio.ui.services.plots_ahead import QT_MODULES, PlotsAhead, load_plots

NAMES = tuple(f"QClass{number}" for number in range(500))
PARTS = 40
LONGEST_IMPORT = 20.0
# Lets other threads run many times, and notes how many turns the window had before and after.
MODULE = """
import os
from turns_of_the_window import turns
before = len(turns)
for _ in range(200):
    os.stat(".")
after = len(turns)
"""


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


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package of many modules."""
    name = "package_of_plots"
    folder = tmp_path / name
    folder.mkdir()
    for number in range(PARTS):
        (folder / f"part_{number}.py").write_text(MODULE, encoding="utf-8")
    imports = "".join(f"from {name} import part_{number}\n" for number in range(PARTS))
    (folder / "__init__.py").write_text(imports, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(plots_ahead, "PACKAGE", name)
    counter = ModuleType("turns_of_the_window")
    counter.__dict__["turns"] = []
    monkeypatch.setitem(sys.modules, counter.__name__, counter)
    yield name
    for loaded in [each for each in tuple(sys.modules) if each.startswith(name)]:
        del sys.modules[loaded]


def test_every_class_is_asked_for_in_the_thread_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    module = _Module()
    monkeypatch.setitem(sys.modules, module.__name__, module)
    plots = PlotsAhead(package, ("QtNoSuch", "QtNoted"))
    plots.start()
    assert not plots.loaded.is_set()
    qtbot.waitUntil(plots.loaded.is_set)
    assert {name: module.asked[name] for name in NAMES} == dict.fromkeys(
        NAMES, threading.main_thread()
    )


def test_other_imports_go_on_while_this_one_rests(
    qtbot: QtBot, tmp_path: Path, package: str
) -> None:
    """The window's own as well: it would wait for the import that waits for the window."""
    (tmp_path / "beside_the_plots.py").write_text("", encoding="utf-8")
    plots = PlotsAhead(package, (), seconds_a_turn=0.0)
    plots.start()
    qtbot.waitUntil(lambda: f"{package}.part_1" in sys.modules)
    assert not plots.loaded.is_set()
    other = threading.Thread(
        target=importlib.import_module, args=("beside_the_plots",), daemon=True
    )
    other.start()
    # No turn is taken meanwhile.
    other.join(LONGEST_IMPORT)
    was_blocked = other.is_alive()
    qtbot.waitUntil(plots.loaded.is_set)
    assert not was_blocked


def test_all_that_pyqtgraph_goes_through_is_made() -> None:
    code = """
import sys, pyqtgraph.Qt
print(*sorted(n.removeprefix("PySide6.") for n in tuple(sys.modules) if n.startswith("PySide6.Qt")))
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(found.stdout.split()) <= set(QT_MODULES)


def test_the_window_has_turns_between_the_modules_and_waits_while_one_is_made(
    qtbot: QtBot, package: str
) -> None:
    parts = [f"{package}.part_{number}" for number in range(PARTS)]
    turns = sys.modules["turns_of_the_window"].turns
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(sum(each in sys.modules for each in parts)))
    plots = PlotsAhead(package, (), seconds_a_turn=0)
    timer.start(0)
    plots.start()
    qtbot.waitUntil(plots.loaded.is_set)
    timer.stop()
    assert len(set(turns)) > PARTS / 2
    for part in parts:
        assert sys.modules[part].before == sys.modules[part].after


def test_a_plot_that_is_drawn_meanwhile_loads_the_rest(qapp: QApplication, package: str) -> None:
    plots = PlotsAhead(package, (), seconds_a_turn=0)
    plots.start()
    while f"{package}.part_1" not in sys.modules:
        qapp.processEvents()
    assert not plots.loaded.is_set()
    load_plots()
    assert plots.loaded.is_set()
    assert f"{package}.part_{PARTS - 1}" in sys.modules


def test_what_cannot_be_loaded_ends_and_says_so(
    qtbot: QtBot, package: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / package / "part_5.py").write_text("raise ValueError('old')", encoding="utf-8")
    plots = PlotsAhead(package, (), seconds_a_turn=0)
    plots.start()
    qtbot.waitUntil(plots.loaded.is_set)
    assert "Plots cannot be loaded" in caplog.text
    with pytest.raises(ValueError, match="old"):
        load_plots()


def test_another_page_goes_on_where_one_that_is_gone_has_left_off(
    qtbot: QtBot, package: str
) -> None:
    """A second import of the same would wait for the first, which rests: for ever."""
    first = PlotsAhead(package, (), seconds_a_turn=0)
    first.start()
    qtbot.waitUntil(lambda: f"{package}.part_1" in sys.modules)
    first.deleteLater()
    second = PlotsAhead(package, (), seconds_a_turn=0)
    second.start()
    qtbot.waitUntil(second.loaded.is_set)
    assert f"{package}.part_{PARTS - 1}" in sys.modules


def test_what_is_loaded_is_not_loaded_again(package: str) -> None:
    importlib.import_module(package)
    threads = threading.active_count()
    plots = PlotsAhead(package, (), seconds_a_turn=0)
    plots.start()
    assert plots.loaded.is_set()
    assert threading.active_count() == threads


def test_it_rests_while_a_library_is_loaded_in_a_thread(qtbot: QtBot, package: str) -> None:
    plots = PlotsAhead(package, (), seconds_a_turn=0)
    try:
        with loading_library():
            plots.start()
            turns: list[bool] = []
            timer = QTimer(interval=10)
            timer.timeout.connect(lambda: turns.append(True))
            timer.start()
            qtbot.waitUntil(lambda: len(turns) > 20)
            assert f"{package}.part_0" not in sys.modules
        qtbot.waitUntil(plots.loaded.is_set)
    finally:
        gc.unfreeze()
