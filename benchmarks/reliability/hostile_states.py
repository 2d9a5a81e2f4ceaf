"""State files of a training run that somebody made to do harm."""

import json
import struct
from collections.abc import Callable
from typing import Any

from hostile_kinds import ONLY_NUMBERS, Header, Parts, joined, with_facts, without


def _progress(**changes: Any) -> Callable[[Parts], bytes]:
    return lambda parts: joined(
        parts.header,
        parts.numbers,
        {**parts.facts, "progress": {**parts.facts["progress"], **changes}},
    )


def _renamed(old: str, new: str) -> Callable[[Parts], bytes]:
    return lambda parts: joined(
        {(new if name == old else name): entry for name, entry in parts.header.items()},
        parts.numbers,
    )


def _moment(new: str) -> Callable[[Parts], bytes]:
    return _renamed("optimizer.0.exp_avg", new)


def _generator(left: int, seeded: int, place: int, which: str) -> Callable[[Parts], bytes]:
    """Return a maker that changes the counters inside a saved state of a random generator."""

    def make(parts: Parts) -> bytes:
        numbers = bytearray(parts.numbers)
        begin, _end = parts.header[which]["data_offsets"]
        struct.pack_into("=iiQ", numbers, begin + 8, left, seeded, place)
        return joined(parts.header, bytes(numbers))

    return make


def _large_generator(parts: Parts) -> bytes:
    end, more = len(parts.numbers), 2**20
    large = {"dtype": "U8", "shape": [more], "data_offsets": [end, end + more]}
    return joined({**parts.header, "rng.cuda": large}, parts.numbers + bytes(more))


def _place(first: int, second: int) -> Callable[[Parts], bytes]:
    def make(parts: Parts) -> bytes:
        numbers = bytearray(parts.numbers)
        begin, _end = parts.header["windows.place"]["data_offsets"]
        struct.pack_into("<qq", numbers, begin, first, second)
        return joined(parts.header, bytes(numbers))

    return make


def _with_loss(parts: Parts) -> Header:
    return {**parts.facts, "progress": {**parts.facts["progress"], "val_loss": "LOSS"}}


STATES: dict[str, Callable[[Parts], bytes]] = {
    "no progress": without("progress"),
    "progress of a list": with_facts(progress=[1, 2]),
    "progress of null": with_facts(progress=None),
    "losses that are no list": _progress(recent_losses=3),
    "a loss of null": _progress(recent_losses=[1.0, None]),
    "a million losses": _progress(recent_losses=[1.0] * 10**6),
    "a step of null": _progress(step=None),
    "a step of true": _progress(step=True),
    "a step of a fraction": _progress(step=1.5),
    "a negative step": _progress(step=-5),
    "a step of 10^19": _progress(step=10**19),
    "a best step in words": _progress(best_step="7"),
    "seconds below zero": _progress(train_seconds=-1.0),
    "seconds of null": _progress(train_seconds=None),
    "an unknown fact": _progress(evil=1),
    "an endless loss": lambda parts: joined(
        parts.header, parts.numbers,
        json.dumps(_with_loss(parts)).replace('"LOSS"', "1e400"),
    ),
    "an optimizer's number beyond the weights": _moment("optimizer.9.exp_avg"),
    "an optimizer's number below zero": _moment("optimizer.-1.exp_avg"),
    "an optimizer's number in Arabic digits": _moment("optimizer.٠.exp_avg"),
    "an optimizer's number of no number": _moment("optimizer.x.exp_avg"),
    "an optimizer's value that nobody knows": _moment("optimizer.0.__class__"),
    "an optimizer's value that is missing": _renamed("optimizer.0.step", "windows.state9"),
    "a weight of another model": _renamed("model.output.bias", "model.output.bent"),
    "a generator that is missing": _renamed("rng.batches", "rng.others"),
    "a generator that would read beyond its end": _generator(600, 1, 624, "rng.batches"),
    "the global generator beyond its end": _generator(624, 1, 600, "rng.global"),
    "a generator that has no numbers left": _generator(-5, 1, 630, "rng.global"),
    "a generator without a seed": _generator(624, 0, 1, "rng.global"),
    "a generator of a megabyte": _large_generator,
    "a place below zero": _place(-5, 0),
    "a place beyond the text": _place(2**62, 2**62),
    "a state of other layers": _renamed("windows.state1", "windows.state2"),
}  # fmt: skip
"""Kinds of state files (of Adam, with contiguous windows and an LSTM)."""


def _past_character(number: int) -> Callable[[Parts], bytes]:
    """Return a maker that puts a number among the characters that the heads may point to."""

    def make(parts: Parts) -> bytes:
        numbers = bytearray(parts.numbers)
        begin, _end = parts.header["windows.state3"]["data_offsets"]
        struct.pack_into("<q", numbers, begin, number)
        return joined(parts.header, bytes(numbers))

    return make


def _past_shape(name: str, *shape: int) -> Callable[[Parts], bytes]:
    return lambda parts: joined(
        {**parts.header, name: {**parts.header[name], "shape": list(shape)}}, parts.numbers
    )


POINTER_STATES: dict[str, Callable[[Parts], bytes]] = {
    "a character beyond the vocabulary in the past": _past_character(10**6),
    "a character below zero in the past": _past_character(-1),
    "keys that are missing": _renamed("windows.state2", "windows.state4"),
    "characters of the past that are missing": _renamed("windows.state3", "rng.cuda"),
    "keys of another width": _past_shape("windows.state2", 1, 2, 120, 4),
    "keys of two heads": _past_shape("windows.state2", 2, 2, 60, 4),
    "keys of other places": _past_shape("windows.state2", 1, 4, 30, 8),
    "a past of other rows": _past_shape("windows.state3", 1, 4, 30),
    "a past of no places": _past_shape("windows.state3", 1, 120, 1),
    "a flat past": _past_shape("windows.state3", 1, 120),
}
"""Kinds of state files of an LSTM with pointer heads and contiguous windows."""

STATES_ONLY_NUMBERS = ONLY_NUMBERS | {
    name for name in STATES if name.startswith(("an optimizer", "a weight", "a gen", "the glob",
                                                "a place", "a state"))
}  # fmt: skip
