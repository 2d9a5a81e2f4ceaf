"""The generators of SoundFont 2.04 (8.1.3): their numbers, and what holds unwritten."""

from enum import IntEnum


class Generator(IntEnum):
    """What shapes a sound; the numbers are those of the file."""

    START = 0
    END = 1
    LOOP_START = 2
    LOOP_END = 3
    START_COARSE = 4
    FILTER_CUTOFF = 8
    END_COARSE = 12
    PAN = 17
    ENVELOPE_DELAY = 33
    ENVELOPE_ATTACK = 34
    ENVELOPE_HOLD = 35
    ENVELOPE_DECAY = 36
    ENVELOPE_SUSTAIN = 37
    ENVELOPE_RELEASE = 38
    KEY_TO_HOLD = 39
    KEY_TO_DECAY = 40
    INSTRUMENT = 41
    KEY_RANGE = 43
    VELOCITY_RANGE = 44
    LOOP_START_COARSE = 45
    FIXED_KEY = 46
    FIXED_VELOCITY = 47
    ATTENUATION = 48
    LOOP_END_COARSE = 50
    COARSE_TUNE = 51
    FINE_TUNE = 52
    SAMPLE = 53
    SAMPLE_MODES = 54
    SCALE_TUNING = 56
    ROOT_KEY = 58


_COUNT = 61
FULL_RANGE = 0x7F00
RANGES = frozenset((Generator.KEY_RANGE, Generator.VELOCITY_RANGE))
_WRITTEN_DEFAULTS = {
    Generator.FILTER_CUTOFF: 13500,
    Generator.ENVELOPE_DELAY: -12000,
    Generator.ENVELOPE_ATTACK: -12000,
    Generator.ENVELOPE_HOLD: -12000,
    Generator.ENVELOPE_DECAY: -12000,
    Generator.ENVELOPE_RELEASE: -12000,
    Generator.KEY_RANGE: FULL_RANGE,
    Generator.VELOCITY_RANGE: FULL_RANGE,
    Generator.FIXED_KEY: -1,
    Generator.FIXED_VELOCITY: -1,
    Generator.SCALE_TUNING: 100,
    Generator.ROOT_KEY: -1,
}
DEFAULTS = tuple(
    _WRITTEN_DEFAULTS.get(Generator(number), 0) if number in set(Generator) else 0
    for number in range(_COUNT)
)

# A preset's values are added to the instrument's; these mean something for an instrument alone.
_INSTRUMENT_ONLY = frozenset(
    (
        Generator.START, Generator.END, Generator.LOOP_START, Generator.LOOP_END,
        Generator.START_COARSE, Generator.END_COARSE, Generator.LOOP_START_COARSE,
        Generator.LOOP_END_COARSE, Generator.INSTRUMENT, Generator.KEY_RANGE,
        Generator.VELOCITY_RANGE, Generator.FIXED_KEY, Generator.FIXED_VELOCITY, Generator.SAMPLE,
        Generator.SAMPLE_MODES, Generator.ROOT_KEY,
    )
)  # fmt: skip
ADDED_BY_PRESETS = tuple(sorted(set(Generator) - _INSTRUMENT_ONLY))
