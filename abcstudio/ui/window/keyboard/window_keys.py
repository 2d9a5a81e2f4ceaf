"""Keys that act on every page: those of play, Space, Return, and keys of commands that are off."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QMainWindow,
    QRadioButton,
    QWidget,
)
from typing_extensions import override

from abcstudio.ui.playback.bar.transport_bar import TransportBar
from abcstudio.ui.playback.playback_controller import PlaybackController
from abcstudio.ui.playback.space_key import SpaceKey
from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.studio import Notice, Studio
from abcstudio.ui.window.window_parts import WindowParts

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class GreyKeys(QObject):
    """Tells the reason that the menu shows, for keys that are pressed on purpose.

    Keys without Ctrl or Alt, F1 and its like excepted, are pressed for much else: Esc above all.
    """

    def __init__(
        self, actions: Actions, studio: Studio, page: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._studio = studio
        self._page = page
        self._told: Notice | None = None

    def take(self, event: QKeyEvent) -> bool:
        """Take a key that nothing else used; return whether a command has it that is off."""
        is_function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        if not (is_function or event.modifiers() & _MODIFIERS):
            return False
        pressed = QKeySequence(event.keyCombination())
        reason = next(
            (why for each in self._actions.commands() if (why := self._why(each, pressed))), ""
        )
        if reason and not event.isAutoRepeat():
            if self._told is not None:
                self._studio.notice_withdrawn.emit(self._told)
            self._told = self._studio.notify(reason)
        return bool(reason)

    def _why(self, command: Command, pressed: QKeySequence) -> str:
        """Return why a command is off, "" where it is not, or these are not its keys here."""
        action = command.action
        is_here = not command.is_local or command.page == self._page()
        is_meant = is_here and not action.isEnabled() and pressed in action.shortcuts()
        return str(action.property("reason") or "") if is_meant else ""


_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ReturnKey(QObject):
    """Presses the focused button of the window, and of the windows that belong to it.

    Qt does so by itself in dialogs, and on some desktops. In a dialog a check box leaves Return to
    the default button. Only what has the focus is watched, as with `SpaceKey`.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        is_return = event.key() in _RETURNS and event.modifiers() in _PLAIN
        if not is_return or not isinstance(watched, QAbstractButton):
            return False
        event.accept()
        if not event.isAutoRepeat():
            watched.click()
        return True

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(new, QAbstractButton) and self._is_ours(new) and _takes_return(new):
            new.installEventFilter(self)

    def _is_ours(self, button: QAbstractButton) -> bool:
        owner: QWidget | None = button.window()
        while owner is not None and owner is not self._window:
            owner = owner.parentWidget()
        return owner is self._window


def _takes_return(button: QAbstractButton) -> bool:
    is_check_box = isinstance(button, QCheckBox | QRadioButton)
    return not (is_check_box and isinstance(button.window(), QDialog))


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
