"""The metronome: where it clicks in a performance, and how it counts a player in."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from abcstudio.notation.meter import Meter
from abcstudio.playback.performance import MeterMark, Performance, PerformedMeasure
from abcstudio.playback.timeline import TempoMap

_FREE_BEAT = Fraction(1)
_QUARTERS_OF_WHOLE = 4


@dataclass(frozen=True, slots=True)
class Click:
    """One click.

    Attributes:
        onset: In beats (quarter notes), or in seconds before the music.
        is_first: Whether a measure begins there.
    """

    onset: float
    is_first: bool


def beat_of(meter: Meter) -> Fraction:
    """Return how many quarter notes there are between two clicks: three eighths in 6/8."""
    if meter.is_free:
        return _FREE_BEAT
    unit = Fraction(_QUARTERS_OF_WHOLE, meter.beat_unit)
    return 3 * unit if meter.is_compound else unit


def clicks(performance: Performance) -> Iterator[Click]:
    """Yield the clicks of a whole performance, their onsets in beats.

    A measure that is shorter than its meter, such as a pickup, has the clicks of its end.
    """
    for measure in performance.measures:
        meter = _meter_at(performance, measure.onset_beats)
        beat = beat_of(meter)
        full = _QUARTERS_OF_WHOLE * meter.measure_duration
        missing = full - measure.duration_beats if _is_pickup(measure, full) else Fraction(0)
        place = -missing
        while place < measure.duration_beats:
            if place >= 0:
                yield Click(float(measure.onset_beats + place), is_first=place == 0 and not missing)
            place += beat


def count_in(performance: Performance, place: float) -> tuple[list[Click], float]:
    """Return a measure of clicks before the music goes on, and how long they last, in seconds.

    Args:
        performance: What is going to be played.
        place: From where, in seconds at the written tempo.
    """
    seconds_at = TempoMap(performance.tempos).seconds_at
    begun = [m for m in performance.measures if seconds_at(m.onset_beats) <= place + 1e-6]
    onset = begun[-1].onset_beats if begun else Fraction(0)
    meter = _meter_at(performance, onset)
    beat = beat_of(meter)
    seconds = seconds_at(onset + beat) - seconds_at(onset)
    full = _QUARTERS_OF_WHOLE * meter.measure_duration
    count = max(2, int(full / beat)) if full else 4
    # A pickup comes after the rest of its own measure.
    is_pickup = bool(begun) and _is_pickup(begun[-1], full)
    missing = float((full - begun[-1].duration_beats) / beat) if is_pickup else 0.0
    total = count + missing
    found = [Click(n * seconds, n % count == 0) for n in range(ceil(total))]
    return found, total * seconds


def _is_pickup(measure: PerformedMeasure, full: Fraction) -> bool:
    return measure.number == 0 and measure.duration_beats < full


def _meter_at(performance: Performance, onset: Fraction) -> Meter:
    marks = [mark for mark in performance.meters if mark.onset_beats <= onset]
    return (marks or [MeterMark(Fraction(0), Meter((4,), 4))])[-1].meter
