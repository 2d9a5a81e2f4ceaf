"""Keeps the machine awake while a network trains, and tells the desktop when a run has ended."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from abcstudio.ui.services.studio import Studio
from abcstudio.ui.training.sweeps.sweep_session import SweepSession
from abcstudio.ui.training.training_session import TrainingSession
from abcstudio.ui.window.awake.stay_awake import StayAwake
from abcstudio.ui.words.translation import error_sentence

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
