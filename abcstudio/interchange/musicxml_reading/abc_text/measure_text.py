"""The moments of one measure as ABC music."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from abcstudio.interchange.musicxml_reading.abc_text.accidentals import Accidentals
from abcstudio.interchange.musicxml_reading.abc_text.field_values import quoted_text
from abcstudio.interchange.musicxml_reading.mark_names import AT_END
from abcstudio.interchange.musicxml_reading.records import Grace, Moment
from abcstudio.notation.limits import MAX_CHORD_NOTES, MAX_DENOMINATOR, MAX_MARKS
from abcstudio.notation.values.spelling import chord_text, length_text, rest_text
from abcstudio.notation.values.tuplets import usual_q

_MOST_IN_TUPLET = 48
_FINEST = 64
_MOST_DIGITS = 999_999
_ALWAYS_THE_SAME = (2, 3, 4, 6, 8)
_QUARTER = Fraction(1, 4)


@dataclass(frozen=True, slots=True)
class Group:
    """Moments written as one tuplet, or a single one outside of any."""

    moments: tuple[Moment, ...]
    ratio: tuple[int, int] = (1, 1)


def groups_of(moments: Sequence[Moment]) -> Iterator[Group]:
    """Yield moments, those of a tuplet together."""
    index = 0
    while index < len(moments):
        ratio = moments[index].ratio
        count = 1 if ratio[0] == ratio[1] else _tuplet_size(moments, index)
        yield Group(tuple(moments[index : index + count]), ratio)
        index += count


def _tuplet_size(moments: Sequence[Moment], start: int) -> int:
    """Return how many moments a tuplet has: to its end sign, else until its time is full."""
    first = moments[start]
    is_bracketed = "start" in first.tuplet
    total, smallest, count = Fraction(0), Fraction(64), 0
    for moment in moments[start : start + _MOST_IN_TUPLET]:
        is_apart = moment.ratio != first.ratio or ("start" in moment.tuplet and moment is not first)
        if is_apart or (count and moments[start + count - 1].end != moment.onset):
            break
        count += 1
        notated = moment.length * first.ratio[0] / first.ratio[1]
        total += notated
        smallest = min(smallest, notated)
        if "stop" in moment.tuplet:
            break
        unit = total / first.ratio[0]
        if not is_bracketed and _is_plain(unit) and unit >= smallest and count > 1:
            break
    return count


def _is_plain(value: Fraction) -> bool:
    """Return whether a length is that of an undotted note."""
    top, bottom = value.numerator, value.denominator
    return not top & (top - 1) and not bottom & (bottom - 1)


class MeasureText:
    """Writes the moments of one line, one after the other."""

    def __init__(self, unit: Fraction, accidentals: Accidentals, *, has_beams: bool) -> None:
        self._unit = unit
        self._accidentals = accidentals
        self._has_beams = has_beams

    def silence(self, length: Fraction) -> str:
        """Return an invisible rest."""
        self._accidentals.rest()
        return rest_text(self._factor(length), visible=False)

    def group(self, group: Group) -> str:
        """Return a moment, or the moments of a tuplet."""
        if group.ratio[0] == group.ratio[1]:
            return self._moment(group.moments[0], group.moments[0].length)
        p, q = group.ratio
        r = len(group.moments)
        is_usual = p == r and p in _ALWAYS_THE_SAME and q == usual_q(p, is_compound=False)
        opening = f"({p}" if is_usual else f"({p}:{q}:{r}"
        texts = [self._moment(moment, moment.length * p / q) for moment in group.moments]
        return opening + "".join(texts)

    def is_beamed(self, one: Moment, other: Moment, beat: Fraction) -> bool:
        """Return whether no blank stands between two moments."""
        if self._has_beams:
            return bool(one.beam)
        is_short = one.length < _QUARTER and other.length < _QUARTER
        return is_short and one.onset // beat == other.onset // beat

    def _moment(self, moment: Moment, notated: Fraction) -> str:
        grace = self._grace(moment.grace) if moment.grace is not None else ""
        slurs = "(" * moment.slur_starts
        note = self._note(moment, self._factor(notated))
        jumps = _written(name for name in moment.decorations if name in AT_END)
        return _marks(moment) + grace + slurs + note + ")" * moment.slur_ends + jumps

    def _note(self, moment: Moment, factor: Fraction) -> str:
        heads = moment.heads[:MAX_CHORD_NOTES]
        if not heads:
            self._accidentals.rest()
            return rest_text(factor, visible=moment.is_visible)
        texts = self._accidentals.chord(heads)
        if len(heads) == 1:
            return texts[0] + length_text(factor) + ("-" if heads[0].is_tied else "")
        if all(head.is_tied for head in heads):
            return chord_text(texts, factor) + "-"
        ties = ["-" if head.is_tied else "" for head in heads]
        return chord_text((text + tie for text, tie in zip(texts, ties, strict=True)), factor)

    def _grace(self, grace: Grace) -> str:
        chords = []
        for heads in grace.chords[:MAX_CHORD_NOTES]:
            texts = [self._accidentals.grace(head) for head in heads]
            chords.append(texts[0] if len(texts) == 1 else chord_text(texts))
        return f"{{{'/' if grace.is_slashed else ''}{''.join(chords)}}}"

    def _factor(self, length: Fraction) -> Fraction:
        """Return a length in units, as fine as ABC can say it."""
        factor = length / self._unit
        if factor.denominator > MAX_DENOMINATOR or factor.numerator > _MOST_DIGITS:
            factor = Fraction(max(1, round(factor * _FINEST)), _FINEST)
        return factor


def _marks(moment: Moment) -> str:
    chords = "".join(f'"{text}"' for text in moment.chord_symbols[:MAX_MARKS])
    words = "".join(
        f'"{text[0]}{quoted_text(text[1:])}"' for text in moment.annotations[:MAX_MARKS]
    )
    return chords + words + _written(name for name in moment.decorations if name not in AT_END)


def _written(decorations: Iterable[str]) -> str:
    return "".join(f"!{name}!" for name in islice(decorations, MAX_MARKS))
