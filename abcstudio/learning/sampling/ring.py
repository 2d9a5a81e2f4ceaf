"""What one stream may point to, and whether rings of several lengths may be side by side."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

import torch
from torch import Tensor


class Ring(NamedTuple):
    """What one stream may point to.

    Attributes:
        keys: (width + 2, 1 + places).
        following: Which character follows each place, (places,).
        seen: How many characters were read.
    """

    keys: Tensor
    following: Tensor
    seen: int


class Rings(Protocol):
    """The rings of streams side by side, as far as they are tried out."""

    @property
    def lengths(self) -> Sequence[int]:
        """The lengths that a ring has one after the other."""

    def copied(self, counts: Sequence[int]) -> Tensor:
        """Return what heads copy in the rings of streams that have read so many characters."""


def may_differ_in_length(rings: Rings, streams: int) -> bool:
    """Return whether streams in rings of several lengths copy what they do in equal ones.

    It is tried out, since products of fewer streams may round otherwise; the past is lost.
    """
    for shorter, longer in pairwise(rings.lengths):
        short, long = rings.copied([shorter] * streams), rings.copied([longer] * streams)
        mixed = rings.copied([longer if stream % 2 else shorter for stream in range(streams)])
        if not torch.equal(mixed[::2, :, : 1 + shorter], short[::2]):
            return False
        if not torch.equal(mixed[1::2], long[1::2]):
            return False
    return True
