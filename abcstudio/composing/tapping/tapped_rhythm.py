"""A rhythm that was tapped on a key: times become note values, and these a tune's rhythm."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from statistics import median

from abcstudio.composing.clock.pattern import FREE
from abcstudio.composing.clock.wishes import FormSection
from abcstudio.notation.values.meter_field import parse_meter
from abcstudio.notation.values.spelling import length_text

UNIT = Fraction(1, 8)

MOST_MEASURES = 8
"""So many measures may be tapped; what comes after them is left out."""

_MEASURES_A_LINE = 4
# Times up to so much longer than the shortest one are as short.
_AS_SHORT = 1.5
# How many of the shortest a note may last that is tapped freely: more is a rest in the tapping.
_LENGTHS = (1, 2, 3, 4, 6, 8, 12, 16)

# In eighth notes, those that one note value says.
_SINGLE = frozenset(Fraction(top, 4) for top in (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48))
# Where notes stand together, by the time of a measure.
_GROUPS = {Fraction(3, 4): Fraction(1, 4), Fraction(2, 4): Fraction(1, 4)}


def tapped_lengths(
    times_ms: Sequence[float], end_ms: float, shortest: Fraction, beat_ms: float = 0
) -> list[Fraction]:
    """Return the note values of taps, in whole notes.

    Args:
        times_ms: When each was tapped.
        end_ms: When the last one ended.
        shortest: What the shortest taps mean where they are tapped freely; else the finest value.
        beat_ms: How long a quarter note lasts where they are tapped to a metronome; 0 if freely.
    """
    gaps = [after - before for before, after in pairwise([*times_ms, end_ms])]
    if not gaps:
        return []
    if beat_ms:
        step_ms = beat_ms * float(4 * shortest)
        places = [round((one - times_ms[0]) / step_ms) for one in (*times_ms, end_ms)]
        return [shortest * max(1, after - before) for before, after in pairwise(places)]
    # The last one ends when the key for that is found, which says little.
    heard = gaps[:-1] or gaps
    step_ms = median(gap for gap in heard if gap <= _AS_SHORT * min(heard))
    return [shortest * _nearest(gap / step_ms) for gap in gaps]


def _nearest(ratio: float) -> int:
    return min(_LENGTHS, key=lambda one: abs(ratio - one) / one)


def tapped_measures(lengths: Sequence[Fraction], meter: str) -> list[str]:
    """Return measures in which notes last so long, with open pitches; the last note fills its own.

    A note that reaches over a bar line is tied, as is one that no single note value says.
    """
    if not lengths:
        return []
    full, group = _measure_and_group(meter)
    *others, last = lengths
    last += -sum(lengths, Fraction(0)) % full
    measures, written, done = list[str](), "", Fraction(0)
    for length in (*others, last):
        left = length
        while left:
            part = min(left, full - done)
            if part / UNIT not in _SINGLE:
                part = min(part, group - done % group)
            if done and done % group == 0:
                written += " "
            done, left = done + part, left - part
            written += FREE + length_text(part / UNIT) + ("-" if left else "")
            if done == full:
                measures.append(written)
                written, done = "", Fraction(0)
    return _without_tie(measures[:MOST_MEASURES])


def _without_tie(measures: list[str]) -> list[str]:
    """Return measures of which the last one is tied to nothing."""
    return [*measures[:-1], measures[-1].removesuffix("-")]


def _measure_and_group(meter: str) -> tuple[Fraction, Fraction]:
    read = parse_meter(meter)
    assert read is not None
    full = read.measure_duration
    return full, Fraction(3, 8) if read.is_compound else _GROUPS.get(full, Fraction(1, 2))


def tune_rhythm(measures: Sequence[str], meter: str, form: Sequence[FormSection]) -> str:
    """Return the rhythm of a whole tune in which some measures come again and again.

    Args:
        measures: As `tapped_measures` returns them, at least one.
        meter: A value of `M:`.
        form: The sections of the tune.
    """
    lines = [f"M:{meter}\n", f"L:{UNIT}\n"]
    for section in form:
        lines += section_lines(measures, section, is_last=section is form[-1])
    return "".join(lines)


def section_lines(measures: Sequence[str], section: FormSection, *, is_last: bool) -> Iterator[str]:
    """Yield the lines of a section; it begins with the first of the measures."""
    every = [measures[place % len(measures)] for place in range(section.measures)]
    # Nothing follows the last note that a tie could lead to, and no tie leads into a part.
    every = _without_tie(every)
    end = ":|" if section.repeated else "|]" if is_last else "||"
    for first in range(0, len(every), _MEASURES_A_LINE):
        line = every[first : first + _MEASURES_A_LINE]
        opening = "|:" if section.repeated and not first else ""
        closing = end if first + _MEASURES_A_LINE >= len(every) else "|"
        yield f"{opening}{'|'.join(line)}{closing}\n"
