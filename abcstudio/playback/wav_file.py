"""Sound as the bytes of a WAV file: 16-bit PCM, stereo, 44,100 frames a second."""

import io
import wave

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.tones import FRAME_RATE

_FULL_SCALE = 32767


def pcm16(frames: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return frames between -1 and 1 as 16-bit integers; what lies beyond is held at the limits."""
    scaled = np.multiply(frames, _FULL_SCALE, dtype=np.float32)
    np.clip(scaled, -_FULL_SCALE, _FULL_SCALE, out=scaled)
    return np.rint(scaled, out=scaled).astype(np.int16)


def wav_bytes(frames: NDArray[np.float32]) -> bytes:
    """Return the WAV file of frames (frames, 2)."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(FRAME_RATE)
        file.writeframes(pcm16(frames).astype("<i2").tobytes())
    return buffer.getvalue()
