"""From the numbers of measures to the hole that they are."""

from collections.abc import Sequence
from dataclasses import replace

from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.hole_cutter import HoleCutter, timed_in
from abcstudio.composing.rewriting.kept import NOTHING, Kept
from abcstudio.composing.rewriting.kept_ends import between_ends
from abcstudio.composing.rewriting.melody import melody_of
from abcstudio.errors import RewritingError
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.score import Chord, Rest, Score, Voice
from abcstudio.notation.spans import Span

_SUNG = ("w", "s")


def hole_of(score: Score, first: int, last: int, kept: Kept = NOTHING) -> Hole:
    """Return the hole that some measures of a tune are.

    Args:
        score: The tune.
        first: The number of the first measure; 0 is the pickup at the start.
        last: The number of the last one.
        kept: What of them stays; with the rhythm, words and slurs stay where they are.

    Raises:
        RewritingError: They cannot be composed anew; the sentence says why.
    """
    voice = only_voice(score)
    measures = split_measures(voice, score.meter)
    chosen = _chosen(measures, first, last)
    is_sung = any(
        field.letter in _SUNG and field.span.start > chosen[0].span.start
        for field in score.body_fields
    )
    if is_sung and not kept.rhythm:
        raise RewritingError("rewriting.words")
    timed = timed_in(chosen)
    free = between_ends(score, timed, kept) if kept.ends else timed
    if not free:
        raise RewritingError("rewriting.only_ends")
    places = HoleCutter(score, voice, measures, chosen, timed).places()
    stretches = tuple(HoleCutter(score, voice, measures, chosen, free).stretches())
    melody = melody_of(score, timed, free, kept) if kept.contour else ()
    if kept.contour and not kept.rhythm:
        notes = [note.place for note in melody]
        stretches = tuple(
            one for one in stretches
            if any(one.place.start <= place < one.place.end for place in notes)
        )  # fmt: skip
    if not stretches:
        raise RewritingError("rewriting.cannot_fill")
    if kept.rhythm:
        stretches = tuple(replace(one, opened=0, closed=0) for one in stretches)
    return Hole(score.text, stretches, Span(places[0].start, places[-1].end), melody)


def only_voice(score: Score) -> Voice:
    """Return the one voice of a tune that has notes.

    Raises:
        RewritingError: None has, or several have.
    """
    voices = [
        voice
        for voice in score.voices
        if any(isinstance(element, Chord | Rest) for element in voice.elements)
    ]
    if not voices:
        raise RewritingError("rewriting.no_measures")
    if len(voices) > 1:
        raise RewritingError("rewriting.voices")
    return voices[0]


def _chosen(measures: Sequence[Measure], first: int, last: int) -> tuple[Measure, ...]:
    if first > last:
        raise RewritingError("rewriting.empty_range", first=first, last=last)
    lowest, highest = measures[0].number, measures[-1].number
    for wanted in (first, last):
        if not lowest <= wanted <= highest:
            raise RewritingError(
                "rewriting.no_such_measure", wanted=wanted, first=lowest, last=highest
            )
    chosen = tuple(measure for measure in measures if first <= measure.number <= last)
    if any(measure.meter.is_free for measure in chosen):
        raise RewritingError("rewriting.no_meter")
    if not chosen or any(rest.measures for rest in timed_in(chosen) if isinstance(rest, Rest)):
        raise RewritingError("rewriting.rest_of_measures")
    return chosen
