"""What the jury hears of a tune: measures of notes, each as a degree of the tune's mode.

The first voice as written: repeats are not unrolled, ties joined, of a chord the highest note;
grace notes, decorations and chord symbols play no part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.score import Chord, KeyChange, Rest, Score

TICKS = 2**6 * 3 * 5 * 7
"""Ticks of a whole note."""

LEAST_NOTES = 8
"""With fewer notes there is nothing to judge."""

MAX_NOTES = 3000
"""More notes than any tune of one melody has; the rest is not judged."""


class JudgedNote(NamedTuple):
    """One note.

    Attributes:
        step: Its place among the white keys, octaves counted: C0 is 0.
        alter: Semitones by which it is away from its key; 0 is in the mode.
        pitch: Its MIDI number.
        onset: Ticks from the start of the measure.
        length: Ticks, ties and the rests after it included.
    """

    step: int
    alter: int
    pitch: int
    onset: int
    length: int


@dataclass(frozen=True, slots=True)
class JudgedMeasure:
    """The notes between two bar lines.

    Attributes:
        begins_part: A part begins here; a second ending belongs to the part before it.
        is_whole: It lasts as long as the meter says.
    """

    notes: tuple[JudgedNote, ...]
    begins_part: bool = False
    is_pickup: bool = False
    is_whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTune:
    """A tune as the jury hears it.

    Attributes:
        measures: All that hold a note.
        tonic: The tonic's place among the steps, 0 for C.
        mode: Fifths between the key and the major key of its tonic: 0 major, -3 minor.
        length: Ticks of a full measure; 0 in free meter.
        beat: Ticks of a beat.
    """

    measures: tuple[JudgedMeasure, ...]
    tonic: int
    mode: int
    length: int
    beat: int

    @property
    def meter(self) -> str:
        """What tunes of like measures share: length and beat."""
        return f"{self.length}/{self.beat}"

    @property
    def notes(self) -> Iterator[JudgedNote]:
        """Every note in order, those of pickups too."""
        return (note for measure in self.measures for note in measure.notes)

    @property
    def parts(self) -> list[list[JudgedMeasure]]:
        """The parts, pickups left out, those without a whole measure too."""
        parts: list[list[JudgedMeasure]] = []
        for measure in self.measures:
            if measure.begins_part or not parts:
                parts.append([])
            if not measure.is_pickup:
                parts[-1].append(measure)
        return [part for part in parts if part]

    @property
    def is_enough(self) -> bool:
        """Whether there is enough to judge: some notes, two measures."""
        return (
            sum(1 for _ in self.notes) >= LEAST_NOTES
            and sum(not measure.is_pickup for measure in self.measures) > 1
        )

    def degree(self, note: JudgedNote) -> int:
        """Return which degree of the mode a note is, 0 for the tonic."""
        return (note.step - self.tonic) % 7


def judged(score: Score) -> JudgedTune:
    """Return a tune as the jury hears it."""
    meter = score.meter
    measures = split_measures(score.voices[0], meter)
    compound = meter.is_compound
    beat = Fraction(3, 8) if compound else Fraction(1, 4)
    tonic = STEPS.index(score.key.tonic[0]) if score.key.tonic else 0
    return JudgedTune(
        measures=tuple(_measures(measures, score.key)),
        tonic=tonic,
        mode=score.key.fifths - _major_fifths(score.key.tonic),
        length=_ticks(meter.measure_duration),
        beat=_ticks(beat),
    )


def _major_fifths(tonic: str) -> int:
    if not tonic:
        return 0
    return "FCGDAEB".index(tonic[0]) - 1 + 7 * (tonic.count("#") - tonic.count("b"))


def _measures(measures: Sequence[Measure], key: KeySignature) -> Iterator[JudgedMeasure]:
    reader = _Notes(key)
    count = 0
    begins_part = True
    for measure in measures:
        begins_part = begins_part or (measure.starts_section and not _is_later_ending(measure))
        notes = reader.notes_of(measure)
        if not notes:
            continue
        yield JudgedMeasure(
            tuple(notes[: MAX_NOTES - count]),
            begins_part,
            measure.is_pickup,
            measure.duration == measure.expected or not measure.expected,
        )
        begins_part = False
        count += len(notes)
        if count >= MAX_NOTES:
            return


def _is_later_ending(measure: Measure) -> bool:
    ending = measure.ending
    return ending is not None and 1 not in ending.passes


class _Notes:
    """Takes notes out of measures, with the key in force."""

    def __init__(self, key: KeySignature) -> None:
        self._key = key
        self._tied: tuple[int, ...] = ()

    def notes_of(self, measure: Measure) -> list[JudgedNote]:
        notes: list[JudgedNote] = []
        for element in measure.elements:
            if isinstance(element, KeyChange):
                self._key = element.key
            elif isinstance(element, Rest) and notes:
                notes[-1] = _longer(notes[-1], _ticks(element.duration))
            elif isinstance(element, Chord) and element.notes:
                note = self._note(element, measure.onset)
                if notes and notes[-1].pitch == note.pitch and note.pitch in self._tied:
                    notes[-1] = _longer(notes[-1], note.length)
                else:
                    notes.append(note)
                self._tied = tuple(int(one.pitch.midi_number) for one in element.notes if one.tied)
        return notes

    def _note(self, chord: Chord, measure_onset: Fraction) -> JudgedNote:
        notes = chord.notes
        highest = notes[0].pitch
        if len(notes) > 1:
            highest = max((note.pitch for note in notes), key=lambda pitch: pitch.midi_number)
        step, alter, midi_number = _sounding(highest, self._key)
        onset = _ticks(chord.onset - measure_onset)
        return JudgedNote(step, alter, midi_number, onset, _ticks(chord.duration))


@lru_cache(maxsize=2000)
def _sounding(pitch: Pitch, key: KeySignature) -> tuple[int, int, int]:
    """Return a pitch as step, as semitones away from a key, and as MIDI number."""
    alter = int(pitch.alter - key.alter_of(pitch.step))
    return pitch.diatonic, alter, int(pitch.midi_number)


def _longer(note: JudgedNote, ticks: int) -> JudgedNote:
    return note._replace(length=note.length + ticks)


def _ticks(duration: Fraction) -> int:
    return duration.numerator * TICKS // duration.denominator
