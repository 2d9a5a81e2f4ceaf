"""Changing what was entered last: its pitch, its tie, its chord.

Each function finds what stands before the caret by itself: it also changes notes that were typed.
"""

from dataclasses import dataclass
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.element_edits import as_rests
from abcstudio.notation.editing.note_edits import with_pitch
from abcstudio.notation.editing.writer import Edit, apply_changes, place_after, write
from abcstudio.notation.editing.written_notes import WrittenNote, keep_pitches, written_notes
from abcstudio.notation.entry.lyrics import with_lyrics_kept
from abcstudio.notation.entry.note_entry import Entered, last_before
from abcstudio.notation.entry.pitches import Tone, head_of, settled
from abcstudio.notation.entry.place import voice_of, written_elements
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.lexing.lexer import MUSIC
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.parser import Read, parse
from abcstudio.notation.score import (
    BarLine,
    Chord,
    KeyChange,
    Note,
    Rest,
    Score,
    TransposeChange,
)
from abcstudio.notation.spans import Span

_MAX_ALTER = 2


def add_to_chord(score: Score, caret: int, tone: Tone, *, read: Read = parse) -> Entered:
    """Let another note sound with the one before the caret.

    Raises:
        EditError: There is no note before the caret, or it sounds this pitch already.
    """
    chord = _chord_before(score, caret)
    context = _Context.of(score, chord)
    head = context.head(tone, tuple(note.pitch for note in chord.notes))
    text = score.text
    start, end = chord.span.start, chord.span.end
    if text[start] in "[+":
        place = _last_note(chord).span.end
        new = head + _length_of(text, chord.notes[0])
        edits = [Edit(Span(place, place), new)]
        at = place
    else:
        length = _length_of(text, chord.notes[0])
        bare = text[start : end - len(length)]
        edits = [Edit(chord.span, f"[{bare}{head}]{length}")]
        at = start + 1 + len(bare)
    changed = read(apply_changes(text, edits))
    wish = Fraction(tone - context.transpose) if isinstance(tone, int) else None
    result = settled(score, changed, {at: wish})
    if result.pitches[0] in {note.pitch.midi_number for note in chord.notes}:
        raise EditError("edit.note_in_chord")
    place = result.moved(place_after(edits, max(caret, end)))
    return Entered(result.text, place, tuple(p + context.transpose for p in result.pitches))


def with_tone(score: Score, element: Chord | Rest, tone: Tone, *, read: Read = parse) -> Entered:
    """Let a note sound another pitch, with the notes that it is tied to; the next goes after it.

    A rest becomes a note, and a chord a single one.

    Raises:
        EditError: It is a rest of whole measures or a macro's note, or lyrics would move.
    """
    if isinstance(element, Rest):
        return with_tone(*_sounding(score, element, read), tone, read=read)
    if len(element.notes) != 1:
        return with_tone(*_silent(score, element, read), tone, read=read)
    context = _Context.of(score, element)
    notes = written_notes(score)
    own = next((n for n in notes if n.note.span == element.notes[0].span), None)
    if own is None:
        raise EditError("edit.note_from_macro")
    group = [i for i, other in enumerate(notes) if other.tie_group == own.tie_group]
    head = context.head(tone, ())
    number = Fraction(tone - context.transpose) if isinstance(tone, int) else None

    def wanted(index: int, after: list[WrittenNote]) -> Fraction | None:
        if index not in group:
            return notes[index].note.pitch.midi_number
        return number if index == group[0] else after[group[0]].note.pitch.midi_number

    edits = keep_pitches(score, dict.fromkeys(group, head), wanted)
    changed = read(write(score, edits))
    sounds = written_notes(changed)[group[0]].note.pitch.midi_number
    caret = place_after(edits, notes[group[-1]].note.span.end)
    return Entered(changed.text, caret, (sounds + context.transpose,))


def _sounding(score: Score, rest: Rest, read: Read) -> tuple[Score, Chord]:
    """Return a tune in which a note stands in the place of a rest."""
    start = rest.span.start
    if rest.measures or score.text[start] not in "zx":
        raise EditError("edit.note_from_macro")
    letter = Span(start, start + 1)
    changed = read(apply_changes(score.text, [Edit(letter, "C")]))
    changed = with_lyrics_kept(score, changed, letter, read)
    found = (e for e in written_elements(changed) if e.span.start == start)
    chord = next(found, None)
    if not isinstance(chord, Chord):
        raise EditError("edit.no_place_for_notes")
    return changed, chord


