"""The one window of the program, made anew where the person chooses another language."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from abcstudio.engraving.drawing.engraver import Engraver
from abcstudio.learning.devices import Device
from abcstudio.settings import Settings
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.helpers import Helpers
from abcstudio.ui.window.main_window import MainWindow
from abcstudio.ui.words.languages import usable_language
from abcstudio.ui.words.translators import Translators

log = logging.getLogger(__name__)

_LOOK_MS = 100


class WindowHost(QObject):
    """Makes the window, and another one in its place when the language changes.

    A widget takes its words when it is made. So all widgets are made again, and what goes on is
    handed over: texts with their undo history, the run under way, the tune that is played. Work
    that could not be handed over is waited for.

    Where another studio of the same home runs, that one's texts and its window's state stay its
    own: this window begins with none of them, and keeps nothing over them.

    Attributes:
        window: The window that there is.

    Signals:
        window_made: Another window is there, not yet shown. Carries the `MainWindow`.
    """

    window_made = Signal(object)

    def __init__(
        self,
        settings: Settings,
        translators: Translators,
        make_engraver: Callable[[], Engraver] = Engraver,
        parent: QObject | None = None,
        *,
        is_first: bool = True,
    ) -> None:
        super().__init__(parent)
        self._is_first = is_first
        self._translators = translators
        self._make_engraver = make_engraver
        self._device: Device | None = None
        self._left: list[Studio] = []
        self._wait = QTimer(self, interval=_LOOK_MS)
        self._wait.timeout.connect(self._go_on)
        self._clearing = QTimer(self, interval=_LOOK_MS)
        self._clearing.timeout.connect(self._clear)
        self._language = usable_language(settings.language)
        translators.speak(self._language)
        if not is_first:
            settings = replace(settings, window=settings.window.with_texts())
        self.window = self._made(settings)

    @property
    def studio(self) -> Studio:
        """What the pages of the window share."""
        return self.window.studio

    def show_device(self, device: Device) -> None:
        """Show what networks compute on, once that is known; in later windows too."""
        self._device = device
        self.window.show_device(device)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files and folders in the window."""
        self.window.open_paths(paths)

    def come_to_front(self) -> None:
        """Show the window over all others, also where it is minimized."""
        window = self.window
        state = window.windowState() & ~Qt.WindowState.WindowMinimized
        window.setWindowState(state | Qt.WindowState.WindowActive)
        window.show()
        window.raise_()
        window.activateWindow()

    def end_without_asking(self) -> None:
        """Close the window at the request of the system."""
        self._wait.stop()
        self.window.end_without_asking()

    def _made(self, settings: Settings) -> MainWindow:
        studio = Studio(settings, keeps_window=self._is_first)
        studio.on_change(self._on_language_changed, "language")
        return MainWindow(studio, self._make_engraver())

    def _on_language_changed(self) -> None:
        """Change it once the event is over: it comes from a box of the window that is to go."""
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._go_on()
        if self._wait.isActive():
            self.studio.notify(
                self.tr("The language changes as soon as the work under way has ended.")
            )

    def _go_on(self) -> None:
        """Change the language where nothing hinders that, else look again soon."""
        language = usable_language(self.studio.settings.language)
        if language == self._language or not self.window.isVisible():
            self._wait.stop()
        elif self.window.is_settled:
            self._wait.stop()
            self._language = language
            self._change()
        elif not self._wait.isActive():
            self._wait.start()

    def _change(self) -> None:
        """Put another window in the place of this one."""
        before, studio = self.window, self.studio
        was_active = before.isActiveWindow()
        handed = before.hand_over()
        self._translators.speak(self._language)
        # The texts are handed over, and not to be read again.
        window_state = studio.settings.window.with_texts()
        self.window = window = self._made(replace(studio.settings, window=window_state))
        self.window_made.emit(window)
        window.take_up(handed)
        if self._device is not None:
            self.show_device(self._device)
        window.first_painted.connect(window.engraver.warm_up)
        window.show()
        if was_active or handed.preferences_tab >= 0:
            window.activateWindow()
        window.rooms[Helpers].dialogs.show_again(handed.help_topic, handed.preferences_tab)
        before.hide()
        before.deleteLater()
        self._left.append(studio)
        self._clearing.start()
        log.info("The window speaks %s", self._language)

    def _clear(self) -> None:
        """Delete what windows before shared, once no thread runs that belongs to it."""
        for studio in [each for each in self._left if not each.is_working]:
            self._left.remove(studio)
            studio.deleteLater()
        if not self._left:
            self._clearing.stop()
