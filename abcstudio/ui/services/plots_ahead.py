"""Loading pyqtgraph before the first plot, a little at each turn of the window's event loop.

Only the Training page has plots: 32 MB that nobody takes who does not go there.
"""

import _imp
import importlib
import logging
import math
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from PySide6.QtCore import QObject, QTimer
from typing_extensions import override

from abcstudio.learning.loading import is_loading

log = logging.getLogger(__name__)

PACKAGE = "pyqtgraph"
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtOpenGL", "QtOpenGLWidgets", "QtTest")
"""Those whose classes pyqtgraph goes through, all of them."""

SECONDS_A_TURN = 0.004

_PAUSE_MS = 100


def load_plots() -> None:
    """Import pyqtgraph here and now, or what is left of it.

    Whatever draws a plot calls this first: an import that rests between two turns is locked.

    Raises:
        ImportError: It is not installed.
    """
    for loading in tuple(_under_way):
        loading.advance()
    importlib.import_module(PACKAGE)


class PlotsAhead(QObject):
    """Imports pyqtgraph while the window answers, and never beside it.

    WORKAROUND: PySide makes a class of Qt when it is first asked for, and pyqtgraph asks for all
    there are and derives some two hundred. In a thread beside the event loop that damaged Python's
    memory now and then (PySide 6.11): up to 4 of 24 starts ended in a segmentation fault.

    """

    def __init__(
        self,
        package: str = PACKAGE,
        qt_modules: Sequence[str] = QT_MODULES,
        parent: QObject | None = None,
        *,
        seconds_a_turn: float = SECONDS_A_TURN,
    ) -> None:
        super().__init__(parent)
        self._seconds_a_turn = seconds_a_turn
        self._loading = _Loading(package, qt_modules)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take_a_turn)

    @property
    def loaded(self) -> threading.Event:
        """Set once it is imported, or cannot be."""
        return self._loading.ended

    def start(self) -> None:
        """Begin, or go on where a page that is gone has left off; the window answers meanwhile."""
        package = self._loading.package
        same = next((other for other in _under_way if other.package == package), None)
        if same is None and package in sys.modules:
            self.loaded.set()
            return
        self._loading = same or self._loading
        _under_way.add(self._loading)
        self._timer.start()

    def _take_a_turn(self) -> None:
        if is_loading():
            # Two imports at a time would be done no sooner, and hold Python's lock longer.
            self._timer.setInterval(_PAUSE_MS)
            return
        self._timer.setInterval(0)
        self._loading.advance(self._seconds_a_turn)
        if self.loaded.is_set():
            self._timer.stop()


class _Loading:
    """What is left to load; it may outlive the window that began it."""

    def __init__(self, package: str, qt_modules: Sequence[str]) -> None:
        self.package = package
        self.ended = threading.Event()
        self._steps = _steps(package, qt_modules)

    def advance(self, seconds: float = math.inf) -> None:
        """Go on for so long, or to the end."""
        until = time.monotonic() + seconds
        try:
            for _ in self._steps:
                if time.monotonic() > until:
                    return
        except ImportError:
            log.exception("Plots cannot be loaded")
        _under_way.discard(self)
        self.ended.set()


# One at most of a package: a second import of it would wait for the first, which rests.
_under_way: set[_Loading] = set()


def _steps(package: str, qt_modules: Sequence[str]) -> Iterator[object]:
    for name in qt_modules:
        try:
            module = importlib.import_module(f"PySide6.{name}")
        except ImportError:
            continue
        for each in dir(module):
            yield getattr(module, each)
    yield from _Import(package).steps()


class _Import(MetaPathFinder):
    """An import that can rest between two modules of a package.

    Python cannot leave an import half way. So a thread does it that runs only while another one
    waits for it, and hands over where Python asks where the next module is.
    """

    def __init__(self, package: str) -> None:
        self._package = package
        self._thread = threading.Thread(target=self._run, name="import in turns", daemon=True)
        self._go_on, self._rested = threading.Semaphore(0), threading.Semaphore(0)
        self._is_done = False
        self._error: Exception | None = None

    def steps(self) -> Iterator[None]:
        """Import, a module at each step.

        Raises:
            ImportError: A module cannot be imported.
        """
        sys.meta_path.insert(0, self)
        self._thread.start()
        try:
            while not self._is_done:
                self._go_on.release()
                self._rested.acquire()
                yield
        finally:
            sys.meta_path.remove(self)
        if self._error is not None:
            raise ImportError(self._package) from self._error

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Rest; where the module is others tell.

        Only between the package's own modules: one of another package would be locked for all.
        Python asks with its lock of all imports held. Kept meanwhile, the window's own next import
        would wait for the thread that waits for the window.
        """
        is_own = fullname.startswith(f"{self._package}.")
        if is_own and threading.current_thread() is self._thread:
            _imp.release_lock()
            self._rested.release()
            self._go_on.acquire()
            _imp.acquire_lock()
        return None

    def _run(self) -> None:
        self._go_on.acquire()
        try:
            importlib.import_module(self._package)
        except Exception as error:  # noqa: BLE001 - whatever it raises, nobody may wait for ever
            self._error = error
        finally:
            self._is_done = True
            self._rested.release()
