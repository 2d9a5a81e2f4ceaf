"""Keys that act on every page: those of play, Space, Return, and keys of commands that are off."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QMainWindow

from abcstudio.ui.playback.bar.transport_bar import TransportBar
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.space_key import SpaceKey
from abcstudio.ui.services.actions import Actions
from abcstudio.ui.services.grey_keys import GreyKeys
from abcstudio.ui.services.studio import Studio
from abcstudio.ui.window.keyboard.return_key import ReturnKey
from abcstudio.ui.window.window_parts import WindowParts


class PlayKeys(QObject):
    """Handles the media keys, and the keys of play while that command is off."""

    def __init__(
        self,
        transport: TransportBar,
        playback: PlaybackController,
        actions: Actions,
        studio: Studio,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._play = transport.commands.toggle
        self._why_off = transport.why_off
        self._actions = actions
        self._studio = studio
        self._media_keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_MediaPlay: playback.toggle,
            Qt.Key.Key_MediaTogglePlayPause: playback.toggle,
            Qt.Key.Key_MediaPause: playback.pause,
            Qt.Key.Key_MediaStop: playback.stop,
            Qt.Key.Key_MediaNext: lambda: self._go_to_tune("view.next_tune"),
            Qt.Key.Key_MediaPrevious: lambda: self._go_to_tune("view.previous_tune"),
        }
        self._while_off = QShortcut(window)
        self._while_off.activated.connect(self._on_nothing_to_play)
        self._play.changed.connect(self._follow_command)
        self._follow_command()

    def take(self, key: int) -> bool:
        """Do what a media key says; return whether the key is one."""
        act = self._media_keys.get(key)
        if act is not None:
            act()
        return act is not None

    def _go_to_tune(self, action_id: str) -> None:
        """Show another tune of the text; where one is heard, that one is heard then."""
        action = self._actions.action(action_id)
        if action.isEnabled():
            action.trigger()

    def _follow_command(self) -> None:
        """Take the keys of play while play is off, so that no focused button gets them."""
        self._while_off.setKeys(self._play.shortcuts())
        self._while_off.setEnabled(not self._play.isEnabled())

    def _on_nothing_to_play(self) -> None:
        self._studio.notify(self._why_off(), "info")


class WindowKeys(QObject):
    """Takes keys before the page in front does, or after it.

    Attributes:
        space: Plays the rows of lists.
    """

    def __init__(self, parts: WindowParts) -> None:
        super().__init__(parts.window)
        studio, actions, playback = parts.studio, parts.actions, parts.playback
        pages, composer = parts.pages, parts.composer
        listening = composer.parts.listening
        self._play = PlayKeys(parts.transport, playback, actions, studio, parts.window)
        self.space = SpaceKey(parts.window, playback)
        ReturnKey(parts.window)
        self._grey = GreyKeys(actions, studio, lambda: pages.page_id, parts.window)
        for view in composer.row_views:
            self.space.play_rows(view, listening.toggle)

    def take(self, event: QKeyEvent) -> bool:
        """Take a media key or that of a command that is off; return whether it is one."""
        return self._play.take(event.key()) or self._grey.take(event)
