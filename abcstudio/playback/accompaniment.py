"""Chord symbols as a player's left hand: a bass note on the strong beats, the chord between."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from abcstudio.notation.meter import Meter
from abcstudio.notation.spans import Span
from abcstudio.playback.performance import (
    MeterMark,
    PerformedMeasure,
    PerformedNote,
    Track,
)
from abcstudio.playback.voice_player import PlayedChordSymbol

TRACK = Track("Chords", 24)
MAX_STROKES = 20_000
_BASS_VELOCITY = 62
_CHORD_VELOCITY = 46
_LOWEST_BASS = 36
_LOWEST_CHORD = 52
_ROOTS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
_SYMBOL = re.compile(r"\s*\(?([A-G])([#b♯♭]?)([^/\s)]*)(?:/([A-Ga-g])([#b♯♭]?))?")
_QUALITIES: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("maj7", (0, 4, 7, 11)),
    ("m7b5", (0, 3, 6, 10)),
    ("min7", (0, 3, 7, 10)),
    ("m7", (0, 3, 7, 10)),
    ("m6", (0, 3, 7, 9)),
    ("maj", (0, 4, 7)),
    ("min", (0, 3, 7)),
    ("dim", (0, 3, 6)),
    ("aug", (0, 4, 8)),
    ("sus2", (0, 2, 7)),
    ("sus", (0, 5, 7)),
    ("m", (0, 3, 7)),
    ("+", (0, 4, 8)),
    ("°", (0, 3, 6)),
    ("7", (0, 4, 7, 10)),
    ("9", (0, 4, 7, 10)),
    ("6", (0, 4, 7, 9)),
    ("5", (0, 7)),
)
_MAJOR_TRIAD = (0, 4, 7)
_QUARTER = Fraction(1)


def chord_pitches(text: str) -> tuple[int, tuple[int, ...]] | None:
    """Return a chord symbol's bass and chord as MIDI note numbers; None when it names no chord."""
    match = _SYMBOL.match(text)
    if match is None:
        return None
    root = (_ROOTS[match[1]] + _alter(match[2])) % 12
    intervals = next(
        (steps for name, steps in _QUALITIES if match[3].startswith(name)), _MAJOR_TRIAD
    )
    bass = (_ROOTS[match[4].upper()] + _alter(match[5])) % 12 if match[4] else root
    low = _LOWEST_BASS + (bass - _LOWEST_BASS) % 12
    chord = {_LOWEST_CHORD + (root + step - _LOWEST_CHORD) % 12 for step in intervals}
    return low, tuple(sorted(chord))


def notes(
    symbols: Iterable[PlayedChordSymbol],
    measures: Sequence[PerformedMeasure],
    meters: Sequence[MeterMark],
    end: Fraction,
    voice: int,
) -> list[PerformedNote]:
    """Return the accompaniment's notes: each measure's pattern under the chord that then holds."""
    chords = sorted(symbols, key=lambda symbol: symbol.onset)
    if not chords:
        return []
    played: list[PerformedNote] = []
    place, current, meter_place = -1, None, 0
    strokes = 0
    for measure in measures:
        while (
            meter_place + 1 < len(meters)
            and meters[meter_place + 1].onset_beats <= measure.onset_beats
        ):
            meter_place += 1
        for onset, beats, is_bass in _strokes(measure, meters[meter_place].meter, end):
            while place + 1 < len(chords) and chords[place + 1].onset <= onset:
                place += 1
                current = chord_pitches(chords[place].text) or current
            strokes += 1
            if current is None or strokes > MAX_STROKES:
                continue
            pitches = (current[0],) if is_bass else current[1]
            velocity = _BASS_VELOCITY if is_bass else _CHORD_VELOCITY
            played += [
                _note(onset, beats, pitch, velocity, chords[place].span, voice, measure.pass_number)
                for pitch in pitches
            ]
    return played


def _strokes(
    measure: PerformedMeasure, meter: Meter, end: Fraction
) -> list[tuple[Fraction, Fraction, bool]]:
    """Return onset, length and whether it is the bass, for each stroke of a measure.

    A measure shorter than its meter is a pickup, or the rest of one: it takes the last strokes.
    """
    if meter.is_free or measure.duration_beats <= 0:
        return (
            [(measure.onset_beats, measure.duration_beats, True)] if measure.duration_beats else []
        )
    full = meter.measure_duration * 4
    pattern = _pattern(meter, full)
    skipped = max(Fraction(0), full - measure.duration_beats) if full else Fraction(0)
    stop = min(end, measure.onset_beats + measure.duration_beats)
    strokes = []
    for offset, beats, is_bass in pattern:
        onset = measure.onset_beats + offset - skipped
        if offset >= skipped and onset < stop:
            strokes.append((onset, min(beats, stop - onset), is_bass))
    return strokes


def _pattern(meter: Meter, full: Fraction) -> list[tuple[Fraction, Fraction, bool]]:
    if meter.is_compound:
        pattern = []
        for group in range(meter.beats[0] // 3):
            start = group * Fraction(3, 2)
            pattern += [(start, _QUARTER, True), (start + 1, Fraction(1, 2), False)]
        return pattern
    count = min(int(full), 32)
    if count <= 1:
        return [(Fraction(0), full, True)]
    is_triple = count % 3 == 0
    return [
        (Fraction(beat), _QUARTER, beat % 3 == 0 if is_triple else beat % 2 == 0)
        for beat in range(count)
    ]


def _note(
    onset: Fraction,
    beats: Fraction,
    pitch: int,
    velocity: int,
    span: Span,
    voice: int,
    pass_number: int,
) -> PerformedNote:
    return PerformedNote(
        onset_beats=onset,
        duration_beats=beats * Fraction(4, 5),
        pitch=Fraction(pitch),
        velocity=velocity,
        span=span,
        voice=voice,
        measure=0,
        pass_number=pass_number,
    )


def _alter(sign: str) -> int:
    return {"#": 1, "♯": 1, "b": -1, "♭": -1}.get(sign, 0)
