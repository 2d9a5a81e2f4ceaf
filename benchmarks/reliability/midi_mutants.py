"""MIDI files with faults in them, from files that are right."""

import random
import struct
from collections.abc import Iterator, Sequence


def mutants(seeds: Sequence[bytes], count: int, chance: random.Random) -> Iterator[bytes]:
    """Yield so many mutated files; one in ten is not even derived from a file."""
    for _ in range(count):
        if chance.random() < 0.1:
            yield chance.randbytes(chance.randrange(200))
            continue
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.choice((1, 1, 2, 4, 16))):
            chance.choice(_WAYS)(data, chance)
        yield bytes(data)


def _change_byte(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.choice(
            (0, 1, 127, 128, 240, 255, chance.randrange(256))
        )


def _change_bit(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data) + 1) :]


def _remove(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    del data[start : start + chance.randrange(20)]


def _repeat(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data) + 1)
    piece = bytes(data[start : start + chance.randrange(200)])
    data[start:start] = piece


def _insert(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(len(data) + 1)
    data[place:place] = chance.choice(
        (
            b"\xff\xff\xff\x7f",  # the longest delta
            b"\x00\xff\x51\x03\x00\x00\x00",  # a tempo of no microseconds
            b"\x00\xff\x58\x04\x00\xff\x18\x08",  # a meter of no beats
            b"\x00\xff\x59\x02\x40\x05",  # a key of 64 sharps
            b"\x00\xf0\x7f" + bytes(127),
            chance.randbytes(chance.randrange(16)),
        )
    )


def _head(data: bytearray, chance: random.Random) -> None:
    if len(data) >= 14:
        place = chance.choice((8, 10, 12))
        data[place : place + 2] = struct.pack(">H", chance.choice((0, 1, 2, 96, 0x7FFF, 0xE250)))


_WAYS = (_change_byte, _change_bit, _cut, _remove, _repeat, _insert, _head)
