"""Where in its meter each performed measure begins: pickups, split and short measures."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.meter import Meter
from abcstudio.playback.performance import MeterMark, PerformedMeasure

_START = Fraction(0)


@dataclass(frozen=True, slots=True)
class PlacedMeasure:
    """A performed measure and its place in the meter.

    Attributes:
        full_beats: The length of a full measure of its meter; 0 in free meter.
        phase_beats: How much of a full measure is missing before its first note.
    """

    measure: PerformedMeasure
    meter: Meter
    full_beats: Fraction
    phase_beats: Fraction


def placed_measures(
    measures: Sequence[PerformedMeasure], meters: Sequence[MeterMark]
) -> Iterator[PlacedMeasure]:
    """Yield the measures with their places.

    A pickup ends where a full measure would. Of two short measures that make up one, as before and
    after a repeat sign within a measure, the second goes on where the first ended. Any other short
    measure begins on the first beat.
    """
    onsets = [mark.onset_beats for mark in meters]
    carried = _START
    for index, measure in enumerate(measures):
        meter = meters[max(0, bisect_right(onsets, measure.onset_beats) - 1)].meter
        full = _START if meter.is_free else meter.measure_duration * 4
        following = measures[index + 1].duration_beats if index + 1 < len(measures) else _START
        phase = _START
        if measure.duration_beats < full:
            phase = _phase(measure.duration_beats, following, full, carried, is_first=index == 0)
            carried = (phase + measure.duration_beats) % full
        else:
            carried = _START
        yield PlacedMeasure(measure, meter, full, phase)


def _phase(
    beats: Fraction, following: Fraction, full: Fraction, carried: Fraction, *, is_first: bool
) -> Fraction:
    """Return where a short measure begins, `carried` beats after the last full one."""
    if carried and (carried + beats == full or carried + beats + following == full):
        return carried
    if following and beats + following == full:
        return _START
    is_pickup = following >= full and (is_first or bool(carried) or 2 * beats < full)
    return full - beats if is_pickup else _START
