"""Presses of a keyboard that writes Ukrainian letters only, as Qt delivers them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_LETTERS = dict(
    zip("QWERTYUIOP[]ASDFGHJKL;'ZXCVBNM,.", "ЙЦУКЕНГШЩЗХЇФІВАПРОЛДЖЄЯЧСМИТЬБЮ", strict=True)
)


def press(widget: QWidget, keys: str) -> None:
    """Press what is called `keys` on a Latin keyboard, where its letters are Ukrainian ones."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    key, held = combination.key(), combination.keyboardModifiers()
    letter = _LETTERS.get(chr(key), "") if key < Qt.Key.Key_Escape else ""
    if not letter:
        QTest.keyClick(widget, key, held)
    else:
        type_letter(widget, letter.lower(), held)


def type_letter(
    widget: QWidget,
    letter: str,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press the key of a letter, which `QTest.keyClicks` knows of Latin ones only."""
    for is_press in (True, False):
        QTest.simulateEvent(widget, is_press, Qt.Key(ord(letter.upper())), held, letter, False)
