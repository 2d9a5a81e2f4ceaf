"""A performance as the bytes of a standard MIDI file: type 1, a track a voice."""

import io
from collections.abc import Iterable
from fractions import Fraction
from operator import itemgetter
from typing import Any

import mido

from abcstudio.playback.performance import (
    MeterMark,
    Performance,
    PerformedNote,
    TempoMark,
    Track,
)

TICKS_PER_BEAT = 480
_MICROSECONDS_PER_MINUTE = 60_000_000
_MAX_TEMPO_US = 0xFFFFFF
_DRUM_CHANNEL = 9
_MAJOR = ("Cb", "Gb", "Db", "Ab", "Eb", "Bb", "F", "C", "G", "D", "A", "E", "B", "F#", "C#")
_MINOR = (
    "Abm",
    "Ebm",
    "Bbm",
    "Fm",
    "Cm",
    "Gm",
    "Dm",
    "Am",
    "Em",
    "Bm",
    "F#m",
    "C#m",
    "G#m",
    "D#m",
    "A#m",
)

# Where events share a tick: marks first, then ends before beginnings.
_MARK, _END, _BEGIN = 0, 1, 2
_Event = tuple[int, int, int, Any]


def midi_bytes(performance: Performance) -> bytes:
    """Return the MIDI file of a performance."""
    file = mido.MidiFile(type=1, ticks_per_beat=TICKS_PER_BEAT, charset="utf-8")
    end = _ticks(performance.duration_beats)
    file.tracks.append(_track(_marks(performance), end))
    voices: list[list[PerformedNote]] = [[] for _ in performance.tracks]
    for note in performance.notes:
        voices[note.voice].append(note)
    for index, notes in enumerate(voices):
        file.tracks.append(_track(_voice_events(performance.tracks[index], index, notes), end))
    buffer = io.BytesIO()
    file.save(file=buffer)
    return buffer.getvalue()


def _ticks(beats: Fraction) -> int:
    denominator = beats.denominator
    return (2 * TICKS_PER_BEAT * beats.numerator + denominator) // (2 * denominator)


def _marks(performance: Performance) -> list[_Event]:
    events: list[_Event] = [
        (0, _MARK, 0, mido.MetaMessage("track_name", name=_encodable(performance.title)))
    ]
    events += [(_ticks(mark.onset_beats), _MARK, 1, _tempo(mark)) for mark in performance.tempos]
    for meter_mark in performance.meters:
        message = _time_signature(meter_mark)
        if message is not None:
            events.append((_ticks(meter_mark.onset_beats), _MARK, 2, message))
    for key_mark in performance.keys:
        names = _MINOR if key_mark.is_minor else _MAJOR
        name = names[max(-7, min(7, key_mark.fifths)) + 7]
        events.append(
            (_ticks(key_mark.onset_beats), _MARK, 3, mido.MetaMessage("key_signature", key=name))
        )
    return events


def _tempo(mark: TempoMark) -> Any:
    tempo_us = round(_MICROSECONDS_PER_MINUTE / mark.quarters_per_minute)
    return mido.MetaMessage("set_tempo", tempo=max(1, min(_MAX_TEMPO_US, tempo_us)))


def _time_signature(mark: MeterMark) -> Any | None:
    """Return the meta message of a meter; None for one that MIDI cannot write."""
    numerator, denominator = sum(mark.meter.beats), mark.meter.beat_unit
    if (
        not 1 <= numerator <= 255
        or denominator < 1
        or denominator & (denominator - 1)
        or denominator > 64
    ):
        return None
    return mido.MetaMessage("time_signature", numerator=numerator, denominator=denominator)


def _voice_events(track: Track, index: int, notes: list[PerformedNote]) -> list[_Event]:
    channel = _channel(index)
    events: list[_Event] = [
        (0, _MARK, 0, mido.MetaMessage("track_name", name=_encodable(track.name)))
    ]
    if track.program is not None:
        program = mido.Message("program_change", channel=channel, program=track.program)
        events.append((0, _MARK, 1, program))
    messages: dict[tuple[int, int], tuple[Any, Any]] = {}
    for note in notes:
        number = max(0, min(127, round(note.pitch)))
        begin = _ticks(note.onset_beats)
        stop = max(begin + 1, _ticks(note.onset_beats + note.duration_beats))
        velocity = max(1, min(127, note.velocity))
        pair = messages.get((number, velocity))
        if pair is None:
            pair = (
                mido.Message("note_on", channel=channel, note=number, velocity=velocity),
                mido.Message("note_off", channel=channel, note=number, velocity=0),
            )
            messages[number, velocity] = pair
        events += ((begin, _BEGIN, number, pair[0]), (stop, _END, number, pair[1]))
    return events


def _channel(index: int) -> int:
    """Return a voice's channel, never the drums'; more than fifteen voices share them."""
    channel = index % 15
    return channel if channel < _DRUM_CHANNEL else channel + 1


def _track(events: Iterable[_Event], end: int) -> Any:
    track = mido.MidiTrack()
    now = 0
    for tick, _, _, message in sorted(events, key=itemgetter(0, 1, 2)):
        # A copy without overrides is not checked again, which is most of the time of a message.
        placed = message.copy()
        vars(placed)["time"] = tick - now
        track.append(placed)
        now = tick
    track.append(mido.MetaMessage("end_of_track", time=max(0, end - now)))
    return track


def _encodable(text: str) -> str:
    """Return text that UTF-8 can carry: what was no text becomes question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
