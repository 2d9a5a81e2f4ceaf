"""Every uncaught exception gets a log entry, a report on the screen and kept text."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from abcstudio import __version__
from abcstudio.paths import user_log_dir
from abcstudio.ui.look.painting import let_go
from abcstudio.ui.window.crashes.crash_dialog import CrashDialog

log = logging.getLogger(__name__)

MAX_REPORTS = 20


class CrashReporter(QObject):
    """Installs itself as the process's and its threads' hook for uncaught exceptions.

    PySide swallows what is raised in slots, timers and overridden methods unless there is a hook.

    Signals:
        crashed: An exception was not caught, in whatever thread. Carries the report.
    """

    crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None
        self._keep_text: Callable[[], object] | None = None
        self._quit: Callable[[], object] | None = None
        self._dialog: CrashDialog | None = None
        self._count = 0
        self._old_hook = sys.excepthook
        self._old_thread_hook = threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        # Later: it may be in the middle of painting, where no window may be made.
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def watch(
        self,
        window: QWidget,
        keep_text: Callable[[], object],
        quit_program: Callable[[], object],
    ) -> None:
        """Show reports over this window; `keep_text` is called first, whatever happened."""
        self._window = window
        self._keep_text = keep_text
        self._quit = quit_program
        # The one before lies over another window, which may be gone.
        self._dialog = None

    @property
    def dialog(self) -> CrashDialog | None:
        """The dialog that shows the reports, None before the first one."""
        return self._dialog

    def stop(self) -> None:
        """Give the hooks back."""
        sys.excepthook = self._old_hook
        threading.excepthook = self._old_thread_hook

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._old_hook(kind, error, trace)
            return
        log.critical("Not caught", exc_info=(kind, error, trace))
        report = crash_report(kind, error, trace)
        # What was at work is over: a painter among it, kept by its frames, would never end.
        let_go(error)
        _forget_last()
        self.crashed.emit(report)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _show(self, report: str) -> None:
        self._count += 1
        if self._keep_text is not None:
            try:
                self._keep_text()
            except Exception:
                log.exception("The unsaved text could not be kept")
        if self._count > MAX_REPORTS:
            return
        if self._dialog is None:
            self._dialog = CrashDialog(user_log_dir(), self._window)
            if self._quit is not None:
                self._dialog.quit_chosen.connect(self._quit)
        self._dialog.add_report(report)
        self._dialog.show()
        self._dialog.raise_()


def _forget_last() -> None:
    """Drop what Python keeps of the last exception for a debugger."""
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)


def crash_report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Return what an author needs to know about an exception."""
    system = (
        f"ABC Studio {__version__}, Python {platform.python_version()}, PySide {pyside_version}"
    )
    lines = traceback.format_exception(kind, error, trace)
    return f"{system}, {platform.platform()}\n\n{''.join(lines)}"
