"""The notes and rests of a score as places in its text, for choosing them by mouse and by keys."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from abcstudio.notation.score import BarLine, Chord, Note, Rest, Score, VariantEnding, Voice
from abcstudio.notation.spans import Span

_RESTS = frozenset("zxZX")
_BEFORE = re.compile(r"(?:[ \t]|\[[A-Za-z]:[^\[\]\n]*\])*")
_AFTER = re.compile(r"(?:\.?-|\))*")
_AFTER_ITS_NOTE = re.compile(r"[-)<>]|\.?[|\[\]:]+$(?<!:)")
_PLAIN_BAR = re.compile(r"[ \t]*\|(?![|:\]\[\d])")


@dataclass(frozen=True, slots=True)
class Place:
    """A note, grace notes included, or a rest that stands in the text.

    Attributes:
        span: Its own characters.
        element: What it is part of; of a grace note, the notes that it leads to.
        note: None for a rest.
        voice: The index of its voice.
        index: Which of its voice's elements `element` is.
    """

    span: Span
    element: Chord | Rest
    note: Note | None
    voice: int
    index: int

    @property
    def is_grace(self) -> bool:
        """Whether it is a grace note."""
        return isinstance(self.element, Chord) and (
            self.note is not None and self.note not in self.element.notes
        )


class ScorePlaces:
    """Finds the notes and rests of one score by their characters.

    What a macro wrote, or fills up a voice that is silent, stands nowhere and is left out.
    """

    def __init__(self, score: Score) -> None:
        self.score = score
        found: dict[int, Place] = {}
        for place in _places(score):
            found.setdefault(place.span.start, place)
        self._places = found
        self._starts = sorted(found)

    @property
    def starts(self) -> list[int]:
        """The first characters of all places, in the order of the text."""
        return self._starts

    def at(self, start: int) -> Place | None:
        """Return the place that begins at a character."""
        return self._places.get(start)

    def touched(self, span: Span) -> tuple[int, ...]:
        """Return the starts of the places that a span touches; an empty one, what it stands at."""
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_left(self._starts, max(span.end, span.start + 1))
        return tuple(
            start
            for start in self._starts[max(0, first) : last]
            if self._places[start].span.end > span.start
        )

    def ending_at(self, end: int) -> tuple[int, ...]:
        """Return the notes of the chord, or the rest, that ends before a character."""
        number = bisect_left(self._starts, end) - 1
        place = self._places[self._starts[number]] if number >= 0 else None
        if place is None or place.element.span.end != end:
            return ()
        return self.touched(place.element.span)

    def concerned(self, span: Span) -> tuple[int, ...]:
        """Return the places that a span is about, or nearest to in its line.

        Those that it touches, else those of the note that it is a mark of; what is no mark belongs
        to the note after it or before it, as ABC has it, rather in its own measure.
        """
        touched = self.touched(span)
        if touched:
            return touched
        owner = self._marked.get(span.start)
        if owner is not None:
            return self.touched(owner)
        before, after = self._beside(span)
        near = [start for start in (before, after) if start is not None]
        if len(near) > 1 and _stands_before_its_note(self.score.text, span, near[1]):
            near.reverse()
        return self._led_to(span, near[0]) if near else ()

    @cached_property
    def _marked(self) -> dict[int, Span]:
        """The notes, by where a mark of theirs begins that stands outside of them."""
        return {
            mark.start: element.span
            for voice in self.score.voices
            for element in voice.elements
            if isinstance(element, Chord | Rest)
            for mark in _marks(element)
            if not element.span.start <= mark.start < element.span.end
        }

    def _beside(self, span: Span) -> tuple[int | None, int | None]:
        """Return the places of a span's line before and after it; inside a chord only its own."""
        text = self.score.text
        begin, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.start)
        first = bisect_left(self._starts, begin)
        last = bisect_left(self._starts, end if end >= 0 else len(text))
        number = bisect_left(self._starts, span.start)
        before = self._starts[number - 1] if first < number else None
        if before is not None and span.start < (own := self._places[before].element.span.end):
            last = bisect_left(self._starts, own)
        return before, self._starts[number] if number < last else None

    def _led_to(self, span: Span, start: int) -> tuple[int, ...]:
        """Return a place; of a grace note that a span stands before, the notes that it leads to."""
        place = self._places[start]
        group = place.element.grace_notes
        if place.is_grace and group is not None and span.start < group.span.start:
            return self.touched(place.element.span)
        return (start,)

    def whole(self, start: int) -> Span:
        """Return a place with what belongs to it before its notes, such as grace notes."""
        place = self._places[start]
        element = place.element
        if place.is_grace or (isinstance(element, Chord) and start != element.notes[0].span.start):
            return place.span
        spans = _marks(element)
        if element.grace_notes is not None:
            spans.append(element.grace_notes.span)
        line = self.score.text.rfind("\n", 0, element.span.start) + 1
        near = [span.start for span in spans if line <= span.start < element.span.start]
        return Span(min([*near, element.span.start]), element.span.end)

    def neighbour(self, start: int, step: int) -> int | None:
        """Return where the note or rest before (-1) or after (1) stands, in the same voice."""
        place = self._places[start]
        elements = self.score.voices[place.voice].elements
        index = place.index + step
        while 0 <= index < len(elements):
            first = self._first_of(elements[index])
            if first is not None:
                return first
            index += step
        return None

    def measure(self, start: int) -> Span:
        """Return the characters of the measure that a place stands in.

        A plain bar line at its end belongs to it, so that it can be cut and put elsewhere.
        """
        place = self._places[start]
        voice, text = self.score.voices[place.voice], self.score.text
        first, last, opened = self._measure_ends(voice, place.index)
        begin = max(opened, text.rfind("\n", 0, first) + 1)
        begin = _end(_BEFORE, text, begin)
        end = _end(_AFTER, text, last)
        return Span(min(begin, first), _end(_PLAIN_BAR, text, end))

    def between(self, anchor: int, start: int, *, whole_measures: bool) -> Span:
        """Return the characters from one place to another, in the first one's voice."""
        ends = [anchor, self._in_voice_of(anchor, start)]
        spans = [self.measure(end) if whole_measures else self._drawn(end) for end in ends]
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def _drawn(self, start: int) -> Span:
        """Return a whole element, for a range never begins inside a chord."""
        place = self._places[start]
        first = self._first_of(place.element)
        return self.whole(start if first is None or place.is_grace else first)

    def _first_of(self, element: object) -> int | None:
        """Return the start of an element's first note, or of a rest; None for anything else."""
        if isinstance(element, Chord):
            start = element.notes[0].span.start
        elif isinstance(element, Rest):
            start = element.span.start
        else:
            return None
        return start if start in self._places else None

    def _measure_ends(self, voice: Voice, index: int) -> tuple[int, int, int]:
        """Return where a measure's notes begin and end, and where what opens it has ended."""
        elements = voice.elements
        left = right = index
        while left > 0 and not isinstance(elements[left - 1], BarLine):
            left -= 1
        while right + 1 < len(elements) and not isinstance(elements[right + 1], BarLine):
            right += 1
        timed = [e for e in elements[left : right + 1] if self._first_of(e) is not None]
        opening = [e.span.end for e in elements[left:index] if isinstance(e, VariantEnding)]
        if left > 0:
            opening.append(elements[left - 1].span.end)
        return timed[0].span.start, timed[-1].span.end, max(opening, default=0)

    def _in_voice_of(self, anchor: int, start: int) -> int:
        """Return what stands in another place's voice when a place sounds."""
        voice, place = self._places[anchor].voice, self._places[start]
        if place.voice == voice:
            return start
        best = anchor
        for element in self.score.voices[voice].elements:
            first = self._first_of(element)
            if first is None or not isinstance(element, Chord | Rest):
                continue
            if element.onset > place.element.onset:
                break
            best = first
        return best


def _places(score: Score) -> Iterator[Place]:
    for row, voice in enumerate(score.voices):
        for index, element in enumerate(voice.elements):
            if isinstance(element, Chord):
                grace = element.grace_notes.notes if element.grace_notes else ()
                for note in (*grace, *element.notes):
                    yield Place(note.span, element, note, row, index)
            elif isinstance(element, Rest):
                span = element.span
                if span.end > span.start and score.text[span.start] in _RESTS:
                    yield Place(span, element, None, row, index)


def _marks(element: Chord | Rest) -> list[Span]:
    spans = [decoration.span for decoration in element.decorations]
    spans += [symbol.span for symbol in element.chord_symbols]
    spans += [annotation.span for annotation in element.annotations]
    return spans


def _stands_before_its_note(text: str, span: Span, after: int) -> bool:
    """Return whether what stands at a span belongs to the place after it.

    So does a bar line that opens a repeat; a name without an end has taken the measure with it.
    """
    if _AFTER_ITS_NOTE.match(span.of(text)):
        return False
    return span.of(text)[-1:] == ":" or "|" not in text[span.end : after]


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position
