"""Sound as the bytes of a WAV file: 16-bit PCM, stereo, 44,100 frames a second."""

import io
import wave
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from abcstudio.errors import SoundError
from abcstudio.playback.sound.tones import FRAME_RATE

_FULL_SCALE = 32767
_CHANNELS, _SAMPLE_BYTES = 2, 2
_FRAME_BYTES = _CHANNELS * _SAMPLE_BYTES
_HEADER_BYTES = 44
# Sizes are written as 32 bits.
_MAX_SIZE = 2**32 - 1
MAX_WAV_FRAMES = (_MAX_SIZE - _HEADER_BYTES) // _FRAME_BYTES


def pcm16(frames: NDArray[np.float32]) -> NDArray[np.int16]:
    """Return frames between -1 and 1 as 16-bit integers; what lies beyond is held at the limits."""
    scaled = np.multiply(frames, _FULL_SCALE, dtype=np.float32)
    np.clip(scaled, -_FULL_SCALE, _FULL_SCALE, out=scaled)
    return np.rint(scaled, out=scaled).astype(np.int16)


def wav_size(frame_count: int) -> int:
    """Return how many bytes a WAV file of so many frames has."""
    return _HEADER_BYTES + frame_count * _FRAME_BYTES


def wav_pieces(blocks: Iterable[NDArray[np.float32]], frame_count: int) -> Iterator[bytes]:
    """Yield the WAV file of blocks of frames (frames, 2), piece after piece.

    Args:
        blocks: Between -1 and 1.
        frame_count: How many frames they have together.

    Raises:
        SoundError: That is more than a WAV file can hold, some six hours and three quarters.
    """
    if frame_count > MAX_WAV_FRAMES:
        minutes = MAX_WAV_FRAMES // (60 * FRAME_RATE)
        raise SoundError("sound.too_long_for_wav", limit=minutes)
    piece = io.BytesIO()
    with wave.open(piece, "wb") as file:
        file.setnchannels(_CHANNELS)
        file.setsampwidth(_SAMPLE_BYTES)
        file.setframerate(FRAME_RATE)
        # Known beforehand, so that nothing goes back to the header, which is away by then.
        file.setnframes(frame_count)
        for block in blocks:
            file.writeframesraw(pcm16(block).astype("<i2").tobytes())
            yield piece.getvalue()
            piece.seek(0)
            piece.truncate()


def sound_pieces(
    blocks: Iterable[NDArray[np.float32]], frame_count: int, format: str
) -> Iterator[bytes]:
    """Yield blocks of frames (frames, 2) as a file of 16 bits a sample, piece after piece.

    Args:
        blocks: Between -1 and 1, at 44,100 Hz; none longer than some seconds.
        frame_count: How many frames they have together.
        format: "wav", "flac" or "ogg".

    Raises:
        SoundError: There are more frames than the file can hold.
    """
    if format == "wav":
        yield from wav_pieces(blocks, frame_count)
        return
    import soundfile

    buffer = io.BytesIO()
    subtype = {"flac": "PCM_16", "ogg": "VORBIS"}[format]
    with soundfile.SoundFile(buffer, "w", FRAME_RATE, 2, subtype, format=format.upper()) as file:
        # WORKAROUND: libsndfile overflows its stack when it is given minutes of Vorbis at once,
        # https://github.com/bastibe/python-soundfile/issues/130
        for block in blocks:
            file.write(pcm16(block) if format == "flac" else np.clip(block, -1, 1))
    yield buffer.getvalue()
