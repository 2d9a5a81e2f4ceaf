"""Every uncaught exception gets a log entry, a report on the screen and kept text."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from abcstudio import __version__
from abcstudio.paths import user_log_dir
from abcstudio.ui.look.painting import let_go
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import GRID, GROUP_GAP, PAGE_MARGIN, editor_font


class CrashDialog(QDialog):
    """Shows the report of an unexpected error; further ones are added to the same dialog.

    Signals:
        quit_chosen: The person wants to end the program.
    """

    quit_chosen = Signal()

    def __init__(self, log_folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(72 * GRID, 48 * GRID)
        words = Label(
            self.tr(
                "The studio made a mistake of its own. Your text is kept, and you can go on. "
                "If it happens again, send the report below to the authors; it is also written "
                "to the log in {0}."
            ).format(log_folder)
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit()
        self.report.setReadOnly(True)
        self.report.setFont(editor_font())
        self.report.setAccessibleName(self.tr("Report"))
        self.copy_button = QPushButton(self.tr("&Copy report"))
        self.copy_button.setToolTip(self.tr("Copy the whole report to the clipboard"))
        self.copy_button.clicked.connect(self._copy)
        self.quit_button = QPushButton(self.tr("&Quit ABC Studio"))
        self.quit_button.setToolTip(self.tr("End the program; unsaved text is kept for next time"))
        self.quit_button.clicked.connect(self.quit_chosen)
        self.continue_button = QPushButton(self.tr("C&ontinue"))
        self.continue_button.setToolTip(self.tr("Close this report and go on working"))
        self.continue_button.setProperty("main", True)
        self.continue_button.setDefault(True)
        self.continue_button.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.copy_button)
        buttons.addStretch(1)
        buttons.addWidget(self.quit_button)
        buttons.addWidget(self.continue_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(words)
        layout.addWidget(self.report, 1)
        layout.addLayout(buttons)

    def add_report(self, text: str) -> None:
        """Show one more report under those already there."""
        self.report.appendPlainText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


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
