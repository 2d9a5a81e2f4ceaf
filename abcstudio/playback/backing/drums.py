"""Drum patterns: `%%MIDI drum d2zdd 35 38 38 100 50 50`, played while `drumon` holds."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from abcstudio.notation.spans import Span
from abcstudio.playback.backing.drone import BackingNote
from abcstudio.playback.backing.measure_phases import PlacedMeasure
from abcstudio.playback.backing.stroke_patterns import (
    DRUM,
    MAX_STROKES_IN_PATTERN,
    PatternStroke,
    strokes_in,
    written_pattern,
)
from abcstudio.playback.midi_commands import MidiCommand, leading_numbers

MAX_HITS = 4_000
"""Hits of one performance; the drums stop there."""

MAX_BARS = 32
"""Measures that one drum pattern can be spread over (`drumbars`)."""

_BASS_DRUM = 35
_VELOCITY = 80
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern from a moment on: what each hit strikes, and how hard."""

    onset: Fraction
    span: Span
    signs: str = ""
    instruments: tuple[int, ...] = ()
    velocities: tuple[int, ...] = ()
    since: Fraction = Fraction(0)
    bars: int = 1
    is_on: bool = False


def drum_hits(
    commands: Iterable[MidiCommand],
    measures: Iterable[PlacedMeasure],
    end: Fraction,
    limit: int = MAX_HITS,
) -> list[BackingNote]:
    """Return the hits of one drummer; a pitch is an instrument of the kit.

    Args:
        commands: Of one voice, in the order of time.
        measures: In the order in which they are played.
        end: Nothing sounds later.
        limit: How many hits there can be.
    """
    patterns = [_Pattern(Fraction(0), _NOWHERE)]
    for command in commands:
        patterns.append(_after(patterns[-1], command))
    if not any(pattern.is_on for pattern in patterns):
        return []
    onsets = [pattern.onset for pattern in patterns]
    hits: list[BackingNote] = []
    since, bar = Fraction(-1), 0
    for placed in measures:
        if len(hits) >= limit:
            break
        now = patterns[bisect_right(onsets, placed.measure.onset_beats) - 1]
        if now.since != since:
            since, bar = now.since, 0
        signs = written_pattern(now.signs, placed.full_beats * now.bars)
        for stroke in strokes_in(placed, signs, bar % now.bars, limit - len(hits)):
            at = patterns[bisect_right(onsets, stroke.offset) - 1]
            if at.is_on and stroke.sounds == DRUM and stroke.offset < end:
                hits.append(_hit(stroke, now, placed))
        if placed.phase_beats + placed.measure.duration_beats >= placed.full_beats:
            bar += 1
    return hits


def _after(now: _Pattern, command: MidiCommand) -> _Pattern:
    now = replace(now, onset=command.onset)
    if command.name == "drum" and command.words:
        return _read(now, command)
    if command.name == "drumbars" and command.numbers:
        return replace(now, bars=max(1, min(MAX_BARS, command.numbers[0])))
    if command.name in ("drumon", "drumoff"):
        return replace(now, is_on=command.name == "drumon")
    return now


def _read(now: _Pattern, command: MidiCommand) -> _Pattern:
    """Read a pattern, then as many instruments as it has hits, then as many velocities."""
    signs = command.words[0]
    count = signs.count(DRUM)
    numbers = [min(127, max(0, number)) for number in leading_numbers(command.words[1:])]
    return replace(
        now,
        signs=signs,
        instruments=_filled(numbers[:count], count, _BASS_DRUM),
        velocities=_filled(numbers[count : 2 * count], count, _VELOCITY),
        since=command.onset,
        span=command.span,
    )


def _filled(numbers: Sequence[int], count: int, default: int) -> tuple[int, ...]:
    """Return a number for each hit; where one is missing the last is taken, else the default."""
    count = min(count, MAX_STROKES_IN_PATTERN)
    last = numbers[-1] if numbers else default
    return (*numbers[:count], *[last] * (count - len(numbers)))


def _hit(stroke: PatternStroke, pattern: _Pattern, placed: PlacedMeasure) -> BackingNote:
    return BackingNote(
        onset=stroke.offset,
        beats=stroke.beats,
        pitch=pattern.instruments[stroke.number],
        velocity=pattern.velocities[stroke.number],
        pass_number=placed.measure.pass_number,
        span=pattern.span,
    )
