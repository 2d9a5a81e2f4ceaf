"""Where parts begin in each voice: a `P:` line before several voices stands in one of them."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, zip_longest

from abcstudio.notation.score import BarLine, Chord, Element, Rest, Score
from abcstudio.playback.performing.beats import length_in_parts
from abcstudio.playback.performing.repeats import part_labels, plays_in_order

Labels = Sequence[tuple[str, int]]
"""The labels of parts in one voice and the elements they begin at, in order."""


def ends_of_plays(score: Score, labels: Sequence[Labels], parts: int) -> list[int]:
    """Return when each part ends that is played in the order of the header's `P:`.

    A part lasts as long as in the voice that has most of it; the others wait for the next one.

    Args:
        score: Any score.
        labels: Of each voice.
        parts: How many parts a beat has; the result counts them.
    """
    if not score.part_order or len(score.voices) < 2:
        return []
    lengths = [
        _lengths_of_plays(voice.elements, score.part_order, own, parts)
        for voice, own in zip(score.voices, labels, strict=True)
    ]
    return list(accumulate(max(row) for row in zip_longest(*lengths, fillvalue=0)))


def _lengths_of_plays(
    elements: Sequence[Element], order: Sequence[str], labels: Labels, parts: int
) -> list[int]:
    onsets = list(
        accumulate(
            (
                length_in_parts(each.duration, parts) if isinstance(each, Chord | Rest) else 0
                for each in elements
            ),
            initial=0,
        )
    )
    return [
        sum(onsets[stretch.stop] - onsets[stretch.start] for stretch in play)
        for play in plays_in_order(elements, order, labels)
    ]


def labels_in_voices(score: Score) -> list[list[tuple[str, int]]]:
    """Return for each voice the labels of all parts and the elements they begin at, in order.

    A voice that lacks a label of the order has it where another voice has it, counted in written
    time. Where the two are not equally long it has it where it stands in the text: so a voice
    begins in a later part, or ends early in one.
    """
    order = set(score.part_order)
    if not order:
        return [[] for _ in score.voices]
    own = [part_labels(voice.elements) for voice in score.voices]
    owners: dict[str, int] = {}
    onsets: dict[str, Fraction] = {}
    places: dict[str, int] = {}
    for row, (voice, labels) in enumerate(zip(score.voices, own, strict=True)):
        for label, index in labels:
            if label in order and label not in owners:
                owners[label] = row
                onsets[label] = _onset_from(voice.elements, index)
                places[label] = voice.elements[index].span.start
    by_text = [
        _by_text(voice.elements, labels, places)
        for voice, labels in zip(score.voices, own, strict=True)
    ]
    rows = list(zip(score.voices, by_text, strict=True))
    lengths = [_lengths(voice.elements, labels) for voice, labels in rows]
    ends = [_end_of(voice.elements) for voice in score.voices]
    found: list[list[tuple[str, int]]] = []
    for row, voice in enumerate(score.voices):
        lent = owners.keys() - {label for label, _ in own[row]}
        fits = all(lengths[row][label] <= lengths[owners[label]][label] for label in lent)
        is_whole = all(ends[row] == ends[owners[label]] for label in lent)
        goes_by_text = fits and not is_whole
        found.append(by_text[row] if goes_by_text else _completed(voice.elements, own[row], onsets))
    return found


def _by_text(
    elements: Sequence[Element], own: Labels, places: dict[str, int]
) -> list[tuple[str, int]]:
    """Return the labels of a voice, those of other voices where they stand in the text."""
    known = {label for label, _ in own}
    lent = [
        (label, _index_at(elements, place)) for label, place in places.items() if label not in known
    ]
    return sorted([*own, *lent], key=lambda item: item[1])


def _lengths(elements: Sequence[Element], labels: Labels) -> dict[str, Fraction]:
    """Return how long each part of a voice lasts; of two with one label the first counts."""
    stops = [*(index for _, index in labels[1:]), len(elements)]
    lengths: dict[str, Fraction] = {}
    for (label, start), stop in zip(labels, stops, strict=False):
        length = _onset_from(elements, stop) - _onset_from(elements, start)
        lengths.setdefault(label, length)
    return lengths


def _index_at(elements: Sequence[Element], place: int) -> int:
    """Return the first element that stands behind a place of the text."""
    for index, element in enumerate(elements):
        if element.span.start > place:
            return index
    return len(elements)


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
