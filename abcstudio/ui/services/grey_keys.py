"""What is said when the keys of a command are pressed that cannot be done now."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from abcstudio.ui.services.actions import Actions, Command
from abcstudio.ui.services.studio import Notice, Studio

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
