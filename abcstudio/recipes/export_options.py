"""How tunes are written, in which formats."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from abcstudio.playback.instruments import DEFAULT_INSTRUMENT
from abcstudio.playback.interpretation import MUSICIAN, Interpretation
from abcstudio.playback.sound.mix import Strip
from abcstudio.recipes.score_files import ScoreOptions

SOUND_FORMATS = ("wav", "flac", "ogg")
PLAYED_FORMATS = ("mid", *SOUND_FORMATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How tunes are written.

    Attributes:
        plain: As written, nothing that a player adds: no grace notes, swing or accompaniment.
        instrument: A key of `INSTRUMENTS`, for sound, and for MIDI unless plain.
        sound_font: The .sf2 for sound; without one no sound is written.
        interpretation: What a player adds where the tune is not written plain.
        strips: What is heard of each track where the tune is not written plain; see `mixed`.
        quarters_per_minute: Another tempo than the tune's own at its start; None keeps that.
        score: How SVG, PDF and PNG are drawn; without it none is written.
        per_voice: MIDI and sound are written as a file for each voice: STEM-v1.mid, STEM-v2.mid.
        is_levelled: Sound is brought to one loudness, -16 LUFS; without it, it is as loud as
            the mixer has it.
    """

    plain: bool = False
    instrument: str = DEFAULT_INSTRUMENT
    sound_font: Path | None = None
    interpretation: Interpretation = MUSICIAN
    strips: Mapping[int, Strip] = field(default_factory=dict)
    quarters_per_minute: float | None = None
    score: ScoreOptions | None = None
    per_voice: bool = False
    is_levelled: bool = True
