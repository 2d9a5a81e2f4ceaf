"""Small SoundFonts made for measuring: a click, and a sine wave."""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CLICK_AT = 200
"""Behind the attack, which no tone is without."""

_RATE = 44_100
_SAMPLE_MODES, _SCALE_TUNING, _ROOT_KEY, _RELEASE, _SAMPLE_ID, _INSTRUMENT = 54, 56, 58, 38, 53, 41
_SINE_KEY, _SINE_PERIOD, _SINE_PERIODS = 69, 100.227, 1000


def write_click_font(path: Path) -> None:
    """Write a font whose every key is one loud frame, `CLICK_AT` frames after its beginning."""
    frames = np.zeros(2 * CLICK_AT, np.int16)
    frames[CLICK_AT] = 30_000
    generators = [(_SCALE_TUNING, 0), (_RELEASE, -12_000)]
    path.write_bytes(_font(frames, (8, 2 * CLICK_AT - 8), 60, 0, generators))


def write_sine_font(path: Path) -> None:
    """Write a font whose every key is a sine wave."""
    count = round(_SINE_PERIOD * _SINE_PERIODS)
    # 440 Hz at key 69: the correction makes up for what is not a whole number of frames.
    period = count / _SINE_PERIODS
    wave = 20_000 * np.sin(2 * np.pi * np.arange(count + 8) / period)
    cents = round(1200 * np.log2(440 / (_RATE / period)))
    generators = [(_SAMPLE_MODES, 1)]
    path.write_bytes(_font(wave.astype(np.int16), (0, count), _SINE_KEY, cents, generators))


def _font(
    frames: NDArray[np.int16],
    loop: tuple[int, int],
    key: int,
    cents: int,
    generators: list[tuple[int, int]],
) -> bytes:
    """Return a font of one preset (bank 0, program 0) with one sample over all keys."""
    padded = np.concatenate((frames, np.zeros(46, np.int16)))
    igen = [*generators, (_ROOT_KEY, key), (_SAMPLE_ID, 0)]
    tables = [
        (b"phdr", struct.pack("<20sHHHIII", b"Preset", 0, 0, 0, 0, 0, 0)
         + struct.pack("<20sHHHIII", b"EOP", 0, 0, 1, 0, 0, 0)),
        (b"pbag", struct.pack("<HHHH", 0, 0, 1, 0)),
        (b"pmod", bytes(10)),
        (b"pgen", struct.pack("<HhHh", _INSTRUMENT, 0, 0, 0)),
        (b"inst", struct.pack("<20sH", b"Instrument", 0) + struct.pack("<20sH", b"EOI", 1)),
        (b"ibag", struct.pack("<HHHH", 0, 0, len(igen), 0)),
        (b"imod", bytes(10)),
        (b"igen", b"".join(struct.pack("<Hh", *pair) for pair in igen) + bytes(4)),
        (b"shdr", _sample(b"Sample", 0, len(frames), *loop, _RATE, key, cents, 0, 1)
         + _sample(b"EOS", *[0] * 9)),
    ]  # fmt: skip
    info = _chunk(b"ifil", struct.pack("<HH", 2, 1)) + _chunk(b"isng", b"EMU8000\0")
    info += _chunk(b"INAM", b"Measuring\0")
    body = b"sfbk"
    body += _chunk(b"LIST", b"INFO" + info)
    body += _chunk(b"LIST", b"sdta" + _chunk(b"smpl", padded.astype("<i2").tobytes()))
    body += _chunk(b"LIST", b"pdta" + b"".join(_chunk(name, data) for name, data in tables))
    return _chunk(b"RIFF", body)


def _sample(name: bytes, *values: int) -> bytes:
    return struct.pack("<20sIIIIIBbHH", name, *values)


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
