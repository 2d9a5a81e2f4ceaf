"""What a unit of a network may follow: one number a character, by what the text means as music.

A signal is not a number where it has no meaning, for example the place in the measure inside a
header.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.lexing.lexer import Token, TokenKind, tokenize
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span

Signal = tuple[float, ...]

_HEADER = (TokenKind.FIELD_NAME, TokenKind.FIELD_VALUE)


def signals_of(text: str) -> dict[str, Signal]:
    """Return every signal of a text by its name; each has one number a character.

    The names are `in_header`, `in_chord`, `in_quotes`, `line_position` (0 at a line's start, 1 at
    its end), `measure_position` (0 to 1, by the sounding time) and `on_beat` (1 on a beat, 0
    between two).
    """
    tokens = tokenize(text)
    score = parse(text)
    places = list(_places(score))
    unit = Fraction(1, max(1, score.meter.beat_unit))
    beat = 3 * unit if score.meter.is_compound else unit
    return {
        "in_header": _of_tokens(text, tokens, lambda kind, _: kind in _HEADER),
        "in_chord": _of_tokens(text, tokens, _ChordWatch()),
        "in_quotes": _of_tokens(text, tokens, lambda kind, _: kind is TokenKind.QUOTED),
        "line_position": _line_positions(text),
        "measure_position": _timed(
            len(text), places, lambda place: float(place.since / place.whole)
        ),
        "on_beat": _timed(len(text), places, lambda place: float(place.since % beat == 0)),
    }


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a note or rest stands: how far into its measure, and how long that is."""

    span: Span
    since: Fraction
    whole: Fraction


class _ChordWatch:
    """Tells for each token whether it stands inside the brackets of a chord."""

    def __init__(self) -> None:
        self._inside = False

    def __call__(self, kind: TokenKind, _text: str) -> bool:
        if kind is TokenKind.CHORD_START:
            self._inside = True
        elif kind in (TokenKind.CHORD_END, TokenKind.LINE_END):
            was_inside, self._inside = self._inside, False
            return was_inside and kind is TokenKind.CHORD_END
        return self._inside


def _of_tokens(
    text: str, tokens: tuple[Token, ...], holds: Callable[[TokenKind, str], bool]
) -> Signal:
    values: list[float] = []
    for token in tokens:
        value = 1.0 if holds(token.kind, token.span.of(text)) else 0.0
        values += [value] * (token.span.end - token.span.start)
    return tuple(values)


def _line_positions(text: str) -> Signal:
    values: list[float] = []
    for line in text.splitlines(keepends=True):
        last = max(1, len(line) - 1)
        values += [place / last for place in range(len(line))]
    return tuple(values)


def _timed(length: int, places: list[_Place], value: Callable[[_Place], float]) -> Signal:
    """Return a signal that is known where a note or rest of the first voice stands."""
    values = [math.nan] * length
    for place in places:
        span = place.span
        values[span.start : span.end] = [value(place)] * (span.end - span.start)
    return tuple(values)


def _places(score: Score) -> Iterator[_Place]:
    for measure in split_measures(score.voices[0], score.meter):
        whole = measure.expected or measure.duration
        # A pickup stands at the end of its measure.
        missing = whole - measure.duration if measure.is_pickup else Fraction(0)
        for element in measure.elements:
            if isinstance(element, Chord | Rest) and whole > 0:
                yield _Place(element.span, element.onset - measure.onset + missing, whole)
