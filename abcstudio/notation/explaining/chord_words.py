"""Pitches and chords in words, named by what sounds: "F sharp", "G major chord over B"."""

from collections.abc import Sequence
from fractions import Fraction

from abcstudio.messages import Phrase
from abcstudio.notation.pitch import Pitch

_ALTERS = {
    Fraction(1): "reading.sharp", Fraction(-1): "reading.flat",
    Fraction(2): "reading.double-sharp", Fraction(-2): "reading.double-flat",
}  # fmt: skip
_KINDS: dict[tuple[Fraction | int, ...], str] = {
    (0, 4, 7): "major", (0, 3, 7): "minor", (0, 3, 6): "diminished", (0, 4, 8): "augmented",
    (0, 4, 7, 10): "seventh", (0, 4, 10): "seventh", (0, 4, 7, 11): "major-seventh",
    (0, 3, 7, 10): "minor-seventh", (0, 3, 6, 10): "half-diminished",
    (0, 3, 6, 9): "diminished-seventh",
}  # fmt: skip
# Another note of these makes another chord of them, so only the lowest can be the root.
_KINDS_ON_BASS: dict[tuple[Fraction | int, ...], str] = {
    (0, 7): "fifth", (0, 2, 7): "suspended-second", (0, 5, 7): "suspended-fourth"
}  # fmt: skip


def spoken_pitch(pitch: Pitch) -> Phrase:
    """Return a pitch without its octave: "F sharp"."""
    step = Phrase(f"reading.step-{pitch.step}")
    alter = pitch.alter
    if alter == 0:
        return step
    if alter in _ALTERS:
        return Phrase(_ALTERS[alter], {"step": step})
    way = "reading.raised" if alter > 0 else "reading.lowered"
    return Phrase(way, {"step": step, "amount": abs(alter)})


def chord_name(pitches: Sequence[Pitch]) -> Phrase | None:
    """Return the name of a chord whose notes rise; None where it has none.

    The lowest note is the root where that makes a chord, else another note over it.
    """
    bass = pitches[0]
    for root in pitches:
        sounding = _semitones_above(root, pitches)
        kind = _KINDS.get(sounding)
        if kind is None and root is bass:
            kind = _KINDS_ON_BASS.get(sounding)
        if kind is not None:
            name = Phrase(f"reading.chord-{kind}", {"root": spoken_pitch(root)})
            if (root.step, root.alter) == (bass.step, bass.alter):
                return name
            return Phrase("reading.chord-over", {"name": name, "bass": spoken_pitch(bass)})
    return None


def _semitones_above(root: Pitch, pitches: Sequence[Pitch]) -> tuple[Fraction, ...]:
    return tuple(sorted({(pitch.midi_number - root.midi_number) % 12 for pitch in pitches}))
