"""Decorations, annotations, tempos and part labels as MusicXML's notations and directions."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from fractions import Fraction
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from abcstudio.decoration_table import DECORATIONS
from abcstudio.interchange.musicxml_durations import type_of
from abcstudio.interchange.xml_text import add, decimal
from abcstudio.notation.note_values import note_values
from abcstudio.notation.score import Annotation, Decoration, Tempo

_IN_NOTE = ("notehead", "stem", "accidental")
_BELOW_STAFF = ("dynamics", "wedge", "pedal")
_DIRECTIONS = (*_BELOW_STAFF, "segno", "coda", "words")
_AT_END = frozenset(row.name for row in DECORATIONS if row.at_end)


def _exported() -> dict[str, tuple[Element, ...]]:
    """Return the MusicXML of each decoration."""
    found = {}
    for row in DECORATIONS:
        elements = tuple(ElementTree.fromstring(f"<row>{row.exported}</row>"))
        for element in elements:
            if element.tag == "other-notation":
                element.text = row.name
        found[row.name] = elements
    return found


_EXPORTED = _exported()
_MAX_BEATS = 16


def add_note_marks(notations: Element, decorations: Iterable[Decoration]) -> None:
    """Add the decorations that belong to the note itself."""
    for decoration in decorations:
        elements = _EXPORTED.get(decoration.name, ())
        notations.extend(
            deepcopy(element)
            for element in elements
            if element.tag not in (*_IN_NOTE, *_DIRECTIONS, "sound")
        )


def add_note_head(note: Element, decorations: Iterable[Decoration]) -> None:
    """Add stem and note head where a decoration asks for other ones than usual."""
    changes = list(_of_note(decorations))
    note.extend(deepcopy(element) for element in changes if element.tag == "stem")
    heads = [element for element in changes if element.tag == "notehead"]
    if heads:
        shape = next((head.text for head in heads if head.text), "normal")
        values = {key: value for head in heads for key, value in head.attrib.items()}
        add(note, "notehead", shape, **values)


def accidental_use(decorations: Iterable[Decoration]) -> dict[str, str]:
    """Return the attributes of the accidentals of a note with these decorations."""
    uses = (element for element in _of_note(decorations) if element.tag == "accidental")
    return {key: value for use in uses for key, value in use.attrib.items()}


def _of_note(decorations: Iterable[Decoration]) -> Iterator[Element]:
    for decoration in decorations:
        elements = _EXPORTED.get(decoration.name, ())
        yield from (element for element in elements if element.tag in _IN_NOTE)


def add_directions_before(measure: Element, decorations: Iterable[Decoration]) -> None:
    """Add the decorations that are signs of their own and begin with the note."""
    for decoration in decorations:
        _add_direction(measure, decoration.name, is_after=False)


def add_directions_after(measure: Element, decorations: Iterable[Decoration]) -> None:
    """Add the decorations that end with the note, or send the player elsewhere after it."""
    for decoration in decorations:
        _add_direction(measure, decoration.name, is_after=True)


def _add_direction(measure: Element, name: str, *, is_after: bool) -> None:
    elements = _EXPORTED.get(name, ())
    if not elements or elements[0].tag not in _DIRECTIONS:
        return
    sign, *sounds = elements
    if is_after != (name in _AT_END or sign.get("type") == "stop"):
        return
    kind = _direction_type(measure, "below" if sign.tag in _BELOW_STAFF else "above")
    kind.append(deepcopy(sign))
    measure[-1].extend(map(deepcopy, sounds))


def add_words(measure: Element, text: str, placement: str = "above") -> None:
    """Add words beside the staff."""
    if text.strip():
        add(_direction_type(measure, placement), "words", text)


def add_annotation(measure: Element, annotation: Annotation) -> None:
    """Add an annotation; those beside a note stand above it."""
    add_words(measure, annotation.text, "below" if annotation.placement == "_" else "above")


def add_part_label(measure: Element, label: str) -> None:
    """Add a part's label as a rehearsal mark."""
    if label.strip():
        add(_direction_type(measure, "above"), "rehearsal", label)


def add_tempo(measure: Element, tempo: Tempo) -> None:
    """Add a tempo: its text, what a beat is, and how fast it sounds."""
    if not tempo.text and not tempo.beats_per_minute:
        return
    direction = add(measure, "direction", placement="above")
    if tempo.text:
        add(add(direction, "direction-type"), "words", tempo.text)
    if tempo.beats_per_minute:
        _add_metronome(direction, tempo.beat_duration, tempo.beats_per_minute)
        quarters = tempo.beats_per_minute * tempo.beat_duration * 4
        add(direction, "sound", tempo=decimal(quarters))


def _add_metronome(direction: Element, beat: Fraction, rate: Fraction) -> None:
    values = note_values(beat.numerator, beat.denominator, 8, 1024)[:_MAX_BEATS]
    if sum((value.duration for value in values), Fraction(0)) != beat:
        add(add(direction, "direction-type"), "words", f"{beat} = {decimal(rate)}")
        return
    metronome = add(add(direction, "direction-type"), "metronome")
    for index, value in enumerate(values):
        parent = metronome if index == 0 else add(metronome, "beat-unit-tied")
        add(parent, "beat-unit", type_of(value.base))
        for _ in range(value.dots):
            add(parent, "beat-unit-dot")
    add(metronome, "per-minute", decimal(rate))


def _direction_type(measure: Element, placement: str) -> Element:
    return add(add(measure, "direction", placement=placement), "direction-type")
