"""The order in which a voice is played: repeats, variant endings and parts unrolled."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from abcstudio.notation.score import (
    BarLine,
    Chord,
    Element,
    LineBreak,
    PartLabel,
    Rest,
    VariantEnding,
)

MAX_PASSES = 32
MAX_LOOK_AHEAD = 64
_SECTION_STYLES = ("double", "thin-thick", "thick-thin")


@dataclass(frozen=True, slots=True)
class Stretch:
    """The elements `start` up to but not including `stop` of a voice, played in one go."""

    start: int
    stop: int
    pass_number: int = 1


@dataclass(slots=True)
class _Ending:
    passes: tuple[int, ...]
    start: int
    stop: int = -1


@dataclass(slots=True)
class _Section:
    """What is played again as a whole: a body, then the ending of the pass."""

    start: int
    opened: int = 0
    body_stop: int = -1
    repeats: int = 0
    endings: list[_Ending] = field(default_factory=list)

    def stretches(self, stop: int) -> Iterator[Stretch]:
        if not self.endings:
            for number in range(1, min(self.repeats, MAX_PASSES - 1) + 2):
                yield Stretch(self.start, stop, number)
        elif not self.repeats:
            yield Stretch(self.start, stop)
        else:
            yield from self._passes_with_endings()

    def last_time(self, stop: int) -> list[Stretch]:
        """Return the last of the times that it is played."""
        stretches = list(self.stretches(stop))
        number = stretches[-1].pass_number
        return [stretch for stretch in stretches if stretch.pass_number == number]

    def _passes_with_endings(self) -> Iterator[Stretch]:
        passes = self.last_pass
        if len(self.endings) == 1 and 1 in self.endings[0].passes:
            # `|1 ... :|` with nothing after it: the next pass skips the ending.
            passes += 1
        for number in range(1, min(passes, MAX_PASSES) + 1):
            yield from self.one_pass(number)

    @property
    def last_pass(self) -> int:
        """The highest number of its endings."""
        return max(max(ending.passes, default=1) for ending in self.endings)

    def one_pass(self, number: int) -> Iterator[Stretch]:
        """Yield the body and the ending of one pass."""
        yield Stretch(self.start, self.body_stop, number)
        for ending in self.endings:
            if number in ending.passes:
                yield Stretch(ending.start, ending.stop, number)
                break


def playing_order(
    elements: Sequence[Element],
    part_order: Iterable[str] = (),
    labels: Sequence[tuple[str, int]] | None = None,
) -> Iterator[Stretch]:
    """Yield the stretches of a voice in the order in which they are played.

    Args:
        elements: The elements of one voice.
        part_order: Labels from the header's `P:`; parts that the voice lacks are passed over.
        labels: The labels of parts and where in the elements they begin, in order; by default
            those that stand in the elements.
    """
    order = tuple(part_order)
    parts = _parts(elements, part_labels(elements) if labels is None else labels) if order else {}
    played = [label for label in order if label in parts]
    if not played:
        yield from _unroll(elements, 0, len(elements))
        return
    first = min(start for start, _ in parts.values())
    if any(isinstance(element, Chord | Rest) for element in elements[:first]):
        yield from _unroll(elements, 0, first)
    times = Counter(played)
    plays: dict[str, Iterator[list[Stretch]]] = {}
    for label in played:
        if label not in plays:
            plays[label] = cycle(_plays_of_part(elements, parts[label], times[label]))
        yield from next(plays[label])


def last_times(elements: Sequence[Element]) -> Iterator[Stretch]:
    """Yield the stretches of a voice without repeats: each section as it is played last."""
    for section, stop in _sections(elements, 0, len(elements)):
        yield from section.last_time(stop)


def section_stops(elements: Sequence[Element]) -> Iterator[int]:
    """Yield the places at which the sections of a voice stop, endings included."""
    for _, stop in _sections(elements, 0, len(elements)):
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
) -> list[list[Stretch]]:
    """Return what each play of a part consists of; it begins again when all are used up.

    A part that is played as often as its one section has endings has a different one each time
    (ABC 2.1, 4.10). Two endings with a repeat are played in every play: so dances are written that
    come back to their first part.
    """
    sections = [
        (section, stop)
        for section, stop in _sections(elements, *bounds)
        if any(isinstance(element, Chord | Rest) for element in elements[section.start : stop])
    ]
    endings = [section.last_pass for section, _ in sections if section.endings]
    if len(sections) == 1 and endings == [times] and (times > 2 or not sections[0][0].repeats):
        return [list(sections[0][0].one_pass(number)) for number in range(1, times + 1)]
    return [[stretch for section, stop in sections for stretch in section.stretches(stop)]]


def _unroll(elements: Sequence[Element], start: int, stop: int) -> Iterator[Stretch]:
    for section, section_stop in _sections(elements, start, stop):
        yield from section.stretches(section_stop)


def _sections(elements: Sequence[Element], start: int, stop: int) -> Iterator[tuple[_Section, int]]:
    """Yield what is repeated as a whole, with where it stops."""
    section = _Section(start)
    in_ending = False
    for index in range(start, stop):
        element = elements[index]
        if isinstance(element, VariantEnding):
            if section.endings:
                section.endings[-1].stop = index if in_ending else section.endings[-1].stop
                begin = section.endings[-1].stop
            else:
                section.body_stop = section.body_stop if section.body_stop >= 0 else index
                begin = section.body_stop
            section.endings.append(_Ending(element.passes[:MAX_PASSES], begin))
            in_ending = True
            continue
        if not isinstance(element, BarLine):
            continue
        is_double = element.style in _SECTION_STYLES
        if not (element.closes_repeat or element.opens_repeat or is_double):
            continue
        is_plain_double = not (element.closes_repeat or element.opens_repeat)
        goes_on = section.opened or _opens_first_ending(elements, index + 1)
        if is_plain_double and not in_ending and goes_on:
            # `||1` opens an ending of what stands before it.
            continue
        after = index + 1
        if element.closes_repeat:
            section.repeats = max(section.repeats, element.closes_repeat, section.opened)
        if in_ending:
            section.endings[-1].stop = after
            in_ending = False
        if not element.opens_repeat and _continues(section, elements, after, stop):
            if not section.endings:
                section.body_stop = after
            continue
        yield section, after
        section = _Section(after, opened=element.opens_repeat)
    if in_ending:
        section.endings[-1].stop = stop
    if section.start < stop:
        yield section, stop


def _opens_first_ending(elements: Sequence[Element], index: int) -> bool:
    while index < len(elements) and isinstance(elements[index], LineBreak):
        index += 1
    return (
        index < len(elements)
        and isinstance(ending := elements[index], VariantEnding)
        and 1 in ending.passes
    )


def _continues(section: _Section, elements: Sequence[Element], index: int, stop: int) -> bool:
    """Return whether the next thing after a closing bar is a further ending of the same section."""
    for element in elements[index : min(stop, index + MAX_LOOK_AHEAD)]:
        if isinstance(element, VariantEnding):
            if not section.endings:
                return bool(section.repeats) and 1 not in element.passes
            known = {number for ending in section.endings for number in ending.passes}
            return not known.intersection(element.passes)
        if isinstance(element, Chord | Rest | PartLabel):
            return False
        if isinstance(element, BarLine) and (element.closes_repeat or element.opens_repeat):
            return False
    return False
