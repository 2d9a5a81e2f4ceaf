"""Score -> Performance: repeats unrolled, ties joined, an interpretation's switches applied."""

from bisect import bisect_right
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import MidiDirective, Score, Tempo
from abcstudio.playback import accompaniment
from abcstudio.playback.interpretation import (
    MUSICIAN,
    PLAIN_QUARTERS_PER_MINUTE,
    Interpretation,
    default_tempo,
    swings,
)
from abcstudio.playback.performance import (
    KeyMark,
    MeterMark,
    Performance,
    PerformedMeasure,
    PerformedNote,
    TempoMark,
    Track,
)
from abcstudio.playback.swing import swung
from abcstudio.playback.voice_player import Allowance, PlayedVoice, play_voice

MAX_MINUTES = 60
MIN_QUARTERS_PER_MINUTE = Fraction(5)
MAX_QUARTERS_PER_MINUTE = Fraction(1000)
_MINOR_MODES = ("minor", "aeolian", "dorian", "phrygian", "locrian")


def perform(score: Score, interpretation: Interpretation = MUSICIAN) -> Performance:
    """Return a score as it is played; never raises, and stops at the named limits.

    Args:
        score: Any score.
        interpretation: The switches, by default those of a musician; `PLAIN` plays as written.
    """
    allowance = Allowance()
    voices = [
        play_voice(score, index, interpretation, allowance) for index in range(len(score.voices))
    ]
    tempos = _tempo_marks(score, voices, interpretation)
    limit = _beats_at(tempos, 60 * MAX_MINUTES)
    measures = _measures(voices, limit)
    notes = [note for voice in voices for note in voice.notes if note.onset_beats < limit]
    tracks = [_track(score, index) for index in range(len(score.voices))]
    if interpretation.hornpipe_swing and swings(score):
        notes = swung(notes, measures)
    if interpretation.chord_accompaniment:
        chords = [chord for voice in voices for chord in voice.chord_symbols if chord.onset < limit]
        meters = _meter_marks(score, voices)
        added = accompaniment.notes(chords, measures, meters, min(limit, _end(voices)), len(tracks))
        if added:
            notes += added
            tracks.append(accompaniment.TRACK)
    notes = _placed(notes, measures, limit)
    return Performance(
        title=score.title,
        notes=tuple(notes),
        tracks=tuple(tracks),
        tempos=tempos,
        meters=_meter_marks(score, voices),
        keys=_key_marks(score, voices),
        measures=measures,
        duration_beats=min(limit, _end(voices)),
    )


def _end(voices: list[PlayedVoice]) -> Fraction:
    return max((voice.duration for voice in voices), default=Fraction(0))


def _placed(
    notes: list[PerformedNote], measures: tuple[PerformedMeasure, ...], limit: Fraction
) -> list[PerformedNote]:
    """Return the notes in order, each knowing its measure, none beyond the limit."""
    starts = [_float(measure.onset_beats) for measure in measures]
    limit_beats = _float(limit)
    placed = []
    for note in notes:
        onset = _float(note.onset_beats)
        measure = max(0, bisect_right(starts, onset) - 1)
        duration = note.duration_beats
        if onset + _float(duration) > limit_beats:
            duration = limit - note.onset_beats
        if measure != note.measure or duration is not note.duration_beats:
            note = replace(note, measure=measure, duration_beats=duration)
        placed.append((onset, note.voice, _float(note.pitch), note))
    placed.sort(key=lambda item: item[:3])
    return [item[3] for item in placed]


def _float(number: Fraction) -> float:
    """Return a fraction as a float, without the abstract class's detour."""
    return number.numerator / number.denominator


def _measures(voices: list[PlayedVoice], limit: Fraction) -> tuple[PerformedMeasure, ...]:
    measures = voices[0].measures if voices else []
    return tuple(measure for measure in measures if measure.onset_beats < limit)


def _track(score: Score, index: int) -> Track:
    voice = score.voices[index]
    program: int | None = None
    for element in voice.elements:
        if isinstance(element, MidiDirective) and element.words[:1] == ("program",):
            numbers = [int(word) for word in element.words[1:] if word.isascii() and word.isdigit()]
            if numbers and numbers[-1] <= 127:
                program = numbers[-1]
            break
    return Track(voice.name or voice.voice_id or score.title, program)


def _tempo_marks(
    score: Score, voices: list[PlayedVoice], interpretation: Interpretation
) -> tuple[TempoMark, ...]:
    start = _quarters_per_minute(score.tempo)
    if start is None:
        start = default_tempo(score) if interpretation.rhythm_tempo else PLAIN_QUARTERS_PER_MINUTE
    by_onset = {Fraction(0): start}
    changes = [change for voice in voices for change in voice.tempo_changes]
    for onset, tempo in sorted(changes, key=lambda change: change[0]):
        by_onset[onset] = (_quarters_per_minute(tempo) if tempo else None) or start
    marks: list[TempoMark] = []
    for onset, quarters in by_onset.items():
        if not marks or marks[-1].quarters_per_minute != quarters:
            marks.append(TempoMark(onset, quarters))
    return tuple(marks)


def _quarters_per_minute(tempo: Tempo | None) -> Fraction | None:
    if tempo is None or tempo.beats_per_minute is None:
        return None
    quarters = tempo.beats_per_minute * tempo.beat_duration * 4
    if quarters <= 0:
        return None
    return max(MIN_QUARTERS_PER_MINUTE, min(MAX_QUARTERS_PER_MINUTE, quarters))


def _beats_at(tempos: tuple[TempoMark, ...], seconds: int) -> Fraction:
    """Return how many beats fit into a time."""
    left = Fraction(seconds)
    for mark, following in pairwise(tempos):
        took = (following.onset_beats - mark.onset_beats) * 60 / mark.quarters_per_minute
        if took >= left:
            return mark.onset_beats + left * mark.quarters_per_minute / 60
        left -= took
    return tempos[-1].onset_beats + left * tempos[-1].quarters_per_minute / 60


def _meter_marks(score: Score, voices: list[PlayedVoice]) -> tuple[MeterMark, ...]:
    by_onset: dict[Fraction, Meter] = {Fraction(0): score.meter}
    if voices:
        by_onset.update(voices[0].meter_changes)
    marks: list[MeterMark] = []
    for onset, meter in by_onset.items():
        if not marks or marks[-1].meter != meter:
            marks.append(MeterMark(onset, meter))
    return tuple(marks)


def _key_marks(score: Score, voices: list[PlayedVoice]) -> tuple[KeyMark, ...]:
    by_onset: dict[Fraction, KeySignature] = {Fraction(0): score.key}
    if voices:
        by_onset.update(voices[0].key_changes)
    marks: list[KeyMark] = []
    for onset, key in by_onset.items():
        mark = KeyMark(onset, key.fifths, key.mode in _MINOR_MODES)
        if not marks or (marks[-1].fifths, marks[-1].is_minor) != (mark.fifths, mark.is_minor):
            marks.append(mark)
    return tuple(marks)
