"""Which voices of a tune are heard, how loud, and on which instruments."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.performance import DRUM_CHANNEL, KeyMark, Performance, PerformedNote, Track

_HIGHEST_PITCH = 127

_LOWEST_TENOR = 47
_OCTAVE = 12
_SOFTER = 0.55
_BREATH_BEATS = Fraction(16)


def with_drones(performance: Performance, tracks: Sequence[int]) -> Performance:
    """Return a performance with drones under the first of some tracks that has notes."""
    for track in tracks:
        own = [note for note in performance.notes if note.voice == track]
        if own:
            notes = sorted((*performance.notes, *_drones(own, performance.keys)), key=_place)
            return replace(performance, notes=tuple(notes))
    return performance


def _drones(notes: Sequence[PerformedNote], keys: Sequence[KeyMark]) -> list[PerformedNote]:
    """Return the drones of a voice, struck again now and then so that none dies away."""
    begin = notes[0].onset_beats
    end = max(note.onset_beats + note.duration_beats for note in notes)
    tenor = _keynote(keys[0] if keys else None)
    velocity = max(1, round(_SOFTER * max(note.velocity for note in notes)))
    found = []
    while begin < end:
        beats = min(_BREATH_BEATS, end - begin)
        first = next((note for note in notes if note.onset_beats >= begin), notes[-1])
        found += [
            first._replace(
                onset_beats=begin,
                duration_beats=beats,
                pitch=Fraction(pitch),
                velocity=velocity,
            )
            for pitch in (tenor - _OCTAVE, tenor)
        ]
        begin += beats
    return found


def _keynote(key: KeyMark | None) -> int:
    """Return the tenor drone's pitch: the keynote of the signature, from B2 to A#3."""
    fifths = key.fifths + (3 if key.is_minor else 0) if key else 0
    return _LOWEST_TENOR + (7 * fifths - _LOWEST_TENOR) % _OCTAVE


def _place(note: PerformedNote) -> tuple[Fraction, int, Fraction]:
    return note.onset_beats, note.voice, note.pitch


@dataclass(frozen=True, slots=True)
class Strip:
    """How one track is heard.

    Attributes:
        volume: From 0 to 1, which is as loud as it is meant.
        is_solo: Only tracks with this are heard while there are any.
        instrument: A key of `INSTRUMENTS`; "" is what the tune or the listener chose.
    """

    volume: float = 1.0
    is_mute: bool = False
    is_solo: bool = False
    instrument: str = ""


def gains_of(strips: Mapping[int, Strip]) -> dict[int, float]:
    """Return how loud each track is; tracks that are not named are as they are meant.

    Args:
        strips: By the number of the track, those of all tracks where any is solo.
    """
    has_solo = any(strip.is_solo for strip in strips.values())
    return {
        track: 0.0 if strip.is_mute or (has_solo and not strip.is_solo) else strip.volume**2
        for track, strip in strips.items()
    }


def with_instruments(performance: Performance, instruments: Mapping[int, str]) -> Performance:
    """Return a performance on other instruments.

    Args:
        performance: What is played.
        instruments: Keys of `INSTRUMENTS` by the number of the track.
    """
    tracks = tuple(
        replace(track, changes=()) if number in instruments else track
        for number, track in enumerate(performance.tracks)
    )
    return _played_on(replace(performance, tracks=tracks), instruments)


def on_instrument(performance: Performance, instrument: str) -> Performance:
    """Return a performance whose tracks that name no program are played on an instrument.

    Tracks that another one fits are played on that.

    Args:
        performance: What is played.
        instrument: A key of `INSTRUMENTS`.
    """
    chosen = {
        number: track.instrument or instrument
        for number, track in enumerate(performance.tracks)
        if _takes_any_program(track)
    }
    return _played_on(performance, chosen)


def _played_on(performance: Performance, instruments: Mapping[int, str]) -> Performance:
    """Return a performance some of whose tracks begin on other instruments."""
    chosen = {number: INSTRUMENTS[name] for number, name in instruments.items()}
    tracks = tuple(
        replace(track, program=chosen[number].midi_program, preset=chosen[number].program)
        if number in chosen
        else track
        for number, track in enumerate(performance.tracks)
    )
    shifts = {number: instrument.shift for number, instrument in chosen.items()}
    notes = _shifted(performance.notes, shifts)
    played = replace(performance, tracks=tracks, notes=notes)
    return with_drones(played, [number for number in chosen if chosen[number].has_drones])


def _shifted(
    notes: tuple[PerformedNote, ...], shifts: Mapping[int, int]
) -> tuple[PerformedNote, ...]:
    """Return the notes, those of some tracks higher by so many semitones, as far as MIDI goes."""
    if not any(shifts.values()):
        return notes
    return tuple(
        note._replace(pitch=min(note.pitch + shifts.get(note.voice, 0), Fraction(_HIGHEST_PITCH)))
        for note in notes
    )


def with_program(performance: Performance, midi_program: int) -> Performance:
    """Return a performance whose tracks that name no program get this one.

    But for the drums: on their channel a program would be another kit.
    """
    tracks = tuple(
        replace(track, program=midi_program) if _takes_any_program(track) else track
        for track in performance.tracks
    )
    return replace(performance, tracks=tracks)


def _takes_any_program(track: Track) -> bool:
    return track.program is None and track.channel != DRUM_CHANNEL


def mixed(performance: Performance, strips: Mapping[int, Strip]) -> Performance:
    """Return a performance as it is heard through a mixer: nothing of a silent track is left.

    Volumes are in the velocities, whose squares are the gains of our synthesizer as of General
    MIDI's: so no port keeps a volume that has to be reset.

    Args:
        performance: What is played.
        strips: By the number of the track, those of all tracks where any is solo.
    """
    gains = gains_of(strips)
    chosen = {number: strip.instrument for number, strip in strips.items() if strip.instrument}
    played = with_instruments(performance, chosen)
    notes = tuple(
        note._replace(velocity=max(1, round(note.velocity * math.sqrt(gains.get(note.voice, 1.0)))))
        for note in played.notes
        if gains.get(note.voice, 1.0)
    )
    return replace(played, notes=notes)
