"""How a tune goes on: where measures are added to its text, as rests that are then composed."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.composing.rewriting.chosen_measures import measures_of
from abcstudio.composing.rewriting.new_lines import new_lines
from abcstudio.composing.rewriting.new_part import begin_of_part, new_part
from abcstudio.errors import RewritingError
from abcstudio.notation.measures.measure_checks import doubtful_measures
from abcstudio.notation.measures.measures import Measure, is_section_bar
from abcstudio.notation.score import BarLine, Rest, Score
from abcstudio.notation.spans import Span

_PHRASE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuing:
    """What is to come.

    Attributes:
        after: The number of the measure after which it comes; for a part, that is the last.
        add: How many measures; for an ending 0, which means those that stand there, or a phrase.
        is_ending: The tune ends with it, on the tonic.
        is_part: It is a part like the last one, with which the tune ends, on the tonic.
    """

    after: int = 0
    add: int = 0
    is_ending: bool = False
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """A tune with more in it.

    Attributes:
        text: The tune.
        place: Where in its text that stands which was added.
        new: Where the music stands that is to be composed.
        ends_on_tonic: The last note of that is the tonic.
    """

    text: str
    place: Span
    new: Span
    ends_on_tonic: bool

    @property
    def is_new(self) -> bool:
        """Whether there was no music of the tune's own."""
        return self.place == self.new


def added_to(score: Score, wish: Continuing) -> Added:
    """Return a tune with room for what is to come.

    Raises:
        RewritingError: It cannot come there; the sentence says why.
    """
    measures = measures_of(score)
    if wish.is_part:
        place, words = new_part(score, measures)
        return _with(score.text, place, words, is_end=True)
    at = _place_of(measures, wish.after)
    if any(isinstance(one, Rest) and one.measures for one in measures[at].elements):
        raise RewritingError("rewriting.rest_of_measures")
    if measures[at].meter.is_free:
        raise RewritingError("rewriting.no_meter")
    if not wish.is_ending:
        return _more(score, measures, at, wish.add)
    if at + 1 == len(measures):
        return _ending(score, measures, wish.add)
    if wish.add:
        raise RewritingError("rewriting.ending_stands", number=wish.after)
    return _other_ending(score, measures, at)


def _with(text: str, place: int, words: str, *, is_end: bool) -> Added:
    new = Span(place, place + len(words))
    return Added(text[:place] + words + text[place:], new, new, is_end)


def _place_of(measures: Sequence[Measure], number: int) -> int:
    found = [at for at, one in enumerate(measures) if one.number == number]
    if not found:
        first, last = measures[0].number, measures[-1].number
        raise RewritingError("rewriting.no_such_measure", wanted=number, first=first, last=last)
    return found[-1]


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
    lines = new_lines(score, place, lasts, _breaks(score, right))
    if right is None:
        return _with(score.text, place, f"{lines}|", is_end=False)
    return _with(score.text, place, lines, is_end=False)


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
    count = count or _PHRASE - written % _PHRASE
    lasts = _lasts(measure, count, is_end=False)
    lasts[-1] -= pickup
    place = end_of_music(score, measure) if right is None else right.span.end
    lines = new_lines(score, place, lasts, breaks=True)
    if right is not None:
        # The bar line that stands there ends the measure already.
        lines = lines.removeprefix("|")
    return _with(score.text, place, lines + _closing(measures), is_end=True)


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
        return Added(score.text, Span(new.end, new.end), new, ends_on_tonic=True)
    if right is None:
        place, words = end_of_music(score, last), _closing(measures)
    else:
        is_repeat = _closing(measures) == ":|"
        place, words = (right.span.start, ":") if is_repeat else (right.span.end, "]")
    text = score.text[:place] + words + score.text[place:]
    return Added(text, Span(place, place + len(words)), Span(new.start, place), ends_on_tonic=True)
