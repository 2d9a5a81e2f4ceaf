"""A tune's text made into sound that a player can play."""

import threading
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import SoundError
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import MUSICIAN, Interpretation
from abcstudio.playback.performance import Performance
from abcstudio.playback.performing.performer import perform
from abcstudio.playback.sound.loudness import level_gain
from abcstudio.playback.sound.mix import on_instrument, with_instruments
from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_stream import SoundStream
from abcstudio.playback.sound.synth import Synth
from abcstudio.playback.timeline import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundRequest:
    """What should be heard.

    Attributes:
        text: One tune.
        sound_font: An .sf2 file.
        instrument: A key of `INSTRUMENTS`, for voices that ask for none themselves.
        interpretation: What the player adds.
        file_header: What holds for every tune of its file.
        voices: Numbers of tracks, and keys of `INSTRUMENTS` that they are played on.
        is_levelled: Whether it is to be as loud as all others that are levelled.
    """

    text: str
    sound_font: Path
    instrument: str
    interpretation: Interpretation = MUSICIAN
    file_header: str = ""
    voices: tuple[tuple[int, str], ...] = ()
    is_levelled: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class TuneSound:
    """A tune ready to be played.

    Attributes:
        text: The tune's.
        performance: As the tune has it, on the instruments that it names.
        stream: The same on those that were asked for.
        timeline: Which notes sound when, in the places of the stream.
    """

    text: str
    performance: Performance
    stream: SoundStream
    timeline: Timeline


class SoundMaker:
    """Gets tunes ready; keeps the font and the tones it made, so that the next time is quicker."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._synth: tuple[Path, Synth] | None = None

    def make(self, request: SoundRequest) -> TuneSound:
        """Get a tune ready.

        Raises:
            SoundError: There are no notes, no such instrument, or the font cannot be read.
        """
        instrument = INSTRUMENTS.get(request.instrument)
        if instrument is None:
            raise SoundError(
                "export.instrument_unknown",
                name=request.instrument,
                instruments=", ".join(INSTRUMENTS),
            )
        score = parse(request.text, request.file_header)
        performance = perform(score, request.interpretation)
        if not performance.notes:
            raise SoundError("sound.no_notes")
        with self._lock:
            synth = self._synth_of(request.sound_font)
        played = with_instruments(performance, dict(request.voices))
        played = on_instrument(played, request.instrument)
        gain = 1.0
        if request.is_levelled:
            gain = level_gain(synth.stream(played, instrument.program))
        stream = synth.stream(played, instrument.program, has_metronome=True, gain=gain)
        return TuneSound(request.text, performance, stream, Timeline(performance))

    def _synth_of(self, path: Path) -> Synth:
        if self._synth is None or self._synth[0] != path:
            self._synth = (path, Synth(SoundFont.read(path)))
        return self._synth[1]
