"""Which pitches keep the contour of a melody."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from abcstudio.composing.rewriting.melody import MelodyNote, height_of

_PITCHES = [*"CDEFGABcdefgab", *(f"{one}," for one in "CDEFGAB"), *(f"{one}'" for one in "cdefgab")]


class Contour:
    """For each note of a melody the pitches from which all that follows can go up and down.

    New notes have no accidental, so that a letter sounds as the key says; a letter that one of the
    notes that stay alters is none of theirs.
    """

    def __init__(self, melody: Sequence[MelodyNote], characters: str, home: str = "") -> None:
        """Find them.

        Args:
            melody: All notes.
            characters: Those of which pitches can be written.
            home: The letter of the last note, in capitals; "" for any.
        """
        self._melody = melody
        altered = {one for note in melody if note.is_kept for one in note.altered}
        spelt = [
            one for one in _PITCHES if set(one) <= set(characters) and one[0].upper() not in altered
        ]
        self._ways = [_ways(note, spelt) for note in melody]
        if home:
            self._ways[-1] = {
                one: height for one, height in self._ways[-1].items() if one[0].upper() == home
            }
        self._directions = [_sign(two.heard - one.heard) for one, two in pairwise(melody)]
        self._prune()

    def _prune(self) -> None:
        """Leave out pitches from which the melody cannot go on."""
        for place in reversed(range(len(self._directions))):
            after = self._ways[place + 1].values()
            self._ways[place] = {
                pitch: height
                for pitch, height in self._ways[place].items()
                if any(_sign(one - height) == self._directions[place] for one in after)
            }

    @property
    def is_possible(self) -> bool:
        """Whether any melody has the contour."""
        return all(self._ways)

    def holds(self, place: int, before: str, pitch: str) -> bool:
        """Return whether a note may have a pitch.

        Args:
            place: The number of the note.
            before: The pitch of the note before, where that does not stay.
            pitch: The letter and marks.
        """
        height = self._ways[place].get(pitch)
        if height is None or not place:
            return height is not None
        if self._melody[place - 1].is_kept:
            (last,) = self._ways[place - 1].values()
        else:
            last = self._ways[place - 1][before]
        return _sign(height - last) == self._directions[place - 1]

    def may_begin(self, place: int, before: str, begun: str) -> bool:
        """Return whether a note may have a pitch that begins so."""
        marks = (",", "") if begun.isupper() else ("'", "")
        return any(self.holds(place, before, begun + mark) for mark in marks)


def _ways(note: MelodyNote, spelt: Sequence[str]) -> dict[str, Fraction]:
    if note.is_kept:
        return {note.written: note.height}
    return {one: height_of(one, note.key.alter_of(one[0].upper())) for one in spelt}


def _sign(step: Fraction) -> int:
    return (step > 0) - (step < 0)
