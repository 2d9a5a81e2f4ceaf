"""Da capo, dal segno, fine and coda: where a player jumps to, and where he stops."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.measures.sections import ElementRange
from abcstudio.notation.score import BarLine, Chord, Element, Rest, Score
from abcstudio.notation.values.decorations import ways_of_playing
from abcstudio.playback.performing.repeats import last_times, section_stops

MAX_JUMPS = 16
"""So many jumps of one tune are followed; the music goes straight on at any further one."""

_SEGNO, _CODA, _TO_CODA, _FINE = "segno", "coda", "tocoda", "fine"
_NAMES = {"dacoda": _TO_CODA, "fin": _FINE}
_STARTS = {"dc": False, "dacapo": False, "ds": True, "dalsegno": True}
"""How a jump's name begins, and whether it leads to the segno."""

_ENDS = {"": "", "alfine": _FINE, "alcoda": _CODA}


@dataclass(frozen=True, slots=True)
class Jump:
    """A "D.C." or "D.S.".

    Attributes:
        onset: When it is taken, in whole notes of the written music.
        to_segno: It leads to the segno, not to the beginning.
        end: "fine" or "coda" where it says so, else "".
    """

    onset: Fraction
    to_segno: bool
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigation:
    """The signs of a tune, in whole notes of the written music; None where one is missing.

    Attributes:
        sections: Where sections end: at repeats and double bars.
    """

    jumps: tuple[Jump, ...]
    sections: tuple[Fraction, ...]
    segno: Fraction | None
    fine: Fraction | None
    to_coda: Fraction | None
    coda: Fraction | None


def navigation_of(score: Score) -> Navigation | None:
    """Return the signs of the first voice that has a jump; None when no voice has one.

    Signs are decorations (ABC 2.1, 4.14) or the same words as text beside a note.
    """
    for voice in score.voices:
        navigation = _read(voice.elements)
        if navigation is not None:
            return navigation
    return None


def navigated(
    stretches: Iterable[ElementRange], elements: Sequence[Element], navigation: Navigation
) -> Iterator[ElementRange]:
    """Yield the stretches of a voice with its tune's jumps followed.

    A jump is taken the last time that the music before it is played; what it leads to is played
    without repeats, up to the coda or fine; without one up to the end of its section, as in a tune
    of two sections with "D.C." below the second. Then the music goes on behind the jump, if there
    is any.
    """
    left = list(stretches)
    for jump in navigation.jumps:
        stop = _index_after(elements, jump.onset)
        places = [place for place, each in enumerate(left) if each.start < stop <= each.stop]
        if not places:
            continue
        cut = left[places[-1]]
        yield from left[: places[-1]]
        yield ElementRange(cut.start, stop, cut.pass_number)
        left = left[places[-1] + 1 :]
        if stop < cut.stop:
            left.insert(0, ElementRange(stop, cut.stop, cut.pass_number))
        start = navigation.segno if jump.to_segno and navigation.segno is not None else Fraction(0)
        if _leads_to_coda(jump, navigation):
            yield from _between(elements, start, navigation.to_coda)
            yield from _between(elements, navigation.coda or start, None)
            return
        yield from _between(elements, start, _end(jump, start, navigation))
    yield from left


def _leads_to_coda(jump: Jump, navigation: Navigation) -> bool:
    to_coda, coda = navigation.to_coda, navigation.coda
    has_coda = to_coda is not None and coda is not None and to_coda < jump.onset <= coda
    return has_coda and jump.end != _FINE


def _end(jump: Jump, start: Fraction, navigation: Navigation) -> Fraction:
    """Return where the music stops that a jump leads to from a start."""
    if navigation.fine is not None and start < navigation.fine <= jump.onset:
        return navigation.fine
    sections = navigation.sections
    place = bisect_right(sections, start)
    return min(jump.onset, sections[place]) if place < len(sections) else jump.onset


def _between(
    elements: Sequence[Element], start: Fraction, stop: Fraction | None
) -> Iterator[ElementRange]:
    """Yield the music from one place to another (None: to the end), without its repeats."""
    first = _index_at(elements, start)
    last = len(elements) if stop is None else _index_after(elements, stop)
    for stretch in last_times(elements):
        begin, end = max(first, stretch.start), min(last, stretch.stop)
        if begin < end:
            yield ElementRange(begin, end, stretch.pass_number)


