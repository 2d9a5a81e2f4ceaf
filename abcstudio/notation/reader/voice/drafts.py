"""Notes and rests while they are being read: later signs (`>`, `-`, `)`) still change them."""

from fractions import Fraction

from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.moved import moved
from abcstudio.notation.reader.quick import make_chord, make_note, make_span
from abcstudio.notation.score import (
    Annotation,
    Chord,
    ChordSymbol,
    Decoration,
    GraceNotes,
    Note,
    Rest,
    Syllable,
    Tuplet,
)
from abcstudio.notation.values.lengths import product

ONE = Fraction(1)
_PLACED_MARKS = (
    "annotations", "chord_symbols", "decorations", "grace_notes", "syllables", "tuplet",
)  # fmt: skip
_MARKS = (
    *_PLACED_MARKS, "beam_continues", "broken", "measures", "outer", "scale", "slur_ends",
    "slur_starts", "visible",
)  # fmt: skip


class NoteDraft:
    """One note head being read; `length` is its own, the chord's factors apart."""

    __slots__ = ("accidental", "end", "length", "pitch", "start", "tie_span", "tied")

    def __init__(
        self, start: int, end: int, pitch: Pitch, accidental: str, length: Fraction
    ) -> None:
        self.start = start
        self.end = end
        self.pitch = pitch
        self.accidental = accidental
        self.length = length
        self.tied = False
        self.tie_span: tuple[int, int] | None = None

    def copy(self, moved_by: int) -> "NoteDraft":
        """Return a draft like this one that changes on its own, moved in the text."""
        start, end = self.start + moved_by, self.end + moved_by
        note = NoteDraft(start, end, self.pitch, self.accidental, self.length)
        note.tied = self.tied
        if self.tie_span is not None:
            note.tie_span = (self.tie_span[0] + moved_by, self.tie_span[1] + moved_by)
        return note


class TimedDraft:
    """A chord or rest being read.

    Attributes:
        length: As written, in whole notes; broken rhythm and tuplet apart.
        broken: The factor of broken rhythm.
        scale: The factor of the tuplet.
        outer: What the length after a chord's `]` multiplies its notes by.
        notes: Empty for a rest.
    """

    __slots__ = (
        "annotations", "beam_continues", "broken", "chord_symbols", "decorations", "end",
        "grace_notes", "length", "measures", "notes", "outer", "scale", "slur_ends", "slur_starts",
        "start", "syllables", "tuplet", "visible",
    )  # fmt: skip

    def __init__(self, start: int, end: int, length: Fraction, notes: list[NoteDraft]) -> None:
        self.start = start
        self.end = end
        self.length = length
        self.notes = notes
        self.broken = ONE
        self.scale = ONE
        self.outer = ONE
        self.tuplet: Tuplet | None = None
        self.measures = 0
        self.visible = True
        self.beam_continues = False
        self.slur_starts = 0
        self.slur_ends = 0
        self.decorations: tuple[Decoration, ...] = ()
        self.chord_symbols: tuple[ChordSymbol, ...] = ()
        self.annotations: tuple[Annotation, ...] = ()
        self.grace_notes: GraceNotes | None = None
        self.syllables: tuple[Syllable, ...] = ()

    def copy(self, moved_by: int = 0) -> "TimedDraft":
        """Return a draft like this one that changes on its own, moved in the text."""
        notes = [note.copy(moved_by) for note in self.notes]
        draft = TimedDraft(self.start + moved_by, self.end + moved_by, self.length, notes)
        for name in _MARKS:
            setattr(draft, name, getattr(self, name))
        if moved_by:
            for name in _PLACED_MARKS:
                setattr(draft, name, moved(getattr(self, name), moved_by))
        return draft

    @property
    def duration(self) -> Fraction:
        """How long it sounds, broken rhythm and tuplet applied as far as they are known."""
        return product(product(self.length, self.broken), self.scale)

    def finish(self, onset: Fraction) -> Chord | Rest:
        """Return the element that begins at `onset`."""
        notated = self.length if self.broken is ONE else product(self.length, self.broken)
        duration = notated if self.scale is ONE else product(notated, self.scale)
        span = make_span(self.start, self.end)
        if not self.notes:
            return Rest(
                span=span, onset=onset, duration=duration, notated_duration=notated,
                tuplet=self.tuplet, beam_continues=self.beam_continues,
                slur_starts=self.slur_starts, slur_ends=self.slur_ends,
                decorations=self.decorations, chord_symbols=self.chord_symbols,
                annotations=self.annotations, grace_notes=self.grace_notes,
                syllables=self.syllables, visible=self.visible, measures=self.measures,
            )  # fmt: skip
        if len(self.notes) == 1:
            only = self.notes[0]
            note_span = (
                span
                if only.start == self.start and only.end == self.end
                else make_span(only.start, only.end)
            )
            notes: tuple[Note, ...] = (
                make_note(note_span, only.pitch, only.accidental, duration, only.tied),
            )
        else:
            factor = product(product(self.outer, self.broken), self.scale)
            notes = tuple(
                make_note(
                    make_span(note.start, note.end), note.pitch, note.accidental,
                    product(note.length, factor), note.tied,
                )
                for note in self.notes
            )  # fmt: skip
        return make_chord(
            span, onset, duration, notated, self.tuplet, self.beam_continues, self.slur_starts,
            self.slur_ends, self.decorations, self.chord_symbols, self.annotations,
            self.grace_notes, self.syllables, notes,
        )  # fmt: skip
