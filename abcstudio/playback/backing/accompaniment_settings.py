"""What `%%MIDI` says about the accompaniment: its pattern, instruments, loudness and own chords."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from abcstudio.playback.backing.chord_voicing import MAX_CHORD_TONES
from abcstudio.playback.midi_commands import MidiCommand, whole

GUITAR = 24
MAX_OWN_KINDS = 64
"""Kinds of chords that a tune can define by `%%MIDI chordname`."""

MAX_BARS = 32
"""Measures that one pattern can be spread over."""

_BASS_VELOCITY, _CHORD_VELOCITY = 56, 45


@dataclass(frozen=True, slots=True, kw_only=True)
class AccompanimentSettings:
    """How the accompaniment is played from a moment on.

    Attributes:
        pattern: The signs of `gchord`; "" for what fits the meter.
        pattern_since: When that was said.
        pattern_bars: How many measures the pattern is spread over (`gchordbars`).
        muted: The voices whose chord symbols are not played (`gchordoff`).
        bass_shift: Semitones, from `bassprog N octave=N`.
        own_kinds: Intervals by the signs of a kind (`chordname`).
    """

    pattern: str = ""
    pattern_since: Fraction = Fraction(0)
    pattern_bars: int = 1
    muted: frozenset[int] = frozenset()
    bass_program: int = GUITAR
    chord_program: int = GUITAR
    bass_shift: int = 0
    chord_shift: int = 0
    bass_velocity: int = _BASS_VELOCITY
    chord_velocity: int = _CHORD_VELOCITY
    own_kinds: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


class SettingsInTime:
    """The settings of the accompaniment at each moment of a performance."""

    def __init__(self, commands: Sequence[MidiCommand], voice_count: int) -> None:
        self._everyone = frozenset(range(voice_count))
        self._onsets = [Fraction(0)]
        self._settings = [AccompanimentSettings()]
        for command in commands:
            settings = self._after(self._settings[-1], command)
            if settings is not self._settings[-1]:
                self._onsets.append(command.onset)
                self._settings.append(settings)

    def at(self, onset: Fraction) -> AccompanimentSettings:
        """Return what holds at a moment."""
        if len(self._settings) == 1:
            return self._settings[0]
        return self._settings[bisect_right(self._onsets, onset) - 1]

    def programs(self, *, of_bass: bool) -> list[tuple[Fraction, int]]:
        """Return the instruments of the bass or the chords and from when each plays."""
        return [
            (onset, settings.bass_program if of_bass else settings.chord_program)
            for onset, settings in zip(self._onsets, self._settings, strict=True)
        ]

    def _after(self, now: AccompanimentSettings, command: MidiCommand) -> AccompanimentSettings:
        name, words = command.name, command.words
        value = next(iter(command.numbers), None)
        voices = self._everyone if command.voice is None else {command.voice}
        if name == "gchord":
            return replace(now, pattern="".join(words), pattern_since=command.onset)
        if name == "gchordon":
            return replace(now, muted=now.muted - voices)
        if name == "gchordoff":
            return replace(now, muted=now.muted | voices)
        if name == "chordname":
            return _with_kind(now, words)
        if value is None or not 0 <= value <= 127:
            return now
        return _with_number(now, name, value, words)


def _with_number(
    now: AccompanimentSettings, name: str, value: int, words: Sequence[str]
) -> AccompanimentSettings:
    if name == "gchordbars":
        return replace(now, pattern_bars=max(1, min(MAX_BARS, value)))
    if name == "bassprog":
        return replace(now, bass_program=value, bass_shift=_octaves(words, now.bass_shift))
    if name == "chordprog":
        return replace(now, chord_program=value, chord_shift=_octaves(words, now.chord_shift))
    if name == "bassvol":
        return replace(now, bass_velocity=value)
    if name == "chordvol":
        return replace(now, chord_velocity=value)
    return now


def _octaves(words: Sequence[str], shift: int) -> int:
    """Return the shift that `octave=N` asks for, from -2 to 2 octaves, else what it was."""
    for word in words:
        name, _, value = word.partition("=")
        octaves = whole(value) if name == "octave" else None
        if octaves is not None and -2 <= octaves <= 2:
            return 12 * octaves
    return shift


def _with_kind(now: AccompanimentSettings, words: Sequence[str]) -> AccompanimentSettings:
    intervals = [step for word in words[1:] if (step := whole(word)) is not None]
    is_known = bool(words) and words[0] in now.own_kinds
    if not intervals or (len(now.own_kinds) >= MAX_OWN_KINDS and not is_known):
        return now
    tones = tuple(sorted({step for step in intervals[:MAX_CHORD_TONES] if 0 <= step <= 36}))
    return replace(now, own_kinds={**now.own_kinds, words[0]: tones}) if tones else now
