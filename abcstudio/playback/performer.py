"""Score -> Performance: repeats unrolled, ties joined, an interpretation's switches applied."""

from bisect import bisect_right
from fractions import Fraction
from itertools import pairwise
from math import ceil
from operator import itemgetter
from typing import TypeVar

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import Score, Tempo
from abcstudio.playback.backing import BackingPart, Band, first_program
from abcstudio.playback.beats import beats, parts_of_beat
from abcstudio.playback.fermatas import held
from abcstudio.playback.interpretation import (
    MUSICIAN,
    PLAIN,
    PLAIN_QUARTERS_PER_MINUTE,
    Interpretation,
    default_tempo,
    rhythm_of,
    swings,
)
from abcstudio.playback.midi_commands import played_commands
from abcstudio.playback.navigation import navigation_of
from abcstudio.playback.part_places import labels_in_voices
from abcstudio.playback.performance import (
    KeyMark,
    Marker,
    MeterMark,
    Performance,
    PerformedMeasure,
    PerformedNote,
    TempoMark,
    Track,
)
from abcstudio.playback.swing import swung
from abcstudio.playback.voice_commands import VoiceCommands, sounding, voice_commands
from abcstudio.playback.voice_player import (
    Allowance,
    PlayedMeasure,
    PlayedVoice,
    Sound,
    play_voice,
)

MAX_MINUTES = 60
MIN_QUARTERS_PER_MINUTE = Fraction(5)
MAX_QUARTERS_PER_MINUTE = Fraction(1000)
_TimedMark = TypeVar("_TimedMark", bound=TempoMark | MeterMark | KeyMark)
_MINOR_MODES = ("minor", "aeolian", "dorian", "phrygian", "locrian")


def perform(score: Score, interpretation: Interpretation = MUSICIAN) -> Performance:
    """Return a score as it is played; never raises, and stops at the named limits.

    Args:
        score: Any score.
        interpretation: The switches, by default those of a musician; `PLAIN` plays as written.
    """
    parts = parts_of_beat(score, interpretation == PLAIN)
    allowance = Allowance()
    navigation = None
    if interpretation.navigation and not score.part_order:
        navigation = navigation_of(score)
    voices = [
        play_voice(score, index, parts, interpretation, allowance, labels, navigation)
        for index, labels in enumerate(labels_in_voices(score))
    ]
    commands = played_commands(score, [voice.directives for voice in voices])
    asked = voice_commands(commands, [voice.voice_id for voice in score.voices])
    for voice, ask in zip(voices, asked, strict=True):
        voice.sounds = sounding(voice.sounds, ask, parts)
    written_tempos = _tempo_marks(score, voices, interpretation)
    tempos = held(written_tempos, [hold for voice in voices for hold in voice.fermatas])
    limit = _beats_at(tempos, 60 * MAX_MINUTES)
    end = min(limit, beats(max((voice.length for voice in voices), default=0), parts))
    sounds, measures = _within(voices, ceil(limit * parts))
    if interpretation.hornpipe_swing and swings(score):
        sounds = swung(sounds, measures, parts)
    notes = _notes(sounds, [measure.onset for measure in measures], parts)
    performed_measures = _measures(measures, parts)
    tracks = [_track(score, index, ask) for index, ask in enumerate(asked)]
    meters = _meter_marks(score, voices)
    symbols = [voice.chord_symbols for voice in voices]
    band = Band(symbols, commands, performed_measures, meters, rhythm_of(score), end)
    backing = band.parts(interpretation)
    if backing:
        notes = _merged(notes, backing, performed_measures, len(tracks))
        tracks += [part.track for part in backing]
    return Performance(
        title=score.title,
        notes=tuple(notes),
        tracks=tuple(tracks),
        tempos=_until(end, tempos),
        meters=_until(end, meters),
        keys=_until(end, _key_marks(score, voices)),
        measures=performed_measures,
        duration_beats=end,
        quarters_per_minute=written_tempos[0].quarters_per_minute,
        markers=_markers(voices, parts, limit),
    )


def _within(voices: list[PlayedVoice], limit: int) -> tuple[list[Sound], list[PlayedMeasure]]:
    """Return all sounds in order and the measures, none beyond the limit (in parts of a beat)."""
    measures = voices[0].measures if voices else []
    sounds = [sound for voice in voices for sound in voice.sounds]
    if any(voice.length > limit for voice in voices):
        measures = [measure for measure in measures if measure.onset < limit]
        sounds = [
            sound._replace(length=min(sound.length, limit - sound.onset))
            for sound in sounds
            if sound.onset < limit
        ]
    sounds.sort(key=itemgetter(0, 1, 2))
    return sounds, measures


def _notes(sounds: list[Sound], starts: list[int], parts: int) -> list[PerformedNote]:
    """Return the notes of the sounds, each knowing its measure; `starts` is where those begin."""
    notes = []
    place = 0
    following = starts[1] if len(starts) > 1 else None
    for onset, voice, pitch, length, velocity, span, pass_number in sounds:
        while following is not None and following <= onset:
            place += 1
            following = starts[place + 1] if place + 1 < len(starts) else None
        notes.append(
            PerformedNote(
                beats(onset, parts),
                beats(length, parts),
                pitch,
                velocity,
                span,
                voice,
                place,
                pass_number,
            )
        )
    return notes


def _measures(measures: list[PlayedMeasure], parts: int) -> tuple[PerformedMeasure, ...]:
    return tuple(
        [
            PerformedMeasure(beats(onset, parts), beats(length, parts), number, span, pass_number)
            for onset, length, number, span, pass_number in measures
        ]
    )


def _merged(
    notes: list[PerformedNote],
    backing: list[BackingPart],
    measures: tuple[PerformedMeasure, ...],
    first_track: int,
) -> list[PerformedNote]:
    """Return the notes with those of the backing, which are told their tracks and measures."""
    starts = [_float(measure.onset_beats) for measure in measures]
    keyed = [(_float(note.onset_beats), note.voice, _float(note.pitch), note) for note in notes]
    for track, part in enumerate(backing, first_track):
        for own in part.notes:
            onset = _float(own.onset)
            pitch = Fraction(max(0, min(127, own.pitch)))
            place = max(0, bisect_right(starts, onset) - 1)
            note = PerformedNote(
                own.onset, own.beats, pitch, own.velocity, own.span, track, place, own.pass_number
            )
            keyed.append((onset, track, float(own.pitch), note))
    keyed.sort(key=itemgetter(0, 1, 2))
    return [item[3] for item in keyed]


def _float(number: Fraction) -> float:
    """Return a fraction as a float, without the abstract class's detour."""
    return number.numerator / number.denominator


def _markers(voices: list[PlayedVoice], parts: int, limit: Fraction) -> tuple[Marker, ...]:
    labels = voices[0].labels if voices else []
    marks = [Marker(beats(onset, parts), label) for onset, label in labels]
    return tuple(mark for mark in marks if mark.onset_beats < limit)


def _track(score: Score, index: int, asked: VoiceCommands) -> Track:
    voice = score.voices[index]
    program, changes = first_program(asked.programs)
    return Track(voice.name or voice.voice_id or score.title, program, changes, asked.channel)


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


def _until(end: Fraction, marks: tuple[_TimedMark, ...]) -> tuple[_TimedMark, ...]:
    """Return the first mark and the others that come before the end."""
    return (*marks[:1], *(mark for mark in marks[1:] if mark.onset_beats < end))


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
