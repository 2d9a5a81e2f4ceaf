"""What a tune asks to be played along with it: accompaniment, drums and drone, a track each."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.playback.backing.accompaniment import Guitarist
from abcstudio.playback.backing.accompaniment_settings import SettingsInTime
from abcstudio.playback.backing.drone import BackingNote, drone_notes
from abcstudio.playback.backing.drums import MAX_HITS, drum_hits
from abcstudio.playback.backing.harmony import Harmony
from abcstudio.playback.backing.measure_phases import PlacedMeasure, placed_measures
from abcstudio.playback.interpretation import Interpretation
from abcstudio.playback.midi_commands import MidiCommand
from abcstudio.playback.performance import (
    DRUM_CHANNEL,
    MeterMark,
    PerformedMeasure,
    ProgramChange,
    Track,
)
from abcstudio.playback.played_voice import PlayedChordSymbol

_LATE = Fraction(1, 6)
"""How much later the second note of a beat comes with swing, in beats."""


@dataclass(frozen=True, slots=True)
class BackingPart:
    """One track of the backing and its notes."""

    track: Track
    notes: list[BackingNote]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What the backing follows.

    Attributes:
        symbols: The chord symbols that each voice comes upon.
        commands: The `%%MIDI` commands in the order of time.
        measures: Of the first voice, as they are played.
        rhythm: The tune's `R:` in lower case.
        end: Nothing sounds later.
    """

    symbols: Sequence[Sequence[PlayedChordSymbol]]
    commands: Sequence[MidiCommand]
    measures: Sequence[PerformedMeasure]
    meters: tuple[MeterMark, ...]
    rhythm: str
    end: Fraction

    def parts(
        self, interpretation: Interpretation, swung_beat: Fraction | None
    ) -> list[BackingPart]:
        """Return the tracks that have something to play.

        Args:
            interpretation: What is played at all.
            swung_beat: How many quarters the beat lasts that the tune swings; None without swing.
        """
        parts: list[BackingPart] = []
        if interpretation.chord_accompaniment and any(self.symbols):
            parts += self._accompaniment()
        if interpretation.drums and any(command.name == "drumon" for command in self.commands):
            parts.append(self._drums())
        if interpretation.drone and any(command.name == "droneon" for command in self.commands):
            parts.append(self._drone())
        if swung_beat:
            ends = [measure.onset_beats + measure.duration_beats for measure in self.measures]
            parts = [
                BackingPart(part.track, _swung(part.notes, ends, swung_beat)) for part in parts
            ]
        return [part for part in parts if part.notes]

    def _placed(self) -> Iterable[PlacedMeasure]:
        return placed_measures(self.measures, self.meters)

    def _accompaniment(self) -> list[BackingPart]:
        settings = SettingsInTime(self.commands, len(self.symbols))
        guitarist = Guitarist(
            Harmony(self.symbols, settings), settings, self.meters, self.rhythm, self.end
        )
        guitarist.play(self._placed())
        return [
            BackingPart(_track("Bass", settings.programs(of_bass=True)), guitarist.bass_notes),
            BackingPart(_track("Chords", settings.programs(of_bass=False)), guitarist.chord_notes),
        ]

    def _drums(self) -> BackingPart:
        """Let a drummer play for each voice; what the header asks for is played once."""
        drummers: dict[int, list[MidiCommand]] = {}
        for command in self.commands:
            if command.name.startswith("drum"):
                drummers.setdefault(command.voice or 0, []).append(command)
        measures = list(self._placed())
        hits: list[BackingNote] = []
        for _, own in sorted(drummers.items()):
            hits += drum_hits(own, measures, self.end, MAX_HITS - len(hits))
        track = Track(name="Drums", program=0, channel=DRUM_CHANNEL, is_backing=True)
        return BackingPart(track, hits)

    def _drone(self) -> BackingPart:
        notes, programs = drone_notes(self.commands, self.end)
        return BackingPart(_track("Drone", programs), notes)


def _swung(
    notes: Sequence[BackingNote], ends: Sequence[Fraction], beat: Fraction
) -> list[BackingNote]:
    """Return notes of which those on the half of a beat come late, as in the tune.

    Args:
        notes: Even.
        ends: Of the measures, from which the beats are counted back.
        beat: How many quarters one lasts.
    """

    def bent(moment: Fraction) -> Fraction:
        end = ends[min(len(ends) - 1, bisect_right(ends, moment))]
        return moment + _LATE * beat if (moment - end) % beat == beat / 2 else moment

    swung = []
    for note in notes:
        onset = bent(note.onset)
        stop = bent(note.onset + note.beats)
        # A stroke shorter than the bend, as in tiny measures, has no place in it and stays even.
        swung.append(note._replace(onset=onset, beats=stop - onset) if stop > onset else note)
    return swung


def _track(name: str, programs: Sequence[tuple[Fraction, int]]) -> Track:
    """Return a track; what plays first of all is its instrument from the start."""
    first, changes = first_program([(Fraction(0), programs[0][1]), *programs])
    return Track(name=name, program=first, changes=changes, is_backing=True)


def first_program(
    programs: Sequence[tuple[Fraction, int]],
) -> tuple[int | None, tuple[ProgramChange, ...]]:
    """Return what plays at the start, None where nothing is said, and the changes after it."""
    start = [program for onset, program in programs if onset <= 0]
    now = first = start[-1] if start else None
    changes: list[ProgramChange] = []
    for onset, program in programs:
        if onset > 0 and program != now:
            changes.append(ProgramChange(onset, program))
            now = program
    return first, tuple(changes)
