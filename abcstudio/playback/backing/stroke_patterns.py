"""When in a measure something is struck: bass and chord of the accompaniment, or a drum."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from abcstudio.notation.meter import Meter
from abcstudio.playback.backing.measure_phases import PlacedMeasure

MAX_STROKES_IN_PATTERN = 64
"""Signs of a written pattern that are read."""

MAX_PATTERN_UNITS = 1024
"""The longest a written pattern can be, in its own units."""

BASS, CHORD, BOTH, DRUM = "f", "c", "b", "d"
ARPEGGIO = "ghijGHIJ"
"""Single notes of the chord from the lowest; capital letters sound an octave lower."""

_PATTERN_SIGN = re.compile(r"([fczbghijGHIJd])(\d{0,3})")
_HELD_RHYTHMS = ("air", "lament", "lullaby", "planxty")
_SHORT = Fraction(4, 5)


class PatternStroke(NamedTuple):
    """One stroke; `offset` and `beats` are quarter notes, the offset from the first beat.

    Attributes:
        sounds: `BASS`, `CHORD`, `BOTH`, `DRUM` or a letter of `ARPEGGIO`.
        number: Which stroke of its pattern it is, from 0.
    """

    offset: Fraction
    beats: Fraction
    sounds: str
    number: int = 0


@lru_cache(maxsize=256)
def pattern_of(meter: Meter, rhythm: str = "") -> tuple[PatternStroke, ...]:
    """Return what a session guitarist plays in a full measure; nothing in free meter.

    Bass on the strong beats and the chord between them: "boom chuck" in 4/4, "boom chuck chuck" in
    3/4 and 3/8, "boom - chuck" in each beat of a jig and each three of 5/8 and 7/8. Airs are held.

    Args:
        meter: Sums such as `(2+2+3)/8` say how the beats fall; 5 and 7 are counted 3+2 and 3+2+2.
        rhythm: The tune's `R:` in lower case.
    """
    groups, unit = _groups(meter)
    is_held = any(f" {name}" in f" {rhythm}" for name in _HELD_RHYTHMS)
    strokes: list[PatternStroke] = []
    start = Fraction(0)
    for number, units in enumerate(groups):
        if is_held:
            strokes.append(PatternStroke(start, units * unit, CHORD if number else BOTH))
        else:
            strokes += _group_strokes(start, units, unit, is_whole=len(groups) == 1)
        start += units * unit
    return tuple(strokes)


def _group_strokes(
    start: Fraction, units: int, unit: Fraction, is_whole: bool
) -> list[PatternStroke]:
    if units == 1:
        return [PatternStroke(start, unit, BASS)]
    if units == 3 and unit < 1 and not is_whole:
        return [
            PatternStroke(start, 2 * unit, BASS),
            PatternStroke(start + 2 * unit, unit * _SHORT, CHORD),
        ]
    chords = [
        PatternStroke(start + number * unit, unit * _SHORT, CHORD)
        for number in range(1, min(units, 4))
    ]
    return [PatternStroke(start, unit, BASS), *chords]


def _groups(meter: Meter) -> tuple[list[int], Fraction]:
    """Return the groups of a meter, each in units, and how many quarter notes a unit lasts."""
    beats = [min(beat, MAX_STROKES_IN_PATTERN) for beat in meter.beats if beat > 0]
    value = max(1, meter.beat_unit)
    if value < 4:
        # Half notes are struck in quarters, two a beat.
        return [2] * min(sum(beats) * 2 // value, MAX_STROKES_IN_PATTERN), Fraction(1)
    if value == 4 and beats in ([1], [2]):
        beats, value = [2 * beats[0]], 8
    while value > 4 and len(beats) == 1 and beats[0] >= 8 and beats[0] % 2 == 0 < beats[0] % 3:
        beats, value = [beats[0] // 2], value // 2
    groups: list[int] = []
    for beat in beats[:MAX_STROKES_IN_PATTERN]:
        groups += _twos_and_threes(beat, value)
    return groups[:MAX_STROKES_IN_PATTERN], Fraction(4, value)


def _twos_and_threes(count: int, unit_value: int) -> list[int]:
    if count <= 3:
        return [count]
    if count % 3 == 0 and (count % 2 or unit_value >= 8 or count == 6):
        return [3] * (count // 3)
    if count % 2 == 0:
        return [2] * (count // 2)
    return [3] + [2] * ((count - 3) // 2)


@lru_cache(maxsize=256)
def written_pattern(signs: str, beats: Fraction) -> tuple[PatternStroke, ...]:
    """Return the strokes of a `%%MIDI gchord` or `drum` pattern, stretched over some beats.

    Args:
        signs: Letters with lengths, as in "fzc2"; z is a rest. Reading stops at any other sign.
        beats: How long the whole pattern lasts.
    """
    read: list[tuple[str, int]] = []
    place = 0
    while len(read) < MAX_STROKES_IN_PATTERN and (match := _PATTERN_SIGN.match(signs, place)):
        read.append((match[1], int(match[2] or 1)))
        place = match.end()
    total = sum(units for _, units in read)
    if not 0 < total <= MAX_PATTERN_UNITS:
        return ()
    unit = beats / total
    strokes: list[PatternStroke] = []
    offset = 0
    for sign, units in read:
        if sign != "z" and units:
            strokes.append(PatternStroke(offset * unit, units * unit, sign, len(strokes)))
        offset += units
    return tuple(strokes)


def strokes_in(
    placed: PlacedMeasure, pattern: tuple[PatternStroke, ...], bar: int = 0, limit: int = 1000
) -> list[PatternStroke]:
    """Return the strokes of one measure at their places in the performance.

    A measure that is longer than its meter plays the pattern again.

    Args:
        placed: The measure; one in free meter has no strokes.
        pattern: Its offsets count from the first beat of the pattern's first measure.
        bar: Which measure of the pattern this is, from 0.
        limit: How many strokes there can be.
    """
    period = placed.full_beats
    begin = placed.measure.onset_beats
    stop = begin + placed.measure.duration_beats
    skipped = bar * period
    own = [stroke for stroke in pattern if skipped <= stroke.offset < skipped + period]
    if not own or period <= 0:
        return []
    first_beat = begin - placed.phase_beats
    strokes: list[PatternStroke] = []
    while first_beat < stop and len(strokes) < limit:
        for stroke in own:
            onset = first_beat - skipped + stroke.offset
            if begin <= onset < stop:
                beats = min(stroke.beats, stop - onset)
                strokes.append(stroke._replace(offset=onset, beats=beats))
        first_beat += period
    return strokes