def _index_at(elements: Sequence[Element], onset: Fraction) -> int:
    """Return the place of the first note or rest from a moment on."""
    for index, element in enumerate(elements):
        if isinstance(element, (Chord, Rest)) and element.onset >= onset:
            return index
    return len(elements)


def _index_after(elements: Sequence[Element], onset: Fraction) -> int:
    """Return the place after the last note or rest before a moment, and after its bar line."""
    stop = 0
    for index, element in enumerate(elements):
        if isinstance(element, (Chord, Rest)):
            if element.onset >= onset:
                break
            stop = index + 1
        elif isinstance(element, BarLine) and stop == index:
            stop = index + 1
    return stop


def _read(elements: Sequence[Element]) -> Navigation | None:
    jumps: list[Jump] = []
    found: dict[str, list[Fraction]] = {_SEGNO: [], _FINE: [], _TO_CODA: [], _CODA: []}
    for index, element in enumerate(elements):
        if not isinstance(element, (Chord, Rest)):
            continue
        for name, offset in _signs(element):
            if name in (_SEGNO, _CODA):
                found[name].append(element.onset)
            elif name in found:
                if not found[name]:
                    found[name].append(_measure_end(elements, index, offset))
            elif len(jumps) < MAX_JUMPS:
                jump = _jump(name, elements, index, offset)
                jumps += [] if jump is None else [jump]
    if not jumps:
        return None
    codas = found[_CODA]
    to_coda = found[_TO_CODA] or codas[:1]
    return Navigation(
        jumps=tuple(jumps),
        sections=tuple(_section_ends(elements)),
        segno=next(iter(found[_SEGNO]), None),
        fine=next(iter(found[_FINE]), None),
        to_coda=next(iter(to_coda), None),
        coda=codas[-1] if len(codas) + len(found[_TO_CODA]) > 1 and codas else None,
    )


def _section_ends(elements: Sequence[Element]) -> Iterator[Fraction]:
    for stop in section_stops(elements):
        bar_line = elements[stop - 1]
        if isinstance(bar_line, BarLine) and bar_line.opens_repeat > bar_line.closes_repeat:
            # `|:` may stand behind nothing but a pickup.
            continue
        yield _end_before(elements, stop)


def _signs(element: Chord | Rest) -> Iterator[tuple[str, int]]:
    """Yield the names, plainly spelt, and the places in the text of an element's signs."""
    signs = [(way, mark.span) for mark in element.decorations for way in ways_of_playing((mark,))]
    signs += [(annotation.text, annotation.span) for annotation in element.annotations]
    signs += [(symbol.text, symbol.span) for symbol in element.chord_symbols]
    for text, span in signs:
        name = text.lower().replace(".", "").replace(" ", "")
        yield _NAMES.get(name, name), span.start


def _jump(name: str, elements: Sequence[Element], index: int, offset: int) -> Jump | None:
    for start, to_segno in _STARTS.items():
        if name.startswith(start) and name[len(start) :] in _ENDS:
            end = _ENDS[name[len(start) :]]
            return Jump(_measure_end(elements, index, offset), to_segno, end)
    return None


def _measure_end(elements: Sequence[Element], index: int, offset: int) -> Fraction:
    """Return the end of the measure in which a sign stands, in whole notes.

    Args:
        elements: Of one voice.
        index: The element that carries the sign.
        offset: Where it is written; that may be behind the element, or before the bar line
            before it.
    """
    while index > 0 and elements[index - 1].span.start >= offset:
        index -= 1
    while index < len(elements) and elements[index].span.start < offset:
        index += 1
    if index < len(elements) and isinstance(elements[index], (Chord, Rest)):
        while index < len(elements) and not isinstance(elements[index], BarLine):
            index += 1
    return _end_before(elements, index)


def _end_before(elements: Sequence[Element], index: int) -> Fraction:
    """Return when the last note or rest before a place ends."""
    for place in range(index - 1, -1, -1):
        element = elements[place]
        if isinstance(element, (Chord, Rest)):
            return element.onset + element.duration
    return Fraction(0)
