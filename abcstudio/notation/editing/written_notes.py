"""The notes of a score as they are written, and the accidentals that keep what they sound.

An accidental holds for the notes after it (ABC 2.1, 4.2), so a note cannot be changed for itself
alone. `keep_pitches` lets the reader itself judge: what it reads otherwise after a change gets an
accidental, the first such note of each measure, until all else sounds as before.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit, write
from abcstudio.notation.lexing.lexer import MUSIC
from abcstudio.notation.limits import MAX_OCTAVE_MARKS
from abcstudio.notation.pitch import STEPS
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import BarLine, Chord, Note, Rest, Score
from abcstudio.notation.spans import Span
from abcstudio.notation.values.spelling import accidental_text, letter_text

_MAX_ROUNDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenNote:
    """A note where it stands in the text.

    Attributes:
        note: What the reader makes of it.
        head: The characters of its accidental, letter and octave marks.
        sign: The accidental as written, "" for none.
        letter: The note letter as written.
        marks: The octave marks as written.
        length: Its own length as written.
        measure: The index of its voice, and the count of bar lines before it.
        tie_group: Notes joined by ties have the same.
    """

    note: Note
    head: Span
    sign: str
    letter: str
    marks: str
    length: str
    measure: tuple[int, int]
    tie_group: int

    @property
    def written_octave(self) -> int:
        """The octave that letter and marks name; clef and `octave=` apart."""
        base = 5 if self.letter.islower() else 4
        return base + self.marks.count("'") - self.marks.count(",")

    def moved_head(self, steps: int) -> str:
        """Return letter and octave marks so many staff positions away.

        Raises:
            EditError: Too many octave marks would be needed.
        """
        position = 7 * self.written_octave + STEPS.index(self.letter.upper()) + steps
        octave, step = divmod(position, 7)
        written = letter_text(STEPS[step], octave)
        if len(written) - 1 > MAX_OCTAVE_MARKS:
            raise EditError("edit.out_of_range")
        return written


def written_notes(score: Score) -> list[WrittenNote]:
    """Return the notes of a score, grace notes too, in the order of the text.

    Notes that a macro wrote stand nowhere in the text and are left out.
    """
    found: dict[int, WrittenNote | None] = {}
    for note, measure, group in _notes(score):
        start = note.span.start
        match = MUSIC.match(score.text, start)
        if match is None or match.lastgroup != "note" or match.end() != note.span.end:
            continue
        # Two notes in one place come from a macro.
        found[start] = None if start in found else _written(note, match, measure, group)
    return [found[start] for start in sorted(found) if found[start] is not None]  # type: ignore[misc]


def _written(note: Note, match: re.Match[str], measure: tuple[int, int], group: int) -> WrittenNote:
    return WrittenNote(
        note=note,
        head=Span(match.start(), match.end("marks")),
        sign=match["accidental"] or "",
        letter=match["letter"],
        marks=match["marks"],
        length=match["length"],
        measure=measure,
        tie_group=group,
    )


def _notes(score: Score) -> Iterator[tuple[Note, tuple[int, int], int]]:
    """Yield every note with its measure and its group of ties."""
    group = 0
    for index, voice in enumerate(score.voices):
        bars = 0
        tied: dict[object, int] = {}
        for element in voice.elements:
            if isinstance(element, BarLine):
                bars += 1
            elif isinstance(element, Rest):
                tied = {}
            elif isinstance(element, Chord):
                for note in element.grace_notes.notes if element.grace_notes else ():
                    group += 1
                    yield note, (index, bars), group
                leading: dict[object, int] = {}
                for note in element.notes:
                    group += 1
                    own = tied.get(note.pitch, group)
                    if note.tied:
                        leading[note.pitch] = own
                    yield note, (index, bars), own
                tied = leading


def keep_pitches(
    score: Score,
    heads: Mapping[int, str],
    wanted: Callable[[int, list[WrittenNote]], Fraction | None],
) -> tuple[Edit, ...]:
    """Return the edits that write some notes anew, and accidentals where other notes need them.

    Args:
        score: The tune.
        heads: By index into `written_notes(score)`, the new accidental, letter and octave marks.
        wanted: Returns the MIDI note number that a note is to have, None for any; called with the
            note's index and the notes as they are read after the changes.

    Raises:
        EditError: The reader finds other notes than before.
    """
    before = written_notes(score)
    heads = dict(heads)
    for _ in range(_MAX_ROUNDS):
        edits = tuple(
            Edit(before[index].head, head)
            for index, head in heads.items()
            if head != before[index].head.of(score.text)
        )
        after = written_notes(parse(write(score, edits))) if edits else before
        if len(after) != len(before):
            break
        wrong = _first_wrong(after, wanted)
        if not wrong:
            return edits
        for index, number in wrong.items():
            pitch = after[index].note.pitch
            bare = after[index].letter + after[index].marks
            heads[index] = accidental_text(number - (pitch.midi_number - pitch.alter)) + bare
    raise EditError("edit.music_would_change")


def _first_wrong(
    notes: list[WrittenNote], wanted: Callable[[int, list[WrittenNote]], Fraction | None]
) -> dict[int, Fraction]:
    """Return the first note of each measure that sounds wrong, with what it should sound."""
    wrong: dict[int, Fraction] = {}
    measures = set()
    for index, written in enumerate(notes):
        number = wanted(index, notes)
        if number is None or number == written.note.pitch.midi_number:
            continue
        if written.measure not in measures:
            measures.add(written.measure)
            wrong[index] = number
    return wrong
