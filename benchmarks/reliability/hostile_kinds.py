"""Files that somebody made to do harm, each with a name: what fits model and state files alike.

A file is taken apart into its header, as data, and its numbers; a kind changes either and gives the
bytes of the hostile file.
"""

import gzip
import io
import json
import math
import os
import pickle
import struct
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Header = dict[str, Any]

MARKER = "ABCSTUDIO-WAS-HERE"
"""The file that a payload makes when it is run; it must never be there."""


@dataclass(frozen=True)
class Parts:
    """A valid file, taken apart.

    Attributes:
        header: Without what stands inside the metadata's own JSON.
        facts: The metadata's own JSON.
        numbers: All bytes behind the header.
    """

    header: Header
    facts: Header
    numbers: bytes

    @property
    def tensors(self) -> list[str]:
        """The names of the tensors in the order of the header."""
        return [name for name in self.header if name != "__metadata__"]


def taken_apart(data: bytes) -> Parts:
    """Return the parts of a valid file."""
    (length,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + length])
    return Parts(header, json.loads(header["__metadata__"]["abcstudio"]), data[8 + length :])


def joined(
    header: Header | bytes | str,
    numbers: bytes,
    facts: Header | str | None = None,
    length: int | None = None,
) -> bytes:
    """Return a file's bytes; `length` is what the first eight bytes claim, the truth if None."""
    if facts is not None and isinstance(header, dict):
        inner = facts if isinstance(facts, str) else json.dumps(facts)
        header = {**header, "__metadata__": {"abcstudio": inner}}
    text = header if isinstance(header, bytes | str) else json.dumps(header)
    data = text if isinstance(text, bytes) else text.encode()
    return struct.pack("<Q", len(data) if length is None else length) + data + numbers


class _Payload:
    """An object whose unpickling runs a command."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch {MARKER}",)


def payload() -> bytes:
    """Return a pickle that runs a command when it is read."""
    return pickle.dumps(_Payload(), protocol=2)


def _entry(change: Callable[[Header, Parts], None]) -> Callable[[Parts], bytes]:
    """Return a maker that changes the entry of the first tensor that has numbers."""

    def make(parts: Parts) -> bytes:
        header = json.loads(json.dumps(parts.header))
        name = next(name for name in parts.tensors if header[name]["data_offsets"][1])
        change(header[name], parts)
        return joined(header, parts.numbers)

    return make


def _put(key: str, value: Any) -> Callable[[Parts], bytes]:
    return _entry(lambda entry, _parts: entry.__setitem__(key, value))


def text(old: str, new: str) -> Callable[[Parts], bytes]:
    """Return a maker that replaces words of the header's text."""

    def make(parts: Parts) -> bytes:
        text = json.dumps(parts.header)
        if old not in text:
            raise AssertionError(f"{old} is not in the header")
        return joined(text.replace(old, new, 1), parts.numbers)

    return make


def one_number(value: float, place: float) -> Callable[[Parts], bytes]:
    """Return a maker that writes one number of the first tensor of numbers with 32 or 16 bits."""

    def make(parts: Parts) -> bytes:
        names = [name for name in parts.tensors if parts.header[name]["dtype"] in ("F32", "F16")]
        name = names[int(place * (len(names) - 1))]
        begin, _end = parts.header[name]["data_offsets"]
        code = "<f" if parts.header[name]["dtype"] == "F32" else "<e"
        numbers = bytearray(parts.numbers)
        struct.pack_into(code, numbers, begin, value)
        return joined(parts.header, bytes(numbers))

    return make


def _without_first(parts: Parts) -> bytes:
    header = dict(parts.header)
    del header[parts.tensors[0]]
    return joined(header, parts.numbers)


def _holes(parts: Parts) -> bytes:
    header = json.loads(json.dumps(parts.header))
    last = max(parts.tensors, key=lambda name: header[name]["data_offsets"])
    header[last]["data_offsets"] = [place + 64 for place in header[last]["data_offsets"]]
    return joined(header, parts.numbers + bytes(64))


def _overlap(parts: Parts) -> bytes:
    header = json.loads(json.dumps(parts.header))
    shapes = [(tuple(header[name]["shape"]), header[name]["dtype"]) for name in parts.tensors]
    pairs = [
        (first, second)
        for first, one in zip(parts.tensors, shapes, strict=True)
        for second, other in zip(parts.tensors, shapes, strict=True)
        if first != second and one == other
    ]
    first, second = pairs[0]
    header[second]["data_offsets"] = header[first]["data_offsets"]
    return joined(header, parts.numbers)


