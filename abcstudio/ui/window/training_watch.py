"""Keeps the machine awake while a network trains, and tells the desktop when a run has ended."""

import ctypes
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.sweeps.sweep_session import SweepSession
from abcstudio.ui.training.training_session import TrainingSession
from abcstudio.ui.words.translation import error_sentence

log = logging.getLogger(__name__)

_CONTINUOUS, _SYSTEM_REQUIRED = 0x80000000, 0x00000001
_END_SECONDS = 2.0


def waking_command(reason: str, platform: str = sys.platform) -> Sequence[str]:
    """Return the program that keeps a system awake for as long as it runs; () for none.

    It ends with this process, however that ends.
    """
    if platform == "darwin":
        return ("caffeinate", "-i", "-w", str(os.getpid()))
    if platform == "linux":
        # `cat` ends when nobody holds the other end of its input any more.
        who = "--who=ABC Studio"
        return ("systemd-inhibit", "--what=sleep:idle", who, f"--why={reason}", "cat")
    return ()


class StayAwake:
    """Holds the machine awake between `begin` and `end`; where that cannot be, nothing happens."""

    def __init__(self) -> None:
        self._program: subprocess.Popen[bytes] | None = None
        self._is_held = False

    @property
    def is_held(self) -> bool:
        """Whether the machine is kept awake now."""
        return self._is_held

    def begin(self, reason: str) -> None:
        """Keep the machine awake.

        Args:
            reason: What the system tells whoever asks it.
        """
        if self._is_held:
            return
        if sys.platform == "win32":
            self._is_held = _tell_windows(_CONTINUOUS | _SYSTEM_REQUIRED)
            return
        command = waking_command(reason)
        if not command or shutil.which(command[0]) is None:
            log.info("This system has no program that keeps it awake.")
            return
        try:
            self._program = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            log.warning("The machine cannot be kept awake: %s", error)
            return
        self._is_held = True

    def end(self) -> None:
        """Let the machine fall asleep again."""
        if not self._is_held:
            return
        self._is_held = False
        if sys.platform == "win32":
            _tell_windows(_CONTINUOUS)
            return
        program, self._program = self._program, None
        if program is None:
            return
        if program.stdin is not None:
            program.stdin.close()
        program.terminate()
        try:
            program.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


def _tell_windows(state: int) -> bool:
    """Set what the thread needs of Windows; return whether it is granted."""
    windows = getattr(ctypes, "windll", None)
    return windows is not None and bool(windows.kernel32.SetThreadExecutionState(state))


_SHOWN_MS = 10_000


class TrainingWatch(QObject):
    """Follows runs and sweeps; both can be switched off in the preferences.

    Attributes:
        awake: Keeps the machine awake.
    """

    def __init__(
        self,
        session: TrainingSession,
        sweep: SweepSession,
        studio: Studio,
        window: QWidget,
        *,
        awake: StayAwake | None = None,
        tell: Callable[[str, str], None] | None = None,
    ) -> None:
        """Watch over two sessions.

        Args:
            session: The training of one network.
            sweep: That of several, one after another.
            studio: Its settings say what is wanted.
            window: A run is told of where this is not what the person works with.
            awake: Keeps the machine awake.
            tell: Shows a title and a sentence on the desktop.
        """
        super().__init__(window)
        self._session, self._sweep, self._studio, self._window = session, sweep, studio, window
        self.awake = awake or StayAwake()
        self._tell = tell or self._show_message
        self._icon: QSystemTrayIcon | None = None
        self._outcome = ""
        session.finished.connect(lambda _result: self._note(self.tr("Training is done.")))
        sweep.finished.connect(lambda: self._note(self.tr("The sweep has come to its end.")))
        for each in (session, sweep):
            each.started.connect(self._on_started)
            each.failed.connect(lambda error: self._note(error_sentence(error)))
            each.ended.connect(self._on_ended)
        session.paused_changed.connect(self._hold)
        studio.on_change(self._hold, "keep_awake")

    def close(self) -> None:
        """Let the machine fall asleep again."""
        self.awake.end()

    def _note(self, sentence: str) -> None:
        self._outcome = sentence

    def _on_started(self) -> None:
        self._outcome = ""
        self._hold()

    def _on_ended(self) -> None:
        self._hold()
        outcome, self._outcome = self._outcome, ""
        # Who has stopped a run by hand need not be told.
        is_wanted = self._studio.settings.notify_run_end and outcome
        if is_wanted and not self._window.isActiveWindow():
            QApplication.alert(self._window)
            self._tell(self.tr("ABC Studio"), outcome)

    def _hold(self, *_: object) -> None:
        """Hold the machine awake, or no longer."""
        is_alone = self._session.is_running and not self._session.is_paused
        if (is_alone or self._sweep.is_running) and self._studio.settings.keep_awake:
            self.awake.begin(self.tr("A network is training"))
        else:
            self.awake.end()

    def _show_message(self, title: str, sentence: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(self._window.windowIcon(), self)
            self._icon.messageClicked.connect(self._on_message_clicked)
        self._icon.show()
        self._icon.showMessage(title, sentence, self._window.windowIcon(), _SHOWN_MS)

    def _on_message_clicked(self) -> None:
        if self._icon is not None:
            self._icon.hide()
        self._window.raise_()
        self._window.activateWindow()
        self._studio.page_requested.emit("training")
