"""What model_quality.py says of a tune's memory: motifs that return, endings, the last note.

A unit is two full measures that begin at an odd one, pickups left out; of a chord its highest note
counts. It returns exactly where an earlier unit of the tune has the same notes at the same places,
nearly where it shares `NEARLY` of the notes of the richer of the two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import Chord, KeyChange, Score, VariantEnding

NEARLY = 0.7
UNIT = 2

_Unit = frozenset[tuple[Fraction, Fraction]]


@dataclass(frozen=True, slots=True)
class Motifs:
    """What one tune repeats, and how it ends.

    Attributes:
        units: How many it has.
        returning, nearly_returning: How many of them an earlier one said, exactly or nearly.
        ends_on_tonic: The highest of its last notes is the key's tonic in some octave.
        has_second_ending: A variant ending for a second pass.
        notes: How many, grace notes left out.
        outside_mode: How many of them the key's scale has not.
    """

    units: int
    returning: int
    nearly_returning: int
    ends_on_tonic: bool
    has_second_ending: bool
    notes: int
    outside_mode: int


def motifs(score: Score) -> Motifs:
    """Return what the first voice of a tune repeats, and how it ends."""
    elements = score.voices[0].elements
    units = list(_units(score))
    earlier = [units[:place] for place in range(len(units))]
    notes = list(_notes_in_keys(score))
    return Motifs(
        len(units),
        sum(unit in before for unit, before in zip(units, earlier, strict=True)),
        sum(_is_near_any(unit, before) for unit, before in zip(units, earlier, strict=True)),
        bool(notes) and _is_tonic(*notes[-1]),
        any(isinstance(one, VariantEnding) and 2 in one.passes for one in elements),
        len(notes),
        sum(pitch.alter != key.alter_of(pitch.step) for pitch, key in notes),
    )


def _units(score: Score) -> Iterator[_Unit]:
    measures = [one for one in split_measures(score.voices[0], score.meter) if not one.is_pickup]
    for first in range(0, len(measures) - UNIT + 1, UNIT):
        yield frozenset(
            (pitch, place + onset)
            for place, measure in enumerate(measures[first : first + UNIT])
            for pitch, onset in _notes(measure)
        )


def _notes(measure: Measure) -> Iterator[tuple[Fraction, Fraction]]:
    length = measure.expected or measure.duration
    for element in measure.elements:
        if isinstance(element, Chord) and element.notes:
            yield _highest(element).midi_number, (element.onset - measure.onset) / length


def _highest(chord: Chord) -> Pitch:
    return max((note.pitch for note in chord.notes), key=lambda pitch: pitch.midi_number)


def _is_near_any(unit: _Unit, earlier: list[_Unit]) -> bool:
    return any(len(unit & other) >= NEARLY * max(len(unit), len(other), 1) for other in earlier)


def _notes_in_keys(score: Score) -> Iterator[tuple[Pitch, KeySignature]]:
    """Yield the pitch of every note, of a chord the highest, and the key in force."""
    key = score.key
    for element in score.voices[0].elements:
        if isinstance(element, KeyChange):
            key = element.key
        elif isinstance(element, Chord) and element.notes:
            yield _highest(element), key


def _is_tonic(pitch: Pitch, key: KeySignature) -> bool:
    return key.tonic[:1] == pitch.step and pitch.alter == key.alter_of(pitch.step)
