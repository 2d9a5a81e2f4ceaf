"""Time as whole parts of a beat, so that nothing but the finished performance needs fractions."""

from fractions import Fraction
from functools import lru_cache
from math import lcm

from abcstudio.notation.score import Chord, Rest, Score

PARTS_TO_PLAY = 2 * 480
"""Into how many parts the smallest written part can be cut by what a player adds."""

MAX_PARTS = 1 << 64
"""The finest grid; lengths that ask for a finer one are rounded down to that of `ROUND_PARTS`."""

ROUND_PARTS = 960 << 22

beats = lru_cache(maxsize=1 << 16)(Fraction)
"""`beats(parts, parts_of_beat)` as a fraction; the same few come again and again."""


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
