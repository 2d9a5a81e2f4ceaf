"""A tune's melody as its notes, and as what the index keeps of them: two small numbers a note.

The notes of each voice as written: repeats are not unrolled. Of a chord the highest note counts, a
tie makes one note of two, a rest belongs to the note before; grace notes play no part.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE, can_read, read_melody
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Rest, Score, Voice
from abcstudio.notation.spans import Span

STEPS_A_DOUBLING = 12
"""Lengths are kept by their logarithm: twice as long is so much more."""

_SHORTEST, _LONGEST = -100, 100
# What a length is over the next power of two, by its step: of the others none is written.
_EXACT = {2: 9 / 8, 4: 5 / 4, 5: 4 / 3, 7: 3 / 2, 10: 7 / 4}


class LineNote(NamedTuple):
    """One note of a melody.

    Attributes:
        pitch: Its MIDI number.
        length: In parts of a whole note, of which there are `PER_WHOLE_NOTE`.
        measure: The number of the measure it begins in.
        span: Where it stands in the tune's text.
    """

    pitch: int
    length: int
    measure: int
    span: Span


class MelodyPlace(NamedTuple):
    """Where some notes of a melody stand in their tune.

    Attributes:
        span: From the first of them to the last, in the tune's text.
        measures: The numbers of the first and the last measure.
    """

    span: Span
    measures: tuple[int, int]


Line = Sequence[tuple[int, int]]
"""Pitch and length of each note of one voice."""


def melodies_of(score: Score) -> tuple[tuple[LineNote, ...], ...]:
    """Return the melody of each voice that has notes."""
    lines = (tuple(_notes(voice, score)) for voice in score.voices)
    return tuple(line for line in lines if line)


def full_measure(score: Score) -> int:
    """Return how long a full measure of a tune is, in the unit of its melody's lengths."""
    return int(score.meter.measure_duration * PER_WHOLE_NOTE)


def place_of(score: Score, line: int, first_note: int, last_note: int) -> MelodyPlace | None:
    """Return where notes of a voice stand, as the index counts them; None where there are none."""
    melodies = melodies_of(score)
    notes = melodies[line][first_note : last_note + 1] if line < len(melodies) else ()
    if not notes:
        return None
    span = Span(notes[0].span.start, notes[-1].span.end)
    return MelodyPlace(span, (notes[0].measure, notes[-1].measure))


def lines_of(text: str, file_header: str = "") -> tuple[Line, ...]:
    """Return the melodies of a tune's text; quickly, where it is plain."""
    if not file_header and can_read(text):
        line = read_melody(text, with_pickup=True)
        return (line,) if line else ()
    melodies = melodies_of(parse(text, file_header))
    return tuple([(note.pitch, note.length) for note in line] for line in melodies)


@lru_cache(maxsize=10_000)
def length_step(length: int) -> int:
    """Return the logarithm that is kept of a length."""
    step = round(STEPS_A_DOUBLING * math.log2(max(length, 1) / PER_WHOLE_NOTE))
    return min(max(step, _SHORTEST), _LONGEST)


def length_of_step(step: int) -> float:
    """Return the length, in whole notes, that a logarithm was made of."""
    doublings, rest = divmod(step, STEPS_A_DOUBLING)
    return float(2.0**doublings) * _EXACT.get(rest, 2 ** (rest / STEPS_A_DOUBLING))


def _notes(voice: Voice, score: Score) -> list[LineNote]:
    notes: list[LineNote] = []
    tied: set[int] = set()
    for measure in split_measures(voice, score.meter):
        for element in measure.elements:
            if isinstance(element, Chord) and element.notes:
                pitches = [int(note.pitch.midi_number) for note in element.notes]
                pitch, length = max(pitches), int(element.duration * PER_WHOLE_NOTE)
                if pitch in tied and notes and notes[-1].pitch == pitch:
                    last = notes[-1]
                    notes[-1] = last._replace(length=last.length + length)
                else:
                    notes.append(LineNote(pitch, length, measure.number, element.span))
                tied = {
                    sounding
                    for sounding, note in zip(pitches, element.notes, strict=True)
                    if note.tied
                }
            elif isinstance(element, Rest) and notes:
                longer = notes[-1].length + int(element.duration * PER_WHOLE_NOTE)
                notes[-1] = notes[-1]._replace(length=longer)
    return notes
