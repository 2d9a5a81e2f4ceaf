"""Where parts begin in each voice: a `P:` line before several voices stands in one of them."""

from collections.abc import Sequence
from fractions import Fraction

from abcstudio.notation.score import BarLine, Chord, Element, Rest, Score
from abcstudio.playback.repeats import part_labels


def labels_in_voices(score: Score) -> list[list[tuple[str, int]]]:
    """Return for each voice the labels of all parts and the elements they begin at, in order.

    A voice that lacks a label of the order has it where another voice has it, counted in written
    time.
    """
    order = set(score.part_order)
    if not order:
        return [[] for _ in score.voices]
    own = [part_labels(voice.elements) for voice in score.voices]
    onsets: dict[str, Fraction] = {}
    for voice, labels in zip(score.voices, own, strict=True):
        for label, index in labels:
            if label in order and label not in onsets:
                onsets[label] = _onset_from(voice.elements, index)
    return [
        _completed(voice.elements, labels, onsets)
        for voice, labels in zip(score.voices, own, strict=True)
    ]


def _completed(
    elements: Sequence[Element], own: list[tuple[str, int]], onsets: dict[str, Fraction]
) -> list[tuple[str, int]]:
    known = {label for label, _ in own}
    lent = [
        (label, _place_of(elements, onset)) for label, onset in onsets.items() if label not in known
    ]
    return sorted([*own, *lent], key=lambda item: item[1])


def _onset_from(elements: Sequence[Element], index: int) -> Fraction:
    """Return when the first note or rest from an element on begins."""
    for element in elements[index:]:
        if isinstance(element, Chord | Rest):
            return element.onset
    return _end_of(elements)


def _end_of(elements: Sequence[Element]) -> Fraction:
    for element in reversed(elements):
        if isinstance(element, Chord | Rest):
            return element.onset + element.duration
    return Fraction(0)


def _place_of(elements: Sequence[Element], onset: Fraction) -> int:
    """Return where a part begins that begins at an onset: after the bar line that ends the last."""
    place = 0
    bar_lines: list[int] = []
    for index, element in enumerate(elements):
        if isinstance(element, Chord | Rest):
            if element.onset >= onset:
                break
            place, bar_lines = index + 1, []
        elif isinstance(element, BarLine):
            bar_lines.append(index)
    if not bar_lines or place == 0:
        return place
    first = elements[bar_lines[0]]
    opens_only = isinstance(first, BarLine) and first.opens_repeat and not first.closes_repeat
    return place if opens_only else bar_lines[0] + 1
