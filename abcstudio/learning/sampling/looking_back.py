"""The pointer heads of a network while it samples: what they may point to, in a ring of places.

The keys lie with the places side by side, (streams, width, places), so that a query meets all of
them in one product over contiguous numbers. On a processor the ring grows with the takes, and only
what it holds is read. Elsewhere it has its full size from the start and what holds nothing is
masked: every step is the same work on the same tensors, which a GPU can record.
"""

import math

import torch
from torch import Tensor

from abcstudio.learning.pointers import SMALLEST, PointerHeads

_FIRST_PLACES = 128
_TRIAL_PLACES = 64


class LookingBack:
    """Pointer heads over a growing ring, for a processor.

    The null key is the first place: it has a dimension of its own, which a query meets with the
    null key's score. What follows a place is known one character later.

    Attributes:
        weight, bias: What the last layer's hidden units are multiplied with, as the network's own
            scores are: queries, keys and mixture, (outputs, hidden) and (outputs,).
    """

    def __init__(self, pointers: PointerHeads) -> None:
        self._heads, self._width, self._reach = pointers.heads, pointers.width, pointers.reach
        scale = self._width**-0.5
        queries, keys, mixture = pointers.queries, pointers.keys, pointers.mixture
        query = queries.weight.detach().float().view(self._heads, self._width, -1) * scale
        query_bias = queries.bias.detach().float().view(self._heads, self._width) * scale
        null = pointers.null.detach().float()[:, None]  # (heads, 1)
        query = torch.cat([query, query.new_zeros(self._heads, 1, query.shape[2])], dim=1)
        self.weight = torch.cat([query.flatten(0, 1), keys.weight, mixture.weight]).detach()
        self.bias = torch.cat(
            [torch.cat([query_bias, null], dim=1).flatten(), keys.bias, mixture.bias]
        ).detach()
        self._sizes = [self._heads * (self._width + 1), self._width, 1 + self._heads]
        self._count = 0
        self._keys = self._following = torch.empty(0)

    def reset(self, streams: int) -> None:
        """Start so many streams with nothing to point to."""
        self._count = 0
        self._allocate(streams, min(self._reach, _FIRST_PLACES))

    def _allocate(self, streams: int, places: int) -> None:
        self._keys = self.weight.new_zeros(streams, self._width + 1, 1 + places)
        self._keys[:, -1, 0] = 1.0
        self._following = self.weight.new_zeros(streams, places, dtype=torch.long)

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only."""
        self._keys, self._following = self._keys[rows], self._following[rows]

    def spread(self, streams: int) -> None:
        """Go on with so many streams, each with the past of the only one there is."""
        self._keys = self._keys.repeat(streams, 1, 1)
        self._following = self._following.repeat(streams, 1)

    def state(self) -> list[Tensor]:
        """Return the tensors that a step changes for the next one."""
        return [self._keys, self._following]

    def fill(self, generator: torch.Generator) -> None:
        """Put in some past, the same each time for the same generator: to try out a step."""
        self._count = min(self._reach, _TRIAL_PLACES)
        self._keys[:, :-1, 1 : 1 + self._count].uniform_(-1.0, 1.0, generator=generator)
        self._following[:, : self._count].random_(0, 2, generator=generator)

    def mix(self, numbers: Tensor, logits: Tensor, projected: Tensor) -> Tensor:
        """Return the logarithms of the mixture's probabilities, and remember the place.

        Args:
            numbers: The character that was read last, (streams,).
            logits: The network's own scores of the next, (streams, vocab_size).
            projected: The last layer's units after `weight` and `bias`, (streams, outputs).
        """
        queries, key, mixture = torch.split(projected, self._sizes, dim=1)
        if self._count:
            self._following[:, (self._count - 1) % self._reach] = numbers
        seen = min(self._count, self._reach)
        probabilities = self._mixed(
            logits, queries, mixture, self._keys[:, :, : 1 + seen], self._following[:, :seen]
        )
        self._grow()
        self._keys[:, :-1, 1 + self._count % self._reach] = key
        self._count += 1
        return probabilities

    def _mixed(
        self, logits: Tensor, queries: Tensor, mixture: Tensor, keys: Tensor, following: Tensor
    ) -> Tensor:
        """Return the logarithms of the mixture's probabilities, (streams, vocab_size).

        Args:
            logits: (streams, vocab_size).
            queries: (streams, heads * (width + 1)).
            mixture: (streams, 1 + heads).
            keys: (streams, width + 1, 1 + places).
            following: (streams, places).
        """
        scores = torch.bmm(queries.view(len(queries), self._heads, -1), keys)
        attention = self._visible(scores).softmax(dim=2)  # (streams, heads, 1 + places)
        shares = mixture.softmax(dim=1)  # (streams, 1 + heads)
        copied = torch.bmm(shares[:, None, 1:], attention)[:, 0]  # (streams, 1 + places)
        mixed = logits.softmax(dim=1).mul_(shares[:, :1] + copied[:, :1])
        return mixed.scatter_add_(1, following, copied[:, 1:]).add_(SMALLEST).log_()

    def _visible(self, scores: Tensor) -> Tensor:
        return scores

    def _grow(self) -> None:
        places = self._following.shape[1]
        if self._count < places or places == self._reach:
            return
        keys, following = self._keys, self._following
        self._allocate(len(keys), min(self._reach, 2 * places))
        self._keys[:, :, : 1 + places] = keys
        self._following[:, :places] = following


class RecordedLookingBack(LookingBack):
    """Pointer heads over a ring of a fixed size, whose place is a tensor too."""

    def __init__(self, pointers: PointerHeads) -> None:
        super().__init__(pointers)
        self._place = self.weight.new_zeros(1, dtype=torch.long)
        self._places = torch.arange(1 + self._reach, device=self.weight.device)

    def reset(self, streams: int) -> None:
        """Start so many streams with nothing to point to."""
        self._allocate(streams, self._reach)
        self._place.zero_()

    def state(self) -> list[Tensor]:
        """Return the tensors that a step changes for the next one."""
        return [*super().state(), self._place]

    def fill(self, generator: torch.Generator) -> None:
        """Put in some past, the same each time for the same generator: to try out a step."""
        super().fill(generator)
        self._place.fill_(self._count)

    def mix(self, numbers: Tensor, logits: Tensor, projected: Tensor) -> Tensor:
        """Return the logarithms of the mixture's probabilities, and remember the place."""
        queries, key, mixture = torch.split(projected, self._sizes, dim=1)
        # Before the first character this writes to a place that holds nothing yet.
        before = (self._place - 1) % self._reach
        self._following.index_copy_(1, before, numbers[:, None])
        mixed = self._mixed(logits, queries, mixture, self._keys, self._following)
        place = 1 + self._place % self._reach
        self._keys[:, :-1].index_copy_(2, place, key[:, :, None])
        self._place.add_(1)
        return mixed

    def _visible(self, scores: Tensor) -> Tensor:
        return scores.masked_fill(self._places > self._place, -math.inf)
