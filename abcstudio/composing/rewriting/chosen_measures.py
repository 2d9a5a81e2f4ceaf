"""From the numbers of measures to the hole that they are."""

from collections.abc import Sequence
from dataclasses import replace

from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.hole_cutter import HoleCutter, timed_in
from abcstudio.composing.rewriting.kept import NOTHING, Kept
from abcstudio.composing.rewriting.kept_ends import between_ends
from abcstudio.composing.rewriting.measures_meant import BOTH, Halves
from abcstudio.composing.rewriting.melody import key_at, melody_of
from abcstudio.composing.rewriting.returning import Returns
from abcstudio.composing.rewriting.strong_beats import weak_notes
from abcstudio.errors import RewritingError
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.score import Chord, Rest, Score, Voice
from abcstudio.notation.spans import Span

_SUNG = ("w", "s")


def hole_of(
    score: Score,
    first: int,
    last: int,
    kept: Kept = NOTHING,
    *,
    everywhere: bool = False,
    halves: Halves = BOTH,
) -> Hole:
    """Return the hole that some measures of a tune are.

    Args:
        score: The tune.
        first: The number of the first measure; 0 is the pickup at the start.
        last: The number of the last one.
        kept: What of them stays; with the rhythm, words and slurs stay where they are.
        everywhere: Measures elsewhere with the very text of one of them change with it.
        halves: What of the first and the last one stays.

    Raises:
        RewritingError: They cannot be composed anew; the sentence says why.
    """
    measures = measures_of(score)
    chosen = _chosen(measures, first, last, halves)
    returns = Returns(score, only_voice(score), measures, chosen) if everywhere else None
    begin = returns and returns.first_place()
    _refuse_words(score, min(chosen[0].span.start, begin or len(score.text)), kept)
    hole = _hole(score, measures, chosen, kept)
    if returns is None:
        return hole
    apart = returns.apart(hole.stretches, kept)
    return replace(hole, stretches=apart, returns=returns.places(hole.stretches))


def hole_in(score: Score, place: Span, kept: Kept, *, ends_on_tonic: bool) -> Hole:
    """Return the hole that the music at a place of a tune is, to the very note.

    Raises:
        RewritingError: It cannot be composed anew; the sentence says why.
    """
    measures = measures_of(score)
    inside = [one for one in timed_in(measures) if place.start <= one.span.start < place.end]
    chosen = [
        one for one in measures
        if any(each is mine for each in one.elements for mine in inside)
    ]  # fmt: skip
    _refuse_untimed(chosen)
    _refuse_words(score, inside[0].span.start, kept)
    hole = _hole(score, measures, chosen, kept, inside)
    if not ends_on_tonic:
        return hole
    notes = [one for one in inside if isinstance(one, Chord)]
    last = hole.stretches[-1]
    is_free = not kept.rhythm or (
        notes and last.place.start <= notes[-1].span.start < last.place.end
        and len(notes[-1].notes) == 1
    )  # fmt: skip
    home = key_at(score, last.place.start).tonic[:1]
    if kept.ends or kept.strong or not is_free or not home:
        raise RewritingError("rewriting.no_tonic")
    return ending_at_home(hole, home)


def ending_at_home(hole: Hole, home: str) -> Hole:
    """Return a hole of which the last note is to be a letter without an accidental."""
    *others, last = hole.stretches
    measure = last.start.measure._replace(tonic=home)
    last = replace(
        last,
        start=last.start._replace(measure=measure),
        unaltered=last.unaltered | {home, home.lower()},
    )
    return replace(hole, stretches=(*others, last), home=home)


def _hole(
    score: Score,
    measures: tuple[Measure, ...],
    chosen: Sequence[Measure],
    kept: Kept,
    inside: Sequence[Chord | Rest] = (),
) -> Hole:
    """Return the hole that chosen measures are, or some notes in them, as far as they change."""
    timed = inside or timed_in(chosen)
    free = _free(score, chosen, timed, kept)
    voice = only_voice(score)
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
        stretches = tuple(replace(one, opened=0, closed=0, signs=()) for one in stretches)
    return Hole(
        text=score.text,
        stretches=stretches,
        place=Span(places[0].start, places[-1].end),
        melody=melody,
    )


def _free(
    score: Score, chosen: Sequence[Measure], timed: Sequence[Chord | Rest], kept: Kept
) -> list[Chord | Rest]:
    """Return the notes and rests that may change."""
    free = between_ends(score, timed, kept) if kept.ends else list(timed)
    if not free:
        raise RewritingError("rewriting.only_ends")
    if not kept.strong:
        return free
    weak = weak_notes(score, chosen, kept)
    free = [one for one in free if any(one is each for each in weak)]
    if not free:
        raise RewritingError("rewriting.only_strong")
    return free


def _refuse_words(score: Score, begin: int, kept: Kept) -> None:
    if kept.rhythm:
        return
    if any(one.letter in _SUNG and one.span.start > begin for one in score.body_fields):
        raise RewritingError("rewriting.words")


def measures_of(score: Score) -> tuple[Measure, ...]:
    """Return the measures of the one voice of a tune that has notes.

    Raises:
        RewritingError: None has, or several have.
    """
    return split_measures(only_voice(score), score.meter)


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


def _chosen(
    measures: Sequence[Measure], first: int, last: int, halves: Halves
) -> tuple[Measure, ...]:
    if first > last:
        raise RewritingError("rewriting.empty_range", first=first, last=last)
    lowest, highest = measures[0].number, measures[-1].number
    for wanted in (first, last):
        if not lowest <= wanted <= highest:
            raise RewritingError(
                "rewriting.no_such_measure", wanted=wanted, first=lowest, last=highest
            )
    chosen = halves.of(measures, first, last)
    _refuse_untimed(chosen)
    return chosen


def _refuse_untimed(chosen: Sequence[Measure]) -> None:
    if any(measure.meter.is_free for measure in chosen):
        raise RewritingError("rewriting.no_meter")
    if not chosen or any(rest.measures for rest in timed_in(chosen) if isinstance(rest, Rest)):
        raise RewritingError("rewriting.rest_of_measures")
