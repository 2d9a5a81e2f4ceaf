"""Time as whole parts of a beat, so that nothing but the finished performance needs fractions."""

from fractions import Fraction
from functools import lru_cache
from math import lcm

from abcstudio.notation.meter import Meter
from abcstudio.notation.note_values import note_values
from abcstudio.notation.score import Chord, Rest, Score
from abcstudio.playback.performing.rhythms import is_named, rhythm_of

PARTS_TO_PLAY = 2 * 480
"""Into how many parts the smallest written part can be cut by what a player adds."""

MAX_PARTS = 1 << 64
"""The finest grid; lengths that ask for a finer one are rounded down to that of `ROUND_PARTS`."""

ROUND_PARTS = 960 << 22

beats = lru_cache(maxsize=1 << 16)(Fraction)
"""`beats(parts, parts_of_beat)` as a fraction; the same few come again and again."""

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


def parts_of_beat(score: Score, is_plain: bool) -> int:
    """Return into how many parts a beat (a quarter note) is cut so that all lengths are whole.

    Args:
        score: Any score.
        is_plain: Nothing but the written lengths is played.
    """
    denominators: set[int] = set()
    for voice in score.voices:
        for element in voice.elements:
            if isinstance(element, (Chord, Rest)):
                denominators.add(element.duration.denominator)
                if isinstance(element, Chord) and len(element.notes) > 1:
                    denominators.update([note.duration.denominator for note in element.notes])
    parts = lcm(*denominators) * (1 if is_plain else PARTS_TO_PLAY)
    return parts if parts <= MAX_PARTS else ROUND_PARTS


def length_in_parts(duration: Fraction, parts: int) -> int:
    """Return a written duration (in whole notes) in parts of a beat, never less than none."""
    return max(0, duration.numerator * 4 * parts // duration.denominator)
