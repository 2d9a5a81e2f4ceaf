"""The player's device: opened at the first need, given back, opened anew."""

import logging
import threading
from collections.abc import Callable

from abcstudio.playback.transport.roles import Frames, OpenOutput, Output

_CLOSE_SECONDS, _LOST_CLOSE_SECONDS = 0.5, 0.25

log = logging.getLogger(__name__)


class DeviceOutput:
    """An output that may be open; `open` and `wake` may be called in any thread."""

    def __init__(self, open_output: OpenOutput, fill: Callable[[Frames], None]) -> None:
        self._open_output = open_output
        self._fill = fill
        self._opening = threading.Lock()
        self._output: Output | None = None

    @property
    def output(self) -> Output | None:
        """The output, None while none is open."""
        return self._output

    @property
    def latency_seconds(self) -> float:
        """How long after it was pulled a frame is heard."""
        output = self._output
        return output.latency_seconds if output is not None else 0.0

    def open(self) -> None:
        """Open the output, if that has not happened.

        Raises:
            SoundError: There is no device, or it cannot be opened.
        """
        with self._opening:
            if self._output is None:
                self._output = self._open_output(self._fill)

    def wake(self) -> None:
        """Let the device pull, so that live notes are heard; one that was lost is opened anew.

        Raises:
            SoundError: There is no device, or it cannot be opened.
        """
        if not self.is_connected():
            self.close()
        self.open()
        self.start()

    def is_connected(self) -> bool:
        """Return whether the output is open and there."""
        return self._output is not None and self._output.is_connected()

    def start(self) -> None:
        """Let the output pull, if it is open."""
        output = self._output
        if output is not None:
            output.start()

    def sleep(self) -> None:
        """Let the output cease to pull, if it is open."""
        if self._output is not None:
            self._output.stop()

    def close(self) -> None:
        """Give the device back.

        A device that was taken away may never let itself be closed: it is left behind then.
        """
        output, self._output = self._output, None
        if output is not None:
            closer = threading.Thread(target=output.close, name="sound-close", daemon=True)
            # Some devices can be opened once only: the next one waits for this one to be closed.
            patience = _CLOSE_SECONDS if output.is_connected() else _LOST_CLOSE_SECONDS
            closer.start()
            closer.join(patience)
            if closer.is_alive():
                log.info("The sound device is not closed yet")
