"""The ways to read typed notes: in each key, as note names, as numbers, as a contour."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from abcstudio.corpus.melody_index.asked_melody import AskedMelody, Variant, lengths_of
from abcstudio.corpus.melody_index.melody import Line, LineNote, lines_of
from abcstudio.corpus.melody_index.steps import StepComparison
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.notation.meter import Meter
from abcstudio.notation.spans import Span
from abcstudio.notation.values.key_field import parse_key
from abcstudio.recipes.finding.read_as import QueryReading, ReadAs
from abcstudio.recipes.finding.written_melody import UNIT, written

_KEYS = ("C", "G", "D", "A", "F", "Bb", "E", "Eb", "B", "Ab", "F#", "Db", "C#", "Gb", "Cb")
_MODES = ("major", "dorian", "minor", "mixolydian", "phrygian", "lydian", "locrian")
# Notes in one octave may be meant so; the other octaves are as likely but for that.
_OCTAVELESS = 5
# Octaves were typed wrong: as unlikely as a wrong note.
_WRONG_OCTAVES = 100
_MIDDLE_C, _B = 60, 71
_UNIT_LENGTH = re.compile(r"^L:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class QueryReadings:
    """Ways to read what was typed that have as many notes as each other.

    Attributes:
        melody: What is looked for.
        each: The reading of each of its variants.
        is_guess: It assumes a typing mistake; searched only if nothing close was found.
    """

    melody: AskedMelody
    each: tuple[QueryReading, ...]
    is_guess: bool = False


def abc_readings(text: str, *, has_key: bool) -> QueryReadings | None:
    """Return how a tune can be read: in its own key, or in any where none was typed.

    Args:
        text: The tune.
        has_key: Whether its key was typed.
    """
    lines: dict[tuple[tuple[int, int], ...], list[str]] = {}
    for key in ("",) if has_key else _KEYS:
        line = next(iter(lines_of(_in_key(text, key))), ())
        if line:
            lines.setdefault(tuple(line), []).append(key)
    count = len(next(iter(lines), ()))
    # A tie joins notes in one key that are two in another.
    ways = [(line, keys) for line, keys in lines.items() if len(line) == count]
    if not ways:
        return None
    readings = [
        QueryReading(ReadAs.ABC, _in_key(text, keys[0]), tuple(filter(None, keys)))
        for _, keys in ways
    ]
    return _readings([line for line, _ in ways], readings, has_octaves=has_octaves(text))


def in_other_octaves(readings: QueryReadings) -> tuple[QueryReadings, ...]:
    """Return the readings with other octaves; empty if no octaves were typed."""
    melody = readings.melody
    if any(one.comparison is not StepComparison.SEMITONES for one in melody.variants):
        return ()
    variants = tuple(
        replace(one, comparison=StepComparison.OCTAVELESS, penalty=_WRONG_OCTAVES)
        for one in melody.variants
    )
    return (QueryReadings(replace(melody, variants=variants), readings.each, is_guess=True),)


def name_readings(text: str, *, has_octaves: bool) -> QueryReadings | None:
    """Return how a tune is read that was made of note names."""
    line = next(iter(lines_of(text)), ())
    reading = QueryReading(ReadAs.NAMES, text)
    return _readings([line], [reading], has_octaves=has_octaves) if line else None


def degree_readings(degrees: Sequence[tuple[int, int]], *, has_octaves: bool) -> QueryReadings:
    """Return how numbers of a scale are read, in each mode.

    Args:
        degrees: The steps above the tonic, from 0, and by how many semitones each is altered.
        has_octaves: Whether octaves were typed.
    """
    lines, readings = list[Line](), list[QueryReading]()
    for mode in _MODES:
        key = parse_key(f"C{mode}").key
        assert key is not None
        scale = [
            _MIDDLE_C + natural + int(key.alter_of(step))
            for step, natural in zip("CDEFGAB", (0, 2, 4, 5, 7, 9, 11), strict=True)
        ]
        pitches = [scale[place % 7] + 12 * (place // 7) + alter for place, alter in degrees]
        lines.append(_equal(pitches))
        readings.append(QueryReading(ReadAs.DEGREES, tune_of(pitches, f"C{mode}")))
    return _readings(lines, readings, has_octaves=has_octaves)


def pitch_readings(pitches: Sequence[int], kind: ReadAs) -> QueryReadings:
    """Return how MIDI numbers or intervals are read."""
    reading = QueryReading(kind, tune_of(pitches))
    variant = Variant(tuple(pitches), is_absolute=kind is ReadAs.MIDI)
    return QueryReadings(AskedMelody((variant,)), (reading,))


def contour_readings(ups: Sequence[int]) -> QueryReadings:
    """Return how a contour is read.

    Args:
        ups: 1 for each step up, -1 for one down, 0 for the same note.
    """
    places = [0]
    for up in ups:
        places.append(places[-1] + up)
    variant = Variant(tuple(_B + place for place in places), StepComparison.CONTOUR)
    shown = [_B + 2 * place for place in places]
    return QueryReadings(AskedMelody((variant,)), (QueryReading(ReadAs.CONTOUR, tune_of(shown)),))


def tune_of(pitches: Sequence[int], key: str = "C") -> str:
    """Return notes of one length as a tune."""
    signature = parse_key(key).key
    assert signature is not None
    unit = int(UNIT * PER_WHOLE_NOTE)
    near = [min(max(pitch, 0), 127) for pitch in pitches]
    notes = [LineNote(pitch, unit, 0, Span(0, 0)) for pitch in near]
    music = written(signature, Meter((4,), 4), notes) if notes else ""
    return f"X:1\nL:{UNIT}\nK:{key}\n{music}"


def has_octaves(text: str) -> bool:
    """Return whether notes have octave marks, or are both capitals and small letters."""
    music = "".join(_music_of(text))
    return any(mark in music for mark in "',") or not (
        music == music.upper() or music == music.lower()
    )


def _music_of(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line[1:2] != ":" or line.startswith("|"):
            yield from (sign for sign in line if sign in "ABCDEFGabcdefg',")


def _in_key(text: str, key: str) -> str:
    """Return a tune whose key was not typed in another one."""
    return text.replace("K:C", f"K:{key}", 1) if key else text


def _equal(pitches: Sequence[int]) -> Line:
    return [(pitch, PER_WHOLE_NOTE // 8) for pitch in pitches]


def _readings(
    lines: Sequence[Line], readings: Sequence[QueryReading], *, has_octaves: bool
) -> QueryReadings:
    """Return readings with their octaves and, where none were typed, without them."""
    is_absolute = readings[0].kind is not ReadAs.DEGREES
    melodies = [tuple(pitch for pitch, _ in line) for line in lines]
    variants = [Variant(pitches, is_absolute=is_absolute) for pitches in melodies]
    if not has_octaves:
        variants += [
            Variant(pitches, StepComparison.OCTAVELESS, _OCTAVELESS, is_absolute)
            for pitches in melodies
        ]
        readings = [*readings, *readings]
    # Of names and numbers, equal lengths are none.
    is_typed = readings[0].kind is ReadAs.ABC or len({length for _, length in lines[0]}) > 1
    # Who types the unit note length says how long the letters are.
    are_meant = readings[0].kind is ReadAs.ABC and bool(_UNIT_LENGTH.search(readings[0].text))
    lengths = lengths_of(lines[0]) if is_typed else ()
    melody = AskedMelody(tuple(variants), lengths, are_lengths_meant=are_meant)
    return QueryReadings(melody, tuple(readings))
