"""Ties, slurs, tuplets and beams of a voice as MusicXML writes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from abcstudio.interchange.musicxml_durations import written
from abcstudio.notation.measures.joined_notes import slurs, ties
from abcstudio.notation.score import Chord, Element, Rest, TimedElement, Voice

MAX_SLURS = 16
"""Slurs of one voice that may be open at a time; MusicXML has no more numbers."""


@dataclass(slots=True)
class SlurEnds:
    """The numbers of the slurs that end and begin at an element."""

    stops: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)


def tie_stops(voice: Voice) -> set[int]:
    """Return the ids (`id`) of the notes that a tie leads to: those of the next chord."""
    return {id(end) for _, end in ties(voice)}


def slur_ends(voice: Voice) -> dict[int, SlurEnds]:
    """Return the slurs by the ids of their first and last elements; each pair has one number.

    A slur that is never closed is left out.
    """
    return _numbered(voice, slurs(voice))


def _numbered(
    voice: Voice, pairs: Iterable[tuple[TimedElement, TimedElement]]
) -> dict[int, SlurEnds]:
    waiting: dict[int, list[int]] = {}
    for start, stop in pairs:
        waiting.setdefault(id(start), []).append(id(stop))
    ends: dict[int, SlurEnds] = {}
    free = list(range(MAX_SLURS, 0, -1))
    for element in voice.elements if waiting else ():
        if id(element) in ends:
            free.extend(ends[id(element)].stops)
        for last in waiting.get(id(element), ()):
            if free:
                number = free.pop()
                ends.setdefault(id(element), SlurEnds()).starts.append(number)
                ends.setdefault(last, SlurEnds()).stops.append(number)
    return ends


def tuplet_ends(music: Sequence[Element]) -> dict[int, tuple[str, ...]]:
    """Return "start" and "stop" by the ids of the elements where the tuplets of a measure do so."""
    timed = [element for element in music if isinstance(element, Chord | Rest)]
    ends: dict[int, tuple[str, ...]] = {}
    for index, element in enumerate(timed):
        if element.tuplet is None:
            continue
        before = timed[index - 1].tuplet if index else None
        after = timed[index + 1].tuplet if index + 1 < len(timed) else None
        start = () if before is element.tuplet else ("start",)
        stop = () if after is element.tuplet else ("stop",)
        ends[id(element)] = (*start, *stop)
    return ends


def beams(music: Iterable[Element]) -> dict[int, tuple[str, ...]]:
    """Return MusicXML's beam values by the ids of the chords of a measure, level by level."""
    found: dict[int, tuple[str, ...]] = {}
    group: list[tuple[Chord, int]] = []
    for element in (element for element in music if isinstance(element, Chord | Rest)):
        flags = _flags(element)
        if flags and isinstance(element, Chord):
            group.append((element, flags))
            if element.beam_continues:
                continue
        _beam_group(group, found)
        group = []
    _beam_group(group, found)
    return found


def _flags(element: Chord | Rest) -> int:
    """Return the flags that beams can replace: none where several tied notes are written."""
    parts = written(element.duration, element).parts
    return min(parts[0].flags, 6) if isinstance(element, Chord) and len(parts) == 1 else 0


def _beam_group(group: list[tuple[Chord, int]], found: dict[int, tuple[str, ...]]) -> None:
    if len(group) < 2:
        return
    counts = [flags for _, flags in group]
    for index, (chord, flags) in enumerate(group):
        before = counts[index - 1] if index else 0
        after = counts[index + 1] if index + 1 < len(counts) else 0
        found[id(chord)] = tuple(_beam(level, before, after) for level in range(1, flags + 1))


def _beam(level: int, before: int, after: int) -> str:
    if before >= level:
        return "continue" if after >= level else "end"
    if after >= level:
        return "begin"
    return "backward hook" if before else "forward hook"
