"""How a tune goes on: where measures are added to its text, as rests that are then composed."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.composing.rewriting.chosen_measures import measures_of
from abcstudio.composing.rewriting.going_on.added import Added, with_words
from abcstudio.composing.rewriting.going_on.new_lines import new_lines
from abcstudio.composing.rewriting.going_on.new_part import end_of_line, new_part
from abcstudio.composing.rewriting.going_on.second_time import second_time
from abcstudio.composing.rewriting.phrases import (
    PHRASE,
    begin_of_part,
    first_from,
    missing_in_phrase,
    to_phrase_end,
)
from abcstudio.errors import RewritingError
from abcstudio.notation.measures.measure_checks import doubtful_measures
from abcstudio.notation.measures.measures import Measure, is_section_bar
from abcstudio.notation.score import BarLine, Rest, Score
from abcstudio.notation.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuing:
    """What is to come.

    Attributes:
        after: The number of the measure after which it comes; for a part, that is the last.
        from_note: It comes in that measure, in place of its note or rest of this number, from 1,
            and of all behind it to the end of the phrase; 0 for behind the measure.
        add: How many measures; for an ending 0, which means those that stand there, or a phrase.
        is_ending: The tune ends with it, on the tonic.
        is_part: It is a part like the last one, with which the tune ends, on the tonic.
        is_second_time: The repeat that the measure is in is written out, and varied the second
            time.
    """

    after: int = 0
    from_note: int = 0
    add: int = 0
    is_ending: bool = False
    is_part: bool = False
    is_second_time: bool = False


def added_to(score: Score, wish: Continuing) -> Added:
    """Return a tune with room for what is to come.

    Raises:
        RewritingError: It cannot come there; the sentence says why.
    """
    measures = measures_of(score)
    if wish.is_part:
        place, words = new_part(score, measures)
        return with_words(score.text, place, words, is_end=True)
    at = _place_of(measures, wish.after)
    if any(isinstance(one, Rest) and one.measures for one in measures[at].elements):
        raise RewritingError("rewriting.rest_of_measures")
    if measures[at].meter.is_free:
        raise RewritingError("rewriting.no_meter")
    if wish.is_second_time:
        return second_time(score, measures, at)
    if wish.from_note:
        return _from_note(score, measures, wish)
    if not wish.is_ending:
        return _more(score, measures, at, wish.add)
    if at + 1 == len(measures):
        return _ending(score, measures, wish.add)
    if wish.add:
        raise RewritingError("rewriting.ending_stands", number=wish.after)
    return _other_ending(score, measures, at)


def _place_of(measures: Sequence[Measure], number: int) -> int:
    found = [at for at, one in enumerate(measures) if one.number == number]
    if not found:
        first, last = measures[0].number, measures[-1].number
        raise RewritingError("rewriting.no_such_measure", wanted=number, first=first, last=last)
    return found[-1]


def _from_note(score: Score, measures: Sequence[Measure], wish: Continuing) -> Added:
    """Let the music from a note on be composed anew, or more where there is none."""
    begin = first_from(score, measures, wish.after, wish.from_note)
    if begin is None:
        last = len(measures) - 1
        return _more(score, measures, last, missing_in_phrase(measures))
    new = to_phrase_end(measures, begin)
    return Added(text=score.text, old=new, new=new)


def _more(score: Score, measures: Sequence[Measure], at: int, count: int) -> Added:
    """Add measures behind one, before the bar line that ends it."""
    measure, right = measures[at], measures[at].right
    place = end_of_music(score, measure)
    is_end = right is not None and is_section_bar(right)
    is_end = is_end or (at + 1 < len(measures) and measures[at + 1].ending is not None)
    lasts = _lasts(measure, count, is_end=is_end)
    if right is not None and not is_end and at not in doubtful_measures(tuple(measures)):
        # A measure that is as long as it should be though the meter asks for more.
        lasts[0] = Fraction(0)
    breaks = _breaks(score, right)
    lines = new_lines(score, place, lasts, breaks)
    if right is None:
        line = end_of_line(score, place)
        return with_words(score.text, place, f"{lines}|", is_end=False, line=line)
    if is_end or not breaks:
        return with_words(score.text, place, lines, is_end=False)
    line = end_of_line(score, right.span.end)
    if lasts[0]:
        # The bar line that stands there ends the measure once it is full.
        rest, _, lines = lines.partition("|")
        return with_words(score.text, place, f"{rest}{lines}|", is_end=False, line=line)
    return with_words(score.text, line, f"{lines.removeprefix('|')}|", is_end=False)


def _lasts(measure: Measure, count: int, *, is_end: bool) -> list[Fraction]:
    """Return how long each new measure is; the first is the rest of a measure that is not full.

    At the end of a part, the last one is as much too short as the old one was.
    """
    full = measure.expected
    missing = Fraction(0) if measure.is_pickup else max(Fraction(0), full - measure.duration)
    lasts = [missing] + [full] * count
    if missing and is_end:
        lasts[-1] = full - missing
    return lasts


def end_of_music(score: Score, measure: Measure) -> int:
    """Return where the music of a measure has ended, ties and slurs too."""
    if measure.right is not None:
        return len(score.text[: measure.right.span.start].rstrip(" \t"))
    place = measure.span.end
    while score.text[place : place + 1] in ("-", ")"):
        place += 1
    return place


def _breaks(score: Score, right: BarLine | None) -> bool:
    """Return whether a line ends with a bar line."""
    behind = score.text[right.span.end :] if right is not None else "\n"
    return behind.lstrip(" \t")[:1] in ("", "\r", "\n", "%")


def _ending(score: Score, measures: Sequence[Measure], count: int) -> Added:
    """End a tune that has no end yet behind its last measure."""
    measure, right = measures[-1], measures[-1].right
    if right is not None and (is_section_bar(right) and not right.opens_repeat):
        raise RewritingError("rewriting.has_ended", number=measure.number)
    if right is not None and not measure.is_pickup and measure.duration < measure.expected:
        raise RewritingError("rewriting.short_measure", number=measure.number)
    begin = begin_of_part(measures)
    pickup = measures[begin].duration if measures[begin].is_pickup else Fraction(0)
    written = len([one for one in measures[begin:] if not one.is_pickup])
    count = count or PHRASE - written % PHRASE
    lasts = _lasts(measure, count, is_end=False)
    lasts[-1] -= pickup
    place = end_of_music(score, measure) if right is None else end_of_line(score, right.span.end)
    lines = new_lines(score, place, lasts, breaks=True) + _closing(measures)
    if right is None:
        line = end_of_line(score, place)
        return with_words(score.text, place, lines, is_end=True, line=line)
    # The bar line that stands there ends the measure already.
    return with_words(score.text, place, lines.removeprefix("|"), is_end=True)


def _closing(measures: Sequence[Measure]) -> str:
    """Return the bar line that ends a tune, or the repeat that is open in it."""
    bars = [bar for one in measures for bar in (one.left, one.right) if bar is not None]
    is_open = False
    for bar in bars:
        is_open = bool(bar.opens_repeat) or (is_open and not bar.closes_repeat)
    return ":|" if is_open else "|]"


def _other_ending(score: Score, measures: Sequence[Measure], at: int) -> Added:
    """Let what stands behind a measure be composed anew, to the end of the tune."""
    first, last = measures[at + 1], measures[-1]
    new = Span(first.span.start, len(score.text))
    right = last.right
    if right is not None and (is_section_bar(right) or right.style != "single"):
        return Added(text=score.text, old=new, new=new, ends_on_tonic=True)
    if right is None:
        place, words = end_of_music(score, last), _closing(measures)
    else:
        is_repeat = _closing(measures) == ":|"
        place, words = (right.span.start, ":") if is_repeat else (right.span.end, "]")
    text = score.text[:place] + words + score.text[place:]
    new = Span(new.start, place)
    return Added(text=text, old=new, new=new, ends_on_tonic=True)
