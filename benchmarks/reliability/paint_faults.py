"""Exceptions in every paint method of the window: none leaves a painter open, none is told twice.

    python benchmarks/reliability/paint_faults.py [exceptions in each method, 1000]

Prints JSON; the exit code is 0 only when the window lived on, each method was reached, and Qt had
nothing to warn of.
"""

import importlib
import inspect
import json
import os
import pkgutil
import sys
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QGraphicsItem,
    QStyleOptionViewItem,
    QWidget,
)

import abcstudio.ui
from abcstudio.temporary_files import make_temporary_folder, sweep_temporary_folders
from abcstudio.ui.look import painting

HOME_PREFIX = "abcstudio-paint-faults-"
PAINT_METHODS = (
    "paintEvent",
    "paint",
    "drawForeground",
    "drawBackground",
    "paintSection",
    "drawRow",
    "drawBranches",
)
Method = tuple[type[Any], str]


class InjectedError(Exception):
    """What the paint methods are made to raise."""


def paint_methods() -> list[Method]:
    """Return the classes of the window that paint, each with the method's name."""
    found: dict[str, Method] = {}
    for module in pkgutil.walk_packages(abcstudio.ui.__path__, "abcstudio.ui."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            if kind.__module__.startswith("abcstudio.ui") and issubclass(
                kind, QWidget | QAbstractItemDelegate | QGraphicsItem
            ):
                for name in PAINT_METHODS:
                    if name in vars(kind):
                        found[f"{kind.__qualname__}.{name}"] = (kind, name)
    return [found[key] for key in sorted(found)]


def is_guarded(kind: type[Any], name: str) -> bool:
    """Return whether a paint method goes through `guarded`."""
    return _inner(vars(kind)[name]) is not None


class Injection:
    """Makes a paint method fail in the middle, with a painter open, as long as it is wanted."""

    def __init__(self, kind: type[Any], name: str) -> None:
        cell = _inner(vars(kind)[name])
        assert cell is not None, f"{kind.__name__}.{name} is not guarded"
        self._cell, self._paint = cell, cell.cell_contents
        self.count = 0

    def __enter__(self) -> "Injection":
        self._cell.cell_contents = self._fail
        return self

    def __exit__(self, *_: object) -> None:
        self._cell.cell_contents = self._paint

    def _fail(self, painted: QObject, *arguments: object) -> None:
        self.count += 1
        if isinstance(arguments[0], QPainter):
            painter = arguments[0]
        else:
            assert isinstance(painted, QWidget)
            painter = QPainter(
                painted.viewport() if isinstance(painted, QAbstractScrollArea) else painted
            )
        painter.setOpacity(0.5)
        raise InjectedError


def instances(kind: type[Any]) -> Iterator[QObject]:
    """Yield what the program's windows hold of a class."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, kind):
            yield widget
        if isinstance(widget, QAbstractItemView):
            delegates = [widget.itemDelegate()]
            delegates += [widget.itemDelegateForColumn(column) for column in range(8)]
            yield from (made for made in delegates if isinstance(made, kind))


def fail_in(kind: type[Any], name: str, times: int) -> int:
    """Let a method fail so often, and return how often it did."""
    painted = next(instances(kind), None)
    if painted is None:
        # Lists that pop up, and dialogs, are made when they are first wanted.
        painted = _made(kind)
    with Injection(kind, name) as injection:
        for _ in range(times):
            _paint(painted)
    return injection.count


def _made(kind: type[Any]) -> Any:
    window = QApplication.topLevelWidgets()[0]
    if issubclass(kind, QAbstractItemDelegate):
        return kind(window)
    if "studio" in inspect.signature(kind).parameters:
        return kind(next(one.studio for one in QApplication.allWidgets() if hasattr(one, "studio")))
    return kind()


def _paint(painted: QObject) -> None:
    """Have something painted as Qt does."""
    if isinstance(painted, QWidget):
        painted.grab()
        return
    assert isinstance(painted, QAbstractItemDelegate)
    model = QStandardItemModel()
    model.appendRow(QStandardItem("a row"))
    pixmap = QPixmap(40, 20)
    with QPainter(pixmap) as painter:
        painted.paint(painter, QStyleOptionViewItem(), model.index(0, 0))
        assert painter.opacity() == 1.0


def _inner(method: object) -> Any:
    """Return the cell in which a guarded method keeps the method itself."""
    wrapped = getattr(method, "__wrapped__", None)
    if not isinstance(method, FunctionType) or wrapped is None:
        return None
    cells = method.__closure__ or ()
    return next((cell for cell in cells if _is_paint(cell.cell_contents)), None)


def _is_paint(value: object) -> bool:
    return isinstance(value, FunctionType) and value.__name__ in PAINT_METHODS


def run(times: int, told: Callable[[], int]) -> dict[str, object]:
    """Fail in every method so often; `told` returns how many reports there were so far."""
    methods = {}
    for kind, name in paint_methods():
        before = told()
        count = fail_in(kind, name, times)
        methods[f"{kind.__qualname__}.{name}"] = {"failed": count, "reports": told() - before}
    return {"methods": methods, "passed": all(m["failed"] >= times for m in methods.values())}


def main() -> int:
    """Open the window and run."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sweep_temporary_folders(HOME_PREFIX)
    os.environ["ABCSTUDIO_HOME"] = str(make_temporary_folder(HOME_PREFIX))
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    from abcstudio.app import make_application
    from abcstudio.settings import Settings
    from abcstudio.ui.services.studio import Studio
    from abcstudio.ui.window.main_window import MainWindow

    warnings: list[str] = []
    reports: list[type[BaseException]] = []

    def on_message(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            warnings.append(text)

    qInstallMessageHandler(on_message)
    sys.excepthook = lambda kind, _error, _trace: reports.append(kind)
    app = make_application()
    window = MainWindow(Studio(Settings(theme="light", language="en")))
    window.show()
    app.processEvents()
    painting.REST_SECONDS = 0.0
    result = run(times, lambda: len(reports))
    result["warnings"] = warnings[:20]
    result["passed"] = result["passed"] and not warnings and len(reports) <= 1
    window.end_without_asking()
    print(json.dumps(result, indent=2))
    sys.stdout.flush()
    os._exit(0 if result["passed"] else 1)


if __name__ == "__main__":
    main()
