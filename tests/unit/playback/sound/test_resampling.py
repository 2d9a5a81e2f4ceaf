"""A recording at another pitch: what belongs there stays, what does not is far below it."""

import numpy as np
import pytest

from abcstudio.playback.sound.resampling import BEFORE, TAPS, interpolated


def sine(frequency: float, count: int = 40_000) -> np.ndarray:
    """Return a sine; the frequency is in cycles a frame."""
    return np.sin(2 * np.pi * frequency * np.arange(count)).astype(np.float32)


def spectrum(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return frequencies in cycles a frame and their levels in decibels below the strongest."""
    level = np.abs(np.fft.rfft(values * np.blackman(len(values))))
    return np.fft.rfftfreq(len(values)), 20 * np.log10(np.maximum(level / level.max(), 1e-9))


def at_pitch(recorded: np.ndarray, step: float, count: int) -> np.ndarray:
    return interpolated(recorded, BEFORE + np.arange(count, dtype=np.float64) * step, step)


@pytest.mark.parametrize("step", [0.37, 0.5, 0.83])
@pytest.mark.parametrize("frequency", [0.01, 0.05, 0.2])
def test_a_lower_pitch_has_no_mirror_images(step: float, frequency: float) -> None:
    values = at_pitch(sine(frequency), step, 30_000)
    frequencies, levels = spectrum(values)
    assert frequencies[levels.argmax()] == pytest.approx(frequency * step, abs=1e-4)
    away = np.abs(frequencies - frequency * step) > 0.002
    assert levels[away].max() < -80


def test_what_would_be_mirrored_at_a_higher_pitch_is_left_out() -> None:
    high = at_pitch(sine(0.45), 2.0, 15_000)
    low = at_pitch(sine(0.05), 2.0, 15_000)
    assert np.abs(high).max() < 0.15 * np.abs(low).max()


def test_the_loudness_stays() -> None:
    values = at_pitch(sine(0.1), 0.7, 20_000)
    assert np.abs(values).max() == pytest.approx(1, abs=0.002)


def test_at_its_own_pitch_a_recording_is_itself() -> None:
    recorded = sine(0.1, 1000)
    values = at_pitch(recorded, 1.0, 900)
    assert np.abs(values - recorded[BEFORE : BEFORE + 900]).max() < 1e-5


def test_places_beyond_the_end_are_no_error() -> None:
    values = interpolated(np.ones(TAPS, np.float32), np.array([-5.0, 3.0, 900.0]), 1.0)
    assert values == pytest.approx([1, 1, 1])
