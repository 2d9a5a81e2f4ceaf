"""The sound of a WAV file as one channel of numbers; any bytes are taken."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from abcstudio.errors import CorpusError

LONGEST_SECONDS = 60
"""Of a longer recording so much is listened to, from its first sound on."""

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
RATES = range(2_000, 768_001)
"""Frames a second that a recording may have."""
_MOST_CHANNELS = 64
MOST_SECONDS = 3 * LONGEST_SECONDS
"""The first sound is looked for in so much."""

_SILENCE = 1e-3
_MARGIN_SECONDS = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class RecordedSound:
    """One channel of sound.

    Attributes:
        frames: Between -1 and 1.
        rate: How many there are a second.
    """

    frames: NDArray[np.float32]
    rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.frames) / self.rate


@dataclass(frozen=True, slots=True)
class _Format:
    tag: int
    channels: int
    rate: int
    bits: int


def read_wav(data: bytes) -> RecordedSound:
    """Return what a WAV file holds, without silence at both ends and no longer than is heard.

    Raises:
        CorpusError: It is no WAV file, of a kind that is not read, or without sound.
    """
    if data[:4] not in (b"RIFF", b"RF64") or data[8:12] != b"WAVE":
        raise CorpusError("hearing.not_wav")
    form: _Format | None = None
    for name, start, size in _chunks(data):
        if name == b"fmt ":
            form = _format(data[start : start + size])
        elif name == b"data" and form is not None:
            return trimmed(_mono(memoryview(data)[start : start + size], form), form.rate)
    raise CorpusError("hearing.damaged")


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the name, the start and the size of each part, as much of it as is there."""
    place = 12
    while place + 8 <= len(data):
        name, size = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        size = min(size, len(data) - place - 8)
        yield name, place + 8, size
        place += 8 + size + size % 2


def _format(chunk: bytes) -> _Format:
    if len(chunk) < 16:
        raise CorpusError("hearing.damaged")
    tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", chunk)
    if tag == _EXTENSIBLE and len(chunk) >= 26:
        tag = int.from_bytes(chunk[24:26], "little")
    known = {_PCM: (8, 16, 24, 32), _FLOAT: (32, 64)}
    if bits not in known.get(tag, ()):
        raise CorpusError("hearing.other_wav")
    if rate not in RATES or not 1 <= channels <= _MOST_CHANNELS:
        raise CorpusError("hearing.damaged")
    return _Format(tag, channels, rate, bits)


def _mono(data: memoryview, form: _Format) -> NDArray[np.float32]:
    width = form.bits // 8
    count = len(data) // (width * form.channels)
    count = min(count, MOST_SECONDS * form.rate)
    data = data[: count * width * form.channels]
    numbers: NDArray[np.float32]
    if form.tag == _FLOAT:
        numbers = np.frombuffer(data, f"<f{width}").astype(np.float32)
    elif width == 1:
        numbers = np.frombuffer(data, np.uint8).astype(np.float32) / np.float32(128) - 1
    elif width == 3:
        # The upper two bytes of three say enough.
        pairs = np.frombuffer(data, np.uint8).reshape(-1, 3)[:, 1:]
        numbers = np.ascontiguousarray(pairs).view("<i2")[:, 0].astype(np.float32) / np.float32(
            2**15
        )
    else:
        numbers = np.frombuffer(data, f"<i{width}").astype(np.float32)
        numbers /= np.float32(2 ** (form.bits - 1))
    frames = numbers.reshape(-1, form.channels).mean(axis=1, dtype=np.float32)
    return np.asarray(np.clip(np.nan_to_num(frames, nan=0, posinf=0, neginf=0), -4, 4))


def trimmed(frames: NDArray[np.float32], rate: int) -> RecordedSound:
    """Return sound without silence at both ends, and no longer than is heard.

    Raises:
        CorpusError: Nothing sounds.
    """
    loud = np.flatnonzero(np.abs(frames) > _SILENCE * np.abs(frames).max(initial=0))
    if not len(loud):
        raise CorpusError("hearing.silent")
    margin = int(_MARGIN_SECONDS * rate)
    first = max(int(loud[0]) - margin, 0)
    end = min(int(loud[-1]) + margin, first + LONGEST_SECONDS * rate)
    return RecordedSound(frames[first:end], rate)
