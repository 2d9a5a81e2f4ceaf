"""Chord symbols as a session guitarist plays them: a bass note on the strong beats, chords between.

The chords come from `harmony`, the strokes from `stroke_patterns`, the notes from `chord_voicing`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction

from abcstudio.notation.meter import Meter
from abcstudio.notation.values.chord_kinds import NO_CHORD, ChordName
from abcstudio.playback.backing.accompaniment_settings import SettingsInTime
from abcstudio.playback.backing.chord_voicing import Voicer, bass, second_bass, tone
from abcstudio.playback.backing.drone import BackingNote
from abcstudio.playback.backing.harmony import Harmony, Segment
from abcstudio.playback.backing.measure_phases import PlacedMeasure
from abcstudio.playback.backing.stroke_patterns import (
    ARPEGGIO,
    BASS,
    BOTH,
    CHORD,
    PatternStroke,
    pattern_of,
    strokes_in,
    written_pattern,
)
from abcstudio.playback.performance import MeterMark

MAX_STROKES = 2_000
"""Strokes of one performance; the accompaniment stops there."""

_LONGEST_FREE_BEATS = Fraction(4)
_ADDED_BEATS = Fraction(1)


class Guitarist:
    """Plays measure by measure; at most `MAX_STROKES` strokes in all.

    Attributes:
        bass_notes: What the thumb has played.
        chord_notes: What the fingers have played.
    """

    def __init__(
        self,
        harmony: Harmony,
        settings: SettingsInTime,
        meters: Sequence[MeterMark],
        rhythm: str,
        end: Fraction,
    ) -> None:
        self.bass_notes: list[BackingNote] = []
        self.chord_notes: list[BackingNote] = []
        self._harmony = harmony
        self._settings = settings
        self._meters = meters
        self._meter_onsets = [mark.onset_beats for mark in meters]
        self._rhythm = rhythm
        self._end = end
        self._voicer = Voicer()
        self._voiced: tuple[ChordName, tuple[int, ...]] = (NO_CHORD, ())
        self._strokes_left = MAX_STROKES
        # Strokes of patterns that may be looked at; of a measure of rest none is struck.
        self._looks_left = 2 * MAX_STROKES
        # Bass notes since the chord changed or the measure began: even ones are the root.
        self._turn = 0
        self._pattern_since = Fraction(-1)
        self._bar = 0

    def play(self, measures: Iterable[PlacedMeasure]) -> None:
        """Play the measures of a performance in their order."""
        for placed in measures:
            if min(self._strokes_left, self._looks_left) <= 0:
                break
            segments = self._harmony.segments(placed.measure)
            strokes, is_written = self._strokes(placed)
            self._looks_left -= len(strokes)
            if segments:
                self._play_measure(placed, segments, strokes, is_written)

    def _strokes(self, placed: PlacedMeasure) -> tuple[list[PatternStroke], bool]:
        """Return the strokes of a measure and whether a `gchord` line asks for them."""
        now = self._settings.at(placed.measure.onset_beats)
        if now.pattern and self._meter_at(now.pattern_since) == placed.meter:
            if now.pattern_since != self._pattern_since:
                self._pattern_since, self._bar = now.pattern_since, 0
            pattern = written_pattern(now.pattern, placed.full_beats * now.pattern_bars)
            if pattern or not now.pattern.strip("z0123456789"):
                bar = self._bar % now.pattern_bars
                if placed.phase_beats + placed.measure.duration_beats >= placed.full_beats:
                    self._bar += 1
                return strokes_in(placed, pattern, bar, self._strokes_left), True
        pattern = pattern_of(placed.meter, self._rhythm)
        return strokes_in(placed, pattern, limit=self._strokes_left), False

    def _meter_at(self, onset: Fraction) -> Meter:
        return self._meters[max(0, bisect_right(self._meter_onsets, onset) - 1)].meter

    def _play_measure(
        self,
        placed: PlacedMeasure,
        segments: Sequence[Segment],
        strokes: Sequence[PatternStroke],
        is_written: bool,
    ) -> None:
        if sum(stroke.sounds == BASS for stroke in strokes) > 1:
            self._turn = 0
        onsets = [stroke.offset for stroke in strokes]
        for segment in segments:
            if segment.is_new:
                self._turn = 0
            under = strokes[bisect_left(onsets, segment.start) : bisect_left(onsets, segment.stop)]
            if not is_written:
                under = _fitted(under, segment, is_free=placed.meter.is_free)
            for stroke in under:
                self._strike(stroke, segment, placed.measure.pass_number, is_written)

    def _strike(
        self, stroke: PatternStroke, segment: Segment, pass_number: int, is_written: bool
    ) -> None:
        now = self._settings.at(stroke.offset)
        if self._strokes_left <= 0 or segment.voice in now.muted or stroke.offset >= self._end:
            return
        self._strokes_left -= 1
        beats = min(stroke.beats, min(segment.stop, self._end) - stroke.offset)

        def note(pitch: int, velocity: int) -> BackingNote:
            return BackingNote(
                onset=stroke.offset,
                beats=beats,
                pitch=pitch,
                velocity=velocity,
                pass_number=pass_number,
                span=segment.span,
            )

        if stroke.sounds in (BASS, BOTH):
            pitch = self._bass_pitch(stroke, segment.chord, is_written) + now.bass_shift
            self.bass_notes.append(note(pitch, now.bass_velocity))
        if stroke.sounds != BASS:
            for pitch in self._chord_pitches(stroke, segment.chord):
                self.chord_notes.append(note(pitch + now.chord_shift, now.chord_velocity))

    def _bass_pitch(self, stroke: PatternStroke, chord: ChordName, is_written: bool) -> int:
        if is_written or stroke.sounds == BOTH:
            return bass(chord)
        self._turn += 1
        return bass(chord) if self._turn % 2 else second_bass(chord)

    def _chord_pitches(self, stroke: PatternStroke, chord: ChordName) -> tuple[int, ...]:
        if stroke.sounds in (CHORD, BOTH):
            if chord != self._voiced[0]:
                self._voiced = (chord, self._voicer.chord(chord))
            return self._voiced[1]
        if stroke.sounds not in ARPEGGIO:
            # A drum's sign in a guitarist's pattern.
            return ()
        place = ARPEGGIO.index(stroke.sounds)
        return (tone(chord, place % 4) - (12 if place >= 4 else 0),)


def _fitted(
    strokes: Sequence[PatternStroke], segment: Segment, *, is_free: bool
) -> Sequence[PatternStroke]:
    """Return the strokes under a chord so that it is heard, a new one with its bass first."""
    if is_free:
        beats = min(segment.stop - segment.start, _LONGEST_FREE_BEATS)
        return (PatternStroke(segment.start, beats, BOTH),)
    if not segment.is_new:
        return strokes
    if not strokes:
        return (
            PatternStroke(segment.start, min(_ADDED_BEATS, segment.stop - segment.start), BOTH),
        )
    if strokes[0].sounds == CHORD:
        return (strokes[0]._replace(sounds=BOTH), *strokes[1:])
    return strokes
