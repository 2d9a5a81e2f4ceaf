"""SIGTERM, SIGINT and SIGHUP as Qt signals, so that the window closes in order."""

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class ProcessSignals(QObject):
    """Wakes Qt's event loop when the process is asked to end.

    Python handles a signal only between two of its own instructions, and an idle event loop runs
    none; the interpreter therefore writes a byte into a socket that Qt watches.

    Signals:
        quit_requested: The system or the terminal asked the process to end.
    """

    quit_requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._receiver, self._sender = socket.socketpair()
        self._receiver.setblocking(False)
        self._sender.setblocking(False)
        self._old_descriptor = signal.set_wakeup_fd(
            self._sender.fileno(), warn_on_full_buffer=False
        )
        self._old_handlers = {
            number: signal.signal(number, self._on_signal) for number in _ending_signals()
        }
        self._notifier = QSocketNotifier(self._receiver.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)

    def restore(self) -> None:
        """Restore the former signal handlers."""
        self._notifier.setEnabled(False)
        for number, handler in self._old_handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_descriptor)
        self._receiver.close()
        self._sender.close()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        """Do nothing here: the byte in the socket does it, inside the event loop."""

    def _on_readable(self) -> None:
        self._receiver.recv(64)
        self.quit_requested.emit()


def _ending_signals() -> list[signal.Signals]:
    """Return the signals that ask a program to end; `nohup` has SIGHUP ignored, which stays so."""
    found = [signal.SIGTERM, signal.SIGINT]
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        found.append(signal.SIGHUP)
    return found
