"""The note that a tune's tempo counts: a dotted quarter for a jig, a half for a reel."""

from fractions import Fraction

from abcstudio.notation.meter import Meter
from abcstudio.notation.note_values import note_values
from abcstudio.notation.score import Score
from abcstudio.playback.performing.rhythms import is_named, rhythm_of

QUARTER = Fraction(1, 4)
_COUNTED_IN_HALVES = ("reel", "hornpipe", "clog")
_SHORTEST, _LONGEST = 32, 1


def tempo_beat(score: Score) -> Fraction:
    """Return the note that players count this tune in, in whole notes; always one that is written.

    It is the one of `Q:` where that names a number, as the score shows it; else that of the meter.
    """
    tempo = score.tempo
    if tempo is not None and tempo.beats_per_minute and is_one_note(tempo.beat_duration):
        return tempo.beat_duration
    beat = _beat_of_meter(score.meter, rhythm_of(score))
    return beat if is_one_note(beat) else QUARTER


def is_one_note(beat: Fraction) -> bool:
    """Return whether one note, dotted or not, lasts so long."""
    if not Fraction(1, _SHORTEST) <= beat < 2 * _LONGEST:
        return False
    # Its dots may be shorter.
    values = note_values(beat.numerator, beat.denominator, _LONGEST, 8 * _SHORTEST)
    return len(values) == 1 and values[0].duration == beat


def _beat_of_meter(meter: Meter, rhythm: str) -> Fraction:
    if meter.is_free:
        return QUARTER
    unit, whole = Fraction(1, meter.beat_unit), meter.measure_duration
    if len(meter.beats) == 1 and meter.beats[0] in (6, 9, 12):
        return 3 * unit
    in_halves = any(is_named(name, rhythm) for name in _COUNTED_IN_HALVES)
    if meter.symbol == "C|" or (whole == 1 and meter.beat_unit == 4 and in_halves):
        return Fraction(1, 2)
    return unit