def _many(count: int) -> Callable[[Parts], bytes]:
    empty = {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
    return lambda parts: joined(
        {**parts.header, **{f"t{number}": empty for number in range(count)}}, parts.numbers
    )


def _four_terabytes(parts: Parts) -> bytes:
    header = json.loads(json.dumps(parts.header))
    header[parts.tensors[0]] |= {"shape": [2**40], "strides": [0], "data_offsets": [0, 4]}
    return joined(header, parts.numbers)


def _four_terabytes_of_offsets(parts: Parts) -> bytes:
    header = json.loads(json.dumps(parts.header))
    header[parts.tensors[0]] |= {"shape": [2**40], "data_offsets": [0, 2**42]}
    return joined(header, parts.numbers)


def _swapped_shape(entry: Header, _parts: Parts) -> None:
    entry["shape"] = [*entry["shape"][::-1], 1]


def _archive(kind: str, compression: int) -> Callable[[Parts], bytes]:
    def make(parts: Parts) -> bytes:
        data = io.BytesIO()
        if kind == "zip":
            with zipfile.ZipFile(data, "w", compression) as archive:
                archive.writestr("archive/data.pkl", payload())
                archive.writestr("archive/data/0", parts.numbers)
        else:
            with tarfile.open(fileobj=data, mode="w") as tar:
                tar.addfile(tarfile.TarInfo("data.pkl"), io.BytesIO(b""))
        return data.getvalue()

    return make


def with_facts(**changes: Any) -> Callable[[Parts], bytes]:
    """Return a maker that changes what the metadata says."""
    return lambda parts: joined(parts.header, parts.numbers, {**parts.facts, **changes})


def without(key: str) -> Callable[[Parts], bytes]:
    """Return a maker that leaves a fact of the metadata out."""
    return lambda parts: joined(
        parts.header, parts.numbers, {k: v for k, v in parts.facts.items() if k != key}
    )


COMMON: dict[str, Callable[[Parts], bytes]] = {
    "an empty file": lambda _: b"",
    "seven bytes": lambda _: b"1234567",
    "only a length": lambda _: struct.pack("<Q", 2),
    "a header of nothing": lambda parts: joined("", parts.numbers),
    "a header of two blanks": lambda parts: joined("  ", parts.numbers),
    "a header beyond the file": lambda parts: joined(parts.header, parts.numbers, length=2**62),
    "a header of 2^64 - 1 bytes": lambda parts: joined(
        parts.header, parts.numbers, length=2**64 - 1
    ),
    "a header one byte too long": lambda parts: joined(
        parts.header, b"", length=len(json.dumps(parts.header)) + 1
    ),
    "a header one byte too short": lambda parts: joined(
        parts.header, parts.numbers, length=len(json.dumps(parts.header)) - 1
    ),
    "an oversized header": lambda parts: joined(
        json.dumps(parts.header) + " " * 300_000, parts.numbers
    ),
    "a header of four megabytes": lambda _: struct.pack("<Q", 4 * 10**6) + b" " * 4 * 10**6,
    "a list": lambda parts: joined(json.dumps([parts.header]), parts.numbers),
    "a number": lambda parts: joined("5", parts.numbers),
    "null": lambda parts: joined("null", parts.numbers),
    "deeply nested JSON": lambda parts: joined('{"a":' + "[" * 60_000 + "}", parts.numbers),
    "deeply nested objects": lambda parts: joined('{"a":' * 12_000 + "}", parts.numbers),
    "a number of many digits": lambda parts: joined(b'{"a":' + b"9" * 60_000 + b"}", parts.numbers),
    "a fraction of many digits": lambda parts: joined(
        b'{"a":0.' + b"9" * 60_000 + b"}", parts.numbers
    ),
    "NaN in JSON": lambda parts: joined(b'{"a": NaN}', parts.numbers),
    "invalid UTF-8": lambda parts: joined(b'{"\xff\xfe": 1}', parts.numbers),
    "UTF-16": lambda parts: joined(json.dumps(parts.header).encode("utf-16"), parts.numbers),
    "a byte order mark": lambda parts: joined(
        b"\xef\xbb\xbf" + json.dumps(parts.header).encode(), parts.numbers
    ),
    "half a character in the metadata": lambda parts: joined(
        {**parts.header, "__metadata__": {"abcstudio": "\ud800"}}, parts.numbers
    ),
    "half a character as a tensor's name": lambda parts: joined(
        {("\udfff" if name == parts.tensors[0] else name): parts.header[name]
         for name in parts.header}, parts.numbers
    ),
    "the same key twice": lambda parts: joined(
        json.dumps(parts.header)[:-1] + ', "__metadata__": {"abcstudio": "{}"}}', parts.numbers
    ),
    "the same key twice in the metadata": lambda parts: joined(
        parts.header, parts.numbers, json.dumps(parts.facts)[:-1] + ', "device": "a", "device": 1}'
    ),
    "no metadata": lambda parts: joined(
        {name: parts.header[name] for name in parts.tensors}, parts.numbers
    ),
    "metadata of a list": lambda parts: joined({**parts.header, "__metadata__": []}, parts.numbers),
    "metadata of a number": lambda parts: joined(
        {**parts.header, "__metadata__": {"abcstudio": 5}}, parts.numbers
    ),
    "metadata that is no JSON": lambda parts: joined(parts.header, parts.numbers, "{"),
    "nested metadata": lambda parts: joined(parts.header, parts.numbers, "[" * 9000),
    "metadata of nothing": lambda parts: joined(parts.header, parts.numbers, {}),
    "an unknown dtype": _put("dtype", "F64"),
    "a dtype of a list": _put("dtype", ["F32"]),
    "a dtype of null": _put("dtype", None),
    "another dtype of the same size": text('"F32"', '"I32"'),
    "a dimension of 2^63": _put("shape", [2**63, 1]),
    "a dimension of 2^64": _put("shape", [2**64, 1]),
    "dimensions whose product wraps around": _put("shape", [2**32, 2**32]),
    "a negative dimension": _put("shape", [-1, -44]),
    "a dimension of true": _put("shape", [True, 44]),
    "a fractional dimension": _put("shape", [0.5, 88]),
    "a dimension in words": _put("shape", ["4", 44]),
    "a dimension of null": _put("shape", [None]),
    "a shape of a number": _put("shape", 44),
    "a shape of an object": _put("shape", {}),
    "thirty dimensions": _put("shape", [1] * 30 + [44]),
    "ten thousand dimensions": _put("shape", [1] * 10_000),
    "another shape of the same size": _entry(_swapped_shape),
    "overlapping offsets": _overlap,
    "a hole between tensors": _holes,
    "offsets backwards": _entry(
        lambda entry, _: entry.__setitem__("data_offsets", entry["data_offsets"][::-1])
    ),
    "negative offsets": _put("data_offsets", [-8, 168]),
    "offsets beyond the file": _put("data_offsets", [2**50, 2**50 + 176]),
    "offsets of 2^63": _put("data_offsets", [2**63 - 176, 2**63]),
    "three offsets": _put("data_offsets", [0, 1, 176]),
    "offsets in words": _put("data_offsets", ["0", "176"]),
    "an extra key of an entry": _put("code", "import os"),
    "an entry of a list": lambda parts: joined(
        {**parts.header, parts.tensors[0]: [1, 2]}, parts.numbers
    ),
    "an entry of null": lambda parts: joined(
        {**parts.header, parts.tensors[0]: None}, parts.numbers
    ),
    "a tensor that is missing": _without_first,
    "a tensor too many": _many(1),
    "sixty more tensors": _many(600),
    "a hundred thousand tensors": _many(100_000),
    "a path as a tensor's name": lambda parts: joined(
        {("../../evil" if name == parts.tensors[0] else name): parts.header[name]
         for name in parts.header}, parts.numbers
    ),
    "four terabytes by a stride of zero": _four_terabytes,
    "four terabytes in a small file": _four_terabytes_of_offsets,
    "bytes behind the end": lambda parts: joined(parts.header, parts.numbers + b"\0"),
    "a megabyte behind the end": lambda parts: joined(parts.header, parts.numbers + bytes(2**20)),
    "cut in the length": lambda parts: joined(parts.header, b"")[:5],
    "cut behind the length": lambda parts: joined(parts.header, b"")[:8],
    "cut in the header": lambda parts: joined(parts.header, b"")[:-20],
    "cut behind the header": lambda parts: joined(parts.header, b""),
    "cut behind the first tensor": lambda parts: joined(
        parts.header, parts.numbers[: min(
            end for name in parts.tensors if (end := parts.header[name]["data_offsets"][1])
        )]
    ),
    "cut by one byte": lambda parts: joined(parts.header, parts.numbers[:-1]),
    "a file of zeros": lambda _: bytes(4096),
    "a file of 0xff": lambda _: b"\xff" * 4096,
    "a pickle with a payload": lambda _: payload(),
    "a pickle behind a length": lambda _: joined(payload(), payload()),
    "a pickle as the numbers": lambda parts: joined(parts.header, payload()),
    "a zip archive": _archive("zip", zipfile.ZIP_STORED),
    "a deflated zip archive": _archive("zip", zipfile.ZIP_DEFLATED),
    "a tar archive": _archive("tar", 0),
    "a gzip file": lambda parts: gzip.compress(joined(parts.header, parts.numbers)),
    "a 7z archive": lambda _: b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(200),
    "a program": lambda _: b"\x7fELF\x02\x01\x01" + bytes(500),
    "a script": lambda _: f"#!/bin/sh\ntouch {MARKER}\n".encode(),
    "NaN at the start": one_number(math.nan, 0.0),
    "NaN at the end": one_number(math.nan, 1.0),
    "infinity": one_number(math.inf, 0.5),
    "infinity below zero": one_number(-math.inf, 0.3),
}  # fmt: skip
"""Kinds that fit model files and state files; each must be refused by every reader of numbers."""

ONLY_NUMBERS = {"NaN at the start", "NaN at the end", "infinity", "infinity below zero"}
"""Kinds whose header is true, so that what reads only the header has nothing to refuse."""
