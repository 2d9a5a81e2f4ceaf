"""The pointer heads of a network while it samples: what they may point to, in a ring of places.

The keys lie with the places side by side, (streams, width, places), so that a query meets all of
them in one product over contiguous numbers. A key has two more numbers than its width: one that
only the null key has and a query meets with the null key's score, and one that a place has until it
holds something, which hides it. So a step is a few operations on the whole ring, between tensors
that stay where they are; a large network leaves nothing of these in a processor's cache, and their
number is what a take pays for. On a processor the ring grows with the takes. Each stream fills its
ring from the first place on, whatever the others have read: so a take adds up as it does alone.
"""

from collections.abc import Sequence

import torch
from torch import Tensor

from abcstudio.learning.pointers import PointerHeads
from abcstudio.learning.sampling.joined_weights import joined_weights
from abcstudio.learning.sampling.ring import Ring

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
        self._weight, self._bias = joined_weights(pointers, output, output_bias)
        self._count = self._least = 0
        # How many characters each stream has read less than the one that has read most, (streams,).
        self._behind: Tensor | None = None

    def reset(self, streams: int) -> None:
        """Start so many streams with nothing to point to."""
        self._allocate(streams, self._length(0))
        self._go_on_from([0] * streams)

    def _allocate(self, streams: int, places: int) -> None:
        new, heads, inner = self._bias.new_zeros, self._heads, self._width + 2
        self._scores = new(streams, len(self._bias))
        self._logits, self._queries, self._key, self._mixture = self._parted(self._scores)
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

    def _parted(self, scores: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Return logits, queries, (streams, heads, width + 2), key and mixture as views."""
        heads, inner = self._heads, self._width + 2
        sizes = [self._vocab_size, heads * inner, inner, 1 + heads]
        logits, queries, key, mixture = torch.split(scores, sizes, dim=1)
        return logits, queries.view(len(scores), heads, inner), key, mixture

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only."""
        keys, following = self._keys[rows], self._following[rows]
        self._allocate(len(rows), following.shape[1])
        self._keys.copy_(keys)
        self._following.copy_(following)
        if self._behind is not None:
            self._behind = self._behind[rows]

    def kept(self, row: int) -> Ring:
        """Return a copy of one stream's past."""
        seen = self._counts()[row]
        places = self._length(seen)
        keys, following = self._keys[row, :, : 1 + places], self._following[row, :places]
        return Ring(keys.clone(), following.clone(), seen)

    def _counts(self) -> list[int]:
        if self._behind is None:
            return [self._count] * len(self._keys)
        return [self._count - behind for behind in self._behind.tolist()]

    def resume(self, rings: Sequence[Ring]) -> None:
        """Go on with streams that each have a past of their own."""
        self._allocate(len(rings), max(len(ring.following) for ring in rings))
        for row, ring in enumerate(rings):
            self._keys[row, :, : ring.keys.shape[1]] = ring.keys
            self._following[row, : len(ring.following)] = ring.following
        self._go_on_from([ring.seen for ring in rings])

    def _go_on_from(self, counts: Sequence[int]) -> None:
        self._count, self._least = max(counts), min(counts)
        behind = [self._count - count for count in counts]
        self._behind = self._following.new_tensor(behind) if any(behind) else None

    def state(self) -> list[Tensor]:
        """Return the tensors that a step changes for the next one."""
        return [self._keys, self._following]

    def fill(self, generator: torch.Generator) -> None:
        """Put in some past, the same each time for the same generator: to try out a step."""
        self._count = self._least = min(self._reach, _TRIAL_PLACES)
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
        self._point()
        torch.softmax(self._logits, 1, out=self._mixed)
        self._mixed.mul_(self._own).scatter_add_(1, self._following, self._copied_from).log_()
        self._remember()
        return self._mixed

    def _point(self) -> None:
        """Weigh the places by the heads' queries and shares."""
        torch.softmax(self._mixture, 1, out=self._shares)
        if self._length(self._count) == self._length(self._least):
            torch.bmm(self._queries, self._keys, out=self._attention)
            torch.softmax(self._attention, 2, out=self._attention)
            torch.bmm(self._head_shares, self._attention, out=self._copied)
        else:
            self._point_by_lengths()
        torch.add(*self._own_parts, out=self._own)

    def _point_by_lengths(self) -> None:
        """Weigh the places of each stream in a ring as long as it would be alone.

        A softmax over a longer ring rounds otherwise.
        """
        self._copied.zero_()
        lengths = [self._length(count) for count in self._counts()]
        for length in set(lengths):
            rows = [row for row, own in enumerate(lengths) if own == length]
            _, queries, _, _ = self._parted(self._scores[rows])
            keys = self._keys[rows, :, : 1 + length].contiguous()  # (rows, width + 2, 1 + length)
            attention = torch.bmm(queries, keys).softmax(2)  # (rows, heads, 1 + length)
            shares = self._shares[rows][:, None, 1:]  # (rows, 1, heads)
            self._copied[rows, :, : 1 + length] = torch.bmm(shares, attention)

    def note(self, numbers: Tensor, hidden: Tensor) -> None:
        """Remember a place after which the next character is known; takes what `mix` does.

        Each stream's key is what it is where the stream is the only one, bit by bit.
        """
        for row in range(len(hidden)):
            one = slice(row, row + 1)
            torch.addmm(self._bias, hidden[one], self._weight, out=self._scores[one])
        self._follow(numbers)
        self._remember()

    def copied(self, counts: Sequence[int]) -> Tensor:
        """Return what heads copy of a past that is always the same, (streams, 1, 1 + places).

        It is for trying out rings: those of streams that have read so many characters. The past is
        lost.
        """
        self.reset(len(counts))
        generator = torch.Generator().manual_seed(0)
        self.fill(generator)
        self._grow(self._length(max(counts)))
        self._scores.uniform_(-1.0, 1.0, generator=generator)
        self._go_on_from(counts)
        self._point()
        return self._copied

    @property
    def lengths(self) -> list[int]:
        """The lengths that a ring has one after the other."""
        return [*range(self._length(0), self._reach, _PLACES_AT_ONCE), self._reach]

    def _length(self, count: int) -> int:
        """Return how many places a ring has for a stream that has read so many characters."""
        blocks = max(1, -(-count // _PLACES_AT_ONCE))
        return min(self._reach, blocks * _PLACES_AT_ONCE)

    def _place(self, count: int, behind: Tensor) -> Tensor:
        """Return the place of each stream once one has read so many, (streams, 1)."""
        return ((count - behind) % len(self._key_at))[:, None]

    def _follow(self, numbers: Tensor) -> None:
        """Note what follows the last place; before the first it is noted of one that is hidden."""
        if self._behind is None:
            self._following_at[(self._count - 1) % len(self._following_at)].copy_(numbers)
        else:
            places = self._place(self._count - 1, self._behind)
            self._following.scatter_(1, places, numbers[:, None])

    def _remember(self) -> None:
        """Put the key of this place into the ring."""
        places = len(self._key_at)
        if self._count == places < self._reach:
            self._grow(self._length(places + 1))
        if self._behind is None:
            self._key_at[self._count % len(self._key_at)].copy_(self._key)
        else:
            self._put_key(1 + self._place(self._count, self._behind))
        self._count += 1
        self._least += 1

    def _put_key(self, places: Tensor) -> None:
        """Put each stream's key at its own place, (streams, 1)."""
        places = places[:, :, None].expand(-1, self._key.shape[1], 1)  # (streams, width + 2, 1)
        self._keys.scatter_(2, places, self._key[:, :, None])

    def _grow(self, places: int) -> None:
        keys, following, key, mixed = self._keys, self._following, self._key, self._mixed
        self._allocate(len(keys), places)
        self._keys[:, :, : keys.shape[2]] = keys
        self._following[:, : following.shape[1]] = following
        self._key.copy_(key)
        self._mixed.copy_(mixed)
