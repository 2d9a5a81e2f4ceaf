"""The instruments in the box, by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument of the bundled font.

    Attributes:
        name: What commands and settings call it.
        program: Its preset in the bundled font.
        midi_program: What a MIDI file asks for, General MIDI from 0.
        lowest: The lowest written note that a player of it has, a MIDI note number.
        highest: The highest one.
        gain: Makes it as loud as the others: -20 LUFS in the mean of tunes at velocity 80.
        shift: How many semitones it sounds above what is written.
        has_drones: The keynote sounds below the tune, in two octaves.
    """

    name: str
    program: int
    midi_program: int
    lowest: int
    highest: int
    gain: float = 1.0
    shift: int = 0
    has_drones: bool = False


_ALL = (
    Instrument("whistle", 74, 74, 62, 86, gain=2.35),
    Instrument("whistle-8va", 74, 74, 62, 86, gain=2.35, shift=12),
    Instrument("flute", 73, 73, 60, 93, gain=1.43),
    Instrument("fiddle", 110, 110, 55, 93, gain=1.27),
    Instrument("accordion", 21, 21, 53, 93, gain=2.64),
    Instrument("concertina", 22, 23, 55, 96, gain=7.11),
    Instrument("pipes", 109, 109, 62, 86, gain=1.98, has_drones=True),
    Instrument("banjo", 105, 105, 43, 88, gain=4.28),
    # General MIDI has none; notation programs write the steel-string guitar for it.
    Instrument("mandolin", 106, 25, 55, 88, gain=4.22),
    Instrument("harp", 46, 46, 36, 101, gain=3.08),
    Instrument("guitar", 24, 24, 40, 83, gain=4.35),
    Instrument("piano", 0, 0, 21, 108, gain=2.71),
    Instrument("organ", 19, 19, 36, 96, gain=3.79),
    Instrument("choir", 52, 52, 40, 81, gain=5.85),
)
INSTRUMENTS: Mapping[str, Instrument] = MappingProxyType({item.name: item for item in _ALL})
DEFAULT_INSTRUMENT = "flute"

# What the bundled font calls itself (scripts/cut_sound_font.py), and the mean gain of its programs.
BUNDLED_FONT = "ABC Studio session"
OTHER_FONT_GAIN = 2.0


# For programs that a font lacks: the last program of a range, and what comes nearest to it.
_NEAREST = (
    (7, 0), (15, 46), (20, 19), (21, 21), (23, 22), (39, 24), (44, 110), (47, 46), (51, 110),
    (54, 52), (55, 0), (71, 21), (72, 74), (77, 73), (78, 74), (79, 73), (95, 21), (103, 46),
    (105, 105), (106, 106), (107, 24), (108, 46), (109, 109), (110, 110), (111, 109), (119, 46),
    (127, 73),
)  # fmt: skip


def nearest_program(program: int) -> int:
    """Return the program of the bundled font that sounds most like a General MIDI program."""
    return next(near for last, near in _NEAREST if program <= last)


def gain_of(program: int, font_name: str) -> float:
    """Return the gain that makes a program of the bundled font as loud as the others.

    Another font is levelled by those who made it: all its programs get the same gain.
    """
    if font_name != BUNDLED_FONT:
        return OTHER_FONT_GAIN
    return next((item.gain for item in _ALL if item.program == program), OTHER_FONT_GAIN)
