"""A note that comes again is heard again: its player lets go of it a moment before."""

from bisect import bisect_right
from collections.abc import Sequence
from fractions import Fraction

from abcstudio.playback.performance import TempoMark
from abcstudio.playback.played_voice import Sound

GAP_SECONDS = Fraction(25, 1000)
"""The silence before the same note; shorter where the note is too short for it."""

_MOST_OF_NOTE = 3


def apart(sounds: Sequence[Sound], tempos: Sequence[TempoMark], parts: int) -> list[Sound]:
    """Return the sounds, those that lead into the same pitch of their voice ended earlier.

    Args:
        sounds: In order.
        tempos: In order; the first at the start.
        parts: How many parts a beat has.
    """
    onsets = [mark.onset_beats * parts for mark in tempos]
    gaps = [int(mark.quarters_per_minute / 60 * GAP_SECONDS * parts) for mark in tempos]
    result = list(sounds)
    latest: dict[tuple[int, Fraction], int] = {}
    for number, sound in enumerate(result):
        key = (sound.voice, sound.pitch)
        before = latest.get(key)
        latest[key] = number
        if before is None:
            continue
        earlier = result[before]
        gap = gaps[max(0, bisect_right(onsets, sound.onset - 1) - 1)]
        gap = min(gap, earlier.length // _MOST_OF_NOTE)
        end = sound.onset - gap
        # What goes on under the note that is played again is another matter.
        if end < earlier.onset + earlier.length <= sound.onset:
            result[before] = earlier._replace(length=end - earlier.onset)
    return result
