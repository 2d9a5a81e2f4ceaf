"""Fixes of a measure that is too short or too long: its twin in the tune, its last note, a rest.

A twin is a measure of the right length that has the same notes but for one: what stands there twice
was meant here, too. Where there is none, or several that differ, a fix can only guess.
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.measures.measures import Measure
from abcstudio.notation.score import Chord, KeyChange, Rest
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import length_of
from abcstudio.notation.values.spelling import length_text

_FEWEST_NOTES = 3
_MOST_MEASURES = 1_000
_MOST_ELEMENTS = 100
_FINEST = 16
_NEAR = 20
_SIGNS_BEFORE = re.compile(r"[^A-Ga-gzx]*\Z")
_SIGNS_AFTER = re.compile(r"[^A-Ga-gzx]*")
_BREAKS = frozenset("<>")
_LINKS = frozenset("<>-")
_LENGTH = r"\d*(?:/+\d*)?"
_ELEMENT = re.compile(rf"((?:\^\^?|__?|=)?[A-Ga-g][,']*|[zx]|\[[^\[\]:|]+\])({_LENGTH})")
# Notes, rests and broken rhythm: what sounds the same wherever in a tune it stands.
_MUSIC = re.compile(r"[A-Ga-gzx,'/\d \t^_=<>]+")

_Timed = Chord | Rest
_Sounds = tuple[tuple[tuple[Fraction, ...], Fraction], ...]
"""The pitches and the length of each chord or rest of a measure."""


class MeasureFixes:
    """Finds the fixes for the measures of one voice.

    Args of the constructor:
        text: The tune.
        measures: Those of the voice.
    """

    def __init__(self, text: str, measures: Sequence[Measure]) -> None:
        self._text = text
        self._measures = measures
        self._twins: list[tuple[Measure, _Sounds]] | None = None

    def of(self, measure: Measure) -> tuple[Fix, ...]:
        """Return the fixes of a measure that lasts too short or too long, the best first."""
        if len(measure.elements) > _MOST_ELEMENTS:
            return ()
        timed = _timed(measure)
        twin = self._twin(measure, timed)
        missing = measure.expected - measure.duration
        guesses = (self._last_note(timed[-1], missing), self._added_rest(timed[-1], missing))
        return tuple(fix for fix in (twin, *guesses) if fix is not None)

    def _twin(self, measure: Measure, timed: Sequence[_Timed]) -> Fix | None:
        """Return the fix that copies the only measure that is this one but for a note."""
        if self._plain_music(timed) is None:
            return None
        sounds = _sounds(timed)
        texts: dict[_Sounds, str] = {}
        for other, other_sounds in self._known_twins():
            if other.meter == measure.meter and _differ_in_one(sounds, other_sounds):
                music = self._plain_music(_timed(other))
                if music is not None and self._unit(_timed(other)[0]) == self._unit(timed[0]):
                    texts.setdefault(other_sounds, music)
        if len(texts) != 1:
            return None
        (music,) = texts.values()
        span = Span(timed[0].span.start, timed[-1].span.end)
        return Fix("notation.fix-twin", span, music)

    def _known_twins(self) -> list[tuple[Measure, _Sounds]]:
        """Return the measures of the right length; none where a key changes between them."""
        if self._twins is None:
            measures = self._measures[:_MOST_MEASURES]
            elements = (element for measure in measures for element in measure.elements)
            changes = any(isinstance(element, KeyChange) for element in elements)
            self._twins = [
                (measure, _sounds(_timed(measure)))
                for measure in (() if changes else measures)
                if measure.duration == measure.expected and len(measure.elements) <= _MOST_ELEMENTS
            ]
        return self._twins

    def _plain_music(self, timed: Sequence[_Timed]) -> str | None:
        """Return the text of notes that can be copied; None where there is more than notes."""
        start, end = timed[0].span.start, timed[-1].span.end
        text = self._text[start:end]
        is_apart = _LINKS.isdisjoint(self._around(start, end))
        is_plain = len(timed) >= _FEWEST_NOTES and is_apart and _MUSIC.fullmatch(text) is not None
        are_bare = not any(each.tuplet or each.syllables for each in timed)
        return text if is_plain and are_bare else None

    def _last_note(self, last: _Timed, missing: Fraction) -> Fix | None:
        """Return the fix that makes the last note or rest so much longer."""
        written = self._written(last)
        if written is None or last.duration + missing <= 0:
            return None
        name, factor = written
        length = _spelt(factor * (last.duration + missing) / last.duration)
        if length is None:
            return None
        return Fix("notation.fix-last-note", last.span, f"{name}{length}", is_guess=True)

    def _added_rest(self, last: _Timed, missing: Fraction) -> Fix | None:
        """Return the fix that fills a short measure up with a rest."""
        written = self._written(last)
        if written is None or missing <= 0:
            return None
        length, end = _spelt(written[1] * missing / last.duration), last.span.end
        if length is None or self._text[end : end + 1] in ("-", ")", ".", "'", ","):
            return None
        return Fix("notation.fix-add-rest", Span(end, end), f" z{length}", is_guess=True)

    def _written(self, element: _Timed) -> tuple[str, Fraction] | None:
        """Return note and length as written; None where more than that decides the length."""
        start, end = element.span.start, element.span.end
        match = _ELEMENT.fullmatch(self._text, start, end)
        is_broken = not _BREAKS.isdisjoint(self._around(start, end))
        if match is None or is_broken or element.tuplet or not element.duration:
            return None
        factor = length_of(match[2])
        return None if factor is None else (match[1], factor)

    def _around(self, start: int, end: int) -> str:
        """Return the signs between a place and the notes before and after it."""
        before, after = self._text[max(0, start - _NEAR) : start], self._text[end : end + _NEAR]
        signs = _SIGNS_BEFORE.search(before), _SIGNS_AFTER.match(after)
        return "".join(match[0] for match in signs if match is not None)

    def _unit(self, element: _Timed) -> Fraction | None:
        """Return the unit note length that an element is written in."""
        written = self._written(element)
        return None if written is None else element.duration / written[1]


def _timed(measure: Measure) -> list[_Timed]:
    return [element for element in measure.elements if isinstance(element, (Chord, Rest))]


def _sounds(timed: Iterable[_Timed]) -> _Sounds:
    return tuple(
        (
            tuple(note.pitch.midi_number for note in each.notes) if isinstance(each, Chord) else (),
            each.duration,
        )
        for each in timed
    )


def _differ_in_one(one: _Sounds, other: _Sounds) -> bool:
    """Whether one has a note more than the other, or one of another length; else the same."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    pairs = zip(shorter, longer, strict=False)
    at = next((at for at, (a, b) in enumerate(pairs) if a != b), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    if at == len(shorter):
        return False
    return shorter[at][0] == longer[at][0] and shorter[at + 1 :] == longer[at + 1 :]


def _spelt(factor: Fraction) -> str | None:
    """Return a length as it is written; None for one that nobody writes."""
    size = factor.denominator
    return length_text(factor) if size <= _FINEST and not size & (size - 1) else None
