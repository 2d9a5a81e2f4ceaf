"""What the next key does while notes are entered, in a sentence and in a word."""

from PySide6.QtCore import QCoreApplication, Qt

from abcstudio.ui.composer.note_entry.state import EntryState
from abcstudio.ui.words.key_words import modifier_words
from abcstudio.ui.words.note_words import length_name


def words_outside() -> tuple[str, str]:
    """Return the words for a caret outside the music."""
    outside = QCoreApplication.translate("EntryWords", "Letters are text outside the music")
    return outside, QCoreApplication.translate("EntryWords", "text")


def words_for_chosen() -> tuple[str, str]:
    """Return the words for a note or rest that is chosen."""
    return QCoreApplication.translate("EntryWords", "Next: another pitch for the chosen note"), "♪"


def words_for_next(state: EntryState, octave: str) -> tuple[str, str]:
    """Return the words for what comes next.

    Args:
        state: What it will be.
        octave: The C that the next letter is to be near to, such as "C5".
    """
    if state.is_chord:
        return QCoreApplication.translate("EntryWords", "The next note joins the last one"), "+"
    length, left = length_name(state.length), state.triplet_left
    if left:
        words = QCoreApplication.translate("EntryWords", "Triplet, {0} left: {1} near {2}")
        return words.format(left, length, octave), octave
    words = QCoreApplication.translate("EntryWords", "Next: {0} near {1} ({2}: chord)")
    return words.format(length, octave, modifier_words(Qt.KeyboardModifier.ShiftModifier)), octave
