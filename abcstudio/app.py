"""The composition root: the application object, its log, its settings, its language, its window."""

import logging
import logging.handlers
import os
import signal
import socket
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from types import FrameType
from typing import NoReturn

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)
from typing_extensions import override

from abcstudio.errors import AbcStudioError
from abcstudio.guarded_files import is_file, no_file
from abcstudio.learning.freed_memory import share_few_heaps
from abcstudio.own_files import DamagedFile, put_aside
from abcstudio.paths import logo_file, running_dir, settings_file, user_log_dir
from abcstudio.recipes.installation.given_environment import give_back_environment
from abcstudio.settings import load_settings
from abcstudio.ui.composer.takes.composing_room import ComposingRoom
from abcstudio.ui.look.icons_ahead import IconsAhead
from abcstudio.ui.look.plain_text import Label
from abcstudio.ui.look.theme import (
    GRID,
    GROUP_GAP,
    PAGE_MARGIN,
    apply_theme,
    colors_for,
    editor_font,
)
from abcstudio.ui.window.crashes.crash_reporter import CrashReporter, crash_report
from abcstudio.ui.window.crashes.missing_screen import telling_of_missing_screen
from abcstudio.ui.window.keyboard.latin_keys import LatinKeys
from abcstudio.ui.window.leftovers import sweep_leftovers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.window.named_files import NamedFiles, StudioApplication
from abcstudio.ui.window.running.request import WindowRequest, use_token
from abcstudio.ui.window.running.running_studio import RunningStudio
from abcstudio.ui.window.sizes.window_geometry import fit_into_screen
from abcstudio.ui.window.warm_up import WarmUp
from abcstudio.ui.window.window_host import WindowHost
from abcstudio.ui.words.translation import error_sentence
from abcstudio.ui.words.translators import Translators


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


