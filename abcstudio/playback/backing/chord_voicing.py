"""Chord symbols under a guitarist's hands: which strings sound, moving as little as possible."""

from collections.abc import Iterable

from abcstudio.notation.values.chord_kinds import ChordName

LOWEST_BASS = 40
"""The guitar's low E; bass notes lie in the octave above it."""

LOWEST_CHORD = 52
"""The octave above `LOWEST_BASS`, in which the lowest note of a chord lies."""

LOWEST_ARPEGGIO = 48
"""Notes that a pattern asks for one by one count up from the root in the octave above this C."""

MAX_CHORD_TONES = 6
_TONES = 4
_HOME = (55, 60, 64)
_PERFECT_FIFTH = 7
# The fifth, colours below the highest one, the root (the bass has it).
_SPARE = (_PERFECT_FIFTH, 17, 14, 0)


class Voicer:
    """Turns chords into MIDI note numbers; each chord is laid out near the one before it."""

    def __init__(self) -> None:
        self._last: tuple[int, ...] = _HOME

    def chord(self, chord: ChordName) -> tuple[int, ...]:
        """Return the chord in close position, in the inversion nearest to the chord before."""
        classes = {(chord.root + step) % 12 for step in _chosen(chord.intervals)}
        positions = [
            _close_position(low, classes)
            for low in range(LOWEST_CHORD, LOWEST_CHORD + 12)
            if low % 12 in classes
        ]
        self._last = min(positions, key=lambda position: (self._way_to(position), position))
        return self._last

    def _way_to(self, position: tuple[int, ...]) -> int:
        """Return how far the hand goes, and a little of how far from home it then is."""
        way = sum(min(abs(pitch - before) for before in self._last) for pitch in position)
        away = abs(sum(position) * len(_HOME) - sum(_HOME) * len(position))
        return 12 * way + away // len(_HOME)


def bass(chord: ChordName) -> int:
    """Return the bass note: the one after the slash, else the root."""
    return LOWEST_BASS + (chord.bass - LOWEST_BASS) % 12


def second_bass(chord: ChordName) -> int:
    """Return what alternates with the bass: the chord's fifth below it, or above where too low.

    After a slash nothing does: the written bass stays.
    """
    low = bass(chord)
    if chord.bass != chord.root:
        return low
    fifth = next((step for step in chord.intervals if step in (6, 7, 8)), _PERFECT_FIFTH)
    below = low + fifth - 12
    return below if below >= LOWEST_BASS else low + fifth


def tone(chord: ChordName, place: int) -> int:
    """Return one note of the chord in root position, 0 for the lowest, going on by octaves.

    The note after a slash is the lowest, and the others stand above it in their order.
    """
    classes = [(chord.root + step) % 12 for step in chord.intervals[:MAX_CHORD_TONES]]
    if chord.bass in classes:
        start = classes.index(chord.bass)
        classes = classes[start:] + classes[:start]
    elif chord.bass != chord.root:
        classes = [chord.bass, *classes]
    pitch = LOWEST_ARPEGGIO + (classes[0] - LOWEST_ARPEGGIO) % 12
    for number in range(1, place + 1):
        pitch += (classes[number % len(classes)] - pitch - 1) % 12 + 1
    return pitch


def _chosen(intervals: tuple[int, ...]) -> tuple[int, ...]:
    """Return the tones that a hand holds of a big chord; what it leaves out is missed least."""
    chosen = list(intervals)
    for spare in _SPARE:
        if len(chosen) > _TONES and spare in chosen[:-1]:
            chosen.remove(spare)
    return tuple(chosen if len(chosen) <= _TONES else chosen[: _TONES - 1] + chosen[-1:])


def _close_position(low: int, classes: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(low + (pitch_class - low) % 12 for pitch_class in classes))
