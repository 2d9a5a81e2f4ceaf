"""Which notes of chosen measures may change where those on strong beats stay."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from abcstudio.composing.rewriting.kept import Kept
from abcstudio.composing.rewriting.kept_ends import hang_together, is_altered_before
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Chord, Rest, Score

Timed = Chord | Rest


def strong_beats(meter: Meter) -> tuple[Fraction, ...]:
    """Return the places of the strong beats in a measure, from its start."""
    beats, unit = meter.beats, meter.beat_unit
    if len(beats) > 1:
        starts = [sum(beats[:number]) for number in range(len(beats))]
        return tuple(Fraction(start, unit) for start in starts)
    (count,) = beats
    if count % 3 == 0 and count > 3 and unit >= 8:
        return tuple(Fraction(start, unit) for start in range(0, count, 3))
    if count % 2 == 0:
        return (Fraction(0), meter.measure_duration / 2)
    return (Fraction(0),)


def weak_notes(score: Score, chosen: Sequence[Measure], kept: Kept) -> list[Timed]:
    """Return the notes and rests of measures that sound on no strong beat.

    What is tied to one that does stays with it, and what shares its tuplet or broken rhythm where
    the rhythm may change; a note that gives it its accidental does too.
    """
    timed = [one for each in chosen for one in each.elements if isinstance(one, Timed)]
    stay = [_is_on_strong_beat(one, each) for each in chosen for one in each.elements
            if isinstance(one, Timed)]  # fmt: skip
    pairs = list(enumerate(pairwise(timed)))
    for order in (pairs, pairs[::-1]):
        for at, (one, following) in order:
            if stay[at] != stay[at + 1] and hang_together(score.text, one, following, kept):
                stay[at] = stay[at + 1] = True
    signs = _signs_needed(score, [one for one, stays in zip(timed, stay, strict=True) if stays])
    return [
        one for one, stays in zip(timed, stay, strict=True)
        if not stays and not (isinstance(one, Chord) and signs & _accidentals(one))
    ]  # fmt: skip


def _is_on_strong_beat(one: Timed, measure: Measure) -> bool:
    begin = one.onset - measure.onset
    if measure.is_pickup:
        begin += measure.expected - measure.duration
    return any(begin <= beat < begin + one.duration for beat in strong_beats(measure.meter))


def _signs_needed(score: Score, staying: Sequence[Timed]) -> set[str]:
    """Return the letters, in capitals, of which an accidental before notes that stay holds."""
    return {
        note.pitch.step
        for one in staying
        if isinstance(one, Chord) and is_altered_before(score, one, staying)
        for note in one.notes
    }


def _accidentals(one: Chord) -> set[str]:
    return {note.pitch.step for note in one.notes if note.accidental}
