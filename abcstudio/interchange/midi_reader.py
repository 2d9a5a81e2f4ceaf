"""MIDI files as notes in ticks, with the tempos, meters, keys and names that they carry.

Any bytes are taken; what is no MIDI file, or is larger than the named limits, gives a
`MidiFileError`.
"""

import io
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from abcstudio.errors import MidiFileError

MAX_BYTES = 1_000_000
MIDI_SUFFIXES = frozenset({".mid", ".midi", ".kar"})
"""How the names of MIDI files end."""
"""The largest file that is read."""

MAX_NOTES = 20_000
"""Notes of all tracks."""

MAX_BEATS = 4_000
"""Quarter notes from the start to the last note's end."""

MAX_VOICES = 64
"""Tracks (with one for each channel of a track) that have notes."""

_DRUM_CHANNEL = 9
_MAX_DENOMINATOR = 32
_MAX_NUMERATOR = 64
_MAX_NAME = 200
_ASYNCHRONOUS = 2


@dataclass(frozen=True, slots=True)
class TickNote:
    """One note: from `onset` to `end` in ticks from the start, a MIDI note number."""

    onset: int
    end: int
    pitch: int


@dataclass(slots=True)
class MidiTrack:
    """The notes of one track or, where a track plays on several channels, of one of these."""

    name: str
    notes: list[TickNote] = field(default_factory=list)
    program: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MidiMusic:
    """What a MIDI file holds, as far as notation goes; every mark is (tick, value).

    Attributes:
        ticks_per_beat: Ticks of a quarter note.
        title: The name of the whole, "" for none.
        tracks: Those that have notes, drums left out.
        tempos: Quarter notes a minute.
        meters: Numerator and denominator.
        keys: Fifths, and whether it is minor.
        has_drums: There were notes for drums.
    """

    ticks_per_beat: int
    title: str
    tracks: tuple[MidiTrack, ...]
    tempos: tuple[tuple[int, float], ...]
    meters: tuple[tuple[int, tuple[int, int]], ...]
    keys: tuple[tuple[int, tuple[int, bool]], ...]
    has_drums: bool


