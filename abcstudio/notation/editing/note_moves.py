"""Moving several notes at once on the staff, or sharpening and flattening them."""

from collections.abc import Collection
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit
from abcstudio.notation.editing.written_notes import WrittenNote, keep_pitches, written_notes
from abcstudio.notation.score import Score
from abcstudio.notation.values.spelling import accidental_text

_MAX_ALTER = 2


def move_steps(score: Score, steps: int, starts: Collection[int]) -> tuple[Edit, ...]:
    """Return the edits that move notes by staff positions, with the notes they are tied to.

    They lose their accidentals and sound as the key, or an accidental before them in the measure,
    says there; all other notes sound as before.

    Args:
        score: The tune.
        steps: Staff positions up.
        starts: The first characters of the notes.

    Raises:
        EditError: There is no note, it is a macro's, or it would leave the range.
    """
    return _rewritten(score, steps, starts, "")


def with_accidentals(
    score: Score, alter: Fraction | None, starts: Collection[int]
) -> tuple[Edit, ...]:
    """Return the edits that write an accidental before each of some notes.

    Args:
        score: The tune.
        alter: What they are to be altered by; None takes their accidentals away.
        starts: The first characters of the notes; those they are tied to follow.

    Raises:
        EditError: There is no note, or it is a macro's.
    """
    return _rewritten(score, 0, starts, "" if alter is None else accidental_text(alter))


def _rewritten(score: Score, steps: int, starts: Collection[int], sign: str) -> tuple[Edit, ...]:
    notes = written_notes(score)
    firsts = _firsts(notes, starts)
    heads = {
        index: (sign if index in firsts.values() else "") + written.moved_head(steps)
        for index, written in enumerate(notes)
        if written.tie_group in firsts
    }

    def wanted(index: int, after: list[WrittenNote]) -> Fraction | None:
        first = firsts.get(notes[index].tie_group)
        if first is None:
            return notes[index].note.pitch.midi_number
        return None if index == first else after[first].note.pitch.midi_number

    return keep_pitches(score, heads, wanted)


def alter_notes(score: Score, semitones: int, starts: Collection[int]) -> tuple[Edit, ...]:
    """Return the edits that sharpen (1) or flatten (-1) notes, with the notes they are tied to.

    Accidentals are written only where key and measure do not say the same.

    Raises:
        EditError: There is no note, it is a macro's, or has two sharps or flats already.
    """
    notes = written_notes(score)
    firsts = _firsts(notes, starts)
    heads = {
        index: written.letter + written.marks
        for index, written in enumerate(notes)
        if written.tie_group in firsts
    }
    if any(abs(notes[index].note.pitch.alter + semitones) > _MAX_ALTER for index in heads):
        raise EditError("edit.too_many_accidentals")

    def wanted(index: int, after: list[WrittenNote]) -> Fraction:
        first = firsts.get(notes[index].tie_group)
        if first is not None and index != first:
            return after[first].note.pitch.midi_number
        return notes[index].note.pitch.midi_number + (semitones if index == first else 0)

    return keep_pitches(score, heads, wanted)


def _firsts(notes: list[WrittenNote], starts: Collection[int]) -> dict[int, int]:
    """Return the first note of each group of ties that one of the places belongs to."""
    groups = {written.tie_group for written in notes if written.note.span.start in starts}
    if not groups:
        raise EditError("edit.no_notes")
    firsts: dict[int, int] = {}
    for index, written in enumerate(notes):
        if written.tie_group in groups:
            firsts.setdefault(written.tie_group, index)
    return firsts
