"""MP3, FLAC, Ogg, Opus and AIFF are heard like the WAV that they were made of."""

import io

import numpy as np
import pytest
import soundfile

from abcstudio.corpus.hearing.packed_sound import is_mp4, is_packed, read_packed
from abcstudio.corpus.hearing.wav_reading import LONGEST_SECONDS
from abcstudio.errors import CorpusError

KINDS = [
    ("FLAC", "PCM_16", 44_100),
    ("OGG", "VORBIS", 44_100),
    ("OGG", "OPUS", 48_000),
    ("MP3", "MPEG_LAYER_III", 44_100),
    ("AIFF", "PCM_16", 44_100),
]


def packed(kind: tuple[str, str, int], seconds: float = 3.0) -> bytes:
    format, subtype, rate = kind
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(int(seconds * rate)) / rate)
    silence = np.zeros(rate)
    frames = np.concatenate([silence, tone, silence])
    out = io.BytesIO()
    both = np.stack([frames, frames], axis=1)
    with soundfile.SoundFile(out, "w", rate, 2, subtype, format=format) as file:
        file.write(both)
    return out.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_heard_without_the_silence_at_its_ends(kind: tuple[str, str, int]) -> None:
    data = packed(kind)
    assert is_packed(data)
    sound = read_packed(data)
    assert 2.9 < sound.seconds < 3.4
    spectrum = np.abs(np.fft.rfft(sound.frames))
    assert abs(spectrum.argmax() * sound.rate / len(sound.frames) - 440) < 2


def test_of_a_long_recording_so_much_is_heard() -> None:
    assert read_packed(packed(KINDS[0], LONGEST_SECONDS + 10)).seconds == LONGEST_SECONDS


@pytest.mark.parametrize("beginning", [b"fLaC", b"OggS", b"ID3", b"\xff\xfb\x90\xc4", b"FORM"])
def test_what_only_begins_so_is_refused(beginning: bytes) -> None:
    data = beginning + bytes(100)
    assert is_packed(data)
    with pytest.raises(CorpusError, match="damaged_packed"):
        read_packed(data)


def test_a_silent_recording_is_refused() -> None:
    with pytest.raises(CorpusError, match="silent"):
        read_packed(packed(KINDS[0], 0))


@pytest.mark.parametrize("data", [b"RIFF....WAVE", b"MThd", b"", b"\xff", b"X:1"])
def test_other_files_do_not_begin_so(data: bytes) -> None:
    assert not is_packed(data)
    assert not is_mp4(data)
    assert is_mp4(b"\x00\x00\x00\x20ftypM4A ")
