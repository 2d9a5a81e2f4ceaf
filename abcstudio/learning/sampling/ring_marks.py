"""Places in the pasts that pointer heads look back to, to which streams can be taken back."""

from collections.abc import Sequence
from typing import Protocol

import torch
from torch import Tensor

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
