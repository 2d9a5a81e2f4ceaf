"""Changing single notes, as when they are dragged or picked in the score.

Every function gives the edits for the score's text; nothing else in the text changes, and every
other note sounds as before.
"""

import re
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.length_style import LengthStyle
from abcstudio.notation.editing.writer import Edit
from abcstudio.notation.editing.written_notes import WrittenNote, keep_pitches, written_notes
from abcstudio.notation.lexing.lexer import MUSIC
from abcstudio.notation.limits import MAX_WHOLE_NOTES
from abcstudio.notation.score import Chord, Note, Rest, Score
from abcstudio.notation.spans import Span
from abcstudio.notation.values.lengths import length_of
from abcstudio.notation.values.spelling import accidental_text

_OUTER_LENGTH = re.compile(r"[\]+](\d*(?:/+\d*)?)\Z")


def with_pitch(
    score: Score, note: Note, diatonic_steps: int, *, alter: Fraction | None = None
) -> tuple[Edit, ...]:
    """Return the edits that move a note on the staff, with the notes it is tied to.

    Args:
        score: The tune.
        note: One of its notes, grace notes included.
        diatonic_steps: Staff positions up; 0 keeps the letter.
        alter: What it is to be altered by; None writes no accidental, so that it sounds as the key,
            or an accidental before it in the measure, says.

    Raises:
        EditError: The note is a macro's, or would leave the range that can be written.
    """
    notes = written_notes(score)
    first = _index_of(notes, note)
    group = [i for i, other in enumerate(notes) if other.tie_group == notes[first].tie_group]
    first = min(group)
    heads = {index: notes[index].moved_head(diatonic_steps) for index in group}
    if alter is not None:
        heads[first] = accidental_text(alter) + heads[first]

    def wanted(index: int, after: list[WrittenNote]) -> Fraction | None:
        if index == first:
            return None
        if index in heads:
            return after[first].note.pitch.midi_number
        return notes[index].note.pitch.midi_number

    return keep_pitches(score, heads, wanted)


def move_octaves(score: Score, octaves: int, span: Span | None = None) -> tuple[Edit, ...]:
    """Return the edits that move the notes of a span, or all, by octaves.

    A note is moved when any of it lies in the span, and so are the notes it is tied to.

    Raises:
        EditError: There is no note, or one would leave the range that can be written.
    """
    notes = written_notes(score)
    groups = {
        written.tie_group for written in notes if span is None or _touches(written.note.span, span)
    }
    if not groups:
        raise EditError("edit.no_notes")
    heads = {
        index: written.sign + written.moved_head(7 * octaves)
        for index, written in enumerate(notes)
        if written.tie_group in groups
    }

    def wanted(index: int, _after: list[WrittenNote]) -> Fraction:
        return notes[index].note.pitch.midi_number + (12 * octaves if index in heads else 0)

    return keep_pitches(score, heads, wanted)


def with_duration(score: Score, element: Chord | Rest, duration: Fraction) -> tuple[Edit, ...]:
    """Return the edits that give a note, chord or rest another length.

    Args:
        score: The tune.
        element: One of its elements.
        duration: What the note head and dots are to show (`notated_duration`), in whole notes.

    Raises:
        EditError: The element is a macro's or a rest of whole measures, or cannot have this length.
    """
    if not 0 < duration <= MAX_WHOLE_NOTES:
        raise EditError("edit.bad_length")
    ratio = duration / element.notated_duration
    style = LengthStyle.of(score.text)
    places = _length_places(score.text, element)
    edits = []
    for place in places:
        factor = length_of(place.of(score.text))
        written = style.text(factor * ratio) if factor is not None else ""
        if not (factor and length_of(written) == factor * ratio):
            raise EditError("edit.bad_length")
        edits.append(Edit(place, written))
    return tuple(edit for edit in edits if edit.replacement != edit.span.of(score.text))


def _length_places(text: str, element: Chord | Rest) -> list[Span]:
    """Return where the lengths stand that make an element as long as it is."""
    start, end = element.span.start, element.span.end
    if (match := MUSIC.match(text, start)) is not None:
        kind = match.lastgroup
        if kind in ("note", "rest") and match.end() == end:
            return [Span(*match.span("length" if kind == "note" else "rest_length"))]
    outer = _OUTER_LENGTH.search(text, start, end) if text[start : start + 1] in "[+" else None
    if isinstance(element, Chord) and outer is not None:
        inner = [_length_of_head(text, note) for note in element.notes]
        if outer[1] or not any(place.of(text) for place in inner):
            return [Span(*outer.span(1))]
        return inner
    raise EditError("edit.note_from_macro")


def _length_of_head(text: str, note: Note) -> Span:
    match = MUSIC.match(text, note.span.start)
    if match is None or match.lastgroup != "note" or match.end() != note.span.end:
        raise EditError("edit.note_from_macro")
    return Span(*match.span("length"))


def _index_of(notes: list[WrittenNote], note: Note) -> int:
    for index, written in enumerate(notes):
        if written.note.span == note.span:
            return index
    raise EditError("edit.note_from_macro")


def _touches(one: Span, other: Span) -> bool:
    if other.start == other.end:
        return one.start <= other.start < one.end
    return one.start < other.end and other.start < one.end
