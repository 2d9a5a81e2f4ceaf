"""What one stream may point to, and whether rings of several lengths may be side by side."""

from typing import NamedTuple, Protocol

import torch
from torch import Tensor

VECTOR = 16
"""How many numbers the widest vectors of a processor hold: 512 bits."""


class Ring(NamedTuple):
    """What one stream may point to.

    Attributes:
        keys: Of the null key and of the places, (width + 2, slots).
        following: Which character follows each place, (slots - 1,).
        seen: How many characters were read.
    """

    keys: Tensor
    following: Tensor
    seen: int


class Rings(Protocol):
    """The rings of streams side by side, as far as they are tried out."""

    def most_slots(self) -> int:
        """Return how many slots a ring has at its longest."""

    def copied(self, streams: int, places: int, slots: int) -> Tensor:
        """Return what heads copy of so many places where so many slots are read."""


def may_differ_in_length(rings: Rings, streams: int) -> bool:
    """Return whether streams copy the same where more slots are read than they have filled.

    It is tried out with some lengths, odd numbers of vectors; the past is lost.
    """
    slots, most = VECTOR, rings.most_slots()
    while slots < most:
        alone = rings.copied(streams, slots - 1, slots)
        beside = rings.copied(streams, slots - 1, most)
        if not torch.equal(beside[:, : alone.shape[1]], alone):
            return False
        slots = 2 * slots + VECTOR
    return True
