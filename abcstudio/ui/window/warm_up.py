"""Loading what sounds and what learns in the background, once the window is up."""

import logging
import threading
import time

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.learning.devices import Device, choose_device, has_torch
from abcstudio.learning.loading import load_torch, loading_library
from abcstudio.learning.sampling.networks import load_sampling
from abcstudio.ui.services.plots_ahead import PlotsAhead
from abcstudio.workers.sound import load_sound

log = logging.getLogger(__name__)

PAUSE_MS = 250


class WarmUp(QObject):
    """Imports the player and torch in a thread of its own: the first tune and run wait less.

    Without torch it imports what samples in its place.

    The player comes first: a person presses Space before composing. Loaded by that Space, it took
    35 ms of the window's processor time, 90 ms with numpy, and waited for torch's import.

    Plots are loaded in the window's own thread, whose turns they take. What optimizers need comes
    with the first one, see `make_optimizer`: the training page measures with one once it is shown.

    It is no `Job`: an import cannot be cancelled, and closing the window must not wait for it.

    Signals:
        sampling_loaded: What samples takes is there.
        device_found: Torch is loaded. Carries the `Device` that networks will use.
        ended: All is loaded that the window needs.
    """

    sampling_loaded = Signal()
    device_found = Signal(object)
    ended = Signal()
    _plots_wanted = Signal()

    def __init__(self, plots: PlotsAhead | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plots = plots or PlotsAhead(parent=self)
        self._plots_wanted.connect(self._plots.start)

    def start(self) -> None:
        """Begin when the window has had time to answer the first clicks."""
        QTimer.singleShot(PAUSE_MS, self._start_thread)

    def _start_thread(self) -> None:
        threading.Thread(target=self._load, name="warm-up", daemon=True).start()

    def _load(self) -> None:
        _load_player()
        started = time.monotonic()
        try:
            if not has_torch():
                load_sampling()
                self.sampling_loaded.emit()
                self._plots_wanted.emit()
                return
            load_torch()
            self.sampling_loaded.emit()
            device: Device = choose_device()
            log.info("The network library was loaded in %.2f s", time.monotonic() - started)
            self.device_found.emit(device)
            self._plots_wanted.emit()
            self._plots.loaded.wait()
        except (ImportError, OSError, RuntimeError):
            log.exception("The network library cannot be loaded")
            return
        log.info("With plots it took %.2f s", time.monotonic() - started)
        self.ended.emit()


def _load_player() -> None:
    """Import what plays; where that fails, the first tune that is played says why."""
    started = time.monotonic()
    try:
        with loading_library():
            load_sound()
    except (ImportError, OSError):
        log.exception("The player cannot be loaded")
    else:
        log.info("The player was loaded in %.2f s", time.monotonic() - started)
