"""What `%%MIDI` asks of the written voices: their instruments, their transposition, drum notes."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from abcstudio.notation.pitch import Pitch
from abcstudio.playback.midi_commands import MidiCommand, whole
from abcstudio.playback.performance import DRUM_CHANNEL
from abcstudio.playback.played_voice import Sound

_CHANNELS = 16
_MIDDLE_C = 60
_MAX_SHIFT = 96
_HIGHEST_PITCH = 127


@dataclass(slots=True)
class VoiceCommands:
    """What holds for one voice.

    Attributes:
        programs: Instruments, General MIDI from 0, each from a moment on.
        channel: The MIDI channel from 0 that it asks for; None for any.
        shifts: Semitones added to what is written, each from a moment on.
        kit: For a percussion voice what each written pitch strikes.
        is_muted: Nothing of it is heard.
    """

    programs: list[tuple[Fraction, int]] = field(default_factory=list)
    channel: int | None = None
    shifts: list[tuple[Fraction, int]] = field(default_factory=list)
    kit: dict[int, int] = field(default_factory=dict)
    is_muted: bool = False

    @property
    def is_percussion(self) -> bool:
        """Whether its notes are instruments of the drum kit."""
        return self.channel == DRUM_CHANNEL


def voice_commands(
    commands: Iterable[MidiCommand], voice_ids: Sequence[str]
) -> list[VoiceCommands]:
    """Return what the commands ask of each voice.

    Args:
        commands: Of all voices, in the order of time.
        voice_ids: The names of the voices, as after `V:`.
    """
    voices = [_Reader() for _ in voice_ids]
    for command in commands:
        if command.name == "voice":
            _take_voice_line(command, voices, voice_ids)
            continue
        for index in range(len(voices)) if command.voice is None else (command.voice,):
            voices[index].take(command, index)
    return [reader.read for reader in voices]


class _Reader:
    """Reads the commands of one voice in their order."""

    def __init__(self) -> None:
        self.read = VoiceCommands()
        self._transposition = 0
        self._octaves = 0

    def take(self, command: MidiCommand, index: int) -> None:
        name, numbers, read = command.name, command.numbers, self.read
        if name == "program" and numbers:
            self._take_program(command.onset, numbers, command.voice, index)
        elif name == "channel" and numbers and 1 <= numbers[0] <= _CHANNELS:
            read.channel = numbers[0] - 1
        elif name == "drummap" and len(command.words) >= 2:
            self._take_drummap(command.words)
        elif name in ("transpose", "rtranspose", "c") and numbers:
            self._take_shift(name, numbers[0], command.onset)

    def _take_program(
        self, onset: Fraction, numbers: Sequence[int], voice: int | None, index: int
    ) -> None:
        """Take `program [channel] n`; a channel in the header means the voice of that number."""
        if not 0 <= numbers[-1] <= _HIGHEST_PITCH:
            return
        if len(numbers) > 1 and voice is None and numbers[0] not in (index + 1, self._number):
            return
        self.read.programs.append((onset, numbers[-1]))

    @property
    def _number(self) -> int:
        return -1 if self.read.channel is None else self.read.channel + 1

    def _take_shift(self, name: str, number: int, onset: Fraction) -> None:
        if abs(number) > _HIGHEST_PITCH:
            return
        if name == "c":
            self._octaves = number - _MIDDLE_C
        else:
            self._transposition = number + (self._transposition if name == "rtranspose" else 0)
        shift = max(-_MAX_SHIFT, min(_MAX_SHIFT, self._transposition + self._octaves))
        self.read.shifts.append((onset, shift))

    def _take_drummap(self, words: Sequence[str]) -> None:
        pitch, instrument = _pitch(words[0]), whole(words[1])
        if pitch is not None and instrument is not None and 0 <= instrument <= _HIGHEST_PITCH:
            self.read.kit[pitch] = instrument


def _take_voice_line(
    command: MidiCommand, voices: Sequence[_Reader], voice_ids: Sequence[str]
) -> None:
    """Take `voice ID instrument=N mute`, whose instruments count from 1."""
    words = command.words
    name = words[0] if words and "=" not in words[0] and words[0] != "mute" else None
    if name is None:
        places = [*range(len(voices))] if command.voice is None else [command.voice]
    else:
        places = [place for place, voice_id in enumerate(voice_ids) if voice_id == name]
    for place in places:
        for word in words:
            number = whole(word.removeprefix("instrument="))
            if word.startswith("instrument=") and number is not None and 1 <= number <= 128:
                voices[place].read.programs.append((command.onset, number - 1))
            elif word == "mute":
                voices[place].read.is_muted = True


def _pitch(text: str) -> int | None:
    """Return the MIDI note number of a note as ABC writes it, without a key; None for no note."""
    letters = text.lstrip("^_=")
    marks = text[: len(text) - len(letters)]
    if (
        not letters
        or letters[0] not in "ABCDEFGabcdefg"
        or letters[1:].strip("',")
        or len(text) > 8
    ):
        return None
    octave = 4 + letters[0].islower() + letters.count("'") - letters.count(",")
    alter = marks.count("^") - marks.count("_")
    return int(Pitch(letters[0].upper(), Fraction(alter), octave).midi_number)


def sounding(sounds: list[Sound], asked: VoiceCommands, parts: int) -> list[Sound]:
    """Return a voice's sounds as its commands ask, in their order.

    Args:
        sounds: As written.
        asked: What holds for the voice.
        parts: How many parts a beat has.
    """
    if asked.is_muted:
        return []
    if asked.is_percussion:
        return [
            sound._replace(pitch=Fraction(asked.kit.get(int(sound.pitch), int(sound.pitch))))
            for sound in sounds
        ]
    if not any(shift for _, shift in asked.shifts):
        return sounds
    onsets = [onset * parts for onset, _ in asked.shifts]
    shifted = []
    for sound in sounds:
        place = bisect_right(onsets, sound.onset) - 1
        pitch = sound.pitch + (asked.shifts[place][1] if place >= 0 else 0)
        if 0 <= pitch <= _HIGHEST_PITCH:
            shifted.append(sound._replace(pitch=pitch))
    return shifted