def with_rest(score: Score, element: Chord, *, read: Read = parse) -> Entered:
    """Let a note or chord be a rest; the next note goes after it.

    Raises:
        EditError: It is a macro's, or lyrics would move.
    """
    changed, rest = _silent(score, element, read)
    return Entered(changed.text, rest.span.end)


def _silent(score: Score, chord: Chord, read: Read) -> tuple[Score, Chord | Rest]:
    """Return a tune in which a rest stands in the place of a note or chord."""
    place = list(written_elements(score)).index(chord)
    changed = read(as_rests(score, {note.span.start for note in chord.notes}))
    return changed, list(written_elements(changed))[place]


def shift_last(score: Score, caret: int, diatonic_steps: int) -> Entered:
    """Move the note before the caret on the staff, by 7 for an octave; a chord's highest one.

    Raises:
        EditError: There is no note, or it would leave the range that can be written.
    """
    note = _top(_chord_before(score, caret))
    return _with_pitch(score, caret, note, diatonic_steps, None)


def alter_last(score: Score, caret: int, semitones: int) -> Entered:
    """Sharpen or flatten the note before the caret, a chord's highest one.

    Raises:
        EditError: There is no note, or it is a double sharp or flat already.
    """
    note = _top(_chord_before(score, caret))
    alter = note.pitch.alter + semitones
    if abs(alter) > _MAX_ALTER:
        raise EditError("edit.altered_enough")
    return _with_pitch(score, caret, note, 0, alter)


def toggle_tie(score: Score, caret: int, *, read: Read = parse) -> Entered:
    """Tie the note before the caret to the next one, or take its tie away.

    Raises:
        EditError: There is no note before the caret.
    """
    chord = _chord_before(score, caret)
    end = chord.span.end
    is_tied = score.text.startswith("-", end)
    edit = Edit(Span(end, end + 1), "") if is_tied else Edit(Span(end, end), "-")
    text = apply_changes(score.text, [edit])
    result = settled(score, read(text), {})
    place = max(caret, end) + (0 if is_tied else 1)
    place = max(end, caret - 1) if is_tied else place
    return Entered(result.text, result.moved(place))


def _with_pitch(
    score: Score, caret: int, note: Note, steps: int, alter: Fraction | None
) -> Entered:
    edits = with_pitch(score, note, steps, alter=alter)
    text = write(score, edits)
    start = place_after(edits, note.span.start)
    changed = parse(text)
    found = next((n.note for n in written_notes(changed) if n.note.span.start == start), note)
    context = _Context.of(score, _chord_before(score, caret))
    return Entered(text, place_after(edits, caret), (found.pitch.midi_number + context.transpose,))


def _chord_before(score: Score, caret: int) -> Chord:
    element = last_before(score, caret)
    if not isinstance(element, Chord):
        raise EditError("edit.no_note_before")
    return element


def _top(chord: Chord) -> Note:
    return max(chord.notes, key=lambda note: note.pitch.midi_number)


def _last_note(chord: Chord) -> Note:
    return max(chord.notes, key=lambda note: note.span.start)


def _length_of(text: str, note: Note) -> str:
    match = MUSIC.match(text, note.span.start)
    if match is None or match.lastgroup != "note" or match.end() != note.span.end:
        raise EditError("edit.note_from_macro")
    return match["length"]


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds where a chord stands."""

    key: KeySignature
    transpose: int
    octave_shift: int
    pitches_before: tuple[Pitch, ...]

    @classmethod
    def of(cls, score: Score, chord: Chord) -> "_Context":
        key = score.key
        pitches: list[Pitch] = []
        voice = voice_of(score, chord)
        transpose = voice.transpose
        for element in voice.elements:
            if element is chord:
                break
            if isinstance(element, KeyChange):
                key = element.key
            elif isinstance(element, TransposeChange):
                transpose = element.semitones
            elif isinstance(element, BarLine):
                pitches.clear()
            elif isinstance(element, Chord):
                pitches += [note.pitch for note in element.notes]
        written = next(
            (n for n in written_notes(score) if n.note.span == chord.notes[0].span), None
        )
        if written is None:
            raise EditError("edit.note_from_macro")
        shift = written.note.pitch.octave - written.written_octave
        return cls(key, transpose, shift, tuple(pitches))

    def head(self, tone: Tone, sounding: tuple[Pitch, ...]) -> str:
        number = tone - self.transpose if isinstance(tone, int) else tone
        return head_of(number, self.key, (*self.pitches_before, *sounding), self.octave_shift)
