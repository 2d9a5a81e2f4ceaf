"""Score -> Performance: repeats unrolled, ties joined, an interpretation's switches applied."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil
from operator import itemgetter

from abcstudio.notation.gc_pause import uncollected
from abcstudio.notation.score import Score
from abcstudio.playback.backing.backing import BackingPart, Band, first_program
from abcstudio.playback.fitting_instruments import fitting_instruments
from abcstudio.playback.interpretation import MUSICIAN, PLAIN, Interpretation
from abcstudio.playback.midi_commands import MidiCommand, played_commands
from abcstudio.playback.performance import (
    Performance,
    PerformedMeasure,
    PerformedNote,
    TempoMark,
    Track,
)
from abcstudio.playback.performing.beats import beats, parts_of_beat, tempo_beat
from abcstudio.playback.performing.navigation import navigation_of
from abcstudio.playback.performing.part_places import ends_of_plays, labels_in_voices
from abcstudio.playback.performing.rhythms import rhythm_of, runs_in_sixteenths, swings
from abcstudio.playback.performing.swing import swung
from abcstudio.playback.performing.timed_marks import (
    beats_at,
    key_marks,
    markers,
    meter_marks,
    tempo_marks,
    until,
)
from abcstudio.playback.performing.voice_commands import VoiceCommands, sounding, voice_commands
from abcstudio.playback.performing.voice_player import play_voice
from abcstudio.playback.played_voice import Allowance, PlayedMeasure, PlayedVoice, Sound
from abcstudio.stopping import stop_if_asked, stoppable

HOLD = 2
"""How many times as long a held note lasts."""


def held(
    marks: Sequence[TempoMark], intervals: Iterable[tuple[Fraction, Fraction]]
) -> tuple[TempoMark, ...]:
    """Return the tempo marks with slower ones while a note is held.

    Args:
        marks: In order; the first at the start.
        intervals: From when to when notes are held, in beats, of all voices in any order.
    """
    holds = _joined(intervals)
    if not holds:
        return tuple(marks)
    edges = {edge for hold in holds for edge in hold} | {mark.onset_beats for mark in marks}
    result: list[TempoMark] = []
    written, hold = 0, 0
    for edge in sorted(edges):
        while written + 1 < len(marks) and marks[written + 1].onset_beats <= edge:
            written += 1
        while hold < len(holds) and holds[hold][1] <= edge:
            hold += 1
        tempo = marks[written].quarters_per_minute
        if hold < len(holds) and holds[hold][0] <= edge:
            tempo /= HOLD
        if not result or result[-1].quarters_per_minute != tempo:
            result.append(TempoMark(edge, tempo))
    return tuple(result)


def _joined(
    intervals: Iterable[tuple[Fraction, Fraction]],
) -> list[tuple[Fraction, Fraction]]:
    """Return intervals in order, those that touch or overlap as one."""
    joined: list[tuple[Fraction, Fraction]] = []
    for start, stop in sorted(intervals):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        elif stop > start:
            joined.append((start, stop))
    return joined


GAP_SECONDS = Fraction(25, 1000)
"""The silence before the same note; shorter where the note is too short for it."""

_MOST_OF_NOTE = 3


def apart(sounds: Sequence[Sound], tempos: Sequence[TempoMark], parts: int) -> list[Sound]:
    """Return the sounds, those that lead into the same pitch of their voice ended earlier.

    Args:
        sounds: In order.
        tempos: In order; the first at the start.
        parts: How many parts a beat has.
    """
    onsets = [mark.onset_beats * parts for mark in tempos]
    gaps = [int(mark.quarters_per_minute / 60 * GAP_SECONDS * parts) for mark in tempos]
    result = list(sounds)
    latest: dict[tuple[int, Fraction], int] = {}
    for number, sound in enumerate(result):
        key = (sound.voice, sound.pitch)
        before = latest.get(key)
        latest[key] = number
        if before is None:
            continue
        earlier = result[before]
        gap = gaps[max(0, bisect_right(onsets, sound.onset - 1) - 1)]
        gap = min(gap, earlier.length // _MOST_OF_NOTE)
        end = sound.onset - gap
        # What goes on under the note that is played again is another matter.
        if end < earlier.onset + earlier.length <= sound.onset:
            result[before] = earlier._replace(length=end - earlier.onset)
    return result


MAX_MINUTES = 60


@uncollected
def perform(score: Score, interpretation: Interpretation = MUSICIAN) -> Performance:
    """Return a score as it is played, as far as the named limits; any score can be.

    Args:
        score: Any score.
        interpretation: The switches, by default those of a musician; `PLAIN` plays as written.
    """
    parts = parts_of_beat(score, interpretation == PLAIN)
    voices, is_full = _played_voices(score, interpretation, parts)
    commands = played_commands(score, [voice.directives for voice in voices])
    asked = _asked(score, commands, interpretation)
    for voice, ask in zip(voices, asked, strict=True):
        voice.sounds = sounding(voice.sounds, ask, parts)
    written_tempos = tempo_marks(score, voices, interpretation)
    tempos = held(written_tempos, [hold for voice in voices for hold in voice.fermatas])
    limit = beats_at(tempos, 60 * MAX_MINUTES)
    length = beats(max((voice.length for voice in voices), default=0), parts)
    end = min(limit, length)
    sounds, measures = _within(voices, ceil(limit * parts))
    swung_beat = None
    if interpretation.hornpipe_swing:
        sounds, swung_beat = _with_swing(score, sounds, measures, parts)
    if interpretation.repeated_notes:
        sounds = apart(sounds, tempos, parts)
    notes = _notes(sounds, [measure.onset for measure in measures], parts)
    performed_measures = _measures(measures, parts)
    tracks = _tracks(score, voices, asked)
    band = _band(score, voices, commands, performed_measures, end)
    backing = band.parts(interpretation, swung_beat)
    if backing:
        notes = _merged(notes, backing, performed_measures, len(tracks))
        tracks += [part.track for part in backing]
    return Performance(
        title=score.title,
        notes=tuple(notes),
        tracks=tuple(tracks),
        tempos=until(end, tempos),
        meters=until(end, band.meters),
        keys=until(end, key_marks(score, voices)),
        measures=performed_measures,
        duration_beats=end,
        quarters_per_minute=written_tempos[0].quarters_per_minute,
        tempo_beat=tempo_beat(score),
        markers=markers(voices, parts, limit),
        is_cut=length > limit,
        is_full=is_full,
    )


def _band(
    score: Score,
    voices: Sequence[PlayedVoice],
    commands: Sequence[MidiCommand],
    measures: Sequence[PerformedMeasure],
    end: Fraction,
) -> Band:
    """Return what the backing follows."""
    return Band(
        symbols=[voice.chord_symbols for voice in voices],
        commands=commands,
        measures=measures,
        meters=meter_marks(score, voices),
        rhythm=rhythm_of(score),
        end=end,
    )


def _played_voices(
    score: Score, interpretation: Interpretation, parts: int
) -> tuple[list[PlayedVoice], bool]:
    """Return what each voice plays, its repeats and parts unrolled, and whether it was too much."""
    navigation = None
    if interpretation.navigation and not score.part_order:
        navigation = navigation_of(score)
    allowance = Allowance()
    labels = labels_in_voices(score)
    ends = ends_of_plays(score, labels, parts)
    voices = [
        play_voice(
            score=score,
            index=index,
            parts=parts,
            interpretation=interpretation,
            allowance=allowance,
            labels=own,
            ends=ends,
            navigation=navigation,
        )
        for index, own in enumerate(labels)
    ]
    return voices, allowance.is_spent


def _asked(
    score: Score, commands: list[MidiCommand], interpretation: Interpretation
) -> list[VoiceCommands]:
    """Return what the `%%MIDI` commands ask of each voice."""
    asked = voice_commands(commands, [voice.voice_id for voice in score.voices])
    if interpretation == PLAIN:
        # As written: a transposition, a drum kit or silence for players changes no note.
        return [VoiceCommands(programs=ask.programs) for ask in asked]
    return asked


def _with_swing(
    score: Score, sounds: list[Sound], measures: list[PlayedMeasure], parts: int
) -> tuple[list[Sound], Fraction | None]:
    """Return the sounds with swing, and the beat whose pairs swing; None where nothing does."""
    beat = _swung_beat(score)
    if beat is None:
        return sounds, None
    swinging = swung(sounds, measures, int(beat * parts))
    return swinging, beat if swinging != sounds else None


def _swung_beat(score: Score) -> Fraction | None:
    """Return how many quarters the beat lasts whose pairs swing; None where nothing does."""
    if not swings(score):
        return None
    return Fraction(1, 2) if runs_in_sixteenths(score) else Fraction(1)


def _within(voices: list[PlayedVoice], limit: int) -> tuple[list[Sound], list[PlayedMeasure]]:
    """Return all sounds in order and the measures, none beyond the limit (in parts of a beat)."""
    stop_if_asked()
    measures = voices[0].measures if voices else []
    sounds = [sound for voice in voices for sound in voice.sounds]
    if any(voice.length > limit for voice in voices):
        measures = [measure for measure in measures if measure.onset < limit]
        sounds = [
            sound._replace(length=min(sound.length, limit - sound.onset))
            for sound in stoppable(sounds)
            if sound.onset < limit
        ]
    sounds.sort(key=itemgetter(0, 1, 2))
    return sounds, measures


def _notes(sounds: list[Sound], starts: list[int], parts: int) -> list[PerformedNote]:
    """Return the notes of the sounds, each knowing its measure; `starts` is where those begin."""
    notes = []
    place = 0
    following = starts[1] if len(starts) > 1 else None
    for onset, voice, pitch, length, velocity, span, pass_number in stoppable(sounds):
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
    """Return the notes with those of the backing, which get their tracks and measures here."""
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


def _tracks(
    score: Score, voices: Sequence[PlayedVoice], asked: Sequence[VoiceCommands]
) -> list[Track]:
    fitting = fitting_instruments(score, voices)
    return [
        replace(_track(score, index, ask), instrument=fitting[index])
        for index, ask in enumerate(asked)
    ]


def _track(score: Score, index: int, asked: VoiceCommands) -> Track:
    voice = score.voices[index]
    program, changes = first_program(asked.programs)
    return Track(
        name=voice.name or voice.voice_id or score.title,
        program=program,
        changes=changes,
        channel=asked.channel,
    )
