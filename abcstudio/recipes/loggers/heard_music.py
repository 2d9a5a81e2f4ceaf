"""The music of a run that has ended, as its logs are given it."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.errors import AbcStudioError, SoundError
from abcstudio.notation.reader.parser import parse
from abcstudio.playback.instruments import INSTRUMENTS
from abcstudio.playback.performing.performer import perform
from abcstudio.recipes.milestones.heard_steps import HeardStep, heard_steps
from abcstudio.runs.loggers.run_logger import LoggedMusic, LoggedTake

if TYPE_CHECKING:
    from abcstudio.playback.sound.synth import Synth

log = logging.getLogger(__name__)

_INSTRUMENT = "flute"


def heard_music(run: Path, scale: Path | None, sound_font: Path | None) -> Iterator[LoggedMusic]:
    """Yield the music of the steps that a run has kept; what cannot be read ends it early.

    Only the takes of the last step have a sound: a minute of it is 10 MB.

    Args:
        run: The folder.
        scale: The file of what human tunes share with others; None leaves out all of it.
        sound_font: An .sf2 file; None leaves the sounds out.
    """
    if scale is None:
        return
    sounds = _Sounds(sound_font)
    try:
        steps = heard_steps(run, scale, lambda _step: None, composes=True)
        for step in steps:
            yield _music(step, sounds if step is steps[-1] else None)
    except (AbcStudioError, OSError) as error:
        log.warning("The music of %s is not logged: %s", run, error)


def _music(step: HeardStep, sounds: "_Sounds | None") -> LoggedMusic:
    return LoggedMusic(
        step=step.step,
        right_measures=step.right_share,
        newness=step.newness,
        takes=tuple(
            LoggedTake(
                step=step.step,
                number=number,
                text=take.tune or take.raw,
                wav=b"" if sounds is None else sounds.of(take.tune),
            )
            for number, take in enumerate(step.takes, 1)
        ),
    )


class _Sounds:
    """Makes WAV files of tunes."""

    def __init__(self, font: Path | None) -> None:
        self._font = font
        self._synth: Synth | None = None

    def of(self, tune: str) -> bytes:
        """Return the sound of a tune; nothing where it has no notes, or there is no font."""
        # NumPy takes a while to import.
        from abcstudio.playback.sound.synth import frame_count
        from abcstudio.playback.sound.wav_file import wav_pieces

        performance = perform(parse(tune))
        synth = self._read()
        if synth is None or not performance.notes:
            return b""
        program = INSTRUMENTS[_INSTRUMENT].program
        gain = synth.gain([performance], program)
        blocks = synth.blocks(performance, program, gain=gain)
        return b"".join(wav_pieces(blocks, frame_count(performance)))

    def _read(self) -> "Synth | None":
        if self._synth is None and self._font is not None:
            from abcstudio.playback.sound.sound_font import SoundFont
            from abcstudio.playback.sound.synth import Synth

            font, self._font = self._font, None
            try:
                self._synth = Synth(SoundFont.read(font))
            except SoundError as error:
                log.warning("The takes have no sound: %s", error)
        return self._synth
