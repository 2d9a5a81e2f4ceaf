"""What keys are called in sentences, in the window's language and as this system writes them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from abcstudio.ui.look.plain_text import tooltip

_NATIVE = QKeySequence.SequenceFormat.NativeText


def key_words(keys: str) -> str:
    """Return what fixed keys are called; `keys` is portable text such as "Shift+F10"."""
    return QKeySequence(keys).toString(_NATIVE)


def modifier_words(modifier: Qt.KeyboardModifier) -> str:
    """Return what a key is called that is held while something else is done: "Ctrl"."""
    letter = QKeySequence(QKeyCombination(modifier, Qt.Key.Key_A)).toString(_NATIVE)
    return letter.removesuffix("A").removesuffix("+")


def keys_of(action: QAction) -> str:
    """Return what the keys of a command are called now, "" where it has none."""
    return action.shortcut().toString(_NATIVE)


def all_keys_of(action: QAction) -> str:
    """Return what all keys of a command are called now, for a list of keys."""
    return ", ".join(keys.toString(_NATIVE) for keys in action.shortcuts())


class KeyTip(QObject):
    """Adds to the tooltip of a widget the keys of its command, as they are when it is shown."""

    def __init__(self, widget: QWidget, command: Callable[[], QAction]) -> None:
        super().__init__(widget)
        self._command = command
        widget.installEventFilter(self)

    def words(self, widget: QWidget) -> str:
        """Return the tooltip of the widget with the keys."""
        keys = keys_of(self._command()) if widget.isEnabled() else ""
        sentence = widget.toolTip()
        return tooltip(f"{sentence} ({keys})") if keys and sentence else sentence

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            assert isinstance(watched, QWidget)
            QToolTip.showText(event.globalPos(), self.words(watched), watched)
            return True
        return super().eventFilter(watched, event)
