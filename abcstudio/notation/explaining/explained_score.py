"""A score by places in its text: which note, rest, tuplet or syllable a character belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import (
    Chord,
    GraceNotes,
    KeyChange,
    MeterChange,
    Note,
    Rest,
    Score,
    Syllable,
    Tuplet,
    Voice,
)
from abcstudio.stopping import stoppable


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with what is around it.

    Attributes:
        element: The chord, of one note or more, that it sounds in or stands before.
        key: In force at the note.
        grace: The grace notes that it is one of, else None.
    """

    note: Note
    element: Chord
    key: KeySignature
    grace: GraceNotes | None = None


class ExplainedScore:
    """Finds the music of a score by its first characters.

    Attributes:
        notes: By the first character of each note.
        rests: By the first character of each rest.
        tuplets: By the first character of each tuplet's sign, with the meter in force.
        syllables: With the first note that each is sung to.
    """

    def __init__(self, score: Score) -> None:
        """Find it.

        Args:
            score: Any score.
        """
        self.score = score
        self.notes: dict[int, PlacedNote] = {}
        self.rests: dict[int, Rest] = {}
        self.tuplets: dict[int, tuple[Tuplet, Meter]] = {}
        self.syllables: list[tuple[Syllable, Note]] = []
        for voice in score.voices:
            self._take_voice(voice, score)

    def note_over(self, offset: int) -> PlacedNote | None:
        """Return a note whose characters a place is among, although it begins elsewhere."""
        for placed in self.notes.values():
            if placed.note.span.start <= offset < placed.note.span.end:
                return placed
        return None

    def syllable_at(self, offset: int) -> tuple[Syllable, Note] | None:
        """Return the syllable at a place in a line of lyrics and the note it is sung to."""
        for syllable, note in self.syllables:
            if syllable.span.start <= offset <= syllable.span.end and not syllable.extender:
                return syllable, note
        return None

    def _take_voice(self, voice: Voice, score: Score) -> None:
        key, meter = score.key, score.meter
        for element in stoppable(voice.elements):
            if isinstance(element, Chord):
                self._take_chord(element, key)
            elif isinstance(element, Rest):
                self.rests.setdefault(element.span.start, element)
            elif isinstance(element, KeyChange):
                key = element.key
            elif isinstance(element, MeterChange):
                meter = element.meter
            if isinstance(element, Chord | Rest) and element.tuplet is not None:
                self.tuplets.setdefault(element.tuplet.span.start, (element.tuplet, meter))

    def _take_chord(self, chord: Chord, key: KeySignature) -> None:
        for note in _grace_of(chord):
            placed = PlacedNote(note, chord, key, chord.grace_notes)
            self.notes.setdefault(note.span.start, placed)
        for note in chord.notes:
            self.notes.setdefault(note.span.start, PlacedNote(note, chord, key))
        if chord.notes:
            self.syllables += ((syllable, chord.notes[0]) for syllable in chord.syllables)


def _grace_of(chord: Chord) -> Iterator[Note]:
    if chord.grace_notes is not None:
        yield from chord.grace_notes.notes
