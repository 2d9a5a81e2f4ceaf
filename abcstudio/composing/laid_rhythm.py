"""A tune's rhythm laid over a form: a part has the measures of one of its parts, over and over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from abcstudio.composing.clock.signs import FREE
from abcstudio.composing.clock.wishes import FormSection
from abcstudio.composing.rhythm_of import Rhythm, parts_of
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.values.meter_field import parse_meter
from abcstudio.notation.values.spelling import length_text

_PITCH = "B"
_MEASURES_A_LINE = 4
_FIELD = re.compile(r"(?m)^[A-Za-z]:|\[[A-Za-z]:")
_ENDING = re.compile(r"^\d[\d,-]*\s*")


class _Piece(NamedTuple):
    """A measure as it is written, and what of it is missing."""

    written: str
    missing: Fraction


@dataclass(slots=True)
class _Part:
    """A part of the tune: its measures, the pickup before them aside."""

    measures: list[_Piece] = field(default_factory=list)
    pickup: _Piece | None = None
    is_repeated: bool = False


@lru_cache(maxsize=16)
def rhythm_in_form(rhythm: str, form: tuple[FormSection, ...]) -> str:
    """Return the rhythm of a tune of a form; one that has it already stays as it is.

    Args:
        rhythm: As `rhythm_of` returns it.
        form: The sections of the tune.

    Raises:
        ValueError: It has no full measures, or some that are too long or in another meter.
    """
    given = parts_of(rhythm)
    parts = [part for part in _parts(given) if part.measures]
    if not parts:
        raise ValueError("no full measures")
    if tuple(FormSection(len(part.measures), part.is_repeated) for part in parts) == form:
        return rhythm
    completed = [_completed(part, parts, given) for part in parts]
    lines = [f"M:{given.meter}\n", f"L:{given.unit}\n"]
    for place, section in enumerate(form):
        measures = completed[place % len(parts)]
        lines += _section_lines(measures, section, is_last=place == len(form) - 1)
    return "".join(lines)


def _parts(given: Rhythm) -> list[_Part]:
    if _FIELD.search(given.pattern):
        raise ValueError("another meter or unit within")
    head = f"X:1\nM:{given.meter}\nL:{given.unit}\nK:C\n"
    text = head + given.pattern.replace(FREE, _PITCH)
    score = parse(text)
    parts: list[_Part] = []
    for measure in split_measures(score.voices[0], score.meter):
        is_later_ending = measure.ending is not None and 1 not in measure.ending.passes
        if is_later_ending:
            continue
        if not parts or measure.starts_section:
            parts.append(_Part())
        _take(parts[-1], measure, _written(text, len(head), measure))
    return parts


def _take(part: _Part, measure: Measure, written: str) -> None:
    if measure.right is not None and measure.right.closes_repeat:
        part.is_repeated = True
    piece = _Piece(written, measure.expected - measure.duration)
    if measure.is_pickup:
        part.pickup = piece
    else:
        part.measures.append(piece)


def _completed(part: _Part, parts: list[_Part], given: Rhythm) -> list[str]:
    """Return full measures: a short one goes on with a pickup that fits, else with a rest."""
    full, unit = _length_of_measure(given), Fraction(given.unit)
    pickups = {
        full - one.pickup.missing: one.pickup.written for one in (*parts, part) if one.pickup
    }
    found = []
    for written, missing in part.measures:
        if missing < 0:
            raise ValueError("a measure that is too long")
        if missing:
            more = pickups.get(missing) or f"z{length_text(missing / unit)}"
            written = f"{written} {more}"
        found.append(written)
    return found


def _length_of_measure(given: Rhythm) -> Fraction:
    meter = parse_meter(given.meter)
    assert meter is not None
    return meter.measure_duration


def _written(text: str, head: int, measure: Measure) -> str:
    start = measure.left.span.end if measure.left is not None else head
    end = measure.right.span.start if measure.right is not None else len(text)
    words = " ".join(text[start:end].split())
    return _ENDING.sub("", words).replace(_PITCH, FREE)


def _section_lines(
    measures: Sequence[str], section: FormSection, *, is_last: bool
) -> Iterator[str]:
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


def _without_tie(measures: list[str]) -> list[str]:
    """Return measures of which the last one is tied to nothing."""
    return [*measures[:-1], measures[-1].removesuffix("-")]
