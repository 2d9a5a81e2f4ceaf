"""The sections of a voice: what repeats and variant endings play again as a whole (ABC 2.1, 4.8).

A repeat that is closed without having been opened goes back to the latest double bar or end of a
repeat, else to the start.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from abcstudio.notation.score import (
    BarLine,
    Chord,
    Element,
    LineBreak,
    PartLabel,
    Rest,
    VariantEnding,
)
from abcstudio.stopping import stoppable

MAX_PASSES = 32
MAX_LOOK_AHEAD = 64
_SECTION_STYLES = ("double", "thin-thick", "thick-thin")


@dataclass(frozen=True, slots=True)
class ElementRange:
    """The elements `start` up to but not including `stop` of a voice, played in one go."""

    start: int
    stop: int
    pass_number: int = 1


@dataclass(slots=True)
class Ending:
    """A variant ending: the passes it is for and the elements that it holds."""

    passes: tuple[int, ...]
    start: int
    stop: int = -1


@dataclass(slots=True)
class Section:
    """What is played again as a whole: a body, then the ending of the pass.

    Attributes:
        opened: How many times its `|:` says that it is played again; 0 where it has none.
        body_stop: Where its endings begin; -1 where it has none.
        repeats: How many times it is played again; 0 where no bar line closes a repeat.
    """

    start: int
    opened: int = 0
    body_stop: int = -1
    repeats: int = 0
    endings: list[Ending] = field(default_factory=list)

    def stretches(self, stop: int) -> Iterator[ElementRange]:
        """Yield what is played, pass by pass; `stop` is where it stops, endings included."""
        if not self.endings:
            for number in range(1, min(self.repeats, MAX_PASSES - 1) + 2):
                yield ElementRange(self.start, stop, number)
        elif not self.repeats:
            yield ElementRange(self.start, stop)
        else:
            yield from self._passes_with_endings()

    def last_time(self, stop: int) -> list[ElementRange]:
        """Return the last of the times that it is played."""
        stretches = list(self.stretches(stop))
        number = stretches[-1].pass_number
        return [stretch for stretch in stretches if stretch.pass_number == number]

    def _passes_with_endings(self) -> Iterator[ElementRange]:
        passes = self.last_pass
        if len(self.endings) == 1 and 1 in self.endings[0].passes:
            # `|1 ... :|` with nothing after it: the next pass skips the ending.
            passes += 1
        for number in range(1, min(passes, MAX_PASSES) + 1):
            yield from self.one_pass(number)

    def close(self, times: int) -> None:
        """Play it again as often as the bar line at its end says; 0 closes no repeat."""
        if times:
            self.repeats = max(self.repeats, times, self.opened)

    def begin_ending(self, passes: tuple[int, ...], at: int, *, in_ending: bool) -> None:
        """Take one more ending, which also ends the one that is still open."""
        if self.endings:
            self.endings[-1].stop = at if in_ending else self.endings[-1].stop
            begin = self.endings[-1].stop
        else:
            self.body_stop = self.body_stop if self.body_stop >= 0 else at
            begin = self.body_stop
        self.endings.append(Ending(passes[:MAX_PASSES], begin))

    @property
    def last_pass(self) -> int:
        """The highest number of its endings."""
        return max(max(ending.passes, default=1) for ending in self.endings)

    @property
    def goes_back_to_start(self) -> bool:
        """Whether it is played again from its start though no `|:` says so."""
        return self.repeats > 0 and not self.opened

    @property
    def ends_for_good(self) -> bool:
        """Whether its last ending is for one pass only: no repeat sign can lead back from it."""
        return len(self.endings) > 1 and len(self.endings[-1].passes) == 1

    def one_pass(self, number: int) -> Iterator[ElementRange]:
        """Yield the body and the ending of one pass."""
        yield ElementRange(self.start, self.body_stop, number)
        for ending in self.endings:
            if number in ending.passes:
                yield ElementRange(ending.start, ending.stop, number)
                break


def sections_of(
    elements: Sequence[Element], start: int, stop: int
) -> Iterator[tuple[Section, int]]:
    """Yield what is repeated as a whole, with where it stops."""
    section = Section(start)
    in_ending = False
    for index in stoppable(range(start, stop)):
        element = elements[index]
        if isinstance(element, VariantEnding):
            section.begin_ending(element.passes, index, in_ending=in_ending)
            in_ending = True
            continue
        if not isinstance(element, BarLine) or not _may_end_section(element):
            continue
        after = index + 1
        goes_on = section.opened or _opens_first_ending(elements, after)
        if not _is_repeat(element) and not in_ending and goes_on:
            # `||1` opens an ending of what stands before it.
            continue
        section.close(element.closes_repeat)
        if in_ending:
            section.endings[-1].stop = after
            in_ending = False
        if not element.opens_repeat and _continues(section, elements, after, stop):
            if not section.endings:
                section.body_stop = after
            continue
        yield section, after
        section = Section(after, opened=element.opens_repeat)
    if in_ending:
        section.endings[-1].stop = stop
    if section.start < stop:
        yield section, stop


def _is_repeat(bar: BarLine) -> bool:
    return bool(bar.closes_repeat or bar.opens_repeat)


def _may_end_section(bar: BarLine) -> bool:
    return _is_repeat(bar) or bar.style in _SECTION_STYLES


def _opens_first_ending(elements: Sequence[Element], index: int) -> bool:
    while index < len(elements) and isinstance(elements[index], LineBreak):
        index += 1
    return (
        index < len(elements)
        and isinstance(ending := elements[index], VariantEnding)
        and 1 in ending.passes
    )


def _continues(section: Section, elements: Sequence[Element], index: int, stop: int) -> bool:
    """Return whether the next thing after a closing bar is a further ending of the same section."""
    for element in elements[index : min(stop, index + MAX_LOOK_AHEAD)]:
        if isinstance(element, VariantEnding):
            if not section.endings:
                return bool(section.repeats) and 1 not in element.passes
            known = {number for ending in section.endings for number in ending.passes}
            return not known.intersection(element.passes)
        if isinstance(element, Chord | Rest | PartLabel):
            return False
        if isinstance(element, BarLine) and _is_repeat(element):
            return False
    return False
