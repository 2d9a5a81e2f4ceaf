"""What Return and Esc do while versions of measures are chosen among."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_OF_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class RewritingKeys(QObject):
    """Takes both keys from the views of a text, before these and the shortcuts."""

    def __init__(
        self,
        *views: QWidget,
        keep: Callable[[], object],
        drop: Callable[[], object],
        parent: QObject,
    ) -> None:
        """Begin with the keys left to the views.

        Args:
            views: From which they are taken.
            keep: Called for Return.
            drop: Called for Esc.
            parent: What this belongs to.
        """
        super().__init__(parent)
        self._views = views
        self._keep = keep
        self._drop = drop
        self._is_on = False
        self._has_choice = False

    def show(self, *, is_on: bool, has_choice: bool) -> None:
        """Take Esc from now on, and Return where there is a choice; or leave them."""
        self._has_choice = has_choice
        if is_on == self._is_on:
            return
        self._is_on = is_on
        for view in self._views:
            if is_on:
                view.installEventFilter(self)
            else:
                view.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _OF_KEYS or not isinstance(event, QKeyEvent):
            return False
        is_return = event.key() in _RETURN and self._has_choice
        is_ours = is_return or event.key() == Qt.Key.Key_Escape
        if not is_ours or event.modifiers() not in _PLAIN:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            (self._keep if is_return else self._drop)()
        return True
