import random
import struct

import numpy as np
import pytest

from abcstudio.corpus.hearing.wav_reading import LONGEST_SECONDS, read_wav
from abcstudio.errors import CorpusError
from tests.recordings import RATE, wav_bytes

TONE = (0.5 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)).astype(np.float32)


@pytest.mark.parametrize("channels", [1, 2, 6])
@pytest.mark.parametrize(("tag", "bits"), [(1, 8), (1, 16), (1, 24), (1, 32), (3, 32), (3, 64)])
def test_each_width_and_number_of_channels_is_read(tag: int, bits: int, channels: int) -> None:
    sound = read_wav(wav_bytes(TONE, tag=tag, bits=bits, channels=channels))
    assert sound.rate == RATE
    assert abs(sound.seconds - 1) < 0.01
    assert np.abs(sound.frames - TONE[-len(sound.frames) :]).max() < 0.01


def test_an_extensible_header_and_other_chunks_are_read() -> None:
    plain = wav_bytes(TONE, before=b"LIST" + struct.pack("<I", 3) + b"abc\0")
    start = plain.index(b"fmt ")
    form = struct.pack("<H", 0xFFFE) + plain[start + 10 : start + 24]
    form += struct.pack("<HHIH", 22, 16, 0, 1) + bytes(14)
    extended = plain[: start + 4] + struct.pack("<I", len(form)) + form + plain[start + 24 :]
    assert len(read_wav(extended).frames) == len(read_wav(plain).frames)


def test_silence_at_both_ends_is_left_out_and_a_long_recording_cut() -> None:
    silence = np.zeros(2 * RATE, np.float32)
    sound = read_wav(wav_bytes(np.concatenate([silence, TONE, silence])))
    assert 1 <= sound.seconds < 1.3
    long = read_wav(wav_bytes(np.tile(TONE, 2 * LONGEST_SECONDS)))
    assert long.seconds == LONGEST_SECONDS


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "not_wav"),
        (b"ID3 something", "not_wav"),
        (wav_bytes(TONE)[:40], "damaged"),
        (wav_bytes(TONE, rate=0), "damaged"),
        (wav_bytes(TONE)[:20] + b"\x55\0" + wav_bytes(TONE)[22:], "other_wav"),
        (wav_bytes(0 * TONE), "silent"),
        (wav_bytes(TONE[:0]), "silent"),
        (wav_bytes(TONE * np.nan, tag=3, bits=32), "silent"),
    ],
)
def test_what_cannot_be_heard_is_said(data: bytes, what: str) -> None:
    with pytest.raises(CorpusError, match=f"hearing.{what}"):
        read_wav(data)


def test_damaged_files_are_read_or_refused() -> None:
    rng = random.Random(0)
    whole = wav_bytes(TONE[:2000], bits=24, channels=2)
    for _ in range(300):
        data = bytearray(whole[: rng.randrange(len(whole))])
        for _ in range(rng.randrange(1, 9)):
            if data:
                data[rng.randrange(min(len(data), 60))] = rng.randrange(256)
        try:
            sound = read_wav(bytes(data))
        except CorpusError:
            continue
        assert np.isfinite(sound.frames).all()
