"""The key of notes that do not tell it, and how their pitches are spelled in a key."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import log

from abcstudio.interchange.quantizer import GridNote
from abcstudio.notation.key_signature import KeySignature, fifths_of
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.values.spelling import CIRCLE, step_at_fifths, step_name

# Which share of the time each degree sounds, in hundredths, by semitones above the tonic; and how
# common the mode is. Counted over 1,200 folk tunes from five collections that tell their key;
# on as many others this finds the sharps or flats of nine tunes in ten, and the tonic of six in
# seven. A degree that never sounded counts as a fifth of a hundredth.
_PROFILES = {
    "major": (24.7, 0.2, 14.2, 0.5, 16.8, 7.9, 0.3, 18.9, 0.2, 9.6, 0.5, 6.3),
    "minor": (25.5, 0.2, 13.0, 14.5, 0.2, 11.4, 0.2, 17.2, 2.3, 0.9, 14.1, 1.0),
    "mixolydian": (23.6, 0.2, 12.7, 0.2, 11.5, 13.4, 0.2, 17.6, 0.2, 10.1, 10.0, 1.1),
    "dorian": (27.0, 0.2, 14.3, 7.3, 0.2, 12.2, 0.2, 17.0, 0.2, 3.7, 18.1, 0.3),
}
_MODE_SHARES = {"major": 0.84, "minor": 0.08, "mixolydian": 0.03, "dorian": 0.05}
_FINAL_IS_TONIC, _FINAL_IS_OTHER = 0.76, 0.02
# How many notes' worth of evidence the degrees are, since notes of a tune are not independent.
_EVIDENCE, _FINAL_WEIGHT = 35.0, 0.8
_MODE_NAMES = {"major": "", "minor": "m", "mixolydian": "mix", "dorian": "dor"}
_MOST_FIFTHS = 7
# The spellings that a key uses beside its own notes, as places on the line of fifths around the
# tonic of its major scale: from its lowered third to its raised fifth.
_LOWEST, _HIGHEST = -3, 8


def key_of(notes: Sequence[GridNote]) -> KeySignature:
    """Return the key that fits best: by how long each pitch class sounds, and the last note."""
    shares, final = _shares(notes), _final(notes)
    best = max(
        ((tonic, mode) for mode in _PROFILES for tonic in range(12)),
        key=lambda key: _fit(shares, final, *key),
    )
    return _key(*best)


def key_from_signature(fifths: int, is_minor: bool, notes: Sequence[GridNote]) -> KeySignature:
    """Return the key of a MIDI key signature, which is major or minor.

    Where the notes fit the mode next to it better, the key is dorian instead of minor, or
    mixolydian instead of major.
    """
    shares, final = _shares(notes), _final(notes)
    modes = ("minor", "dorian") if is_minor else ("major", "mixolydian")
    keys = [_key_with(fifths, mode) for mode in modes]
    return max(
        keys,
        key=lambda key: _fit(shares, final, _pitch_class(_place_of(key.tonic)), key.mode),
    )


def _shares(notes: Sequence[GridNote]) -> list[float]:
    weights = [0.0] * 12
    for note in notes:
        weights[note.pitch % 12] += float(note.end - note.onset)
    total = sum(weights)
    return [weight / total for weight in weights]


def _final(notes: Iterable[GridNote]) -> int:
    """Return the pitch class of the last note, the lowest of several."""
    return max(notes, key=lambda note: (note.onset, -note.pitch)).pitch % 12


def _fit(shares: Sequence[float], final: int, tonic: int, mode: str) -> float:
    """Return the logarithm of how likely notes with these shares are in a key."""
    fit = log(_MODE_SHARES[mode])
    fit += _FINAL_WEIGHT * log(_FINAL_IS_TONIC if final == tonic else _FINAL_IS_OTHER)
    for degree, share in enumerate(_PROFILES[mode]):
        fit += _EVIDENCE * shares[(tonic + degree) % 12] * log(share)
    return fit


def _key(tonic: int, mode: str) -> KeySignature:
    """Return a key by its tonic's pitch class, with as few sharps or flats as can be."""
    names = [
        step_name(*step_at_fifths(place))
        for place in range(-_MOST_FIFTHS - 1, len(CIRCLE) + _MOST_FIFTHS)
        if _pitch_class(place) == tonic
    ]
    name = min(names, key=lambda name: abs(fifths_of(name, mode)))
    return KeySignature(name, mode, fifths_of(name, mode))


def _pitch_class(place: int) -> int:
    """Return the pitch class of a place on the line of fifths; F is place 0."""
    return (5 + 7 * place) % 12


def _key_with(fifths: int, mode: str) -> KeySignature:
    place = 1 + fifths - fifths_of("C", mode)
    return KeySignature(step_name(*step_at_fifths(place)), mode, fifths)


def _place_of(name: str) -> int:
    return CIRCLE.index(name[0]) + 7 * (name.count("#") - name.count("b"))


def key_text(key: KeySignature) -> str:
    """Return the value of a `K:` field."""
    return f"{key.tonic}{_MODE_NAMES[key.mode]}"


def spelled(pitch: int, key: KeySignature) -> Pitch:
    """Return a MIDI note number as a pitch: as the key has it, else as its neighbours would."""
    return _spelled(pitch, key.fifths)


@lru_cache(maxsize=4096)
def _spelled(pitch: int, fifths: int) -> Pitch:
    centre = 1 + fifths
    places = [
        place for place in range(centre + _LOWEST, centre + _HIGHEST + 1)
        if _pitch_class(place) == pitch % 12
    ]  # fmt: skip
    step, alter = step_at_fifths(places[0])
    natural = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}[step]
    return Pitch(step, Fraction(alter), (pitch - alter - natural) // 12 - 1)
