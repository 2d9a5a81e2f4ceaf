"""Loading the network library in the background, once the window is up."""

import logging
import threading
import time

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.learning.devices import Device, choose_device
from abcstudio.learning.loading import load_optimizers, load_torch
from abcstudio.notation.gc_pause import uncollected

log = logging.getLogger(__name__)

PAUSE_MS = 250


class WarmUp(QObject):
    """Imports torch in a thread of its own, so that the first tune and the first run wait less.

    It is no `Job`: an import cannot be cancelled, and closing the window must not wait for it.

    Signals:
        device_found: Torch is loaded. Carries the `Device` that networks will use.
        ended: All is loaded that a first training run needs.
    """

    device_found = Signal(object)
    ended = Signal()

    def start(self) -> None:
        """Begin when the window has had time to answer the first clicks."""
        QTimer.singleShot(PAUSE_MS, self._start_thread)

    def _start_thread(self) -> None:
        threading.Thread(target=self._load, name="warm-up", daemon=True).start()

    def _load(self) -> None:
        started = time.monotonic()
        try:
            load_torch()
            device: Device = choose_device()
            log.info("The network library was loaded in %.2f s", time.monotonic() - started)
            self.device_found.emit(device)
            _load_plots()
            load_optimizers()
        except (ImportError, OSError, RuntimeError):
            log.exception("The network library cannot be loaded")
            return
        log.info("With plots and optimizers it took %.2f s", time.monotonic() - started)
        self.ended.emit()


@uncollected
def _load_plots() -> None:
    """Import what the first point of a curve would import: a fifth of a second and more."""
    import pyqtgraph  # noqa: F401