class StartFailureDialog(QDialog):
    """Says why there is no window; closing it ends the program.

    Args of the constructor:
        report: What the authors need to know; "" where the person can help it.
    """

    def __init__(self, reason: str, report: str = "") -> None:
        super().__init__()
        self.setWindowTitle(self.tr("ABC Studio cannot start"))
        self.resize(72 * GRID, 40 * GRID if report else 16 * GRID)
        self.reason = Label(reason)
        self.reason.setWordWrap(True)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setFont(editor_font())
        self.report.setAccessibleName(self.tr("Report"))
        copy = QPushButton(self.tr("&Copy report"))
        copy.setToolTip(self.tr("Copy the whole report to the clipboard"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.quit_button = QPushButton(self.tr("&Quit ABC Studio"))
        self.quit_button.setDefault(True)
        self.quit_button.clicked.connect(self.accept)
        self.report.setVisible(bool(report))
        copy.setVisible(bool(report))
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(self.quit_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        layout.setSpacing(GROUP_GAP)
        layout.addWidget(self.reason, 0 if report else 1)
        layout.addWidget(self.report, 1)
        layout.addLayout(buttons)


log = logging.getLogger(__name__)

LOG_BYTES = 1_000_000
LOG_FORMAT = "%(asctime)s.%(msecs)03d %(levelname)s %(name)s: %(message)s"
SWITCH_SECONDS = 0.0002
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class LogFile(logging.handlers.RotatingFileHandler):
    """A log that tells the terminal once where a line of it cannot be written.

    The next line is tried again, for a disk that is full may have room by then.
    """

    _has_told = False

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            super().handleError(record)
        elif not self._has_told and sys.stderr is not None:
            self._has_told = True
            print(f"abcstudio: the log cannot be written: {error}", file=sys.stderr)  # noqa: T201


def run_window(file_names: Sequence[str] = ()) -> NoReturn:
    """Open the window with files in it, run until it is closed, and end with the exit code.

    Where there can be no window as it should be, one says why, and the exit code is 1.
    """
    app = make_application()
    # Before the window is made, so that a signal meanwhile waits for it.
    signals = ProcessSignals()
    try:
        _run(app, file_names, signals)
    except Exception as error:
        log.critical("The start failed", exc_info=error)
        signals.quit_requested.connect(app.closeAllWindows)
        show_failure(app, error)
        _leave_at_once(1)


def _run(app: StudioApplication, file_names: Sequence[str], signals: ProcessSignals) -> NoReturn:
    _start_log()
    files = NamedFiles(file_names, app)
    app.file_named.connect(files.take)
    # Before the window is made, so that a start meanwhile waits for it.
    running = RunningStudio(running_dir(), app)
    damaged: list[DamagedFile] = []
    settings = load_settings(settings_file(), damaged.append)
    if files.name_texts:
        # What is named is shown in the place of what was in front; that comes back behind it.
        settings = replace(settings, window=settings.window.with_none_in_front())
    translators = Translators(app)
    reporter = CrashReporter()
    host = WindowHost(settings, translators, is_first=running.is_first)
    running.requested.connect(partial(_take_over, host, files))
    app.lastWindowClosed.connect(running.close)
    log.info("Started with Python %s; %d translations", sys.version.split()[0], translators.count)
    LatinKeys(app)
    window, studio = host.window, host.studio
    for file in damaged:
        studio.tell_damaged(file)
    studio.tell_lost_model()
    studio.tell_unusable_folders()
    _watch(reporter, window)
    host.window_made.connect(partial(_watch, reporter))
    signals.quit_requested.connect(host.end_without_asking)
    _follow_first_paint(host)
    files.named.connect(host.open_paths)
    window.first_painted.connect(files.release)
    window.show()
    code = app.exec()
    signals.restore()
    running.close()
    reporter.stop()
    log.info("Ended with %d", code)
    if host.window.has_unfinished_work:
        log.info("Some background work did not end in time and is left behind")
    _leave_at_once(code)


def _follow_first_paint(host: WindowHost) -> None:
    """Have done once the window is seen what its first picture need not wait for."""
    window, studio = host.window, host.studio
    icons_ahead = IconsAhead(window)
    warm_up = WarmUp(parent=host)
    warm_up.device_found.connect(host.show_device)
    warm_up.sampling_loaded.connect(window.composer.rooms[ComposingRoom].controller.ahead.start)
    window.first_painted.connect(_log_first_paint)
    window.first_painted.connect(partial(fit_into_screen, window))
    window.first_painted.connect(window.engraver.warm_up)
    window.first_painted.connect(warm_up.start)
    window.first_painted.connect(icons_ahead.start)
    window.first_painted.connect(partial(sweep_leftovers, studio))


def _take_over(host: WindowHost, files: NamedFiles, request: WindowRequest) -> None:
    """Show the window to who has started the program again, with the files that they named."""
    use_token(request.token)
    host.come_to_front()
    files.take(*request.paths)


def _watch(reporter: CrashReporter, window: MainWindow) -> None:
    reporter.watch(window, window.keep_text, window.end_without_asking)


def show_failure(app: QApplication, error: Exception) -> None:
    """Say in a window why the program cannot start; returns when the person has closed it."""
    is_known = isinstance(error, AbcStudioError | OSError)
    words = error_sentence(error) if is_known else QCoreApplication.translate(
        "app", "The studio made a mistake of its own while it started. Your files are as they were."
    )  # fmt: skip
    report = "" if is_known else crash_report(type(error), error, error.__traceback__)
    dialog = StartFailureDialog(words, report)
    apply_theme(app, dialog, colors_for("system"))
    dialog.exec()


def make_application() -> StudioApplication:
    """Make the application object with its name, as the tests do too."""
    # Before there is a second thread.
    share_few_heaps()
    if not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
        # Qt complains about a system that names no encoding.
        os.environ["LC_ALL"] = "C.UTF-8"
    with telling_of_missing_screen():
        app = QApplication.instance() or StudioApplication(sys.argv[:1])
    assert isinstance(app, StudioApplication)
    # Now that Qt has looked where its plug-ins are.
    give_back_environment()
    # The threads take turns with Python's lock, and a page that is shown for the first time takes
    # it some hundred times: with the usual 5 ms a turn the window stood still for 0.4 s beside
    # busy threads. Training is as fast with this.
    sys.setswitchinterval(SWITCH_SECONDS)
    app.setApplicationName("abcstudio")
    app.setApplicationDisplayName("ABC Studio")
    app.setDesktopFileName("abcstudio")
    app.setWindowIcon(QIcon(str(logo_file())))
    return app


def _start_log() -> None:
    """Keep a log file; warnings also go to the terminal where there is one."""
    handlers: list[logging.Handler] = []
    try:
        file = user_log_dir() / "abcstudio.log"
        file.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(file) and not is_file(file):
            # Opening a pipe would wait for a reader.
            put_aside(file, no_file(file))
        handlers.append(LogFile(file, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8"))
    except OSError as error:
        # A log that cannot be kept is no reason to stay closed.
        print(f"abcstudio: no log is kept: {error}", file=sys.stderr)  # noqa: T201
    if sys.stderr is not None:
        terminal = logging.StreamHandler()
        terminal.setLevel(logging.WARNING)
        handlers.append(terminal)
    logging.basicConfig(
        level=logging.INFO, format=LOG_FORMAT, datefmt="%Y-%m-%dT%H:%M:%S", handlers=handlers
    )
    logging.captureWarnings(True)
    qInstallMessageHandler(_log_qt_message)


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    category = getattr(context, "category", None) or "default"
    logging.getLogger(f"qt.{category}").log(_QT_LEVELS.get(kind, logging.WARNING), text)


def _log_first_paint() -> None:
    log.info("The window is up; torch imported: %s", "torch" in sys.modules)


def _leave_at_once(code: int) -> NoReturn:
    """End the process without the interpreter's own way out.

    Taking the network library down takes a second and more, and aborts where a thread is still
    mapping it: one closing of eight between 0.2 and 0.8 s after the first picture did. Qt aborts
    when a thread's object goes before the thread does. By now the window is closed and everything
    is written: files are whole or old, whatever a thread is doing.
    """
    logging.shutdown()
    os._exit(code)
