"""The pointer heads of a network while it samples: what they may point to, in a ring of places.

The keys lie with the places side by side, (streams, width, places), so that a query meets all of
them in one product over contiguous numbers. A key has two more numbers than its width: one that
only the null key has and a query meets with the null key's score, and one that a place has until it
holds something, which hides it. So a step is a few operations on the whole ring, between tensors
that stay where they are; a large network leaves nothing of these in a processor's cache, and their
number is what a take pays for. On a processor the ring grows with the takes.
"""

import torch
from torch import Tensor

from abcstudio.learning.pointers import PointerHeads

_PLACES_AT_ONCE = 128
_TRIAL_PLACES = 64
_HIDDEN = -1e9


class LookingBack:
    """Pointer heads over a growing ring, for a processor.

    What follows a place is known one character later.

    Args of the constructor:
        pointers: The heads.
        output, output_bias: What the network scores characters with, (vocab_size, hidden) and
            (vocab_size,).
    """

    def __init__(self, pointers: PointerHeads, output: Tensor, output_bias: Tensor) -> None:
        self._heads, self._width, self._reach = pointers.heads, pointers.width, pointers.reach
        self._vocab_size = len(output)
        scale = self._width**-0.5
        queries, keys, mixture = pointers.queries, pointers.keys, pointers.mixture
        ones = torch.ones_like(pointers.null)
        query_bias = [queries.bias.view(self._heads, -1) * scale, pointers.null[:, None]]
        weights = [
            _widened(queries.weight.view(self._heads, self._width, -1) * scale).flatten(0, 1),
            _widened(keys.weight[None])[0],
            mixture.weight,
        ]
        biases = [
            torch.cat([*query_bias, ones[:, None]], dim=1).flatten(),
            torch.nn.functional.pad(keys.bias, (0, 2)),
            mixture.bias,
        ]
        # One plain product for all: with 512 units and 4 heads of 32 it took 66 microseconds for 32
        # rows, packed ones for scores and heads 98.
        self._weight = torch.cat([output, *weights]).detach().float().t().contiguous()
        self._bias = torch.cat([output_bias, *biases]).detach().float()  # (outputs,)
        self._count = 0

    def reset(self, streams: int) -> None:
        """Start so many streams with nothing to point to."""
        self._count = 0
        self._allocate(streams, min(self._reach, _PLACES_AT_ONCE))

    def _allocate(self, streams: int, places: int) -> None:
        new, heads, inner = self._bias.new_zeros, self._heads, self._width + 2
        self._scores = new(streams, len(self._bias))
        parts = torch.split(
            self._scores, [self._vocab_size, heads * inner, inner, 1 + heads], dim=1
        )
        self._logits, queries, self._key, self._mixture = parts
        self._queries = queries.view(streams, heads, inner)
        self._keys = new(streams, inner, 1 + places)
        self._keys[:, -2, 0] = 1.0
        self._keys[:, -1, 1:] = _HIDDEN
        self._key_at = self._keys.unbind(dim=2)[1:]  # (streams, width + 2) each
        self._following = new(streams, places, dtype=torch.long)
        self._following_at = self._following.unbind(dim=1)  # (streams,) each
        self._attention = new(streams, heads, 1 + places)
        self._shares = new(streams, 1 + heads)
        self._head_shares = self._shares[:, None, 1:]
        self._copied = new(streams, 1, 1 + places)
        self._copied_from = self._copied[:, 0, 1:]
        self._own = new(streams, 1)
        self._own_parts = self._shares[:, :1], self._copied[:, 0, :1]
        self._mixed = new(streams, self._vocab_size)

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only."""
        keys, following = self._keys[rows], self._following[rows]
        self._allocate(len(rows), following.shape[1])
        self._keys.copy_(keys)
        self._following.copy_(following)

    def spread(self, streams: int) -> None:
        """Go on with so many streams, each with the past of the only one there is."""
        keys, following = self._keys, self._following
        self._allocate(streams, following.shape[1])
        self._keys.copy_(keys)
        self._following.copy_(following)

    def state(self) -> list[Tensor]:
        """Return the tensors that a step changes for the next one."""
        return [self._keys, self._following]

    def fill(self, generator: torch.Generator) -> None:
        """Put in some past, the same each time for the same generator: to try out a step."""
        self._count = min(self._reach, _TRIAL_PLACES)
        held = self._keys[:, :, 1 : 1 + self._count]
        held[:, : self._width].uniform_(-1.0, 1.0, generator=generator)
        held[:, -1] = 0.0
        self._following[:, : self._count].random_(0, 2, generator=generator)

    def mix(self, numbers: Tensor, hidden: Tensor) -> Tensor:
        """Return the logarithms of the mixture's probabilities, and remember the place.

        The result, (streams, vocab_size), stands until the next call.

        Args:
            numbers: The character that was read last, (streams,).
            hidden: The last layer's units after it, (streams, hidden).
        """
        torch.addmm(self._bias, hidden, self._weight, out=self._scores)
        self._follow(numbers)
        torch.bmm(self._queries, self._keys, out=self._attention)
        torch.softmax(self._attention, 2, out=self._attention)
        torch.softmax(self._mixture, 1, out=self._shares)
        torch.bmm(self._head_shares, self._attention, out=self._copied)
        torch.add(*self._own_parts, out=self._own)
        torch.softmax(self._logits, 1, out=self._mixed)
        self._mixed.mul_(self._own).scatter_add_(1, self._following, self._copied_from).log_()
        self._remember()
        return self._mixed

    def _follow(self, numbers: Tensor) -> None:
        """Note what follows the last place; before the first it is noted of one that is hidden."""
        self._following_at[(self._count - 1) % len(self._following_at)].copy_(numbers)

    def _remember(self) -> None:
        """Put the key of this place into the ring."""
        places = len(self._key_at)
        if self._count == places < self._reach:
            self._grow(min(self._reach, places + _PLACES_AT_ONCE))
        self._key_at[self._count % len(self._key_at)].copy_(self._key)
        self._count += 1

    def _grow(self, places: int) -> None:
        keys, following, key, mixed = self._keys, self._following, self._key, self._mixed
        self._allocate(len(keys), places)
        self._keys[:, :, : keys.shape[2]] = keys
        self._following[:, : following.shape[1]] = following
        self._key.copy_(key)
        self._mixed.copy_(mixed)


class RecordedLookingBack(LookingBack):
    """Pointer heads over a ring of its full size, whose place is a tensor too: for a GPU."""

    def __init__(self, pointers: PointerHeads, output: Tensor, output_bias: Tensor) -> None:
        super().__init__(pointers, output, output_bias)
        self._place = self._bias.new_zeros(1, dtype=torch.long)

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

    def _follow(self, numbers: Tensor) -> None:
        self._following.index_copy_(1, (self._place - 1) % self._reach, numbers[:, None])

    def _remember(self) -> None:
        self._keys.index_copy_(2, 1 + self._place % self._reach, self._key[:, :, None])
        self._place.add_(1)


def _widened(weight: Tensor) -> Tensor:
    """Return weights for the two more numbers of a key, which depend on nothing, after each's own.

    Args:
        weight: (parts, width, hidden).
    """
    return torch.nn.functional.pad(weight, (0, 0, 0, 2))  # (parts, width + 2, hidden)