def read_midi(data: bytes) -> MidiMusic:
    """Return the music of a MIDI file.

    Raises:
        MidiFileError: It is no MIDI file, damaged, without notes, or larger than the limits.
    """
    if len(data) > MAX_BYTES:
        raise MidiFileError("midi.too_large", limit=MAX_BYTES // 1000)
    file = _parsed(data)
    if file.type == _ASYNCHRONOUS:
        raise MidiFileError("midi.asynchronous")
    if file.ticks_per_beat == 0:
        raise MidiFileError("midi.damaged")
    if file.ticks_per_beat < 0:
        raise MidiFileError("midi.no_beats")
    collector = _Collector(file.ticks_per_beat)
    for number, track in enumerate(file.tracks):
        collector.read(track, is_first=number == 0)
    return collector.music()


def _parsed(data: bytes) -> Any:
    if data[:4] != b"MThd":
        raise MidiFileError("midi.not_midi")
    # Imported here: mido is not needed before the window is up.
    import mido
    from mido.midifiles.meta import KeySignatureError

    try:
        return mido.MidiFile(file=io.BytesIO(data), clip=True)
    except (
        OSError, EOFError, ValueError, TypeError, LookupError, AttributeError, KeySignatureError
    ) as error:  # fmt: skip
        # mido has no error of its own: damaged bytes come to light wherever they are first used.
        raise MidiFileError("midi.damaged") from error


class _Collector:
    """Takes the messages of all tracks."""

    def __init__(self, ticks_per_beat: int) -> None:
        self._ticks_per_beat = ticks_per_beat
        self._title = ""
        self._tracks: list[MidiTrack] = []
        self._tempos: dict[int, float] = {}
        self._meters: dict[int, tuple[int, int]] = {}
        self._keys: dict[int, tuple[int, bool]] = {}
        self._count = 0
        self._has_drums = False

    def read(self, messages: Iterable[Any], *, is_first: bool) -> None:
        now = 0
        name = ""
        by_channel: dict[int, MidiTrack] = {}
        programs: dict[int, int] = {}
        sounding: dict[tuple[int, int], list[int]] = {}
        for message in messages:
            now += message.time
            kind = message.type
            if kind == "note_on" and message.velocity:
                sounding.setdefault((message.channel, message.note), []).append(now)
            elif kind in ("note_on", "note_off"):
                onsets = sounding.get((message.channel, message.note))
                if onsets:
                    self._add(
                        by_channel, message.channel, TickNote(onsets.pop(0), now, message.note)
                    )
            elif kind == "program_change":
                programs.setdefault(message.channel, message.program)
            elif kind == "track_name":
                name = name or _name(message.name)
            else:
                self._mark(message, now)
        for (channel, pitch), onsets in sounding.items():
            for onset in onsets:
                self._add(by_channel, channel, TickNote(onset, now, pitch))
        self._finish(by_channel, programs, name, is_first=is_first)

    def _add(self, by_channel: dict[int, MidiTrack], channel: int, note: TickNote) -> None:
        if channel == _DRUM_CHANNEL:
            self._has_drums = True
            return
        self._count += 1
        if self._count > MAX_NOTES:
            raise MidiFileError("midi.too_many_notes", limit=MAX_NOTES)
        if note.end > MAX_BEATS * self._ticks_per_beat:
            raise MidiFileError("midi.too_long", limit=MAX_BEATS)
        by_channel.setdefault(channel, MidiTrack("")).notes.append(note)

    def _finish(
        self,
        by_channel: dict[int, MidiTrack],
        programs: dict[int, int],
        name: str,
        *,
        is_first: bool,
    ) -> None:
        if is_first:
            self._title = name
        for channel in sorted(by_channel):
            track = by_channel[channel]
            track.notes.sort(key=lambda note: (note.onset, -note.pitch))
            track.name = name if len(by_channel) == 1 else f"{name} {channel + 1}".strip()
            track.program = programs.get(channel)
            self._tracks.append(track)
        if len(self._tracks) > MAX_VOICES:
            raise MidiFileError("midi.too_many_voices", limit=MAX_VOICES)

    def _mark(self, message: Any, now: int) -> None:
        kind = message.type
        if kind == "set_tempo" and message.tempo > 0:
            self._tempos[now] = 60_000_000 / message.tempo
        elif kind == "time_signature":
            numerator, denominator = message.numerator, message.denominator
            if 1 <= numerator <= _MAX_NUMERATOR and 1 <= denominator <= _MAX_DENOMINATOR:
                self._meters[now] = (numerator, denominator)
        elif kind == "key_signature":
            self._keys[now] = _key(message.key)

    def music(self) -> MidiMusic:
        if not self._tracks:
            raise MidiFileError("midi.only_drums" if self._has_drums else "midi.no_notes")
        return MidiMusic(
            ticks_per_beat=self._ticks_per_beat,
            title=self._title,
            tracks=tuple(self._tracks),
            tempos=tuple(sorted(self._tempos.items())),
            meters=tuple(sorted(self._meters.items())),
            keys=tuple(sorted(self._keys.items())),
            has_drums=self._has_drums,
        )


def _name(text: str) -> str:
    """Return a name on one line; mido reads bytes as Latin-1, most programs write UTF-8."""
    with suppress(UnicodeError):
        text = text.encode("latin-1").decode("utf-8")
    printable = "".join(c if c.isprintable() else " " for c in text[:_MAX_NAME])
    return " ".join(printable.split())


def _key(name: str) -> tuple[int, bool]:
    """Return fifths and minor of mido's name of a key, such as "Bb" or "F#m"."""
    tonic, is_minor = name.removesuffix("m"), name.endswith("m")
    fifths = "FCGDAEB".index(tonic[0]) - 1 + 7 * (tonic.count("#") - tonic.count("b"))
    return (fifths - 3 if is_minor else fifths), is_minor
