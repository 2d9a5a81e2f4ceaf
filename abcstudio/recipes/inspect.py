"""Looking into a model while it reads a text: expectations, surprises, and what its units follow.

torch is imported when the work starts, not with this file.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.composing.model_text import ModelText
from abcstudio.learning.devices import prepare_torch
from abcstudio.notation.lexing.lexer import Token, TokenKind, tokenize
from abcstudio.notation.limits import MAX_TUNE_LENGTH
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.notation.spans import Span
from abcstudio.recipes.model_reading import read_for

if TYPE_CHECKING:
    from abcstudio.learning.inspection import Inspection, UnitCorrelation

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


@dataclass(frozen=True, slots=True)
class InspectRequest:
    """What to look into.

    Attributes:
        units: How many units to name for each signal.
    """

    model: Path
    text: str
    units: int = 5


@dataclass(frozen=True, slots=True)
class InspectResult:
    """The reading of each character, and for each signal the units that follow it best.

    Attributes:
        reading: What of the text the model could read.
        is_cut: Whether the text is so long that only its beginning was read.
    """

    inspection: "Inspection"
    units: dict[str, "tuple[UnitCorrelation, ...]"]
    reading: ModelText
    is_cut: bool = False

    @property
    def places(self) -> tuple[int, ...]:
        """Where in the text each character stands that was read."""
        return self.reading.places[: len(self.inspection.readings)]

    def source_of(self, number: int) -> int | None:
        """Return where in the text a character was copied from, by its number among those read."""
        source = self.inspection.readings[number].source
        return None if source is None else self.places[source]


def inspect_model(request: InspectRequest) -> InspectResult:
    """Let a model read a text and look on.

    Raises:
        ModelFileError: The model cannot be opened.
    """
    prepare_torch()
    from abcstudio.learning.checkpoint import load_model
    from abcstudio.learning.inspection import inspect, units_following

    loaded = load_model(request.model)
    # Many times what is inspected: some characters are left out, and a file may have any size.
    text = request.text[:MAX_TUNE_LENGTH]
    reading = read_for(loaded.header, text)
    inspection = inspect(loaded.model, loaded.header.vocabulary, reading.text)
    read = reading.places[: len(inspection.readings)]
    signals = signals_of(text) if read else {}
    units = {
        name: units_following(
            inspection.activations, [signal[place] for place in read], request.units
        )
        for name, signal in signals.items()
    }
    return InspectResult(inspection, units, reading, len(read) < len(reading.places))
