"""Which measures two tunes share, and which notes stand in the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.score import Chord, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class TuneDifference:
    """How two tunes differ, by their first voices.

    Attributes:
        shared: How many measures stand in both, in the same order; pickups do not count.
        measures: How many each has.
        own_notes: The first characters of the notes of each that stand in no shared measure.
    """

    shared: int
    measures: tuple[int, int]
    own_notes: tuple[frozenset[int], frozenset[int]]


def difference_of(one: Score, other: Score) -> TuneDifference:
    """Return how two tunes differ."""
    first, second = _measures(one), _measures(other)
    matcher = SequenceMatcher(
        None, [_music(each) for each in first], [_music(each) for each in second], autojunk=False
    )
    blocks = matcher.get_matching_blocks()
    return TuneDifference(
        shared=sum(block.size for block in blocks),
        measures=(len(first), len(second)),
        own_notes=(
            _notes_beside(first, [range(block.a, block.a + block.size) for block in blocks]),
            _notes_beside(second, [range(block.b, block.b + block.size) for block in blocks]),
        ),
    )


def _measures(score: Score) -> tuple[Measure, ...]:
    if not score.voices:
        return ()
    measures = split_measures(score.voices[0], score.meter)
    return tuple(one for one in measures if _music(one) and not one.is_pickup)


def _music(measure: Measure) -> str:
    return " ".join(
        f"{chord.duration}:{'.'.join(str(note.pitch.midi_number) for note in chord.notes)}"
        for chord in measure.elements
        if isinstance(chord, Chord)
    )


def _notes_beside(measures: Sequence[Measure], shared: Sequence[range]) -> frozenset[int]:
    return frozenset(
        note.span.start
        for place, measure in enumerate(measures)
        if not any(place in places for places in shared)
        for chord in measure.elements
        if isinstance(chord, Chord)
        for note in chord.notes
    )
