"""Phrases of four measures, and what of one stands behind a note."""

from collections.abc import Sequence

from abcstudio.composing.rewriting.kept import NOTHING
from abcstudio.composing.rewriting.kept_ends import hang_together
from abcstudio.errors import RewritingError
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span

PHRASE = 4
Timed = Chord | Rest


def phrase_of(measures: Sequence[Measure], at: int) -> tuple[int, int]:
    """Return the places of the first and the last measure of the phrase that one is in.

    Phrases are counted from the start of a part or of a second ending; a pickup belongs to the
    phrase behind it.
    """
    begin = max(place for place in range(at + 1) if _begins(measures, place))
    end = next((place for place in range(at + 1, len(measures)) if _begins(measures, place)),
               len(measures))  # fmt: skip
    full = [place for place in range(begin, end) if not measures[place].is_pickup]
    count = max(0, sum(place <= at for place in full) - 1)
    phrase = full[count - count % PHRASE :][:PHRASE]
    if not phrase:
        return begin, end - 1
    return begin if phrase[0] == full[0] else phrase[0], phrase[-1]


def begin_of_part(measures: Sequence[Measure]) -> int:
    """Return where the last part begins: the second ending of one begins none."""
    return max(
        (at for at, one in enumerate(measures) if one.starts_section and not one.ending), default=0
    )


def first_from(score: Score, measures: Sequence[Measure], number: int, note: int) -> Timed | None:
    """Return the first note or rest from one of a measure on that can change; None for none.

    What hangs together with the one before it stays with that.
    """
    timed = [one for each in measures for one in each.elements if isinstance(one, Timed)]
    before = [one for each in measures if each.number < number for one in _timed(each)]
    at = len(before) + note - 1
    while 0 < at < len(timed) and hang_together(score.text, timed[at - 1], timed[at], NOTHING):
        at += 1
    return timed[at] if at < len(timed) else None


def to_phrase_end(measures: Sequence[Measure], begin: Timed) -> Span:
    """Return where the music stands from a note or rest to the end of its phrase."""
    at = next(place for place, each in enumerate(measures)
              if any(one is begin for one in each.elements))  # fmt: skip
    _, last = phrase_of(measures, at)
    chosen = measures[at : last + 1]
    if any(isinstance(one, Rest) and one.measures for each in chosen for one in each.elements):
        raise RewritingError("rewriting.rest_of_measures")
    return Span(begin.span.start, chosen[-1].span.end)


def missing_in_phrase(measures: Sequence[Measure]) -> int:
    """Return how many measures the last phrase lacks; a phrase where it lacks nothing."""
    written = [one for one in measures[begin_of_part(measures) :] if not one.is_pickup]
    missing = -len(written) % PHRASE
    last = measures[-1]
    breaks_off = last.right is None and not last.is_pickup and last.duration < last.expected
    return missing or (0 if breaks_off else PHRASE)


def _timed(measure: Measure) -> list[Timed]:
    return [one for one in measure.elements if isinstance(one, Timed)]


def _begins(measures: Sequence[Measure], place: int) -> bool:
    """Return whether a part begins with a measure, or an ending of one after the first."""
    measure = measures[place]
    is_later = measure.ending is not None and 1 not in measure.ending.passes
    return is_later or (measure.starts_section and measure.ending is None) or not place
