"""Swing: the two even eighths of a beat become long and short, two to one."""

from bisect import bisect_right
from collections.abc import Sequence

from abcstudio.playback.voice_player import PlayedMeasure, Sound


def swung(sounds: Sequence[Sound], measures: Sequence[PlayedMeasure], parts: int) -> list[Sound]:
    """Return the sounds with swing; a tune whose pairs are already written long and short stays.

    Beats count back from the end of each measure, so that a pickup of one eighth is a short one.

    Args:
        sounds: In order.
        measures: Of the first voice.
        parts: How many parts a beat has; a multiple of six.
    """
    ends = [measure.onset + measure.length for measure in measures]
    if not ends or not _is_even(sounds, ends, parts):
        return list(sounds)
    result = []
    for sound in sounds:
        onset = _bent(sound.onset, ends, parts)
        stop = _bent(sound.onset + sound.length, ends, parts)
        result.append(sound._replace(onset=onset, length=max(1, stop - onset)))
    return result


def _is_even(sounds: Sequence[Sound], ends: Sequence[int], parts: int) -> bool:
    """Return whether more notes begin on the half of a beat than on its long-short places."""
    places = [_place_in_beat(sound.onset, ends, parts) for sound in sounds]
    even = places.count(parts // 2)
    return even > places.count(parts * 3 // 4) + places.count(parts * 2 // 3)


def _place_in_beat(onset: int, ends: Sequence[int], parts: int) -> int:
    end = ends[min(len(ends) - 1, bisect_right(ends, onset))]
    return (onset - end) % parts


def _bent(onset: int, ends: Sequence[int], parts: int) -> int:
    place = _place_in_beat(onset, ends, parts)
    half, long = parts // 2, parts * 2 // 3
    bent = place * 4 // 3 if place <= half else long + (place - half) * 2 // 3
    return onset - place + bent
