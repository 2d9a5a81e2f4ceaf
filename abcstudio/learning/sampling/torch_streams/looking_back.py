"""The pointer heads of a network while it samples: what they may point to, in a ring of places.

The keys lie with the places side by side, (streams, width, slots), so that a query meets all of
them in one product over contiguous numbers. The first slot is the null key's, the others are those
of places. A key has two more numbers than its width: one that only the null key has and a query
meets with the null key's score, and one that a slot has until it holds something, which hides it.
So a step is a few operations between tensors that stay where they are; a large network leaves
nothing of these in a processor's cache, and their number and size are what a take pays for.

On a processor a step reads the slots that the takes have filled, in whole vectors of its arithmetic
and no more. A hidden slot adds a zero to a whole vector, so a stream beside others that have read
more is what it is alone, bit by bit. Each stream fills its ring from the first place on, whatever
the others have read.
"""

from collections.abc import Sequence

import torch
from torch import Tensor

from abcstudio.learning.pointers import PointerHeads
from abcstudio.learning.sampling.torch_streams.products import FixedProduct
from abcstudio.learning.sampling.torch_streams.ring import HIDDEN, VECTOR, Ring


def joined_weights(
    pointers: PointerHeads, output: Tensor, output_bias: Tensor
) -> tuple[Tensor, Tensor]:
    """Return (outputs, hidden) and (outputs,): the scores, the queries, the key, the mixture.

    They are multiplied at once: with 512 units and 4 heads of 32, packed weights take 47
    microseconds for 32 rows, plain ones 93.

    Args:
        pointers: The heads.
        output: What the network scores characters with, (vocab_size, hidden).
        output_bias: What is added, (vocab_size,).
    """
    heads, scale = pointers.heads, pointers.width**-0.5
    queries, keys, mixture = pointers.queries, pointers.keys, pointers.mixture
    ones = torch.ones_like(pointers.null)
    query_bias = [queries.bias.view(heads, -1) * scale, pointers.null[:, None]]
    weights = [
        _widened(queries.weight.view(heads, pointers.width, -1) * scale).flatten(0, 1),
        _widened(keys.weight[None])[0],
        mixture.weight,
    ]
    biases = [
        torch.cat([*query_bias, ones[:, None]], dim=1).flatten(),
        torch.nn.functional.pad(keys.bias, (0, 2)),
        mixture.bias,
    ]
    weight = torch.cat([output, *weights]).detach().float()
    return weight, torch.cat([output_bias, *biases]).detach().float()


def _widened(weight: Tensor) -> Tensor:
    """Return weights for the two more numbers of a key, which depend on nothing, after each's own.

    Args:
        weight: (parts, width, hidden).
    """
    return torch.nn.functional.pad(weight, (0, 0, 0, 2))  # (parts, width + 2, hidden)


