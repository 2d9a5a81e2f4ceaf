"""Which pitch is meant by a key that is struck, and how a key signature spells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit, place_after, write
from abcstudio.notation.editing.written_notes import WrittenNote, keep_pitches, written_notes
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span
from abcstudio.notation.values.spelling import letter_text, place_in_fifths, step_at_fifths

# On the line of fifths, where F is 0: in C from E flat to G sharp.
_FLATTEST, _SHARPEST = -2, 9
_OUTERMOST = 7
_DEFAULT_PLACE = 7 * 4 + STEPS.index("B")


@dataclass(frozen=True, slots=True)
class StaffPlace:
    """A place on the staff, sounding as the key and the accidentals before it say.

    Attributes:
        step: A letter of `STEPS`.
        octave: The scientific octave in which it sounds.
    """

    step: str
    octave: int

    @classmethod
    def nearest(cls, step: str, before: Pitch | None) -> "StaffPlace":
        """Return the place of a letter that is nearest to the note before, or to the middle."""
        middle = before.diatonic if before is not None else _DEFAULT_PLACE
        distance = (STEPS.index(step) - middle + 3) % 7 - 3
        return cls(step, (middle + distance) // 7)


Tone = int | StaffPlace
"""What is to sound: a MIDI note number, or a letter as it reads where it is written."""


def spelled(number: int, key: KeySignature, before: tuple[Pitch, ...] = ()) -> Pitch:
    """Return how a key writes a MIDI note number.

    Args:
        number: What sounds.
        key: In force.
        before: The pitches of the measure so far: what they have spelled already stays so.
    """
    for pitch in reversed(before):
        if (pitch.midi_number - number) % 12 == 0:
            return _placed(number, pitch.step, pitch.alter)
    for step in STEPS:
        alter = key.alter_of(step)
        if (Pitch(step, alter, 4).midi_number - number) % 12 == 0:
            return _placed(number, step, alter)
    middle = max(-_OUTERMOST, min(_OUTERMOST, _fifths_of(key)))
    for place in range(_FLATTEST + middle, _SHARPEST + middle + 1):
        if (5 + 7 * place - number) % 12 == 0:
            step, whole = step_at_fifths(place)
            return _placed(number, step, Fraction(whole))
    raise AssertionError("twelve fifths hold every note")


def _fifths_of(key: KeySignature) -> int:
    """Return the middle of a key's steps on the line of fifths, its explicit accidentals too."""
    places = [place_in_fifths(step, round(key.alter_of(step))) for step in STEPS]
    return round(sum(places) / len(places)) - place_in_fifths("D", 0)


def _placed(number: int, step: str, alter: Fraction) -> Pitch:
    natural = number - alter
    return Pitch(step, alter, int(natural - Pitch(step, Fraction(0), -1).midi_number) // 12 - 1)


def head_of(tone: Tone, key: KeySignature, before: tuple[Pitch, ...], octave_shift: int) -> str:
    """Return letter and octave marks for a tone; accidentals are `settled`'s affair.

    Args:
        tone: What is to be written.
        key: In force.
        before: The pitches of the measure so far.
        octave_shift: By how many octaves it sounds higher than it is written: clef, `octave=`.
    """
    place = spelled(tone, key, before) if isinstance(tone, int) else tone
    return letter_text(place.step, place.octave - octave_shift)


@dataclass(frozen=True, slots=True)
class Settled:
    """A changed tune in which every note has its pitch.

    Attributes:
        text: The tune.
        edits: What was changed for it in the text that was given.
        pitches: The MIDI numbers of the notes that were wished for, transposition apart.
    """

    text: str
    edits: tuple[Edit, ...]
    pitches: tuple[Fraction, ...]

    def moved(self, place: int) -> int:
        """Return where a place of the text that was given is now."""
        return place_after(self.edits, place)


def settled(
    old: Score, score: Score, wishes: Mapping[int, Fraction | None], gone: Span | None = None
) -> Settled:
    """Write the accidentals that let a changed tune sound right, all other notes as before.

    Args:
        old: The tune before the change.
        score: The tune changed.
        wishes: By the first character of each new note, the MIDI number that it is to have; None
            for what its place says.
        gone: Where, in the old text, the notes stood that are there no longer.

    Raises:
        EditError: There are other notes than there should be.
    """
    kept = [
        note
        for note in written_notes(old)
        if gone is None or not gone.start <= note.note.span.start < gone.end
    ]
    notes = written_notes(score)
    wanted: list[Fraction | None] = []
    left = iter(kept)
    for note in notes:
        start = note.note.span.start
        if start in wishes:
            wanted.append(wishes[start])
        elif (before := next(left, None)) is not None:
            wanted.append(before.note.pitch.midi_number)
    if len(wanted) != len(notes) or next(left, None) is not None:
        raise EditError("edit.music_would_change")

    def number(index: int, _after: list[WrittenNote]) -> Fraction | None:
        return wanted[index]

    edits = keep_pitches(score, {}, number)
    pitches = tuple(
        note.note.pitch.midi_number if wish is None else wish
        for note, wish in zip(notes, wanted, strict=True)
        if note.note.span.start in wishes
    )
    if len(pitches) != len(wishes):
        # The reader takes what was written for something else.
        raise EditError("edit.no_place_for_notes")
    return Settled(write(score, edits), edits, pitches)
