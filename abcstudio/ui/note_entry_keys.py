"""What the keys of the computer's keyboard do while notes are entered."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from abcstudio.ui.note_entry_state import LENGTHS
from abcstudio.ui.widgets.abc_editor import AbcEditor

_LONGEST_DIGIT = 7
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class EntryKey:
    """What a key asks for.

    Attributes:
        name: "letter", "chord", "length", "rest", "dot", "tie", "triplet", "alter", "shift",
            "back", "leave", or "nothing" for a key that would only spoil the music.
        value: The letter, the length as a Fraction, the semitones or the staff positions.
    """

    name: str
    value: str | int | Fraction = 0


_SIGNS = {
    "0": EntryKey("rest"),
    "r": EntryKey("rest"),
    ".": EntryKey("dot"),
    "+": EntryKey("alter", 1),
    "=": EntryKey("alter", 1),
    "-": EntryKey("alter", -1),
    "t": EntryKey("tie"),
    "p": EntryKey("triplet"),
}
_MOVES = {
    (Qt.Key.Key_Up, _NO_MODIFIER): EntryKey("shift", 1),
    (Qt.Key.Key_Down, _NO_MODIFIER): EntryKey("shift", -1),
    (Qt.Key.Key_Up, _CONTROL): EntryKey("shift", 7),
    (Qt.Key.Key_Down, _CONTROL): EntryKey("shift", -7),
    (Qt.Key.Key_Backspace, _NO_MODIFIER): EntryKey("back"),
}


def entry_key(event: QKeyEvent) -> EntryKey | None:
    """Return what a key asks for; None for one that does what it always does."""
    modifiers = event.modifiers() & ~_KEYPAD
    key = Qt.Key(event.key())
    if key == Qt.Key.Key_Escape:
        return EntryKey("leave")
    if (key, modifiers) in _MOVES:
        return _MOVES[key, modifiers]
    if modifiers not in (_NO_MODIFIER, _SHIFT):
        return None
    if Qt.Key.Key_A <= key <= Qt.Key.Key_G:
        return EntryKey("chord" if modifiers == _SHIFT else "letter", chr(key))
    sign = event.text().lower() if modifiers == _NO_MODIFIER else event.text()
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign.isdigit() and len(sign) == 1 and 1 <= int(sign) <= _LONGEST_DIGIT:
        return EntryKey("length", LENGTHS[_LONGEST_DIGIT - int(sign)])
    if modifiers == _NO_MODIFIER and len(sign) == 1 and (sign.isalpha() or sign.isdigit()):
        return EntryKey("nothing")
    return None


class EntryKeys(QObject):
    """Takes the keys of the editor for the note entry, before the editor and the shortcuts.

    Args of the constructor:
        editor: Whose keys are taken.
        wants: Says whether letters are notes where the caret stands now.
        take: Does what a key asks for.
    """

    def __init__(
        self,
        editor: AbcEditor,
        wants: Callable[[], bool],
        take: Callable[[EntryKey], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._wants = wants
        self._take = take
        self._is_on = False

    def set_on(self, is_on: bool) -> None:
        """Begin to take keys, or cease."""
        if is_on == self._is_on:
            return
        self._is_on = is_on
        if is_on:
            self._editor.installEventFilter(self)
        else:
            self._editor.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        key = entry_key(event)
        if key is None or (key.name != "leave" and not self._wants()):
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress and not (event.isAutoRepeat() and key.name == "letter"):
            self._take(key)
        return True
