"""A group of grace notes while it is being read (ABC 2.1, 4.12)."""

from dataclasses import replace
from fractions import Fraction

from abcstudio.notation.score import GraceNotes, Note
from abcstudio.notation.spans import Span


class GraceGroup:
    """Takes what stands between `{` and `}`: notes, chords, broken rhythm.

    Attributes:
        start: Where its `{` stands.
    """

    def __init__(self, start: int, slashed: bool) -> None:
        self.start = start
        self._slashed = slashed
        self._notes: list[Note] = []
        self._sizes: list[int] = []
        self._chord_from: int | None = None
        self._broken: Fraction | None = None

    def __len__(self) -> int:
        return len(self._notes)

    def add(self, note: Note) -> None:
        """Take a note."""
        if self._broken is not None and self._notes:
            last = self._notes[-1]
            self._notes[-1] = replace(last, duration=last.duration * self._broken)
            note = replace(note, duration=note.duration * (2 - self._broken))
        self._broken = None
        self._notes.append(note)
        if self._chord_from is None:
            self._sizes.append(1)

    def begin_chord(self) -> None:
        """Let the notes that follow sound together."""
        self._chord_from = len(self._notes)

    def end_chord(self, factor: Fraction) -> None:
        """End such notes; a length after the `]` multiplies theirs."""
        if self._chord_from is None:
            return
        size = len(self._notes) - self._chord_from
        if size:
            self._sizes.append(size)
        for place in range(self._chord_from, len(self._notes)):
            note = self._notes[place]
            self._notes[place] = replace(note, duration=note.duration * factor)
        self._chord_from = None

    def break_rhythm(self, signs: str) -> None:
        """Lengthen the latest note and shorten the next (`>`), or the other way round (`<`)."""
        shorter = Fraction(1, 2 ** len(signs[:6]))
        self._broken = 2 - shorter if signs[0] == ">" else shorter

    def finish(self, end: int) -> GraceNotes | None:
        """Return the group; None when there is no note in it."""
        self.end_chord(Fraction(1))
        if not self._notes:
            return None
        sizes = tuple(self._sizes) if len(self._sizes) < len(self._notes) else ()
        return GraceNotes(tuple(self._notes), self._slashed, Span(self.start, end), sizes)