_SLOTS_AT_ONCE = 128
# Smaller matrices torch multiplies by other means, which round otherwise.
_FEWEST_MULTIPLICATIONS = 400
_TRIAL_PLACES = 64


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
        weight, self._bias = joined_weights(pointers, output, output_bias)
        self._product = FixedProduct(weight)
        self._count = 0
        # How many characters each stream has read less than the one that has read most, (streams,).
        self._behind: Tensor | None = None
        # The place of each, and the one before it, (streams, 1); its slot, (streams, width + 2, 1).
        self._place = self._last_place = self._slot = self._bias.new_zeros(0, dtype=torch.long)

    def reset(self, streams: int) -> None:
        """Start so many streams with nothing to point to."""
        self._multiply = self._product.for_rows(streams)
        self._allocate(streams)
        self._read_slots(self._slots(0))
        self._go_on_from([0] * streams)

    def _allocate(self, streams: int) -> None:
        """Make the tensors of so many streams, whose rings have no slots yet."""
        new, heads, inner = self._bias.new_zeros, self._heads, self._width + 2
        self._scores = new(streams, len(self._bias))
        sizes = [self._vocab_size, heads * inner, inner, 1 + heads]
        self._logits, queries, self._key, self._mixture = torch.split(self._scores, sizes, dim=1)
        self._queries = queries.view(streams, heads, inner)
        self._shares = new(streams, 1 + heads)
        self._head_shares = self._shares[:, None, 1:]
        self._own = new(streams, 1)
        self._mixed = new(streams, self._vocab_size)
        self._keys = new(streams, inner, 0)
        # Which character follows each place, (streams, slots - 1).
        self._following = new(streams, 0, dtype=torch.long)

    def _read_slots(self, slots: int) -> None:
        """Let a step read so many slots, more than before: other views where there is room."""
        if slots > self._keys.shape[2]:
            self._make_room(slots)
        streams, heads = len(self._keys), self._heads
        self._keys_read = self._keys[:, :, :slots]
        self._following = self._following_room[:, : slots - 1]
        self._places = min(self._reach, slots - 1)
        attention, copied = self._weights_room[:heads], self._weights_room[heads]
        self._attention = attention.view(-1)[: streams * heads * slots].view(streams, heads, slots)
        self._copied = copied[: streams * slots].view(streams, 1, slots)
        self._own_parts = self._shares[:, :1], self._copied[:, 0, :1]
        self._copied_places = self._copied[:, 0, 1:]

    def _make_room(self, slots: int) -> None:
        """Let the ring have so many slots and some more."""
        streams, inner, before = self._keys.shape
        blocks = -(-(slots - VECTOR) // _SLOTS_AT_ONCE)
        # Not a power of two: rows of such lengths displace each other from a cache.
        room = min(self._slots(self._reach), blocks * _SLOTS_AT_ONCE + VECTOR)
        keys = self._keys.new_zeros(streams, inner, room)
        keys[:, -2, 0] = 1.0
        keys[:, -1, 1:] = HIDDEN
        keys[:, :, :before] = self._keys
        following = self._following.new_zeros(streams, room - 1)
        following[:, : self._following.shape[1]] = self._following
        self._keys, self._following_room = keys, following
        # Of each head's attention and of what all copy; memory touched first costs most.
        self._weights_room = keys.new_zeros(self._heads + 1, streams * room)

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only; the product stays that of all, bit by bit."""
        if self._behind is not None:
            # None of them may be the one that has read most.
            ahead = int(self._behind[rows].min())
            self._behind = self._behind[rows] - ahead
            self._count -= ahead
        slots = self._slots(self._count)
        keys, following = self._keys_read[rows, :, :slots], self._following[rows, : slots - 1]
        self._allocate(len(rows))
        self._read_slots(slots)
        self._keys_read.copy_(keys)
        self._following.copy_(following)
        self._find_places()

    def begin(self, row: int, ring: Ring) -> None:
        """Let a stream go on with another past, bit by bit as if it had never had one of its own.

        It must not be longer than those of all.
        """
        slots = ring.keys.shape[1]
        self._keys[row, -1, 1:] = HIDDEN
        self._keys[row, :, :slots] = ring.keys
        self._following[row, : slots - 1] = ring.following
        self._begin_from(row, ring.seen)

    def _begin_from(self, row: int, count: int) -> None:
        if self._behind is None:
            self._behind = self._following.new_zeros(len(self._keys))
        self._behind[row] = self._count - count
        self._find_places()

    def _find_places(self) -> None:
        """Note where the streams are in their rings, where some are behind others."""
        if self._behind is not None:
            counts = (self._count - self._behind)[:, None]  # (streams, 1)
            self._place = counts % self._reach
            self._last_place = (counts - 1).clamp_(min=0) % self._reach
            self._slot = self._place[:, :, None].expand(-1, self._key.shape[1], 1)

    def kept(self, row: int) -> Ring:
        """Return a copy of one stream's past."""
        seen = self._counts()[row]
        slots = self._slots(seen)
        following = self._following[row, : slots - 1].clone()
        return Ring(self._keys[row, :, :slots].clone(), following, seen)

    @property
    def keys(self) -> Tensor:
        """The keys of all slots that a step reads, (streams, width + 2, slots)."""
        return self._keys_read

    @property
    def places(self) -> int:
        """How many places there are before the first is written over."""
        return self._places

    def seen(self) -> Tensor:
        """Return how many characters each stream has read, (streams,)."""
        if self._behind is None:
            return self._following.new_full((len(self._keys),), self._count)
        return self._count - self._behind

    def _counts(self) -> list[int]:
        if self._behind is None:
            return [self._count] * len(self._keys)
        return [self._count - behind for behind in self._behind.tolist()]

    def note_following(self, row: int, places: Tensor, numbers: Tensor) -> None:
        """Note which characters follow some places of a stream, (places,) each."""
        self._following[row, places] = numbers

    def resume(self, rings: Sequence[Ring]) -> None:
        """Go on with streams that each have a past of their own."""
        self._multiply = self._product.for_rows(len(rings))
        self._allocate(len(rings))
        self._read_slots(max(ring.keys.shape[1] for ring in rings))
        for row, ring in enumerate(rings):
            slots = ring.keys.shape[1]
            self._keys[row, :, :slots] = ring.keys
            self._following[row, : slots - 1] = ring.following
        self._go_on_from([ring.seen for ring in rings])

    def _go_on_from(self, counts: Sequence[int]) -> None:
        self._count = max(counts)
        behind = [self._count - count for count in counts]
        self._behind = self._following.new_tensor(behind) if any(behind) else None
        self._find_places()

    def state(self) -> list[Tensor]:
        """Return what a step changes for the next one, a stream a row."""
        return [self._keys, self._following]

    def fill(self, generator: torch.Generator) -> None:
        """Put in some past, the same each time for the same generator: to try out a step."""
        self._fill(min(self._reach, _TRIAL_PLACES), generator)

    def _fill(self, places: int, generator: torch.Generator) -> None:
        self._count = places
        if self._slots(places) > self._keys_read.shape[2]:
            self._read_slots(self._slots(places))
        held = self._keys[:, :, 1 : 1 + places]
        held[:, : self._width].uniform_(-1.0, 1.0, generator=generator)
        held[:, -1] = 0.0
        numbers = torch.empty(len(held), places, dtype=torch.long, device=held.device)
        numbers.random_(0, min(2, self._vocab_size), generator=generator)
        self._following[:, :places] = numbers

    def mix(self, numbers: Tensor, hidden: Tensor) -> Tensor:
        """Return the logarithms of the mixture's probabilities, and remember the place.

        The result, (streams, vocab_size), stands until the next call.

        Args:
            numbers: The character that was read last, (streams,).
            hidden: The last layer's units after it, (streams, hidden).
        """
        self._follow(numbers)
        torch.add(self._multiply(hidden), self._bias, out=self._scores)
        self._point()
        torch.softmax(self._logits, 1, out=self._mixed)
        self._mixed.mul_(self._own)
        # Place after place, so that a stream's sums are bit by bit what they are alone.
        self._mixed.scatter_add_(1, self._following, self._copied_places)
        self._remember()
        return self._mixed.log_()

    def _point(self) -> None:
        """Weigh the places by the heads' queries and shares."""
        torch.bmm(self._queries, self._keys_read, out=self._attention)
        torch.softmax(self._attention, 2, out=self._attention)
        torch.softmax(self._mixture, 1, out=self._shares)
        torch.bmm(self._head_shares, self._attention, out=self._copied)
        torch.add(*self._own_parts, out=self._own)

    def note(self, numbers: Tensor, hidden: Tensor) -> None:
        """Remember a place after which the next character is known; takes what `mix` does.

        Each stream's key is what it is where the stream is the only one, bit by bit.
        """
        multiply = self._product.for_rows(1)
        for row in range(len(hidden)):
            one = slice(row, row + 1)
            torch.add(multiply(hidden[one]), self._bias, out=self._scores[one])
        self._follow(numbers)
        self._remember()

    def copied(self, streams: int, places: int, slots: int) -> Tensor:
        """Return what heads copy of a past that is always the same, (streams, slots).

        It is for trying out how many slots are read: of so many, the places and the null key fill
        the first. The past is lost.
        """
        self.reset(streams)
        generator = torch.Generator().manual_seed(0)
        self._fill(places, generator)
        if slots > self._keys_read.shape[2]:
            self._read_slots(slots)
        self._scores.uniform_(-1.0, 1.0, generator=generator)
        self._queries[:, :, -1] = 1.0
        self._point()
        return self._copied[:, 0]

    def most_slots(self) -> int:
        """Return how many slots a ring has at its longest."""
        return self._slots(self._reach)

    def _slots(self, count: int) -> int:
        """Return how many slots are read for a stream that has read so many characters."""
        fewest = -(-_FEWEST_MULTIPLICATIONS // self._heads) - 1
        return -(-(1 + min(max(count, fewest), self._reach)) // VECTOR) * VECTOR

    def _follow(self, numbers: Tensor) -> None:
        """Note what follows the last place; before the first it is noted of one that is hidden."""
        if self._behind is None:
            self._following.select(1, (self._count - 1) % self._places).copy_(numbers)
        else:
            self._following.scatter_(1, self._last_place, numbers[:, None])

    def _remember(self) -> None:
        """Put the key of this place into the ring."""
        if self._count == self._places < self._reach:
            self._read_slots(self._slots(self._count + 1))
        if self._behind is None:
            self._keys.select(2, 1 + self._count % self._places).copy_(self._key)
        else:
            self._keys[:, :, 1:].scatter_(2, self._slot, self._key[:, :, None])
            self._last_place.copy_(self._place)
            self._place.add_(1)
            if self._count >= self._reach - 1:
                self._place.remainder_(self._places)
        self._count += 1
