"""Which tunes a network can learn the arithmetic of measures from."""

from collections.abc import Sequence
from fractions import Fraction

from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.reader.parser import parse

_NONE = Fraction(0)


def adds_up(text: str) -> bool:
    """Whether every measure of a tune of one voice is full, also when its repeats are played.

    A section may begin with a pickup; the measure that ends the section before, or that goes back
    to the section's own start, is then shorter by just as much (ABC 2.1, 4.8). Stricter than the
    reader's diagnostics, which forgive what musicians forgive.
    """
    score = parse(text)
    if len(score.voices) != 1:
        return False
    measures = split_measures(score.voices[0], score.meter)
    if not measures or any(measure.expected == 0 for measure in measures):
        return False
    pickups = _pickups(measures)
    return all(
        measure.duration in _right_lengths(measures, pickups, place)
        for place, measure in enumerate(measures)
    )


def _pickups(measures: Sequence[Measure]) -> list[Fraction]:
    """Return for each measure the pickup that its section began with."""
    pickups, current = [], _NONE
    for measure in measures:
        if measure.starts_section and measure.ending is None:
            current = measure.duration if measure.duration < measure.expected else _NONE
        pickups.append(current)
    return pickups


def _right_lengths(
    measures: Sequence[Measure], pickups: Sequence[Fraction], place: int
) -> set[Fraction]:
    """Return what a measure may add up to."""
    measure = measures[place]
    is_last = place + 1 == len(measures)
    goes_back = measure.right is not None and measure.right.closes_repeat > 0
    if goes_back:
        return {measure.expected - pickups[place]}
    if measure.starts_section and measure.ending is None and pickups[place]:
        return {pickups[place]}
    if is_last:
        return {measure.expected - pickup for pickup in (_NONE, pickups[0], pickups[place])}
    if not measure.ends_section:
        return {measure.expected}
    following = measures[place + 1]
    room = following.duration if following.duration < following.expected else _NONE
    return {measure.expected - room}
