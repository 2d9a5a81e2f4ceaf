"""A drone under the tune: `%%MIDI droneon`, and `drone PROGRAM PITCH PITCH VELOCITY VELOCITY`."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from abcstudio.notation.spans import Span
from abcstudio.playback.midi_commands import MidiCommand

MAX_DRONE_NOTES = 1_000
"""Notes of a drone in one performance."""

_LONGEST_BEATS = Fraction(32)


class BackingNote(NamedTuple):
    """One note; beats are quarter notes from the start of the performance.

    Attributes:
        pitch: A MIDI note number, or an instrument of the drum kit.
        span: What asked for it: a chord symbol or a `%%MIDI` line.
    """

    onset: Fraction
    beats: Fraction
    pitch: int
    velocity: int
    pass_number: int
    span: Span


@dataclass(frozen=True, slots=True)
class _Drone:
    """A drone's sound; without another word a bassoon plays A2 and A1."""

    program: int = 70
    pitches: tuple[int, int] = (45, 33)
    velocities: tuple[int, int] = (80, 80)


def drone_notes(
    commands: Iterable[MidiCommand], end: Fraction
) -> tuple[list[BackingNote], list[tuple[Fraction, int]]]:
    """Return the notes of the drone and its instruments, each with the moment it takes over.

    A long drone is struck again every 32 beats, so that no player lets it die away.

    Args:
        commands: Of all voices, in the order of time.
        end: Nothing sounds later.
    """
    notes: list[BackingNote] = []
    programs: list[tuple[Fraction, int]] = []
    drone = _Drone()
    begin: Fraction | None = None
    span = Span(0, 0)
    for command in commands:
        if command.name not in ("drone", "droneon", "droneoff"):
            continue
        if begin is not None:
            notes += _held(drone, begin, min(command.onset, end), span)
        if command.name == "drone":
            drone = _read(drone, command.numbers)
            begin = None if begin is None else command.onset
        else:
            begin = command.onset if command.name == "droneon" else None
            span = command.span
        programs.append((command.onset, drone.program))
    if begin is not None:
        notes += _held(drone, begin, end, span)
    return notes[:MAX_DRONE_NOTES], programs


def _read(drone: _Drone, numbers: tuple[int, ...]) -> _Drone:
    """Return the drone with the numbers that are given; 0 and less keep what was."""
    now = (drone.program, *drone.pitches, *drone.velocities)
    given = [*numbers[: len(now)], *[-1] * (len(now) - len(numbers))]
    program, high, low, loud, soft = (
        new if 0 < new <= 127 else old for new, old in zip(given, now, strict=True)
    )
    return _Drone(program, (high, low), (loud, soft))


def _held(drone: _Drone, begin: Fraction, stop: Fraction, span: Span) -> list[BackingNote]:
    notes: list[BackingNote] = []
    while begin < stop and len(notes) < MAX_DRONE_NOTES:
        beats = min(_LONGEST_BEATS, stop - begin)
        for pitch, velocity in zip(drone.pitches, drone.velocities, strict=True):
            notes.append(
                BackingNote(
                    onset=begin,
                    beats=beats,
                    pitch=pitch,
                    velocity=velocity,
                    pass_number=1,
                    span=span,
                )
            )
        begin += beats
    return notes
