"""The parts of a MusicXML `note`, in the order that its schema asks for."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_attributes import ACCIDENTALS
from abcstudio.interchange.musicxml_durations import Clock, WrittenDuration, WrittenPart
from abcstudio.interchange.musicxml_marks import accidental_use, add_note_head
from abcstudio.interchange.xml_text import add, decimal
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import Decoration, Note

_HIGHEST_OCTAVE = 9
_SIGNS = {"^": 1, "^^": 2, "_": -1, "__": -2, "=": 0}


def add_note(
    measure: Element,
    pitch: Pitch,
    ticks: int,
    voice: int,
    ties: Sequence[str],
    is_chord_member: bool,
) -> Element:
    """Add a note up to its voice; what it looks like follows."""
    element = add(measure, "note")
    if is_chord_member:
        add(element, "chord")
    add_pitch(element, pitch)
    add(element, "duration", ticks)
    for kind in ties:
        add(element, "tie", type=kind)
    add(element, "voice", voice)
    return element


def add_pitch(note: Element, pitch: Pitch) -> None:
    """Add a pitch; MusicXML ends at octave 9 and begins at octave 0."""
    element = add(note, "pitch")
    add(element, "step", pitch.step)
    if pitch.alter:
        add(element, "alter", decimal(pitch.alter))
    add(element, "octave", max(0, min(pitch.octave, _HIGHEST_OCTAVE)))


def add_value(
    element: Element,
    value: WrittenDuration,
    part: WrittenPart,
    note: Note | None = None,
    decorations: Iterable[Decoration] = (),
) -> None:
    """Add what a note or rest looks like; `note` is the head whose accidental is written."""
    if part.type:
        add(element, "type", part.type)
    for _ in range(part.dots):
        add(element, "dot")
    if note is not None:
        add_accidental(element, note, accidental_use(decorations))
    if value.actual != value.normal:
        modification = add(element, "time-modification")
        add(modification, "actual-notes", value.actual)
        add(modification, "normal-notes", value.normal)
    add_note_head(element, decorations)


def add_accidental(element: Element, note: Note, use: dict[str, str]) -> None:
    """Add the accidental that is written before a note, if MusicXML has a sign for it."""
    if not note.accidental:
        return
    alter = Fraction(_SIGNS[note.accidental]) if note.accidental in _SIGNS else note.pitch.alter
    if alter in ACCIDENTALS:
        add(element, "accidental", ACCIDENTALS[alter], **use)


def add_move(measure: Element, clock: Clock, start: Fraction, stop: Fraction) -> None:
    """Go on from one place of a measure to a later one, or back to an earlier one."""
    ticks = clock.place(stop) - clock.place(start)
    if ticks:
        element = add(measure, "forward" if ticks > 0 else "backup")
        add(element, "duration", abs(ticks))
