"""Elements and diagnostics at another place: what stands after an edit moves with the text."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar, cast

from abcstudio.notation.lengths import total
from abcstudio.notation.quick import make_chord, make_note, make_span
from abcstudio.notation.score import BarLine, Chord, Element, Note, Rest, Tuplet
from abcstudio.notation.spans import Span

T = TypeVar("T")


def moved(thing: T, by: int) -> T:
    """Return a thing with every span in it moved by some characters; itself if it has none."""
    if isinstance(thing, Span):
        return cast(T, make_span(thing.start + by, thing.end + by))
    if isinstance(thing, tuple):
        return cast(T, tuple([moved(part, by) for part in thing]))
    kind: Any = type(thing)
    names = _fields_of_placed(kind)
    if not names:
        return thing
    made: T = kind(**{name: moved(getattr(thing, name), by) for name in names})
    return made


@lru_cache(maxsize=256)
def _fields_of_placed(cls: Any) -> tuple[str, ...]:
    """Return the fields of a class whose objects have a place in the text, none for another."""
    names = tuple(field.name for field in fields(cls)) if is_dataclass(cls) else ()
    return names if "span" in names else ()


def moved_elements(elements: Iterable[Element], by: int, later: Fraction) -> list[Element]:
    """Return elements of a voice moved by characters in the text and by whole notes in time."""
    tuplets: dict[int, Tuplet] = {}
    made: list[Element] = []
    for element in elements:
        if isinstance(element, Chord):
            made.append(_moved_chord(element, by, later, tuplets))
        elif isinstance(element, BarLine):
            span = make_span(element.span.start + by, element.span.end + by)
            made.append(BarLine(span, element.style, element.closes_repeat, element.opens_repeat))
        elif isinstance(element, Rest):
            onset = element.onset + later
            tuplet = _moved_tuplet(element.tuplet, by, tuplets)
            made.append(replace(moved(element, by), onset=onset, tuplet=tuplet))
        else:
            made.append(moved(element, by))
    return made


def _moved_chord(chord: Chord, by: int, later: Fraction, tuplets: dict[int, Tuplet]) -> Chord:
    onset = total(chord.onset, later) if later else chord.onset
    span, notes = chord.span, chord.notes
    if by:
        span = make_span(span.start + by, span.end + by)
        notes = tuple([_moved_note(note, chord.span, span, by) for note in notes])
    return make_chord(
        span,
        onset,
        chord.duration,
        chord.notated_duration,
        _moved_tuplet(chord.tuplet, by, tuplets) if by else chord.tuplet,
        chord.beam_continues,
        chord.slur_starts,
        chord.slur_ends,
        moved(chord.decorations, by) if by and chord.decorations else chord.decorations,
        moved(chord.chord_symbols, by) if by and chord.chord_symbols else chord.chord_symbols,
        moved(chord.annotations, by) if by and chord.annotations else chord.annotations,
        moved(chord.grace_notes, by) if by and chord.grace_notes else chord.grace_notes,
        moved(chord.syllables, by) if by and chord.syllables else chord.syllables,
        notes,
    )


def _moved_note(note: Note, old: Span, new: Span, by: int) -> Note:
    """Return a note of the chord that stood at `old` and stands at `new`."""
    span = note.span
    place = new if span is old else make_span(span.start + by, span.end + by)
    return make_note(place, note.pitch, note.accidental, note.duration, note.tied)


def _moved_tuplet(tuplet: Tuplet | None, by: int, moved_ones: dict[int, Tuplet]) -> Tuplet | None:
    """Return a tuplet moved, the same object for each of its elements."""
    if tuplet is None:
        return None
    made = moved_ones.get(id(tuplet))
    if made is None:
        made = moved_ones[id(tuplet)] = moved(tuplet, by)
    return made
