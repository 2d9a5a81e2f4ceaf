"""What one stream may point to, and whether rings of several lengths may be side by side."""

from collections.abc import Sequence
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


HIDDEN = -1e9
"""What the last number of a key is where its place must not be pointed to."""


class Pasts(Protocol):
    """The pasts of streams side by side.

    Attributes:
        keys: (streams, width + 2, slots), the null key's first.
        places: How many places there are before the first is written over.
    """

    @property
    def keys(self) -> Tensor:
        """The keys of all slots that a step reads, (streams, width + 2, slots)."""

    @property
    def places(self) -> int:
        """How many places there are before the first is written over."""

    def seen(self) -> Tensor:
        """Return how many characters each stream has read, (streams,)."""

    def note_following(self, row: int, places: Tensor, numbers: Tensor) -> None:
        """Note which characters follow some places of a stream, (places,) each."""


def take_back(pasts: Pasts, rows: Sequence[int], seen: Sequence[int]) -> None:
    """Let streams go on from where each had read so many characters.

    They do not leave the places of what they have read since; these are hidden, and a stream goes
    on behind them. So streams that were side by side stay so.
    """
    keys, now_seen, places = pasts.keys, pasts.seen(), pasts.places
    for row, then in zip(rows, seen, strict=True):
        now = int(now_seen[row])
        left_behind = torch.arange(max(then, now - places), now + 1, device=keys.device) - 1
        # The last place is the one of which it is not known yet what follows.
        last = keys[row, :, 1 + (then - 1) % places].clone()
        keys[row, -1, 1 + left_behind % places] = HIDDEN
        # Where as much has been read since as there are places, it has been written over.
        if now - then < places:
            keys[row, :, 1 + (now - 1) % places] = last


def put_back(pasts: Pasts, row: int, ring: Ring) -> None:
    """Let a stream go on with another past, right behind which it is then.

    It has read at least as much as had been read there, and stays beside its neighbours.
    """
    keys, seen, places = pasts.keys, int(pasts.seen()[row]), pasts.places
    back = torch.arange(-min(ring.seen, places), 0, device=keys.device)
    then, now = (ring.seen + back) % places, (seen + back) % places
    keys[row, -1, 1:] = HIDDEN
    keys[row, :, 1 + now] = ring.keys[:, 1 + then]
    pasts.note_following(row, now, ring.following[then])
