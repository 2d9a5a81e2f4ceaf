"""Recordings made of notes: tones with harmonics, as the bytes of a WAV file."""

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from abcstudio.corpus.melody_index.melody import lines_of
from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE

RATE = 22_050


def sound_of(
    text: str, *, quarter_seconds: float = 0.4, cents: float = 0, first: int = 0, count: int = 40
) -> NDArray[np.float32]:
    """Return some notes of a tune as one channel of sound."""
    notes = lines_of(text)[0][first : first + count]
    tones = []
    for pitch, length in notes:
        seconds = length / PER_WHOLE_NOTE * 4 * quarter_seconds
        times = np.arange(round(seconds * RATE)) / RATE
        frequency = 440 * 2 ** ((pitch - 69 + cents / 100) / 12)
        tone = sum(
            np.sin(2 * np.pi * frequency * harmonic * times) / harmonic for harmonic in range(1, 5)
        )
        envelope = np.minimum(1, np.minimum(times, times[::-1]) / 0.01)
        tones.append((0.2 * tone * envelope).astype(np.float32))
    return np.concatenate(tones)


def wav_bytes(
    frames: NDArray[np.float32],
    *,
    rate: int = RATE,
    bits: int = 16,
    channels: int = 1,
    tag: int = 1,
    before: bytes = b"",
) -> bytes:
    """Return frames as a WAV file; `before` are chunks in front of the sound."""
    many = np.repeat(frames[:, None], channels, axis=1).ravel()
    body = _packed(many, bits, tag)
    width = channels * bits // 8
    form = struct.pack("<HHIIHH", tag, channels, rate, rate * width, width, bits)
    chunks = b"fmt " + struct.pack("<I", len(form)) + form + before
    chunks += b"data" + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", len(chunks) + 4) + b"WAVE" + chunks


def _packed(frames: Sequence[float] | NDArray[np.float32], bits: int, tag: int) -> bytes:
    values = np.asarray(frames, np.float64)
    if tag == 3:
        return values.astype(f"<f{bits // 8}").tobytes()
    if bits == 8:
        return np.rint(values * 127 + 128).astype(np.uint8).tobytes()
    whole = np.rint(values * (2 ** (bits - 1) - 1)).astype("<i4")
    return whole.view(np.uint8).reshape(-1, 4)[:, : bits // 8].tobytes()
