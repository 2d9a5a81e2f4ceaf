"""A performance as what is sent to a MIDI port: notes and programs, the clock, the metronome."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from abcstudio.playback.midi.midi_file import channels_of
from abcstudio.playback.midi.midi_port import OFF, ON, PROGRAM, PortEvent
from abcstudio.playback.performance import DRUM_CHANNEL, Performance
from abcstudio.playback.sound.metronome import Click, clicks
from abcstudio.playback.sound.mix import with_program
from abcstudio.playback.sound.sound_stream import click_note
from abcstudio.playback.timeline import TempoMap

CLOCKS_PER_BEAT, CLOCKS_PER_SIXTEENTH = 24, 6
_CLICK_SECONDS = 0.03
_CLICK_KEYS = {True: 76, False: 77}
_SHORTEST_SECONDS = 1e-4


@dataclass(frozen=True, slots=True)
class PortScore:
    """A performance as messages for a port, in order.

    Attributes:
        clocks: The places of the clock's ticks.
        clicks: The metronome's, on the drums' channel.
    """

    events: tuple[PortEvent, ...]
    clocks: tuple[float, ...]
    clicks: tuple[PortEvent, ...] = ()

    @classmethod
    def of(cls, performance: Performance, program: int) -> "PortScore":
        """Return the messages of a performance; tracks that name no program get this one."""
        seconds_at = TempoMap(performance.tempos).seconds_at
        tracks = with_program(performance, program).tracks
        channels = channels_of(tracks)
        events = []
        for track, channel in zip(tracks, channels, strict=True):
            if track.program is not None:
                events.append(PortEvent(0.0, PROGRAM, channel, 0, track.program))
            for change in track.changes:
                place = seconds_at(change.onset_beats)
                events.append(PortEvent(place, PROGRAM, channel, 0, change.program))
        for note in performance.notes:
            channel = channels[note.voice]
            number = max(0, min(127, round(note.pitch)))
            begin = seconds_at(note.onset_beats)
            end = seconds_at(note.onset_beats + note.duration_beats)
            velocity = max(1, min(127, note.velocity))
            events.append(PortEvent(begin, ON, channel, number, velocity))
            events.append(PortEvent(max(end, begin + _SHORTEST_SECONDS), OFF, channel, number, 0))
        ticks = int(performance.duration_beats * CLOCKS_PER_BEAT) + 1
        return cls(
            tuple(sorted(events)),
            tuple(seconds_at(tick / CLOCKS_PER_BEAT) for tick in range(ticks)),
            click_events((seconds_at(click.onset), click) for click in clicks(performance)),
        )

    def held_at(self, place: float) -> frozenset[tuple[int, int]]:
        """Return channel and number of the notes that begin before a place and go on there."""
        held: set[tuple[int, int]] = set()
        for event in self.events[: bisect_left(self.events, place, key=attrgetter("place"))]:
            if event.rank == ON:
                held.add((event.channel, event.number))
            elif event.rank == OFF:
                held.discard((event.channel, event.number))
        return frozenset(held)

    def has_notes_of(self, other: "PortScore") -> bool:
        """Return whether both differ in nothing but how loud notes are."""
        return [_but_for_velocity(event) for event in self.events] == [
            _but_for_velocity(event) for event in other.events
        ]


def _but_for_velocity(event: PortEvent) -> PortEvent:
    return event._replace(value=0) if event.rank == ON else event


def click_events(placed: Iterable[tuple[float, Click]]) -> tuple[PortEvent, ...]:
    """Return clicks at their places, as loud as here, on drums that every kit has."""
    events = []
    for place, click in placed:
        note = click_note(click, place)
        key, velocity = _CLICK_KEYS[click.is_first], round(note.velocity * note.level**0.5)
        events.append(PortEvent(place, ON, DRUM_CHANNEL, key, velocity))
        events.append(PortEvent(place + _CLICK_SECONDS, OFF, DRUM_CHANNEL, key, 0))
    return tuple(sorted(events))
