"""What the keys of the score mean; those that change pitches are those of the note entry."""

from PySide6.QtCore import Qt

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_WALKS = {
    Qt.Key.Key_Left: "previous", Qt.Key.Key_Right: "next", Qt.Key.Key_Up: "above",
    Qt.Key.Key_Down: "below", Qt.Key.Key_Home: "line_start", Qt.Key.Key_End: "line_end",
    Qt.Key.Key_PageUp: "above", Qt.Key.Key_PageDown: "below",
}  # fmt: skip
_FAR_WALKS = {Qt.Key.Key_Home: "first", Qt.Key.Key_End: "last"}
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_STEPS_OF_OCTAVE = 7
_SEMITONES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


def walk_of(key: Qt.Key, modifiers: Qt.KeyboardModifier, *, has_choice: bool) -> str | None:
    """Return where a key goes from the chosen note; without one no key goes between systems."""
    walk = (_FAR_WALKS if modifiers & _CONTROL else _WALKS).get(key)
    return walk if has_choice or walk not in ("above", "below") else None


def steps_of(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> int:
    """Return the staff positions that a key moves the chosen notes up; 0 for other keys."""
    if modifiers & _SHIFT:
        return 0
    return _STEPS.get(key, 0) * (_STEPS_OF_OCTAVE if modifiers & _CONTROL else 1)


def semitones_of(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> int:
    """Return the semitones that a key raises the chosen notes by; 0 for other keys."""
    return 0 if modifiers & _CONTROL else _SEMITONES.get(key, 0)
