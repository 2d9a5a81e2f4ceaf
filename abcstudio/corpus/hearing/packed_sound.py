"""The sound of an MP3, FLAC, Ogg, Opus or AIFF file as one channel of numbers."""

import io

import numpy as np

from abcstudio.corpus.hearing.wav_reading import MOST_SECONDS, RATES, RecordedSound, trimmed
from abcstudio.errors import CorpusError

_BEGINNINGS = (b"fLaC", b"OggS", b"ID3", b"FORM")
_BLOCK_SECONDS = 10


def is_packed(data: bytes) -> bool:
    """Return whether a file begins as one of these do."""
    is_frame = len(data) > 1 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0
    return is_frame or data.startswith(_BEGINNINGS)


def is_mp4(data: bytes) -> bool:
    """Return whether a file begins as .m4a and .mp4 do, which are not read."""
    return data[4:8] == b"ftyp"


def read_packed(data: bytes) -> RecordedSound:
    """Return what the file holds, without silence at both ends and no longer than is heard.

    Raises:
        CorpusError: It is damaged, of a kind that is not read, or without sound.
    """
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            rate = int(file.samplerate)
            if rate not in RATES:
                raise CorpusError("hearing.damaged_packed")
            blocks = file.blocks(
                blocksize=_BLOCK_SECONDS * rate,
                frames=min(MOST_SECONDS * rate, file.frames),
                dtype="float32",
                always_2d=True,
            )
            pieces = [block.mean(axis=1, dtype=np.float32) for block in blocks]
    except soundfile.SoundFileError as error:
        raise CorpusError("hearing.damaged_packed") from error
    if not pieces:
        raise CorpusError("hearing.silent")
    frames = np.nan_to_num(np.concatenate(pieces), nan=0, posinf=0, neginf=0)
    return trimmed(np.clip(frames, -4, 4), rate)
