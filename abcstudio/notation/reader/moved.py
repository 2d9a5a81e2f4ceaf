"""Elements and diagnostics at another place: what stands after an edit moves with the text."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar, cast

from abcstudio.notation.reader.quick import make_chord, make_note, make_span, move_chord, unfrozen
from abcstudio.notation.score import BarLine, Chord, Element, Note, Rest, Syllable, Tuplet
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import fraction

T = TypeVar("T")
_new: Any = object.__new__


def moved(thing: T, by: int) -> T:
    """Return a thing with every span in it moved by some characters; itself if it has none."""
    kind: Any = type(thing)
    if isinstance(thing, Span):
        return cast(T, make_span(thing.start + by, thing.end + by))
    if kind is tuple:
        return cast(T, tuple([moved(part, by) for part in cast(Any, thing)]))
    layout = _layout_of(kind)
    if layout is None:
        return thing
    twin, plain_names, other_names = layout
    made = _new(twin)
    for name in plain_names:
        setattr(made, name, getattr(thing, name))
    for name in other_names:
        setattr(made, name, moved(getattr(thing, name), by))
    made.__class__ = kind
    return cast(T, made)


@lru_cache(maxsize=256)
def _layout_of(cls: Any) -> tuple[Any, tuple[str, ...], tuple[str, ...]] | None:
    """Return a class whose objects can be filled, and the fields without and with places in them.

    None for a class whose objects have no place in the text. Those that have one are frozen and
    slotted dataclasses, all of them.
    """
    names = tuple(field.name for field in fields(cls)) if is_dataclass(cls) else ()
    if "span" not in names:
        return None
    plain = tuple(each.name for each in fields(cls) if each.type in (str, int, bool, Fraction))
    return unfrozen(cls), plain, tuple(name for name in names if name not in plain)


def moved_elements(elements: Iterable[Element], by: int, later: Fraction) -> list[Element]:
    """Return elements of a voice moved by characters in the text and by whole notes in time."""
    tuplets: dict[int, Tuplet] = {}
    made: list[Element] = []
    more, size = later.as_integer_ratio()
    for element in elements:
        if isinstance(element, Chord):
            onset = element.onset
            if more:
                top, bottom = onset.as_integer_ratio()
                onset = fraction(top * size + more * bottom, bottom * size)
            made.append(_moved_chord(element, by, onset, tuplets))
        elif isinstance(element, BarLine):
            span = make_span(element.span.start + by, element.span.end + by)
            fermatas = element.fermatas and moved(element.fermatas, by)
            made.append(
                BarLine(span, element.style, element.closes_repeat, element.opens_repeat, fermatas)
            )
        elif isinstance(element, Rest):
            onset = element.onset + later
            tuplet = _moved_tuplet(element.tuplet, by, tuplets)
            made.append(replace(moved(element, by), onset=onset, tuplet=tuplet))
        else:
            made.append(moved(element, by))
    return made


def _moved_chord(chord: Chord, by: int, onset: Fraction, tuplets: dict[int, Tuplet]) -> Chord:
    old = chord.span
    span = make_span(old.start + by, old.end + by)
    notes = tuple([_moved_note(note, old, span, by) for note in chord.notes])
    tuplet = chord.tuplet and _moved_tuplet(chord.tuplet, by, tuplets)
    decorations, symbols, annotations = chord.decorations, chord.chord_symbols, chord.annotations
    graces, syllables = chord.grace_notes, chord.syllables
    if not (decorations or symbols or annotations or graces or syllables):
        return move_chord(chord, span, onset, tuplet, notes)
    return make_chord(
        span,
        onset,
        chord.duration,
        chord.notated_duration,
        tuplet,
        chord.beam_continues,
        chord.slur_starts,
        chord.slur_ends,
        decorations and moved(decorations, by),
        symbols and moved(symbols, by),
        annotations and moved(annotations, by),
        graces and moved(graces, by),
        syllables and tuple([_moved_syllable(each, by) for each in syllables]),
        notes,
    )


def _moved_syllable(syllable: Syllable, by: int) -> Syllable:
    span = make_span(syllable.span.start + by, syllable.span.end + by)
    return Syllable(syllable.text, syllable.verse, span, syllable.hyphen, syllable.extender)


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
