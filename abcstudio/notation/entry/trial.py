"""A trial note in its place: what the reader makes of it says all that holds there."""

from dataclasses import replace
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.entry.place import entry_place, written_elements
from abcstudio.notation.lexing.lexer import MUSIC
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.parser import Read
from abcstudio.notation.score import (
    BarLine,
    Chord,
    KeyChange,
    MeterChange,
    Rest,
    Score,
    TransposeChange,
    Tuplet,
)
from abcstudio.notation.spans import Span

_NOTHING = Fraction(0)
_LETTER = "C"
_LETTER_OCTAVE = 4


class Trial:
    """What holds where a note is to be entered.

    Attributes:
        text: The tune, with the triplet opened further that the note joins.
        place: Where in it the note is written.
        begins_line: It begins a line of its own.
        unit: What a note without a length lasts here, in whole notes.
        scale: What the reader multiplies a written length by: 2/3 in a triplet.
        onset: Of the note, from the start of its measure.
        onset_before: Of the note before it in its measure, None where it is the first.
        pitches_before: What the notes before it in its measure sound.
        key: In force.
        meter: In force.
        transpose: How many semitones higher everything sounds here.
        octave_shift: How many octaves higher a note sounds than it is written.
        opens_triplet: It is the first of a triplet.
        joins_triplet: It is a later one of a triplet.
        triplet_left: How many notes are missing in its triplet after it.
        needs_bar_line: The measure is full already and has no bar line.
        follows_bar_line: It is the first of its measure.
        goes_on_at: The measure is full, and the next one, after this place, is empty.
    """

    def __init__(
        self, score: Score, caret: int, read: Read, *, is_triplet: bool, joins: bool = True
    ) -> None:
        place = entry_place(score, caret)
        self.place, self.begins_line = place.offset, place.begins_line
        self.text = score.text
        self._old_length = len(score.text)
        self._joined: Tuplet | None = None
        if is_triplet and joins:
            self._join_triplet(score)
        self.opens_triplet = is_triplet and self._joined is None
        self.joins_triplet = self._joined is not None
        self.triplet_left = 0
        if is_triplet:
            self.triplet_left = 2 if self._joined is None else self._joined.p - self._joined.r - 1
        self._read(read)
        self._find_measure()
        self._judge()

    def part_of(self, length: Fraction) -> Fraction:
        """Return how much of a written length is entered here, the rest after the bar line."""
        room = (self._expected - self.onset) / self.scale
        if self._is_open and not self.needs_bar_line and 0 < room < length and self.scale == 1:
            return room
        full = self._expected
        return full if self.needs_bar_line and self._is_open and 0 < full < length else length

    def is_full_with(self, length: Fraction) -> bool:
        """Whether the note makes its measure full and no bar line is there yet."""
        if not self._fills(length):
            return False
        if self._after:
            return self._after >= self._expected
        return self._right is None

    def reaches_bar_line_with(self, length: Fraction) -> bool:
        """Whether the note makes its measure full and stands right before its bar line."""
        return self._fills(length) and not self._after and self._right is not None

    def after_bar_line(self, text: str, place: int) -> int:
        """Return the place after the bar line that follows a place with nothing but blanks."""
        rest = text[place:]
        start = place + len(rest) - len(rest.lstrip(" \t"))
        match = MUSIC.match(text, start)
        return match.end() if match is not None and match.lastgroup == "bar_line" else place

    def _fills(self, length: Fraction) -> bool:
        onset = _NOTHING if self.needs_bar_line else self.onset
        return 0 < self._expected == onset + length * self.scale

    def _join_triplet(self, score: Score) -> None:
        """Let the triplet before the place have one note more, if one is missing."""
        before = [e for e in written_elements(score) if e.span.end <= self.place]
        last = max(before, key=lambda e: e.span.start, default=None)
        tuplet = last.tuplet if last is not None else None
        if last is None or tuplet is None or tuplet.r >= tuplet.p:
            return
        if "|" in self.text[last.span.end : self.place]:
            return
        grown = replace(tuplet, r=tuplet.r + 1)
        is_usual = (grown.p, grown.q, grown.r) == (3, 2, 3)
        sign = "(3" if is_usual else f"({grown.p}:{grown.q}:{grown.r}"
        self.text = apply_changes(self.text, [Edit(tuplet.span, sign)])
        self.place += len(sign) - (tuplet.span.end - tuplet.span.start)
        self._joined = tuplet

    def _read(self, read: Read) -> None:
        """Read the tune with the trial note and find that in its voice."""
        before = "\n" if self.begins_line else ""
        start = self.place + len(before)
        text = f"{self.text[: self.place]}{before}{_LETTER}{self.text[self.place :]}"
        self._score = read(text)
        for voice in self._score.voices:
            for index, element in enumerate(voice.elements):
                if isinstance(element, Chord) and element.span == Span(start, start + 1):
                    self._voice, self._index, self._chord = voice, index, element
                    return
        raise EditError("edit.no_place_for_notes")

    def _find_measure(self) -> None:
        elements = self._voice.elements
        first = self._index
        while first and not isinstance(elements[first - 1], BarLine):
            first -= 1
        self._left = elements[first - 1] if first else None
        last = self._index
        while last + 1 < len(elements) and not isinstance(elements[last + 1], BarLine):
            last += 1
        self._right = elements[last + 1] if last + 1 < len(elements) else None
        self._before = [e for e in elements[first : self._index] if isinstance(e, Chord | Rest)]
        after = [e for e in elements[self._index + 1 : last + 1] if isinstance(e, Chord | Rest)]
        self._after = sum((e.duration for e in after), _NOTHING)
        self._has_music_later = any(isinstance(e, Chord | Rest) for e in elements[last + 1 :])

    def _judge(self) -> None:
        score, voice, chord = self._score, self._voice, self._chord
        self.key, self.meter, self.transpose = score.key, score.meter, voice.transpose
        for element in voice.elements[: self._index]:
            if isinstance(element, KeyChange):
                self.key = element.key
            elif isinstance(element, MeterChange):
                self.meter = element.meter
            elif isinstance(element, TransposeChange):
                self.transpose = element.semitones
        self.octave_shift = chord.notes[0].pitch.octave - _LETTER_OCTAVE
        self.scale = chord.duration / chord.notated_duration
        if self.opens_triplet:
            self.scale = Fraction(2, 3)
        self.unit = chord.notated_duration / self._broken_by()
        self._expected = self.meter.measure_duration
        self.onset = sum((e.duration for e in self._before), _NOTHING)
        last = self._before[-1] if self._before else None
        self.onset_before = self.onset - last.duration if last is not None else None
        self.pitches_before: tuple[Pitch, ...] = tuple(
            note.pitch for e in self._before if isinstance(e, Chord) for note in e.notes
        )
        self.follows_bar_line = not self._before and self._left is not None
        is_full = 0 < self._expected <= self.onset and not self._after
        self._is_open = not self._after and not self._has_music_later
        self.needs_bar_line = is_full and self._right is None
        self.goes_on_at: int | None = None
        if is_full and isinstance(self._right, BarLine) and not self._has_music_later:
            # The trial note stood before it, and the sign of a triplet may have grown.
            self.goes_on_at = self._right.span.end - (len(score.text) - self._old_length)

    def _broken_by(self) -> Fraction:
        """Return what a broken rhythm before the place multiplies the note by: that is meant so."""
        before = self.text[: self.place].rstrip(" \t")
        signs = before[len(before.rstrip("<>")) :]
        shorter = Fraction(1, 2 ** len(signs))
        return shorter if signs.endswith(">") else 2 - shorter
