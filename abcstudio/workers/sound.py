"""Sound in the background: how long a tune lasts, its frames, what it may be played with."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from abcstudio.playback.performance import Performance
    from abcstudio.playback.performing.instrument_range import OutOfRange
    from abcstudio.playback.timeline import Timeline
    from abcstudio.recipes.sound import SoundMaker, SoundRequest, TuneSound


class OutlinedTrack(NamedTuple):
    """A voice, or a part of what accompanies the tune.

    Attributes:
        name: "" where the tune names it not.
        is_written: The tune says what it is played on.
        is_drums: It is played on drums and nothing else.
        is_backing: It accompanies the tune, and the program has named it.
        instrument: The one that fits it; "" is the one that is chosen in the bar.
    """

    name: str
    is_written: bool = False
    is_drums: bool = False
    is_backing: bool = False
    instrument: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What the transport shows of a tune before it is played.

    Attributes:
        seconds: How long it lasts at the written tempo.
        tempo: Quarter notes a minute at its start.
        beat: The note that players count it in, in quarter notes.
        lacking: The notes that the instrument lacks, None where it has all.
        timeline: Which notes are played when.
        tracks: Its voices and what accompanies them.
    """

    seconds: float
    tempo: float
    has_notes: bool
    timeline: "Timeline"
    tracks: tuple[OutlinedTrack, ...] = ()
    beat: Fraction = Fraction(1)
    lacking: "OutOfRange | None" = None

    @classmethod
    def of(cls, performance: "Performance", timeline: "Timeline") -> "Outline":
        """Return the outline of a performance."""
        from abcstudio.playback.performance import DRUM_CHANNEL

        return cls(
            seconds=timeline.duration_seconds,
            tempo=float(performance.quarters_per_minute),
            has_notes=bool(performance.notes),
            timeline=timeline,
            beat=4 * performance.tempo_beat,
            tracks=tuple(
                OutlinedTrack(
                    track.name,
                    is_written=track.program is not None,
                    is_drums=track.channel == DRUM_CHANNEL,
                    is_backing=track.is_backing,
                    instrument="" if track.program is not None else track.instrument,
                )
                for track in performance.tracks
            ),
        )


def load_sound() -> None:
    """Import what the first tune is played with: numpy, the synthesizer, SDL.

    Raises:
        ImportError: Something of it is not installed, or does not fit this machine.
        OSError: A library of it cannot be loaded.
    """
    # pygame greets on standard output when it is imported.
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # As the device imports it: as `pygame._sdl2.audio`, the module would be locked before its
    # package, and where the device is opened meanwhile each thread would wait for the other.
    from pygame._sdl2 import audio  # noqa: F401

    import abcstudio.playback.transport.device
    import abcstudio.playback.transport.player
    import abcstudio.recipes.sound  # noqa: F401


def sound_devices() -> tuple[str, ...]:
    """Return the names of the sound devices that are there."""
    from abcstudio.playback.transport.device import device_names

    return device_names()


def check_sound_font(path: Path) -> None:
    """Make sure that a sound font can be played.

    Raises:
        SoundError: It cannot be read.
    """
    from abcstudio.playback.sound.sound_font import SoundFont

    SoundFont.read(path)


def find_outline(
    text: str, file_header: str, switches: Mapping[str, bool], instrument: str
) -> Outline:
    """Return the outline of a tune that is played with some switches set otherwise."""
    from abcstudio.notation.reader.parser import parse
    from abcstudio.playback.interpretation import interpretation_of
    from abcstudio.playback.performing.instrument_range import out_of_range
    from abcstudio.playback.performing.performer import perform
    from abcstudio.playback.timeline import Timeline

    score = parse(text, file_header)
    performance = perform(score, interpretation_of(switches))
    outline = Outline.of(performance, Timeline(performance))
    lacking = out_of_range(score, instrument) if instrument else None
    return replace(outline, lacking=lacking)


def make_sound(
    maker: "SoundMaker", open_output: Callable[[], None], request: "SoundRequest"
) -> "TuneSound":
    """Get a tune ready and open the sound device."""
    sound = maker.make(request)
    open_output()
    return sound
