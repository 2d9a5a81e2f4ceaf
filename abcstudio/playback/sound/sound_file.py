"""Sound as the bytes of a file: WAV, or FLAC and Ogg Vorbis through libsndfile."""

import io
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from abcstudio.playback.sound.tones import FRAME_RATE
from abcstudio.playback.sound.wav_file import pcm16, wav_pieces


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
