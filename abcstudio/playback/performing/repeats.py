"""The order in which a voice is played: repeats, variant endings and parts unrolled."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle

from abcstudio.notation.measures.sections import ElementRange, sections_of
from abcstudio.notation.score import Chord, Element, PartLabel, Rest


def plays_in_order(
    elements: Sequence[Element], part_order: Iterable[str], labels: Sequence[tuple[str, int]]
) -> Iterator[Iterable[ElementRange]]:
    """Yield what stands before the first part, then the stretches of each part that is played.

    Without parts to be played all is one play.

    Args:
        elements: The elements of one voice.
        part_order: Labels from the header's `P:`; parts that the voice lacks are passed over.
        labels: The labels of parts and where in the elements they begin, in order.
    """
    order = tuple(part_order)
    parts = _parts(elements, labels) if order else {}
    played = [label for label in order if label in parts]
    if not played:
        yield _unroll(elements, 0, len(elements))
        return
    first = min(start for start, _ in parts.values())
    has_music = any(isinstance(element, Chord | Rest) for element in elements[:first])
    yield _unroll(elements, 0, first) if has_music else ()
    times = Counter(played)
    plays: dict[str, Iterator[list[ElementRange]]] = {}
    for label in played:
        if label not in plays:
            plays[label] = cycle(_plays_of_part(elements, parts[label], times[label]))
        yield next(plays[label])


def last_times(elements: Sequence[Element]) -> Iterator[ElementRange]:
    """Yield the stretches of a voice without repeats: each section as it is played last."""
    for section, stop in sections_of(elements, 0, len(elements)):
        yield from section.last_time(stop)


def section_stops(elements: Sequence[Element]) -> Iterator[int]:
    """Yield the places at which the sections of a voice stop, endings included."""
    for _, stop in sections_of(elements, 0, len(elements)):
        yield stop


def part_labels(elements: Sequence[Element]) -> list[tuple[str, int]]:
    """Return the labels of parts that stand in a voice, and where."""
    return [
        (element.label, index)
        for index, element in enumerate(elements)
        if isinstance(element, PartLabel)
    ]


def _parts(
    elements: Sequence[Element], labels: Sequence[tuple[str, int]]
) -> dict[str, tuple[int, int]]:
    """Return the bounds of each labelled part; of two parts with one label the first counts."""
    stops = [*(index for _, index in labels[1:]), len(elements)][: len(labels)]
    parts: dict[str, tuple[int, int]] = {}
    for (label, start), stop in zip(labels, stops, strict=True):
        parts.setdefault(label, (start, stop))
    return parts


def _plays_of_part(
    elements: Sequence[Element], bounds: tuple[int, int], times: int
) -> list[list[ElementRange]]:
    """Return what each play of a part consists of; it begins again when all are used up.

    A part that is played as often as its one section has endings has a different one each time
    (ABC 2.1, 4.10). Two endings with a repeat are played in every play: so dances are written that
    come back to their first part.
    """
    sections = [
        (section, stop)
        for section, stop in sections_of(elements, *bounds)
        if any(isinstance(element, Chord | Rest) for element in elements[section.start : stop])
    ]
    endings = [section.last_pass for section, _ in sections if section.endings]
    if len(sections) == 1 and endings == [times] and (times > 2 or not sections[0][0].repeats):
        return [list(sections[0][0].one_pass(number)) for number in range(1, times + 1)]
    return [[stretch for section, stop in sections for stretch in section.stretches(stop)]]


def _unroll(elements: Sequence[Element], start: int, stop: int) -> Iterator[ElementRange]:
    for section, section_stop in sections_of(elements, start, stop):
        yield from section.stretches(section_stop)
