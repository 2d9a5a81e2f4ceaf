"""Which voices of a tune are heard, and how loud."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strip:
    """How one track is heard.

    Attributes:
        volume: From 0 to 1, which is as loud as it is meant.
        is_solo: Only tracks with this are heard while there are any.
    """

    volume: float = 1.0
    is_mute: bool = False
    is_solo: bool = False


def gains_of(strips: Mapping[int, Strip]) -> dict[int, float]:
    """Return how loud each track is; tracks that are not named are as they are meant.

    Args:
        strips: By the number of the track, those of all tracks where any is solo.
    """
    has_solo = any(strip.is_solo for strip in strips.values())
    return {
        track: 0.0 if strip.is_mute or (has_solo and not strip.is_solo) else strip.volume**2
        for track, strip in strips.items()
    }
