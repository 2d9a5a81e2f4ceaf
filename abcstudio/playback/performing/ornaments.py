"""Ornaments as the notes that a player makes of one written note.

Every ornament stays within the written length: it is a list of steps that fill it from its start.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from abcstudio.playback.interpretation import Interpretation

MAX_STEPS = 127
"""Of one ornament; a longer trill is not longer but slower."""

_QUICK_IN_BEAT = 8


class Neighbour(Enum):
    """Which note a step sounds."""

    MAIN = "the written note"
    ABOVE = "the next note of the key above it"
    BELOW = "the next note of the key below it"
    UNDER = "a semitone below it"


_MAIN, _ABOVE, _BELOW, _UNDER = Neighbour


class Step(NamedTuple):
    """One note of an ornament; offset and length in parts of a beat."""

    offset: int
    length: int
    neighbour: Neighbour


def ornament(
    ways: Iterable[str], length: int, beat: int, interpretation: Interpretation
) -> list[Step]:
    """Return how a note is ornamented, the written note last; empty when it is not.

    Args:
        ways: How its decorations are played; the first that is an ornament counts.
        length: In parts of a beat.
        beat: How many parts a beat has.
        interpretation: Which ornaments are played.
    """
    for way in ways:
        switch, make = _ORNAMENTS.get(way, ("", None))
        if make is not None and getattr(interpretation, switch):
            steps = make(length, beat)
            return steps if all(step.length > 0 for step in steps) else []
    return []


def _quick(length: int, beat: int, share: int) -> int:
    """Return the length of a quick note: a 32nd, but at most one `share`-th of the whole."""
    return min(beat // _QUICK_IN_BEAT, length // share)


def _in_turn(length: int, quick: int, neighbours: Iterable[Neighbour]) -> list[Step]:
    """Return quick steps one after the other, the last of them held to the end."""
    steps = [Step(place * quick, quick, each) for place, each in enumerate(neighbours)]
    last = steps[-1]
    steps[-1] = last._replace(length=length - last.offset)
    return steps


def _roll(length: int, beat: int) -> list[Step]:
    """An Irish roll: the note, a cut to it, a tap to it; on an eighth only the cut has room."""
    eighth = beat // 2
    if length <= eighth:
        return _in_turn(length, _quick(length, beat, 4), (_ABOVE, _MAIN))
    third = min(length // 3, eighth)
    quick = _quick(third, beat, 2)
    return [
        Step(0, third, _MAIN),
        Step(third, quick, _ABOVE),
        Step(third + quick, third - quick, _MAIN),
        Step(2 * third, quick, _BELOW),
        Step(2 * third + quick, length - 2 * third - quick, _MAIN),
    ]


def _trill(length: int, beat: int) -> list[Step]:
    """The note and the one above in quick turns, from the note and back to it."""
    quick = max(1, _quick(length, beat, 3), length // MAX_STEPS)
    count = length // quick
    count -= 1 - count % 2
    return _in_turn(length, quick, [_MAIN, _ABOVE] * (count // 2) + [_MAIN])


def _turn(length: int, beat: int) -> list[Step]:
    return _in_turn(length, _quick(length, beat, 4), (_ABOVE, _MAIN, _BELOW, _MAIN))


def _inverted_turn(length: int, beat: int) -> list[Step]:
    return _in_turn(length, _quick(length, beat, 4), (_BELOW, _MAIN, _ABOVE, _MAIN))


def _upper_mordent(length: int, beat: int) -> list[Step]:
    return _in_turn(length, _quick(length, beat, 4), (_MAIN, _ABOVE, _MAIN))


def _lower_mordent(length: int, beat: int) -> list[Step]:
    return _in_turn(length, _quick(length, beat, 4), (_MAIN, _BELOW, _MAIN))


def _slide(length: int, beat: int) -> list[Step]:
    return _in_turn(length, _quick(length, beat, 4), (_UNDER, _MAIN))


def _tremolo(strokes: int) -> Callable[[int, int], list[Step]]:
    def make(length: int, beat: int) -> list[Step]:
        count = max(1, min(MAX_STEPS, (length << strokes) // beat))
        return _in_turn(length, length // count, [_MAIN] * count)

    return make


_ORNAMENTS: dict[str, tuple[str, Callable[[int, int], list[Step]]]] = {
    "roll": ("rolls", _roll),
    "trill": ("trills", _trill),
    "turn": ("trills", _turn),
    "inverted turn": ("trills", _inverted_turn),
    "upper mordent": ("trills", _upper_mordent),
    "lower mordent": ("trills", _lower_mordent),
    "slide": ("slides", _slide),
    "tremolo 1": ("tremolos", _tremolo(1)),
    "tremolo 2": ("tremolos", _tremolo(2)),
    "tremolo 3": ("tremolos", _tremolo(3)),
    "tremolo 4": ("tremolos", _tremolo(4)),
}
"""The switch and the maker of each ornament, by the word that the table of decorations has."""
