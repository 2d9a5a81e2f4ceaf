"""Model files with pointer heads that somebody made to do harm."""

import math
import struct
from collections.abc import Callable

from hostile_kinds import Parts, joined
from hostile_models import with_config


def _renamed(old: str, new: str) -> Callable[[Parts], bytes]:
    return lambda parts: joined(
        {(new if name == old else name): entry for name, entry in parts.header.items()},
        parts.numbers,
    )


def _reshaped(name: str, *shape: int) -> Callable[[Parts], bytes]:
    return lambda parts: joined(
        {**parts.header, name: {**parts.header[name], "shape": list(shape)}}, parts.numbers
    )


def _number(name: str, value: float) -> Callable[[Parts], bytes]:
    """Return a maker that writes the first number of one tensor."""

    def make(parts: Parts) -> bytes:
        numbers = bytearray(parts.numbers)
        begin, _end = parts.header[name]["data_offsets"]
        struct.pack_into("<f", numbers, begin, value)
        return joined(parts.header, bytes(numbers))

    return make


def _left_out(name: str) -> Callable[[Parts], bytes]:
    """Return a maker that leaves out a tensor, its numbers with it."""

    def make(parts: Parts) -> bytes:
        begin, end = parts.header[name]["data_offsets"]
        header = {}
        for other, entry in parts.header.items():
            if other == name:
                continue
            offsets = entry.get("data_offsets")
            if offsets and offsets[0] >= end:
                moved = [place - (end - begin) for place in offsets]
                entry = {**entry, "data_offsets": moved}
            header[other] = entry
        return joined(header, parts.numbers[:begin] + parts.numbers[end:])

    return make


_KEYS, _QUERIES, _NULL = "pointers.keys.weight", "pointers.queries.weight", "pointers.null"

_TENSORS = (
    _NULL, _QUERIES, "pointers.queries.bias", _KEYS, "pointers.keys.bias",
    "pointers.mixture.weight", "pointers.mixture.bias",
)  # fmt: skip

POINTER_MODELS: dict[str, Callable[[Parts], bytes]] = {
    **{
        f"without {name}": _left_out(name)
        for name in _TENSORS
    },
    "a head's tensor instead of another": _renamed("output.weight", "pointers.output.weight"),
    "keys turned on their side": _reshaped(_KEYS, 6, 8),
    "keys in one row": _reshaped(_KEYS, 48),
    "queries of one head": _reshaped(_QUERIES, 8, 12),
    "a null key a row": _reshaped(_NULL, 1, 2),
    "heads that are not meant to be": with_config(pointer_heads=0),
    "one head too few": with_config(pointer_heads=1),
    "one head too many": with_config(pointer_heads=3),
    "heads of another width": with_config(pointer_width=9),
    "endless heads": with_config(pointer_heads=10**9),
    "heads below zero": with_config(pointer_heads=-2),
    "half a head": with_config(pointer_heads=1.5),
    "heads in words": with_config(pointer_heads="two"),
    "an endless width": with_config(pointer_width=2**60),
    "a width below zero": with_config(pointer_width=-8),
    "the largest heads that there are": with_config(pointer_heads=8, pointer_width=128),
    "an endless reach": with_config(pointer_reach=10**12),
    "a reach of nothing": with_config(pointer_reach=0),
    "a reach of NaN": with_config(pointer_reach="nan"),
    "a head dropout of NaN": with_config(pointer_dropout="nan"),
    "a head dropout of one": with_config(pointer_dropout=1.0),
    **{
        f"{word} in {name}": _number(name, value)
        for word, value in (("NaN", math.nan), ("infinity", math.inf), ("a huge number", 1e30))
        for name in (_NULL, _QUERIES, _KEYS, "pointers.mixture.bias")
    },
}  # fmt: skip
"""Kinds of files of a model with pointer heads, two of width 8 over 6 hidden units."""

POINTER_MODELS_ONLY_NUMBERS = {
    name for name in POINTER_MODELS if name.startswith(("NaN in", "infinity in", "a huge number"))
}
