"""Sound as the bytes of a file: WAV, or FLAC and Ogg Vorbis through libsndfile."""

import io

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.tones import FRAME_RATE
from abcstudio.playback.wav_file import pcm16, wav_bytes

_WRITTEN_AT_ONCE = FRAME_RATE


def sound_bytes(frames: NDArray[np.float32], format: str) -> bytes:
    """Return frames (frames, 2) as a file of 16 bits a sample.

    Args:
        frames: Between -1 and 1, at 44,100 Hz.
        format: "wav", "flac" or "ogg".
    """
    if format == "wav":
        return wav_bytes(frames)
    import soundfile

    buffer = io.BytesIO()
    subtype = {"flac": "PCM_16", "ogg": "VORBIS"}[format]
    data = pcm16(frames) if format == "flac" else np.clip(frames, -1, 1)
    with soundfile.SoundFile(buffer, "w", FRAME_RATE, 2, subtype, format=format.upper()) as file:
        # WORKAROUND: libsndfile overflows its stack when it is given minutes of Vorbis at once,
        # https://github.com/bastibe/python-soundfile/issues/130
        for start in range(0, len(data), _WRITTEN_AT_ONCE):
            file.write(data[start : start + _WRITTEN_AT_ONCE])
    return buffer.getvalue()
