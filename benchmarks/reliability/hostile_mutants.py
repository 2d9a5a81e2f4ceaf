"""Model and state files with faults in them, from files that are right, changed by structure."""

import json
import random
import struct
from collections.abc import Iterator, Sequence
from typing import Any

from hostile_kinds import joined, taken_apart

NASTY: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2, 7, 63, 64, 2**31, 2**32, 2**53, 2**63, 2**64, -(2**63), 10**19,
    0.5, -0.0, 1e-320, 1e308, "", "0", "1", "-1", "nan", "inf", "1e999", "\0", "\x1b[2J", "\ud800",
    "٣", "a" * 300, "F16", "F32", "I64", "U8", "lstm", "gru", "on", "cuda", "__class__", [], [0],
    [1, 1], [0, 0], [4, 4], {}, {"a": 1}, [[]], [None], "../x",
)  # fmt: skip
"""Values to put where another one stood."""

FLOATS = (b"\x00\x00\xc0\x7f", b"\x00\x00\x80\x7f", b"\x00\x00\x80\xff", b"\xff\xff\x7f\x7f",
          b"\x01\x00\x00\x00", b"\x00\x00\x00\x80", b"\x00\x7c\x00\x7c", b"\xff\x7b\xff\x7b",
          b"\x01\x00\x80\x7f")  # fmt: skip
"""NaN, both infinities, the largest, the smallest, minus zero; the same for halves; a signal."""


def mutants(
    seeds: Sequence[bytes], count: int, chance: random.Random
) -> Iterator[tuple[int, bytes]]:
    """Yield so many mutated files, each with the number of the file that it was made from."""
    for _ in range(count):
        number = chance.randrange(len(seeds))
        data = seeds[number]
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            data = chance.choice(_WAYS)(data, seeds, chance)
        yield number, data


def _edit(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Change, remove, move or copy something of the JSON, outside or inside the metadata."""
    try:
        parts = taken_apart(data)
        header, facts = parts.header, parts.facts
        is_inside = chance.random() < 0.5
        _change_node(facts if is_inside else header, chance)
        return joined(header, parts.numbers, facts if is_inside else None)
    except (ValueError, KeyError, TypeError, struct.error, RecursionError):
        # What an earlier change has broken, or two values that now hold each other.
        return _flip(data, _seeds, chance)


def _change_node(root: Any, chance: random.Random) -> None:
    nodes = list(_nodes(root))
    if not nodes:
        return
    holder, key = chance.choice(nodes)
    other, other_key = chance.choice(nodes)
    way = chance.randrange(6)
    if way == 0:
        del holder[key]
    elif way == 1:
        holder[key] = json.loads(json.dumps(other[other_key]))
    elif way == 2:
        holder[key], other[other_key] = other[other_key], holder[key]
    elif way == 3 and isinstance(holder, dict):
        holder[str(chance.choice(NASTY))] = holder.pop(key)
    elif way == 4 and type(holder[key]) is int:
        holder[key] += chance.choice((-8, -4, -1, 1, 4, 8, 2**32, 2**63))
    else:
        holder[key] = chance.choice(NASTY)


def _nodes(value: Any, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    if depth < 6 and isinstance(value, dict | list):
        keys = value if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield value, key
            yield from _nodes(value[key], depth + 1)


def _swap_numbers(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Let two tensors change their shapes, their places or their numbers' kind."""
    try:
        parts = taken_apart(data)
        first, second = chance.sample(parts.tensors, 2)
        key = chance.choice(("shape", "data_offsets", "dtype"))
        one, other = parts.header[first], parts.header[second]
        one[key], other[key] = other[key], one[key]
        return joined(parts.header, parts.numbers)
    except (ValueError, KeyError, TypeError, struct.error, RecursionError):
        return _flip(data, seeds, chance)


def _length(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    if len(data) < 8:
        return data
    (length,) = struct.unpack_from("<Q", data)
    new = chance.choice((length + 1, length - 1, 0, 1, 2, length * 2, 2**63, 2**64 - 1, 65536,
                         len(data), len(data) - 8, chance.getrandbits(64)))  # fmt: skip
    return struct.pack("<Q", new % 2**64) + data[8:]


def _flip(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8)) if data else 0):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _flip_header(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    if len(data) < 9:
        return data
    (length,) = struct.unpack_from("<Q", data)
    end = min(8 + length, len(data))
    return _flip(data[:end], seeds, chance) + data[end:]


def _signs(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Put a sign that means something in JSON somewhere into the header."""
    changed = bytearray(data)
    place = chance.randrange(min(len(data), 3000) + 1)
    sign = chance.choice((b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\", b"9" * 30, b"\\ud800",
                          b"-", b"e999", b"\xff", b"\0", b"\\u0000", b"NaN",
                          b"[" * 2000))  # fmt: skip
    changed[place : place + chance.randrange(2)] = sign
    return bytes(changed)


def _float(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    if len(data) > 16:
        (length,) = struct.unpack_from("<Q", data)
        begin = min(8 + length, len(data) - 4)
        place = begin + 4 * chance.randrange((len(data) - begin) // 4 + 1)
        changed[place : place + 4] = chance.choice(FLOATS)
    return bytes(changed[: len(data)])


def _cut(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _splice(data: bytes, seeds: Sequence[bytes], chance: random.Random) -> bytes:
    """Put a piece of this or of another file somewhere, over or between what is there."""
    source = chance.choice((data, chance.choice(seeds)))
    start = chance.randrange(len(source) + 1)
    piece = source[start : start + chance.choice((1, 8, 64, 1024))]
    place = chance.randrange(len(data) + 1)
    over = len(piece) if chance.random() < 0.5 else 0
    return data[:place] + piece + data[place + over :]


def _remove(data: bytes, _seeds: Sequence[bytes], chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 4, 8, 100)) :]


_WAYS = (_edit, _edit, _edit, _edit, _swap_numbers, _length, _flip, _flip_header, _signs, _float,
         _cut, _splice, _remove)  # fmt: skip
