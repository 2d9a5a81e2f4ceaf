"""The thread that makes sound a little ahead of the device."""

import threading
import time
from collections.abc import Callable

_WAIT_SECONDS, _BREATH_SECONDS = 0.02, 0.0005


class MakerThread:
    """Runs while there is something to play; it ends by itself, and a new one can be started."""

    def __init__(
        self, changed: threading.Condition, is_needed: Callable[[], bool], make: Callable[[], bool]
    ) -> None:
        """Start nothing yet.

        Args:
            changed: Guards what `is_needed` reads, and is notified when more may be wanted.
            is_needed: Returns whether the thread goes on.
            make: Makes one more block where one is wanted; returns whether it did.
        """
        self._changed = changed
        self._is_needed = is_needed
        self._make = make
        self._thread: threading.Thread | None = None

    @property
    def thread(self) -> threading.Thread | None:
        """The thread, None while none runs."""
        return self._thread

    def start(self) -> None:
        """Begin, where no thread runs."""
        with self._changed:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="sound", daemon=True)
                self._thread.start()

    def join(self) -> None:
        """Wait for the end of what runs."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        try:
            while not self._is_done():
                if self._make():
                    # Lets a thread that waits for the stream in between.
                    time.sleep(_BREATH_SECONDS)
                else:
                    with self._changed:
                        self._changed.wait(_WAIT_SECONDS)
        except Exception:
            # The next start begins a new thread.
            with self._changed:
                self._thread = None
            raise

    def _is_done(self) -> bool:
        """Return whether the thread ends now."""
        with self._changed:
            if self._is_needed():
                return False
            self._thread = None
            return True
