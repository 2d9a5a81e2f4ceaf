"""Making the classes of Qt's modules in the window's thread."""

import importlib
import threading
import time
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer

# Those that pyqtgraph goes through.
MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtOpenGL", "QtOpenGLWidgets", "QtTest")

_SECONDS_A_TURN = 0.004


class QtClasses(QObject):
    """Makes all classes of some modules, a few at each turn of the event loop.

    WORKAROUND: PySide makes a class when it is first asked for, and where two threads ask at the
    same time Python's memory is damaged (seen in 6.11.2). pyqtgraph asks for all classes there are
    when it is imported: with that in a thread of its own, 4 of 24 starts ended in a segmentation
    fault. A class that is made already is only looked up.

    Attributes:
        made: Set once all are made.
    """

    def __init__(self, modules: Sequence[str] = MODULES, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.made = threading.Event()
        self._steps = _steps(modules)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_some)

    def start(self) -> None:
        """Begin; the window answers meanwhile."""
        self._timer.start()

    def _make_some(self) -> None:
        until = time.monotonic() + _SECONDS_A_TURN
        for _ in self._steps:
            if time.monotonic() > until:
                return
        self._timer.stop()
        self.made.set()


def _steps(modules: Sequence[str]) -> Iterator[object]:
    """Yield each thing of the modules; one that is not installed has none."""
    for name in modules:
        try:
            module = importlib.import_module(f"PySide6.{name}")
        except ImportError:
            continue
        for each in dir(module):
            yield getattr(module, each)
