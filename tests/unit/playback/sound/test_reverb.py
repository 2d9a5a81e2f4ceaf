"""The room: it favours no key, is the same however it is asked, and falls silent."""

import numpy as np
import pytest

from abcstudio.playback.sound.reverb import Reverb
from abcstudio.playback.sound.tones import FRAME_RATE

KEYS = range(60, 94)
PARTIALS = (1.0, 0.5, 0.33, 0.25)


def noise(seconds: float) -> np.ndarray:
    count = int(seconds * FRAME_RATE) // 2 * 2
    return (np.random.default_rng(1).standard_normal((2, count)) * 0.1).astype(np.float32)


def answered(sound: np.ndarray, block: int = 0) -> np.ndarray:
    mix, room = sound.copy(), Reverb()
    block = block or mix.shape[1]
    for start in range(0, mix.shape[1], block):
        room.add_to(mix[:, start : start + block])
    return mix


def tone(key: int, left: float, right: float) -> np.ndarray:
    """Return a steady tone of several partials."""
    at = np.arange(FRAME_RATE) / FRAME_RATE * 440 * 2 ** ((key - 69) / 12)
    wave = sum(level * np.sin(2 * np.pi * n * at) for n, level in enumerate(PARTIALS, 1))
    return np.array([left * wave, right * wave], np.float32) * np.float32(0.1)


def gain_db(sound: np.ndarray, sides: slice = slice(None)) -> float:
    """Return by how much the room makes a steady sound louder, once it has built up."""
    late = slice(FRAME_RATE // 2, None)
    before = float((sound[sides, late] ** 2).mean())
    return 10 * np.log10(float((answered(sound)[sides, late] ** 2).mean()) / before)


@pytest.mark.parametrize(("left", "right"), [(1.0, 1.0), (1.0, 0.8)])
def test_each_key_is_answered_equally_loudly(left: float, right: float) -> None:
    gains = [gain_db(tone(key, left, right)) for key in KEYS]
    assert max(gains) - min(gains) <= 1.5


def test_no_key_stands_out_in_one_ear() -> None:
    gains = [gain_db(tone(key, 1.0, 1.0), slice(0, 1)) for key in KEYS]
    assert max(gains) - min(gains) <= 5


def test_the_blocks_do_not_matter() -> None:
    sound = noise(0.5)
    whole = answered(sound)
    for block in (2, 130, 512, 602, 9000):
        assert np.abs(answered(sound, block) - whole).max() < 1e-6


def test_a_copy_goes_on_on_its_own() -> None:
    room = Reverb()
    room.add_to(noise(0.2))
    other = room.copy()
    first, second = noise(0.1), noise(0.1)
    room.add_to(first)
    room.add_to(np.ones((2, 512), np.float32))
    other.add_to(second)
    assert np.array_equal(first, second)


def test_what_has_sounded_falls_silent() -> None:
    room = Reverb()
    room.add_to(noise(0.5))
    tail = np.zeros((2, int(1.5 * FRAME_RATE)), np.float32)
    room.add_to(tail)
    assert np.abs(tail[:, -1000:]).max() < 1e-6
    later = np.zeros((2, 20 * FRAME_RATE), np.float32)
    room.add_to(later)
    assert not later[:, -1000:].any()
