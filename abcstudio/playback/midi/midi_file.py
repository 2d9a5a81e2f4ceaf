"""A performance as the bytes of a standard MIDI file: type 1, a track a voice.

mido makes and encodes every message, but each distinct one only once: a tune repeats few messages
many times, and `MidiFile.save` takes three times as long.
"""

import io
import struct
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import cycle
from typing import Any

import mido
from mido.midifiles.meta import encode_variable_int, meta_charset
from mido.midifiles.midifiles import write_chunk

from abcstudio.notation.gc_pause import uncollected
from abcstudio.playback.performance import (
    DRUM_CHANNEL,
    MeterMark,
    Performance,
    PerformedNote,
    ProgramChange,
    TempoMark,
    Track,
)
from abcstudio.stopping import stoppable

TICKS_PER_BEAT = 480
_MICROSECONDS_PER_MINUTE = 60_000_000
_MAX_TEMPO_US = 0xFFFFFF
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
_Event = tuple[int, int, int, bytes]
_delta = lru_cache(maxsize=4096)(lambda ticks: bytes(encode_variable_int(ticks)))


@uncollected
def midi_bytes(performance: Performance) -> bytes:
    """Return the MIDI file of a performance."""
    end = _ticks(performance.duration_beats)
    voices: list[list[PerformedNote]] = [[] for _ in performance.tracks]
    for note in stoppable(performance.notes):
        voices[note.voice].append(note)
    buffer = io.BytesIO()
    with meta_charset("utf-8"):
        write_chunk(buffer, b"MThd", struct.pack(">hhh", 1, len(voices) + 1, TICKS_PER_BEAT))
        write_chunk(buffer, b"MTrk", _track(_marks(performance), end))
        channels = channels_of(performance.tracks)
        for track, channel, notes in zip(performance.tracks, channels, voices, strict=True):
            events = _voice_events(track, channel, notes)
            write_chunk(buffer, b"MTrk", _track(events, end))
    return buffer.getvalue()


def _ticks(beats: Fraction) -> int:
    denominator = beats.denominator
    return (2 * TICKS_PER_BEAT * beats.numerator + denominator) // (2 * denominator)


def _end_ticks(onset: Fraction, duration: Fraction) -> int:
    """Return the ticks of the sum, which is quicker than `_ticks` of the sum."""
    denominator = onset.denominator * duration.denominator
    numerator = onset.numerator * duration.denominator + duration.numerator * onset.denominator
    return (2 * TICKS_PER_BEAT * numerator + denominator) // (2 * denominator)


def _marks(performance: Performance) -> list[_Event]:
    events = [(0, _MARK, 0, _meta("track_name", name=_encodable(performance.title)))]
    events += [(_ticks(mark.onset_beats), _MARK, 1, _tempo(mark)) for mark in performance.tempos]
    for meter_mark in performance.meters:
        message = _time_signature(meter_mark)
        if message is not None:
            events.append((_ticks(meter_mark.onset_beats), _MARK, 2, message))
    for key_mark in performance.keys:
        names = _MINOR if key_mark.is_minor else _MAJOR
        name = names[max(-7, min(7, key_mark.fifths)) + 7]
        events.append((_ticks(key_mark.onset_beats), _MARK, 3, _meta("key_signature", key=name)))
    for marker in performance.markers:
        text = _meta("marker", text=_encodable(marker.text))
        events.append((_ticks(marker.onset_beats), _MARK, 4, text))
    return events


def _meta(kind: str, **values: Any) -> bytes:
    return bytes(mido.MetaMessage(kind, **values).bytes())


def _tempo(mark: TempoMark) -> bytes:
    tempo_us = round(_MICROSECONDS_PER_MINUTE / mark.quarters_per_minute)
    return _meta("set_tempo", tempo=max(1, min(_MAX_TEMPO_US, tempo_us)))


def _time_signature(mark: MeterMark) -> bytes | None:
    """Return the meta message of a meter; None for one that MIDI cannot write."""
    numerator, denominator = sum(mark.meter.beats), mark.meter.beat_unit
    if (
        not 1 <= numerator <= 255
        or denominator < 1
        or denominator & (denominator - 1)
        or denominator > 64
    ):
        return None
    return _meta("time_signature", numerator=numerator, denominator=denominator)


def _voice_events(track: Track, channel: int, notes: list[PerformedNote]) -> list[_Event]:
    events = [(0, _MARK, 0, _meta("track_name", name=_encodable(track.name)))]
    changes = [(_ticks(change.onset_beats), change.program) for change in track.changes]
    if track.program is not None:
        changes.insert(0, (0, track.program))
    for tick, number in changes:
        program = mido.Message("program_change", channel=channel, program=number)
        events.append((tick, _MARK, 1, bytes(program.bytes())))
    for onset, duration, pitch, velocity, *_ in stoppable(notes):
        number = max(0, min(127, round(pitch) if pitch.denominator > 1 else pitch.numerator))
        begin = _ticks(onset)
        stop = max(begin + 1, _end_ticks(onset, duration))
        begins, ends = _note_messages(channel, number, max(1, min(127, velocity)))
        events.append((begin, _BEGIN, number, begins))
        events.append((stop, _END, number, ends))
    return events


@lru_cache(maxsize=8192)
def _note_messages(channel: int, number: int, velocity: int) -> tuple[bytes, bytes]:
    """Return the messages that begin and end a note."""
    begins = mido.Message("note_on", channel=channel, note=number, velocity=velocity)
    ends = mido.Message("note_off", channel=channel, note=number, velocity=0)
    return bytes(begins.bytes()), bytes(ends.bytes())


def channels_of(tracks: Sequence[Track]) -> list[int]:
    """Return each track's channel: the one it must use, else one that is free, never the drums'.

    A channel has one program at a time. So where there are more tracks than channels, those share
    one that have the same program, as long as there are channels enough for the programs.
    """
    taken = {track.channel for track in tracks}
    free = [channel for channel in range(16) if channel != DRUM_CHANNEL]
    free = [channel for channel in free if channel not in taken] or free
    counts = Counter(_programs(track) for track in tracks if track.channel is None)
    if counts.total() <= len(free):
        others = iter(free)
        return [next(others) if track.channel is None else track.channel for track in tracks]
    shared = {programs: [channel] for programs, channel in zip(counts, cycle(free), strict=False)}
    for channel in free[len(counts) :]:
        fullest = max(counts, key=lambda programs: counts[programs] / len(shared[programs]))
        shared[fullest].append(channel)
    turns = {programs: cycle(channels) for programs, channels in shared.items()}
    return [
        next(turns[_programs(track)]) if track.channel is None else track.channel
        for track in tracks
    ]


def _programs(track: Track) -> tuple[int | None, tuple[ProgramChange, ...]]:
    return track.program, track.changes


def _track(events: list[_Event], end: int) -> bytes:
    """Return the data of a track; events that share a tick keep to their ranks."""
    data = bytearray()
    now = 0
    for tick, _, _, message in sorted(events):
        data += _delta(tick - now)
        data += message
        now = tick
    data += _delta(max(0, end - now)) + _meta("end_of_track")
    return bytes(data)


def _encodable(text: str) -> str:
    """Return text that UTF-8 can carry: what was no text becomes question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
