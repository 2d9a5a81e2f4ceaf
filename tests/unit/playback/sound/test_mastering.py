"""Exports are as loud as each other, and no meter finds a peak too high."""

from collections.abc import Callable, Iterable

import numpy as np
import pytest

from abcstudio.playback.sound.mastering import TARGET_LUFS, TRUE_PEAK, export_level
from abcstudio.playback.sound.tones import FRAME_RATE
from tests.unit.playback.sound.meters import lufs, true_peak

PEAK_LIMIT = 10 ** (-1 / 20)
Frames = np.ndarray


def noise(seconds: float, level: float) -> Frames:
    generator = np.random.default_rng(3)
    return (level * generator.standard_normal((int(seconds * FRAME_RATE), 2))).astype(np.float32)


def strokes(level: float, fall: float = 30) -> Frames:
    """Return plucked tones with peaks far above their loudness, between the frames too."""
    times = np.arange(4 * FRAME_RATE) / FRAME_RATE
    wave = np.sin(2 * np.pi * 11_025 * times + np.pi / 4) + np.sin(2 * np.pi * 440 * times)
    return np.repeat((level * wave * np.exp(-fall * (times % 1)))[:, None], 2, 1).astype(np.float32)


def in_blocks(frames: Frames, length: int = 7_001) -> Callable[[], Iterable[Frames]]:
    return lambda: [frames[at : at + length] for at in range(0, len(frames), length)]


def mastered(frames: Frames) -> Frames:
    sound = in_blocks(frames)
    done = np.concatenate(list(export_level([sound]).applied(sound())))
    assert done.shape == frames.shape
    return done.T.astype(float)


@pytest.mark.parametrize(
    "frames", [noise(3, 0.01), noise(3, 0.4), strokes(0.02), strokes(3.0)],
    ids=["soft", "loud", "soft strokes", "strokes beyond full scale"],
)  # fmt: skip
def test_every_sound_comes_out_as_loud(frames: Frames) -> None:
    done = mastered(frames)
    assert lufs(done) == pytest.approx(TARGET_LUFS, abs=0.3)
    assert true_peak(done) <= PEAK_LIMIT


def test_what_needs_no_limiter_is_only_scaled() -> None:
    frames = noise(1, 0.02)
    factors = mastered(frames).T / frames
    assert np.ptp(factors) < 1e-4


@pytest.mark.parametrize("seconds", [0.01, 0.2, 0.39])
def test_a_sound_shorter_than_a_window_has_a_level_too(seconds: float) -> None:
    frames = noise(seconds, 0.01)
    done = mastered(frames)
    assert 0.05 < np.sqrt((done**2).mean()) < 0.5
    assert true_peak(done) <= PEAK_LIMIT


def test_no_sound_at_all_has_a_level() -> None:
    sound = in_blocks(noise(0.0, 1.0))
    assert export_level([sound]).gain == 1.0


def test_silence_stays_silence() -> None:
    assert not mastered(np.zeros((FRAME_RATE, 2), np.float32)).any()


def test_voices_apart_add_up_and_are_not_limited() -> None:
    voices = [strokes(1.0, fall=60), strokes(0.5, fall=60)]
    sounds = [in_blocks(voice) for voice in voices]
    level = export_level(sounds)
    assert level.limit is None
    total = level.gain * np.sum(voices, axis=0)
    assert true_peak(total.T.astype(float)) == pytest.approx(TRUE_PEAK, rel=0.02)
