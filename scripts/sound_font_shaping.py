"""How recordings of an orchestra become the instruments of a session: quick, even, in tune."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from measuring_sound import EIGHTH_SECONDS, HELD_SECOND, held_tone, loudness, mean_cents
from numpy.typing import NDArray

from abcstudio.playback.sound.sound_font import SoundFont
from abcstudio.playback.sound.sound_font_generators import Generator
from abcstudio.playback.sound.tones import Tones

ATTENUATION_STEP = 0.04
"""Decibels that one unit of the generator stands for, as the hardware did it."""

_LEVEL_SECONDS = 0.01
_SOFTEST_DECIBEL = 6.0
_Frames = NDArray[np.float64]


@dataclass(frozen=True)
class Shape:
    """What is done to an instrument.

    Attributes:
        start_at: Its recordings begin shortly before they reach this share of their peak; 0 leaves
            them whole.
        lead_ms: How long before.
        attack_ms: How long the sound takes to come up; 0 as recorded.
        release_ms: How long it takes to die away; 0 as recorded.
        high_pass_at: What lies below this share of the pitch is left out of its recordings.
        is_steadied: Its recordings get a flat pitch, and loops of whole periods.
        has_two_reeds: The lower reed is made to lead.
        longest: Its recordings are in their loops, or have died away, after so many seconds; 0
            leaves them as long as they are.
    """

    start_at: float = 0.0
    lead_ms: float = 0.0
    attack_ms: float = 0.0
    release_ms: float = 0.0
    high_pass_at: float = 0.0
    is_steadied: bool = False
    has_two_reeds: bool = False
    longest: float = 0.0


AS_RECORDED = Shape()


def first_frame(channels: Iterable[NDArray[np.int16]], rate: int, shape: Shape) -> int:
    """Return from which frame on the recording of a note is kept, the same in both channels."""
    if not shape.start_at:
        return 0
    stacked = [np.asarray(channel, np.float64) for channel in channels]
    count = min(len(channel) for channel in stacked)
    width = int(_LEVEL_SECONDS * rate)
    power = np.sum([channel[:count] ** 2 for channel in stacked], axis=0)
    level = np.sqrt(np.convolve(power, np.ones(width) / width, "same"))
    place = int(np.argmax(level >= shape.start_at * level.max()))
    return max(0, place - int(shape.lead_ms / 1000 * rate))


def without_thump(frames: NDArray[np.int16], hertz: float, rate: int) -> NDArray[np.int16]:
    """Return a recording through a high-pass of 24 dB an octave, which answers only what came."""
    count = 1 << (2 * len(frames) - 1).bit_length()
    s = 2j * np.pi * np.fft.rfftfreq(count, 1 / rate)
    limit = 2 * np.pi * hertz
    response = (s**2 / (s**2 + math.sqrt(2) * limit * s + limit**2)) ** 2
    filtered = np.fft.irfft(np.fft.rfft(frames, count) * response, count)[: len(frames)]
    return np.clip(np.rint(filtered), -32768, 32767).astype(np.int16)


def timecents(ms: float) -> int:
    """Return a duration as fonts write it."""
    return round(1200 * math.log2(ms / 1000))


def shaped(generators: Mapping[int, int], shape: Shape) -> dict[int, int]:
    """Return the generators of an instrument's zone, in their order, shaped."""
    found = dict(generators)
    sample = found.pop(Generator.SAMPLE)
    if shape.attack_ms:
        found[Generator.ENVELOPE_ATTACK] = timecents(shape.attack_ms) & 0xFFFF
    if shape.release_ms:
        # However hard a key is struck: the preset's zones by velocity differ in this.
        found[Generator.ENVELOPE_RELEASE] = timecents(shape.release_ms) & 0xFFFF
    return {**found, int(Generator.SAMPLE): sample}


def signed(amount: int) -> int:
    """Return a generator's amount, which is written as 16 bits, with its sign."""
    return amount - 0x10000 if amount >= 0x8000 else amount


def attenuations(font: SoundFont, program: int, keys: Iterable[int]) -> dict[int, int]:
    """Return by key what makes all keys as loud in the time of an eighth, in generator units.

    The softest stays as it is, unless it is much softer than most.
    """
    tones = Tones(font)
    found = {key: loudness(held_tone(tones, program, key, EIGHTH_SECONDS)) for key in keys}
    goal = max(min(found.values()), float(np.median([*found.values()])) - _SOFTEST_DECIBEL)
    return {key: max(0, round((level - goal) / ATTENUATION_STEP)) for key, level in found.items()}


def tunings(font: SoundFont, program: int, keys: Iterable[int]) -> dict[int, int]:
    """Return by key how many cents bring the mean of its held second in tune."""
    tones = Tones(font)
    return {
        key: -round(mean_cents(held_tone(tones, program, key, HELD_SECOND), key)) for key in keys
    }


def recording(name: str) -> str:
    """Return what both channels of a recording are called."""
    return name.removesuffix("(L)").removesuffix("(R)").strip()
