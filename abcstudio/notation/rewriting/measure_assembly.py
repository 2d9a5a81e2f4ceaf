"""A tune put together anew from pieces of its text, each note sounding as where it came from."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import place_after, write
from abcstudio.notation.editing.written_notes import WrittenNote, keep_pitches, written_notes
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.measure_words import words_edits
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span


@dataclass(frozen=True, slots=True)
class MovedMeasures:
    """A tune with measures changed.

    Attributes:
        text: The whole tune.
        selection: Where the measures are now; after a deletion, the caret where they were.
    """

    text: str
    selection: Span


@dataclass(frozen=True, slots=True)
class _Replacement:
    place: Span
    pieces: tuple[Span | str, ...]
    selected: bool
    skipped: int


class Assembly:
    """Collects which places of a tune take which pieces of it."""

    def __init__(self, score: Score) -> None:
        self._score = score
        self._replacements: list[_Replacement] = []

    def replace(
        self, place: Span, pieces: Sequence[Span | str], *, selected: bool, skipped: int = 0
    ) -> None:
        """Put pieces of the text, or signs, in a place.

        Args:
            place: Of the text as it was.
            pieces: Places of the text as it was, or new signs.
            selected: The result's selection covers it.
            skipped: How many characters at its start the selection leaves out.
        """
        self._replacements.append(_Replacement(place, tuple(pieces), selected, skipped))

    def result(self) -> MovedMeasures:
        """Return the tune, with the accidentals that it needs and its words with their notes.

        Raises:
            EditError: The music or the words would be other than before.
        """
        text, sources, selection = self._build()
        changed = parse(text)
        origins = {note.note.span.start: note for note in written_notes(self._score)}
        wanted: list[WrittenNote] = []
        for note in written_notes(changed):
            origin = origins.get(_source(sources, note.note.span.start))
            if origin is None:
                raise EditError("edit.music_would_change")
            if (note.note.tied, note.note.duration) != (origin.note.tied, origin.note.duration):
                raise EditError("edit.measure_tied")
            wanted.append(origin)

        def number(index: int, _after: list[WrittenNote]) -> Fraction:
            return wanted[index].note.pitch.midi_number

        edits = keep_pitches(changed, {}, number)
        chords = {chord.span.start: chord for chord in _chords(self._score)}
        came_from = {
            chord.span.start: chords.get(_source(sources, chord.span.start))
            for chord in _chords(changed)
        }
        changes = [*edits, *words_edits(self._score, changed, came_from)]
        moved = Span(*(place_after(changes, place) for place in selection))
        return MovedMeasures(write(changed, changes), moved)

    def _build(self) -> tuple[str, list[tuple[int, int, int]], tuple[int, int]]:
        """Return the text, where its pieces came from, and what is selected."""
        old = self._score.text
        made = ""
        sources: list[tuple[int, int, int]] = []
        starts: list[int] = []
        ends: list[int] = []
        position = 0

        def take(span: Span) -> None:
            nonlocal made
            sources.append((len(made), span.start, span.end - span.start))
            made += span.of(old)

        for replacement in sorted(self._replacements, key=lambda each: each.place):
            take(Span(position, replacement.place.start))
            start = len(made) + replacement.skipped
            for piece in replacement.pieces:
                if isinstance(piece, Span):
                    take(piece)
                else:
                    made += piece
            if replacement.selected:
                starts.append(start)
                ends.append(len(made))
            position = replacement.place.end
        take(Span(position, len(old)))
        return made, sources, (min(starts, default=0), max(ends, default=0))


def _source(sources: list[tuple[int, int, int]], place: int) -> int:
    """Return where in the old text a character of the new one stood; -1 for a new sign."""
    for start, old, length in sources:
        if start <= place < start + length:
            return old + place - start
    return -1


def _chords(score: Score) -> list[Chord]:
    return [e for voice in score.voices for e in voice.elements if isinstance(e, Chord)]
