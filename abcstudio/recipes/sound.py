"""Text to sound: what the player and the export of WAV files both ask for."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from abcstudio.errors import SoundError
from abcstudio.notation.parser import parse
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.interpretation import MUSICIAN, Interpretation
from abcstudio.playback.performance import Performance
from abcstudio.playback.performer import perform
from abcstudio.playback.sound_font import SoundFont
from abcstudio.playback.synth import Synth
from abcstudio.playback.timeline import Timeline
from abcstudio.playback.wav_file import pcm16

MIN_SPEED, MAX_SPEED = 0.1, 5.0


@dataclass(frozen=True, slots=True)
class SoundRequest:
    """What should be heard.

    Attributes:
        text: One tune.
        sound_font: An .sf2 file.
        instrument: A key of `INSTRUMENTS`, for voices that ask for none themselves.
        speed: 2 is twice as fast as written.
        interpretation: What the player adds.
        file_header: What holds for every tune of its file.
    """

    text: str
    sound_font: Path
    instrument: str
    speed: float = 1.0
    interpretation: Interpretation = MUSICIAN
    file_header: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class RenderedSound:
    """A tune as sound.

    Attributes:
        frames: 16-bit (frames, 2) at 44,100 Hz.
        timeline: Which notes sound when, at this speed.
    """

    performance: Performance
    frames: NDArray[np.int16]
    timeline: Timeline
    speed: float


class Renderer:
    """Renders tunes; keeps the font and the tones it made, so that the next time is quicker."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._synth: tuple[Path, Synth] | None = None

    def render(
        self, request: SoundRequest, should_stop: Callable[[], bool] = bool
    ) -> RenderedSound:
        """Render a tune.

        Raises:
            SoundError: There are no notes, no such instrument, or the font cannot be read.
            CancelledError: `should_stop` said so.
        """
        instrument = INSTRUMENTS.get(request.instrument)
        if instrument is None:
            raise SoundError(
                "export.instrument_unknown",
                name=request.instrument,
                instruments=", ".join(INSTRUMENTS),
            )
        performance = perform(parse(request.text, request.file_header), request.interpretation)
        if not performance.notes:
            raise SoundError("sound.no_notes")
        speed = max(MIN_SPEED, min(MAX_SPEED, request.speed))
        with self._lock:
            synth = self._synth_of(request.sound_font)
            frames = synth.render(
                performance, instrument.program, speed=speed, should_stop=should_stop
            )
        return RenderedSound(performance, pcm16(frames), Timeline(performance, speed), speed)

    def _synth_of(self, path: Path) -> Synth:
        if self._synth is None or self._synth[0] != path:
            self._synth = (path, Synth(SoundFont.read(path)))
        return self._synth[1]
