"""A melody to look for: the ways to read its notes, its lengths where it has any."""

from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.corpus.melody_index.melody import Line, length_step
from abcstudio.corpus.melody_index.steps import StepComparison

SHORTEST_QUERY = 4
"""Of fewer notes nothing is found."""

LONGEST_QUERY = 64
"""Of a longer query so many notes are looked for."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to read the notes of a melody.

    Attributes:
        pitches: The MIDI number of each note; only what is compared of their steps counts.
        comparison: What of a step counts.
        penalty: How much less likely it is than the others, in hundredths of a wrong note.
        is_absolute: The pitches are meant: where all else is alike, a tune that has them is first.
    """

    pitches: tuple[int, ...]
    comparison: StepComparison = StepComparison.SEMITONES
    penalty: int = 0
    is_absolute: bool = False


@dataclass(frozen=True, slots=True)
class AskedMelody:
    """What is looked for.

    Attributes:
        variants: The ways to read it, one or more, each of as many notes.
        lengths: What is kept of each length, as of `length_step`; empty where none is known.
        are_lengths_meant: They are known for certain, so that they count even where all are equal.
        is_typed: It is how a tune begins, more likely than not; else it was cut from one anywhere.
    """

    variants: tuple[Variant, ...]
    lengths: tuple[int, ...] = ()
    are_lengths_meant: bool = False
    is_typed: bool = True

    @classmethod
    def of_line(cls, line: Line) -> "AskedMelody":
        """Return notes with their lengths as what is looked for."""
        pitches = tuple(pitch for pitch, _ in line)
        lengths = lengths_of(line)
        return cls((Variant(pitches),), lengths, are_lengths_meant=True, is_typed=False)

    @property
    def note_count(self) -> int:
        """How many notes are looked for."""
        return min(len(self.variants[0].pitches), LONGEST_QUERY)

    @property
    def has_rhythm(self) -> bool:
        """Whether lengths say something: they are meant, or not all the same."""
        return bool(self.lengths) and (self.are_lengths_meant or len(set(self.lengths)) > 1)


def lengths_of(line: Line) -> tuple[int, ...]:
    """Return what is kept of the length of each note."""
    return tuple(length_step(length) for _, length in line)


def groups_of(variants: Sequence[Variant]) -> dict[StepComparison, list[int]]:
    """Return the places of variants by what of a step counts for them."""
    groups: dict[StepComparison, list[int]] = {}
    for place, variant in enumerate(variants):
        groups.setdefault(variant.comparison, []).append(place)
    return groups
