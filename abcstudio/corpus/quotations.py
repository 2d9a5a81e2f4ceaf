"""Where a tune says again, note for note, what a known tune says: the novelty figure.

Four measures in a row are a quotation when a known tune has the same four, in any key: the same
intervals, beginning at the same places of the measures. What is compared:

- The notes of every voice as written: repeats are not unrolled, variant endings follow each other.
- Pitches relative to the run's first note, the highest of each chord. Grace notes, decorations,
  chord symbols, ties and rests play no part.
- Where in its measure each note begins, as a share of the measure, so that 2/4 in sixteenths is 4/4
  in eighths. So the last note of a part is the same whether or not it leaves room for a pickup.
- Pickups, also those of later parts, are left out: they lead to a melody and change freely.
- A run with fewer than two different pitches says nothing and does not count.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from hashlib import blake2b

from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Chord, Score

RUN_MEASURES = 4

# A pitch and where in its measure it begins, from 0 to 1.
PlacedNote = tuple[int, Fraction]
PlacedNotes = tuple[PlacedNote, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Measures of a tune that stand in a known tune, too.

    Attributes:
        voice: The index of the voice.
        first_measure: The number of the first of `RUN_MEASURES` measures.
        source: The index of the first known tune that has them.
    """

    voice: int
    first_measure: int
    source: int


class QuotationIndex:
    """Every run of measures of the known tunes."""

    def __init__(self, scores: Iterable[Score]) -> None:
        self._sources: dict[bytes, int] = {}
        for source, score in enumerate(scores):
            for _, _, run in runs_of(score):
                if digest := run_digest(run):
                    self._sources.setdefault(digest, source)

    @classmethod
    def of_texts(cls, texts: Sequence[str]) -> "QuotationIndex":
        """Return the index of tunes given as ABC text."""
        return cls(parse(text) for text in texts)

    def quotations(self, score: Score) -> tuple[Quotation, ...]:
        """Return where a tune quotes, in order; runs overlap."""
        return tuple(
            Quotation(voice, first_measure, self._sources[digest])
            for voice, first_measure, run in runs_of(score)
            if (digest := run_digest(run)) in self._sources
        )


def runs_of(score: Score) -> Iterator[tuple[int, int, list[PlacedNotes]]]:
    """Yield voice, number of the first measure and the measures of every run."""
    for place, voice in enumerate(score.voices):
        measures = [one for one in split_measures(voice, score.meter) if not one.is_pickup]
        notes = [placed_notes(measure) for measure in measures]
        for start in range(len(notes) - RUN_MEASURES + 1):
            yield place, measures[start].number, notes[start : start + RUN_MEASURES]


def placed_notes(measure: Measure) -> PlacedNotes:
    """Return the notes of a measure, of each chord the highest."""
    length = measure.expected or measure.duration
    return tuple(
        (
            max(int(note.pitch.midi_number) for note in element.notes),
            (element.onset - measure.onset) / length,
        )
        for element in measure.elements
        if isinstance(element, Chord) and element.notes
    )


def says_something(run: Sequence[Sequence[PlacedNote]]) -> bool:
    """Return whether a run has more than one pitch."""
    return len({pitch for measure in run for pitch, _ in measure}) > 1


def run_digest(run: Sequence[Sequence[PlacedNote]]) -> bytes:
    """Return what is equal for equal runs of measures; nothing where a run says nothing."""
    return melody_digest(run) if says_something(run) else b""


def melody_digest(run: Sequence[Sequence[PlacedNote]]) -> bytes:
    """Return what is equal for measures that are equal in some key."""
    first = next((pitch for measure in run for pitch, _ in measure), 0)
    relative = [
        [(pitch - first, *onset.as_integer_ratio()) for pitch, onset in measure] for measure in run
    ]
    return blake2b(repr(relative).encode("ascii"), digest_size=12).digest()
