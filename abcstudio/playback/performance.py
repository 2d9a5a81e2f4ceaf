"""A score as played: repeats unrolled, ties joined, every note timed and traced to its text."""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from abcstudio.notation.meter import Meter
from abcstudio.notation.spans import Span

DRUM_CHANNEL = 9
"""The MIDI channel, counted from 0, whose notes are instruments of the drum kit."""


class PerformedNote(NamedTuple):
    """One sounding note. Beats are quarter notes from the start of the performance.

    A tuple, since a tune has hundreds of them and a frozen dataclass takes four times as long.

    Attributes:
        pitch: A MIDI note number; a fraction for a microtone.
        velocity: 1 to 127.
        span: The characters of the (first) written note.
        voice: Its track, an index into `Performance.tracks`.
        measure: The index into `Performance.measures` that it begins in.
        pass_number: Which time through its repeat, from 1.
    """

    onset_beats: Fraction
    duration_beats: Fraction
    pitch: Fraction
    velocity: int
    span: Span
    voice: int
    measure: int
    pass_number: int


@dataclass(frozen=True, slots=True)
class TempoMark:
    """From this beat on, so many quarter notes a minute."""

    onset_beats: Fraction
    quarters_per_minute: Fraction


@dataclass(frozen=True, slots=True)
class MeterMark:
    """From this beat on, this meter."""

    onset_beats: Fraction
    meter: Meter


@dataclass(frozen=True, slots=True)
class KeyMark:
    """From this beat on, this key: sharps (positive) or flats (negative), and if it is minor."""

    onset_beats: Fraction
    fifths: int
    is_minor: bool


class PerformedMeasure(NamedTuple):
    """One measure of the first voice as played.

    Attributes:
        number: Its number in the score, from 1 (a pickup is 0); repeats play a number again.
        span: Its characters.
    """

    onset_beats: Fraction
    duration_beats: Fraction
    number: int
    span: Span
    pass_number: int


@dataclass(frozen=True, slots=True)
class Marker:
    """A text at a place: the label of the part that begins there."""

    onset_beats: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class ProgramChange:
    """From this beat on, another General MIDI program, from 0."""

    onset_beats: Fraction
    program: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One voice, or one part of the backing.

    Attributes:
        program: Its General MIDI program, from 0; None is the listener's choice.
        changes: Later programs, in the order of time.
        channel: The MIDI channel that it must use, from 0; on 9 its notes are drums. None is any.
        is_backing: No one wrote its notes; they come from chord symbols and `%%MIDI` lines.
        instrument: The instrument in the box that fits it, where it names no program; "" is the
            listener's choice.
        preset: What it is in the bundled font, where that is another than its program.
    """

    name: str
    program: int | None
    changes: tuple[ProgramChange, ...] = ()
    channel: int | None = None
    is_backing: bool = False
    instrument: str = ""
    preset: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
    """A whole performance. Notes are sorted by onset, then voice, then pitch.

    Attributes:
        quarters_per_minute: The tempo at the start, whether its first note is held or not.
        tempo_beat: The note that players count it in, in whole notes.
        markers: The labels of its parts, where they are played.
        is_cut: The tune goes on for longer than a performance lasts.
        is_full: It has more notes than a performance holds; the last voices lack some.
    """

    title: str
    notes: tuple[PerformedNote, ...]
    tracks: tuple[Track, ...]
    tempos: tuple[TempoMark, ...]
    meters: tuple[MeterMark, ...]
    keys: tuple[KeyMark, ...]
    measures: tuple[PerformedMeasure, ...]
    duration_beats: Fraction
    quarters_per_minute: Fraction = Fraction(120)
    tempo_beat: Fraction = Fraction(1, 4)
    markers: tuple[Marker, ...] = ()
    is_cut: bool = False
    is_full: bool = False

    def seconds_at(self, beats: Fraction) -> float:
        """Return the time of a beat in seconds at the written tempo."""
        seconds, at, rate = 0.0, Fraction(0), Fraction(120)
        for mark in self.tempos:
            if mark.onset_beats >= beats:
                break
            seconds += float(mark.onset_beats - at) * 60 / float(rate)
            at, rate = mark.onset_beats, mark.quarters_per_minute
        return seconds + float(beats - at) * 60 / float(rate)

    def measure_at(self, beats: Fraction) -> int:
        """Return the index of the measure that a beat falls into."""
        return max(0, bisect_right([measure.onset_beats for measure in self.measures], beats) - 1)
