"""Where a query stands in a tune."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where a query stands in a tune.

    Attributes:
        tune: The tune's place among those of the index.
        line: Which of its voices that have notes, from 0.
        first_note, last_note: The notes of that voice, as `melodies_of` counts them.
        transposition: By how many semitones the tune lies above the query.
        score: 1 for what is literally there, less for each note that differs; less, too, where such
            a place is not the beginning.
        rank: What is least stands first: what differs, and what makes the place less likely.
        variant: Which of the ways to read the query fits.
        wrong_notes: How many notes differ.
        wrong_lengths: How many lengths differ; `ANY_LENGTH` where the rhythm is another one.
    """

    tune: int
    line: int
    first_note: int
    last_note: int
    transposition: int
    score: float
    rank: float = 0.0
    variant: int = 0
    wrong_notes: int = 0
    wrong_lengths: int = 0


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """Where a query is known to stand: no match is to touch these notes.

    Attributes:
        tunes: The places of the tune, which may be there several times.
        line: Which of its voices, from 0.
        first_note, last_note: The notes of that voice.
    """

    tunes: frozenset[int]
    line: int
    first_note: int
    last_note: int

    def touches(self, match: Match) -> bool:
        """Return whether a match has one of these notes."""
        is_there = match.tune in self.tunes and match.line == self.line
        return is_there and (
            match.first_note <= self.last_note and match.last_note >= self.first_note
        )
