"""Loudness and true peak by other formulas than the program's."""

import math

import numpy as np

from abcstudio.playback.sound.tones import FRAME_RATE


def lufs(frames: np.ndarray) -> float:
    """Return the loudness by the filters of BS.1770, sample after sample in its 48 kHz form.

    Windows overlap by three quarters, as the recommendation has it.
    """
    spectrum = np.fft.rfft(frames, 2 ** math.ceil(math.log2(frames.shape[1] + FRAME_RATE)))
    hertz = np.fft.rfftfreq(2 ** math.ceil(math.log2(frames.shape[1] + FRAME_RATE)), 1 / FRAME_RATE)
    z = np.exp(-2j * np.pi * hertz / 48_000)
    shelf = (1.53512485958697 - 2.69169618940638 * z + 1.19839281085285 * z**2) / (
        1 - 1.69065929318241 * z + 0.73248077421585 * z**2
    )
    cut = (1 - 2 * z + z**2) / (1 - 1.99004745483398 * z + 0.99007225036621 * z**2)
    heard = np.fft.irfft(spectrum * shelf * cut)[:, : frames.shape[1]]
    length = int(0.4 * FRAME_RATE)
    powers = np.array(
        [
            np.square(heard[:, at : at + length]).mean(axis=1).sum()
            for at in range(0, heard.shape[1] - length, length // 4)
        ]
    )
    loud = powers[powers > 10 ** ((-70 + 0.691) / 10)]
    loud = loud[loud > loud.mean() / 10]
    return -0.691 + 10 * math.log10(loud.mean())


def true_peak(frames: np.ndarray) -> float:
    """Return how far a whole sound (2, frames) goes from zero, by eight times oversampling."""
    count = frames.shape[1]
    spectrum = np.fft.rfft(frames)
    spectrum = np.pad(spectrum, ((0, 0), (0, 8 * count // 2 + 1 - spectrum.shape[1])))
    return float(np.abs(8 * np.fft.irfft(spectrum, 8 * count)).max())
