"""One voice as it is played: its elements in playing order, timed, ties joined note by note."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from math import lcm

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.measures import split_measures
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.score import (
    BarLine,
    Chord,
    Decoration,
    KeyChange,
    MeterChange,
    Note,
    Rest,
    Score,
    Tempo,
    TempoChange,
    Voice,
)
from abcstudio.notation.spans import Span
from abcstudio.playback.interpretation import Interpretation
from abcstudio.playback.performance import PerformedMeasure, PerformedNote
from abcstudio.playback.repeats import Stretch, playing_order

MAX_NOTES = 100_000
MAX_ELEMENTS = 400_000
PLAIN_VELOCITY = 80
_GRACES_IN_BEAT = 8
_STRESS = 8
_ACCENT = 16
_ACCENTS = frozenset((">", "accent", "emphasis", "marcato"))
_LOUDNESS = {
    "pppp": 24, "ppp": 32, "pp": 44, "p": 56, "mp": 68, "mf": 80, "f": 96, "ff": 110, "fff": 120,
    "ffff": 126,
}  # fmt: skip


@dataclass(slots=True)
class Allowance:
    """How much may still be played, over all voices of a score."""

    notes: int = MAX_NOTES
    elements: int = MAX_ELEMENTS


@dataclass(frozen=True, slots=True)
class PlayedChordSymbol:
    """A chord symbol at its place in the performance."""

    onset: Fraction
    text: str
    span: Span


@dataclass(slots=True)
class PlayedVoice:
    """What one voice contributes to a performance; onsets and durations in beats."""

    notes: list[PerformedNote] = field(default_factory=list)
    measures: list[PerformedMeasure] = field(default_factory=list)
    chord_symbols: list[PlayedChordSymbol] = field(default_factory=list)
    tempo_changes: list[tuple[Fraction, Tempo | None]] = field(default_factory=list)
    meter_changes: dict[Fraction, Meter] = field(default_factory=dict)
    key_changes: dict[Fraction, KeySignature] = field(default_factory=dict)
    duration: Fraction = Fraction(0)


def play_voice(
    score: Score, index: int, interpretation: Interpretation, allowance: Allowance
) -> PlayedVoice:
    """Play one voice of a score, as far as the allowance reaches."""
    player = _VoicePlayer(score, index, interpretation, allowance)
    for stretch in playing_order(score.voices[index].elements, score.part_order):
        if allowance.elements <= 0 or allowance.notes <= 0:
            break
        player.play(stretch)
    return player.result()


@dataclass(frozen=True, slots=True)
class _Marks:
    """The tempo (None: the one at the start), meter and key that hold from an element on."""

    index: int
    tempo: Tempo | None
    meter: Meter
    key: KeySignature


class _VoicePlayer:
    def __init__(
        self, score: Score, index: int, interpretation: Interpretation, allowance: Allowance
    ) -> None:
        self._score = score
        self._voice: Voice = score.voices[index]
        self._index = index
        self._interpretation = interpretation
        self._allowance = allowance
        self._played = PlayedVoice()
        # Onsets and lengths are whole numbers here, in parts of a beat that fit all of them.
        self._parts = _parts_of_beat(self._voice, interpretation)
        self._onset = 0
        self._notes: list[PerformedNote] = self._played.notes
        # By pitch, where in `_notes` the note stands that a tie leads on from, and its onset.
        self._ties: dict[Pitch, tuple[int, int]] = {}
        self._numbers: dict[tuple[str, int, int, int], Fraction] = {}
        self._velocity = PLAIN_VELOCITY
        self._next_index = 0
        self._lengths: dict[int, int] = {}
        self._stressed = True
        self._measure_onset = 0
        self._measure_span: tuple[int, int] | None = None
        self._measure_written_onset = Fraction(0)
        self._pass_number = 1
        self._marks = _marks(score, self._voice)
        self._mark_places = [mark.index for mark in self._marks]
        written = split_measures(self._voice, score.meter) if index == 0 else ()
        self._written_onsets = [measure.onset for measure in written]
        self._written_numbers = [measure.number for measure in written]

    def _beats(self, parts: int) -> Fraction:
        return _fraction(parts, self._parts)

    def _length(self, duration: Fraction) -> int:
        return max(0, duration.numerator * (4 * self._parts // duration.denominator))

    def play(self, stretch: Stretch) -> None:
        if stretch.start != self._next_index:
            self._restore_marks(stretch.start)
        self._pass_number = stretch.pass_number
        self._next_index = stretch.stop
        elements = self._voice.elements
        for index in range(stretch.start, stretch.stop):
            element = elements[index]
            self._allowance.elements -= 1
            if self._allowance.elements <= 0 or self._allowance.notes <= 0:
                return
            if isinstance(element, Chord):
                self._play_chord(element, index)
            elif isinstance(element, Rest):
                self._enter(element, index)
                self._ties = {}
                self._onset += self._lengths[index]
            elif isinstance(element, BarLine):
                self._end_measure()
            elif isinstance(element, TempoChange):
                self._played.tempo_changes.append((self._beats(self._onset), element.tempo))
            elif isinstance(element, MeterChange):
                self._played.meter_changes[self._beats(self._onset)] = element.meter
            elif isinstance(element, KeyChange):
                self._played.key_changes[self._beats(self._onset)] = element.key

    def result(self) -> PlayedVoice:
        self._end_measure()
        self._played.duration = self._beats(self._onset)
        return self._played

    def _enter(self, element: Chord | Rest, index: int) -> None:
        """Note what every timed element brings: its length, its chord symbol, its measure."""
        if index not in self._lengths:
            self._lengths[index] = self._length(element.duration)
        for symbol in element.chord_symbols:
            self._played.chord_symbols.append(
                PlayedChordSymbol(self._beats(self._onset), symbol.text, symbol.span)
            )
        if self._measure_span is None:
            self._measure_written_onset = element.onset
            self._measure_span = (element.span.start, element.span.end)
        else:
            self._measure_span = (self._measure_span[0], element.span.end)

    def _play_chord(self, chord: Chord, index: int) -> None:
        self._enter(chord, index)
        if self._interpretation.dynamics and chord.decorations:
            self._set_loudness(chord.decorations)
        velocity = self._velocity_of(chord)
        length = self._lengths[index]
        delay = self._play_grace_notes(chord, length, velocity)
        shortened = bool(chord.decorations) and self._is_staccato(chord)
        ties: dict[Pitch, tuple[int, int]] = {}
        for note in chord.notes:
            own = length if note.duration is chord.duration else self._length(note.duration)
            place = self._continue_tie(note, own)
            if place is None and own > delay:
                sounding = (own - delay) // 2 if shortened and not note.tied else own - delay
                place = self._add(note, note.pitch, self._onset + delay, sounding, velocity)
            if place is not None and note.tied:
                ties[note.pitch] = place
        self._ties = ties
        self._stressed = False
        self._onset += length

    def _is_staccato(self, chord: Chord) -> bool:
        return self._interpretation.staccato and any(
            decoration.name in ("staccato", ".") for decoration in chord.decorations
        )

    def _continue_tie(self, note: Note, length: int) -> tuple[int, int] | None:
        """Lengthen the note that a tie led on from, and return its place; None where none did."""
        if not self._ties:
            return None
        place = self._ties.pop(note.pitch, None)
        if place is None and not note.accidental:
            # A tie carries an accidental over the bar line.
            for pitch in self._ties:
                if pitch.diatonic == note.pitch.diatonic:
                    place = self._ties.pop(pitch)
                    break
        if place is not None and length > 0:
            index, onset = place
            duration = self._beats(self._onset + length - onset)
            self._notes[index] = replace(self._notes[index], duration_beats=duration)
        return place

    def _play_grace_notes(self, chord: Chord, length: int, velocity: int) -> int:
        """Play the grace notes of a chord and return by how much they delay it."""
        graces = chord.grace_notes
        if graces is None or not graces.notes or not self._interpretation.grace_notes:
            return 0
        if self._ties:
            return 0
        each = min(self._parts // _GRACES_IN_BEAT, length // (2 * len(graces.notes)))
        if each <= 0:
            return 0
        for number, note in enumerate(graces.notes):
            self._add(note, note.pitch, self._onset + number * each, each, velocity)
        return each * len(graces.notes)

    def _add(
        self, note: Note, pitch: Pitch, onset: int, length: int, velocity: int
    ) -> tuple[int, int] | None:
        """Add a sounding note and return its place; None when MIDI has no such pitch."""
        key = (pitch.step, pitch.octave, pitch.alter.numerator, pitch.alter.denominator)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = pitch.midi_number + self._voice.transpose
        if not 0 <= number <= 127 or self._allowance.notes <= 0:
            return None
        self._allowance.notes -= 1
        self._notes.append(
            PerformedNote(
                onset_beats=self._beats(onset),
                duration_beats=self._beats(length),
                pitch=number,
                velocity=velocity,
                span=note.span,
                voice=self._index,
                measure=len(self._played.measures),
                pass_number=self._pass_number,
            )
        )
        return len(self._notes) - 1, onset

    def _set_loudness(self, decorations: Iterable[Decoration]) -> None:
        for decoration in decorations:
            self._velocity = _LOUDNESS.get(decoration.name, self._velocity)

    def _velocity_of(self, chord: Chord) -> int:
        if not self._interpretation.dynamics:
            return PLAIN_VELOCITY
        velocity = self._velocity + (_STRESS if self._stressed else 0)
        if any(decoration.name in _ACCENTS for decoration in chord.decorations):
            velocity += _ACCENT
        return min(127, velocity)

    def _end_measure(self) -> None:
        self._stressed = True
        if self._measure_span is None:
            return
        if self._index == 0 and self._onset > self._measure_onset:
            place = bisect_right(self._written_onsets, self._measure_written_onset) - 1
            self._played.measures.append(
                PerformedMeasure(
                    onset_beats=self._beats(self._measure_onset),
                    duration_beats=self._beats(self._onset - self._measure_onset),
                    number=self._written_numbers[place] if place >= 0 else 1,
                    span=Span(*self._measure_span),
                    pass_number=self._pass_number,
                )
            )
        self._measure_onset = self._onset
        self._measure_span = None

    def _restore_marks(self, index: int) -> None:
        """After a jump, bring back the tempo, meter and key that hold at an element."""
        if len(self._marks) == 1:
            return
        mark = self._marks[bisect_right(self._mark_places, index - 1) - 1]
        if self._played.tempo_changes:
            self._played.tempo_changes.append((self._beats(self._onset), mark.tempo))
        self._played.meter_changes[self._beats(self._onset)] = mark.meter
        self._played.key_changes[self._beats(self._onset)] = mark.key


_fraction = lru_cache(maxsize=1 << 16)(Fraction)


def _parts_of_beat(voice: Voice, interpretation: Interpretation) -> int:
    """Return how many parts of a beat fit every length that this voice is played with."""
    denominators: set[int] = set()
    graces: set[int] = set()
    for element in voice.elements:
        if isinstance(element, Chord):
            denominators.update(note.duration.denominator for note in element.notes)
            denominators.add(element.duration.denominator)
            if element.grace_notes is not None:
                graces.add(len(element.grace_notes.notes))
        elif isinstance(element, Rest):
            denominators.add(element.duration.denominator)
    parts = lcm(*denominators)
    if interpretation.grace_notes and graces:
        parts *= 2 * _GRACES_IN_BEAT * lcm(*(count for count in graces if count))
    return 2 * parts if interpretation.staccato else parts


def _marks(score: Score, voice: Voice) -> list[_Marks]:
    """Return what holds from the start of a voice and from each of its changes on."""
    marks = [_Marks(-1, None, score.meter, score.key)]
    for index, element in enumerate(voice.elements):
        if isinstance(element, TempoChange):
            marks.append(replace(marks[-1], index=index, tempo=element.tempo))
        elif isinstance(element, MeterChange):
            marks.append(replace(marks[-1], index=index, meter=element.meter))
        elif isinstance(element, KeyChange):
            marks.append(replace(marks[-1], index=index, key=element.key))
    return marks
