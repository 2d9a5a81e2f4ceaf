"""Loading what sounds and what learns in the background, once the window is up."""

import logging
import threading
import time

from PySide6.QtCore import QObject, QTimer, Signal

from abcstudio.learning.devices import Device, choose_device, has_torch
from abcstudio.learning.loading import load_torch, loading_library
from abcstudio.learning.sampling.networks import load_sampling
from abcstudio.learning.sampling.placing import enable_gpu_sampling
from abcstudio.paths import sampling_speeds_file
from abcstudio.workers.sound import load_sound

log = logging.getLogger(__name__)

PAUSE_MS = 250


class WarmUp(QObject):
    """Imports the player and torch in a thread of its own: the first tune and run wait less.

    Without torch it imports what samples in its place.

    The player comes first: a person presses Space before composing. Loaded by that Space, it took
    35 ms of the window's processor time, 90 ms with numpy, and waited for torch's import.

    What only training needs waits for its page to be shown: plots, see `PlotsAhead`, and what the
    first optimizer loads, see `make_optimizer`.

    It is no `Job`: an import cannot be cancelled, and closing the window must not wait for it.

    Signals:
        sampling_loaded: What samples takes is there.
        device_found: Torch is loaded. Carries the `Device` that networks will use.
        ended: All is loaded that the window needs.
    """

    sampling_loaded = Signal()
    device_found = Signal(object)
    ended = Signal()

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
                return
            load_torch()
            enable_gpu_sampling(sampling_speeds_file())
            self.sampling_loaded.emit()
            device: Device = choose_device()
            self.device_found.emit(device)
        except (ImportError, OSError, RuntimeError):
            log.exception("The network library cannot be loaded")
            return
        log.info("The network library was loaded in %.2f s", time.monotonic() - started)
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
