"""What the keys of the computer's keyboard do while notes are entered."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from abcstudio.ui.composer.note_entry.state import LENGTHS
from abcstudio.ui.editor.abc_editor import AbcEditor

_LONGEST_DIGIT = 7
# What the keys of these letters write where the keyboard is set to Ukrainian or Russian.
_SAME_KEYS = str.maketrans("фисвуапкез", "abcdefgrtp")
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_OF_SCORE = frozenset({"alter", "shift", "back", "play", "nothing"})
"""What keys do in the score by themselves, to all the notes that are chosen."""
_ONCE = frozenset({"letter", "play"})
"""What a key that is held down does only once."""


@dataclass(frozen=True, slots=True)
class EntryKey:
    """What a key asks for.

    Attributes:
        name: "letter", "chord", "length", "rest", "dot", "tie", "triplet", "alter", "shift",
            "back", "play", "leave", or "nothing" for a key that would only spoil the music.
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
_MOVES: dict[tuple[int, Qt.KeyboardModifier], EntryKey] = {
    (Qt.Key.Key_Up, _NO_MODIFIER): EntryKey("shift", 1),
    (Qt.Key.Key_Down, _NO_MODIFIER): EntryKey("shift", -1),
    (Qt.Key.Key_Up, _CONTROL): EntryKey("shift", 7),
    (Qt.Key.Key_Down, _CONTROL): EntryKey("shift", -7),
    (Qt.Key.Key_Backspace, _NO_MODIFIER): EntryKey("back"),
    (Qt.Key.Key_Space, _NO_MODIFIER): EntryKey("play"),
    (Qt.Key.Key_Space, _SHIFT): EntryKey("nothing"),
}


def entry_key(event: QKeyEvent) -> EntryKey | None:
    """Return what a key asks for; None for one that does what it always does."""
    modifiers = event.modifiers() & ~_KEYPAD
    # A number: `Qt.Key` has no name for the letters of other alphabets.
    key = event.key()
    if key == Qt.Key.Key_Escape:
        return EntryKey("leave")
    if (key, modifiers) in _MOVES:
        return _MOVES[key, modifiers]
    if modifiers not in (_NO_MODIFIER, _SHIFT):
        return None
    return _of_sign(event.text().lower().translate(_SAME_KEYS), has_shift=modifiers == _SHIFT)


def _of_sign(sign: str, *, has_shift: bool) -> EntryKey | None:
    if len(sign) != 1:
        return None
    if sign in "abcdefg":
        return EntryKey("chord" if has_shift else "letter", sign.upper())
    if has_shift and sign.isalpha() and sign != "r":
        # A decoration, such as T for a trill. R is none.
        return None
    if sign in _SIGNS:
        return _SIGNS[sign]
    if sign in "1234567":
        return EntryKey("length", LENGTHS[_LONGEST_DIGIT - int(sign)])
    return EntryKey("nothing") if sign.isalnum() else None


class EntryKeys(QObject):
    """Takes keys for the note entry, before the editor or the score and the shortcuts.

    Args of the constructor:
        editor: Whose keys are taken.
        score: Where a note may be chosen: its keys are taken too, but for those that change what
            is chosen there. The focus goes to the editor with them.
        wants: Says whether letters are notes where the caret stands now.
        take: Does what a key asks for.
    """

    def __init__(
        self,
        editor: AbcEditor,
        score: QWidget,
        wants: Callable[[], bool],
        take: Callable[[EntryKey], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._score = score
        self._wants = wants
        self._take = take
        self._is_on = False

    def set_on(self, is_on: bool) -> None:
        """Begin to take keys, or cease."""
        if is_on == self._is_on:
            return
        self._is_on = is_on
        for widget in (self._editor, self._score):
            if is_on:
                widget.installEventFilter(self)
            else:
                widget.removeEventFilter(self)

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
        if key.name == "back" and self._editor.textCursor().hasSelection():
            return False
        if watched is self._score and key.name in _OF_SCORE:
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress and not (event.isAutoRepeat() and key.name in _ONCE):
            if watched is self._score:
                self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._take(key)
        return True
