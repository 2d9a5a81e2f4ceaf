"""Which notes of a measure a meter beams together, for the blanks that part the others."""

from fractions import Fraction
from itertools import accumulate

from abcstudio.notation.meter import Meter

_EIGHTH = Fraction(1, 8)
# The usual division of the uneven meters.
_UNEVEN = {5: (3, 2), 7: (3, 2, 2)}


def beam_of(meter: Meter, onset: Fraction, length: Fraction) -> int:
    """Return the number of the beam, from 0, that a note of a measure belongs to.

    Args:
        meter: In force.
        onset: From the start of the measure.
        length: Of the note: short ones are beamed by the quarter where eighths are by the half.
    """
    if meter.is_free:
        return 0
    ends = tuple(accumulate(Fraction(beat, meter.beat_unit) for beat in _beats(meter, length)))
    full = sum(onset >= end for end in ends)
    beyond = onset - ends[-1]
    return full if beyond < 0 else full + int(beyond // ends[0])


def _beats(meter: Meter, length: Fraction) -> tuple[int, ...]:
    """Return how many beat units each beam of a measure lasts."""
    if len(meter.beats) > 1:
        return meter.beats
    (count,) = meter.beats
    if meter.beat_unit >= 8:
        if count % 3 == 0:
            return (3,) * (count // 3)
        return _UNEVEN.get(count, (count,))
    by_halves = meter.beat_unit == 4 and count % 4 == 0 and length >= _EIGHTH
    size = 2 if by_halves else 1
    return (size,) * (count // size)
