"""How loud each element of a voice is played: loudness signs, hairpins and accents.

Loudness follows the written order, so that a repeat is played as the first time was.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from abcstudio.notation.score import Chord, Element, Rest, Voice
from abcstudio.notation.values.decorations import ways_of_playing
from abcstudio.playback.interpretation import Interpretation

PLAIN_VELOCITY = 80
_MIN_VELOCITY = 1
_MAX_VELOCITY = 127
_ACCENT = 16
_HAIRPIN = 24
"""What a hairpin changes when no loudness sign says where it leads."""

_LOOK_AHEAD = 8
"""How many elements after a hairpin may stand before the sign that it leads to."""

_SOFTEST = 24
_SOFT = 56
_ACCENTS = frozenset(("accent", "fortepiano"))
_HAIRPIN_STARTS = {"crescendo": 1, "diminuendo": -1}
_HAIRPIN_ENDS = frozenset(("crescendo ends", "diminuendo ends"))
_VELOCITY = "velocity "


class _Hairpin(NamedTuple):
    """A crescendo (direction 1) or diminuendo (-1) from one element to another."""

    start: int
    stop: int
    direction: int


def velocities(
    voice: Voice, stress: Sequence[int] | None, interpretation: Interpretation
) -> list[int]:
    """Return the velocity of each element of a voice, as it is written.

    Args:
        voice: One line of music.
        stress: What each element gains for its place in the measure, if that is heard.
        interpretation: Which signs are heeded.
    """
    count = len(voice.elements)
    levels = _levels(voice.elements) if interpretation.dynamics else [PLAIN_VELOCITY] * count
    if stress is not None:
        levels = [level + gain for level, gain in zip(levels, stress, strict=True)]
    if interpretation.accents:
        for index, element in enumerate(voice.elements):
            if isinstance(element, Chord) and element.decorations:
                ways = ways_of_playing(element.decorations)
                levels[index] += 0 if _ACCENTS.isdisjoint(ways) else _ACCENT
    return [max(_MIN_VELOCITY, min(_MAX_VELOCITY, level)) for level in levels]


def _levels(elements: Sequence[Element]) -> list[int]:
    """Return the loudness that the signs ask for at each element."""
    signs, hairpins = _signs(elements)
    if not signs and not hairpins:
        return [PLAIN_VELOCITY] * len(elements)
    waiting = iter(hairpins)
    hairpin = next(waiting, None)
    level = PLAIN_VELOCITY
    swell: _Swell | None = None
    levels = []
    for index, element in enumerate(elements):
        if swell is not None and index == swell.stop:
            level, swell = swell.target, None
        level = signs.get(index, level)
        if hairpin is not None and index == hairpin.start:
            swell = _Swell(elements, hairpin, level, signs)
            hairpin = next(waiting, None)
        levels.append(level if swell is None else swell.level_at(element))
    return levels


class _Swell:
    """A hairpin between two loudnesses."""

    def __init__(
        self, elements: Sequence[Element], hairpin: _Hairpin, level: int, signs: dict[int, int]
    ) -> None:
        start, self.stop, direction = hairpin
        self._level = level
        self._onset = _onset(elements[start])
        self._duration = _onset(elements[self.stop]) - self._onset
        following = range(self.stop, min(self.stop + _LOOK_AHEAD, len(elements)))
        target = next((signs[index] for index in following if index in signs), level)
        if (target - level) * direction <= 0:
            target = max(_SOFTEST, min(_MAX_VELOCITY, level + direction * _HAIRPIN))
        self.target = target

    def level_at(self, element: Element) -> int:
        """Return the loudness on the way."""
        if not isinstance(element, (Chord, Rest)) or not self._duration:
            return self._level
        share = (element.onset - self._onset) / self._duration
        return self._level + round((self.target - self._level) * share)


def _signs(elements: Sequence[Element]) -> tuple[dict[int, int], list[_Hairpin]]:
    """Return the loudness signs by their places, and the hairpins in order, none within another."""
    signs: dict[int, int] = {}
    hairpins: list[_Hairpin] = []
    start, direction = -1, 0
    for index, element in enumerate(elements):
        if not isinstance(element, (Chord, Rest)) or not element.decorations:
            continue
        for way in ways_of_playing(element.decorations):
            is_loudness = way.startswith(_VELOCITY)
            if is_loudness:
                signs[index] = int(way.removeprefix(_VELOCITY))
            elif way == "fortepiano":
                signs[index + 1] = _SOFT
            ends = is_loudness or way in _HAIRPIN_ENDS or way in _HAIRPIN_STARTS
            if direction and ends and index > start:
                hairpins.append(_Hairpin(start, index, direction))
                direction = 0
            if way in _HAIRPIN_STARTS:
                start, direction = index, _HAIRPIN_STARTS[way]
    return signs, hairpins


def _onset(element: Element) -> Fraction:
    return element.onset if isinstance(element, (Chord, Rest)) else Fraction(0)
