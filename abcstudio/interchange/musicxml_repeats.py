"""Where the repeats of a score go back to, said in the open: MusicXML's readers guess otherwise.

ABC leaves `|:` out where a repeat goes back to a double bar, the end of a repeat or the start.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.measures.sections import Section, sections_of
from abcstudio.notation.score import Chord, Element, PartLabel, Rest


@dataclass(frozen=True, slots=True)
class RepeatPlaces:
    """Places in whole notes of the written music.

    Attributes:
        begins: Where something is repeated from that no `|:` opens; never the start.
        leads_on: Where an ending stops that is played once; a sign there repeats nothing.
    """

    begins: frozenset[Fraction]
    leads_on: frozenset[Fraction]


def repeat_places(elements: Sequence[Element], *, has_order: bool) -> RepeatPlaces:
    """Return the places of a voice; `has_order` says that its parts are played in an order."""
    begins: set[Fraction] = set()
    leads_on: set[Fraction] = set()
    for section, stop in _sections(elements, has_order):
        first = next(_timed(elements, section.start, stop), None)
        if first is not None and section.goes_back_to_start:
            begins.add(first.onset)
        if section.ends_for_good:
            ending = section.endings[-1]
            for last in [*_timed(elements, ending.start, ending.stop)][-1:]:
                leads_on.add(last.onset + last.duration)
    return RepeatPlaces(frozenset(begins - {Fraction(0)}), frozenset(leads_on))


def _sections(elements: Sequence[Element], has_order: bool) -> Iterator[tuple[Section, int]]:
    """Yield the sections of a voice; parts that are played in an order are apart."""
    labels = [index for index, each in enumerate(elements) if isinstance(each, PartLabel)]
    starts = [0, *(labels if has_order else ())]
    for start, stop in zip(starts, [*starts[1:], len(elements)], strict=True):
        yield from sections_of(elements, start, stop)


def _timed(elements: Sequence[Element], start: int, stop: int) -> Iterator[Chord | Rest]:
    return (each for each in elements[start:stop] if isinstance(each, Chord | Rest))
