"""The pointer heads of a network while NumPy samples: what they may point to, in a ring of places.

The ring is that of `torch_streams.looking_back`, place for place: the same places are hidden, and
written over, when streams are taken back, so that both point to the same characters.

A stream is bit by bit what it is alone, beside others that have read more: each sum over places is
made of rows of `_VECTOR` places that are added one after the other, to which hidden ones add zero.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers
from abcstudio.learning.sampling.numpy_streams.ring import HIDDEN, NumpyRing

_VECTOR = 16
_SLOTS_AT_ONCE = 128
_TRIAL_PLACES = 64


class NumpyPointers:
    """Pointer heads over a growing ring.

    What follows a place is known one character later.
    """

    def __init__(
        self, config: TrainingConfig, tensors: Mapping[str, Numbers], output: Numbers, bias: Numbers
    ) -> None:
        """Join all that the last layer's units are multiplied with.

        Args:
            config: How many heads, how wide, and how far back they reach.
            tensors: The network's.
            output: What the network scores characters with, (vocab_size, hidden).
            bias: What is added, (vocab_size,).
        """
        self._heads, self._width = config.pointer_heads, config.pointer_width
        self._reach, self._vocab_size = config.pointer_reach, len(output)
        self._inner = self._width + 2
        self._weight, self._bias = self._joined(tensors, output, bias)
        self.reset(0)

    def _joined(
        self, tensors: Mapping[str, Numbers], output: Numbers, bias: Numbers
    ) -> tuple[Numbers, Numbers]:
        """Return (hidden, outputs) and (outputs,): the scores, the queries, the key, the mixture.

        A key has two more numbers than its width: one that only the null key has and a query meets
        with the null key's score, and one that hides a slot.
        """
        heads, width, scale = self._heads, self._width, self._width**-0.5
        hidden = output.shape[1]
        queries = np.zeros((heads, self._inner, hidden), np.float32)
        queries[:, :width] = tensors["pointers.queries.weight"].reshape(heads, width, -1) * scale
        query_bias = np.ones((heads, self._inner), np.float32)
        query_bias[:, :width] = tensors["pointers.queries.bias"].reshape(heads, width) * scale
        query_bias[:, width] = tensors["pointers.null"]
        key = np.zeros((self._inner, hidden), np.float32)
        key[:width] = tensors["pointers.keys.weight"]
        key_bias = np.zeros(self._inner, np.float32)
        key_bias[:width] = tensors["pointers.keys.bias"]
        weights = [output, queries.reshape(-1, hidden), key, tensors["pointers.mixture.weight"]]
        biases = [bias, query_bias.reshape(-1), key_bias, tensors["pointers.mixture.bias"]]
        joined = np.ascontiguousarray(np.concatenate(weights).T)  # (hidden, outputs)
        self._parts = np.cumsum([len(one) for one in biases[:-1]])
        return joined, np.concatenate(biases)

    def reset(self, streams: int) -> None:
        """Start so many streams with nothing to point to."""
        self._seen = np.zeros(streams, np.int64)
        self._keys = self._hidden_keys(streams, 0)
        self._following = np.zeros((streams, 0), np.int64)
        self._read_slots(self._slots(0))

    def _hidden_keys(self, streams: int, slots: int) -> Numbers:
        keys = np.zeros((streams, self._inner, slots), np.float32)
        keys[:, -2, :1] = 1.0
        keys[:, -1, 1:] = HIDDEN
        return keys

    def _slots(self, count: int) -> int:
        """Return how many slots are read where so many characters were read at most."""
        return -(-(1 + min(max(count, 1), self._reach)) // _VECTOR) * _VECTOR

    def most_slots(self) -> int:
        """Return how many slots a ring has at its longest."""
        return self._slots(self._reach)

    def _read_slots(self, slots: int) -> None:
        """Let a step read so many slots."""
        streams, before = len(self._keys), self._keys.shape[2]
        if slots > before:
            room = min(self.most_slots(), -(-slots // _SLOTS_AT_ONCE) * _SLOTS_AT_ONCE)
            keys = self._hidden_keys(streams, room)
            keys[:, :, :before] = self._keys
            following = np.zeros((streams, room - 1), np.int64)
            following[:, : self._following.shape[1]] = self._following
            self._keys, self._following = keys, following
        self._slots_read = slots
        self._rows = np.arange(streams)
        self._first_numbers = self._rows[:, None] * self._vocab_size  # (streams, 1)
        self._attention = np.empty((streams, self._heads, slots), np.float32)

    def seen(self) -> NDArray[np.int64]:
        """Return how many characters each stream has read, (streams,)."""
        return self._seen

    def keep(self, rows: NDArray[np.intp]) -> None:
        """Go on with some of the streams only."""
        self._seen = self._seen[rows]
        self._keys, self._following = self._keys[rows], self._following[rows]
        self._read_slots(self._slots(int(self._seen.max())))

    def kept(self, row: int) -> NumpyRing:
        """Return a copy of one stream's past."""
        seen = int(self._seen[row])
        slots = self._slots(seen)
        following = self._following[row, : slots - 1].copy()
        return NumpyRing(self._keys[row, :, :slots].copy(), following, seen)

    def resume(self, rings: Sequence[NumpyRing]) -> None:
        """Go on with streams that each have a past of their own."""
        self.reset(len(rings))
        self._seen[:] = [ring.seen for ring in rings]
        self._read_slots(self._slots(int(self._seen.max())))
        for row, ring in enumerate(rings):
            self._put(row, ring)

    def begin(self, row: int, ring: NumpyRing) -> None:
        """Let a stream go on with another past as if it had never had one of its own."""
        self._keys[row, -1, 1:] = HIDDEN
        self._put(row, ring)
        self._seen[row] = ring.seen

    def _put(self, row: int, ring: NumpyRing) -> None:
        slots = ring.keys.shape[1]
        self._keys[row, :, :slots] = ring.keys
        self._following[row, : slots - 1] = ring.following

    def take_back(self, row: int, then: int) -> None:
        """Let a stream go on from where it had read so many characters.

        It does not leave the places of what it has read since; these are hidden, and it goes on
        behind them.
        """
        keys, reach, now = self._keys[row], self._reach, int(self._seen[row])
        left_behind = np.arange(max(then, now - reach), now + 1) - 1
        # The last place is the one of which it is not known yet what follows.
        last = keys[:, 1 + (then - 1) % reach].copy()
        keys[-1, 1 + left_behind % reach] = HIDDEN
        # Where as much has been read since as there are places, it has been written over.
        if now - then < reach:
            keys[:, 1 + (now - 1) % reach] = last

    def put_back(self, row: int, ring: NumpyRing) -> None:
        """Let a stream go on with another past, right behind which it is then."""
        reach, now = self._reach, int(self._seen[row])
        back = np.arange(-min(ring.seen, reach), 0)
        source, place = (ring.seen + back) % reach, (now + back) % reach
        self._keys[row, -1, 1:] = HIDDEN
        self._keys[row][:, 1 + place] = ring.keys[:, 1 + source]
        self._following[row, place] = ring.following[source]

    def mix(self, numbers: NDArray[np.intp], hidden: Numbers) -> Numbers:
        """Return the logarithms of the mixture's probabilities, and remember the place.

        Args:
            numbers: The character that was read last, (streams,).
            hidden: The last layer's units after it, (streams, hidden).

        Returns:
            (streams, vocab_size).
        """
        self._follow(numbers)
        joined = hidden @ self._weight
        joined += self._bias
        logits, queries, key, mixture = np.split(joined, self._parts, axis=1)
        copied, own = self._pointed(queries.reshape(len(hidden), self._heads, -1), mixture)
        logits -= logits.max(axis=1, keepdims=True)
        np.exp(logits, out=logits)
        logits *= own / logits.sum(axis=1, keepdims=True)
        places = self._following[:, : self._slots_read - 1] + self._first_numbers
        # Place after place, so that a stream's sums are bit by bit what they are alone.
        sums = np.bincount(places.ravel(), copied[:, 1:].ravel(), logits.size)
        mixed: Numbers = (logits + sums.reshape(logits.shape)).astype(np.float32)
        self._remember(key)
        return np.log(mixed, out=mixed)

    def _pointed(self, queries: Numbers, mixture: Numbers) -> tuple[Numbers, Numbers]:
        """Return what all heads copy of each slot, (streams, slots), and the scores' own share.

        Args:
            queries: (streams, heads, width + 2).
            mixture: (streams, 1 + heads).
        """
        weights = np.matmul(queries, self._keys[:, :, : self._slots_read], out=self._attention)
        weights -= weights.max(axis=2, keepdims=True)
        np.exp(weights, out=weights)
        shares = np.exp(mixture - mixture.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        vectors = weights.reshape(*weights.shape[:2], -1, _VECTOR)
        sums = np.add.reduce(np.add.reduce(vectors, axis=2), axis=2)  # (streams, heads)
        copied = np.matmul((shares[:, 1:] / sums)[:, None], weights)[:, 0]  # (streams, slots)
        return copied, shares[:, :1] + copied[:, :1]

    def note(self, numbers: NDArray[np.intp], hidden: Numbers) -> None:
        """Remember places of the only stream, of which it is known what follows.

        Args:
            numbers: The characters that were read, (characters,).
            hidden: The last layer's units after each, (characters, hidden).
        """
        first, last = self._parts[1:]
        keys = hidden @ self._weight[:, first:last] + self._bias[first:last]
        for number, key in zip(numbers, keys, strict=True):
            self._follow(number[None])
            self._remember(key[None])

    def _follow(self, numbers: NDArray[np.intp]) -> None:
        """Note what follows the last place; before the first it is noted of one that is hidden."""
        self._following[self._rows, (np.maximum(self._seen, 1) - 1) % self._reach] = numbers

    def _remember(self, key: Numbers) -> None:
        """Put the keys of this place, (streams, width + 2), into the ring."""
        slots = self._slots(int(self._seen.max()) + 1)
        if slots > self._slots_read:
            self._read_slots(slots)
        self._keys[self._rows, :, 1 + self._seen % self._reach] = key
        self._seen += 1

    def fill(self, dice: np.random.RandomState) -> None:
        """Put in some past, the same each time for the same dice: to try out a step."""
        self._fill(min(self._reach, _TRIAL_PLACES), dice)

    def _fill(self, places: int, dice: np.random.RandomState) -> None:
        self._seen[:] = places
        self._read_slots(max(self._slots_read, self._slots(places)))
        held = self._keys[:, :, 1 : 1 + places]
        held[:, : self._width] = dice.uniform(-1.0, 1.0, held[:, : self._width].shape)
        held[:, -1] = 0.0
        numbers = dice.randint(0, min(2, self._vocab_size), (len(held), places))
        self._following[:, :places] = numbers

    def may_differ_in_length(self, streams: int) -> bool:
        """Return whether streams copy the same where more slots are read than they have filled.

        It is tried out with some lengths, odd numbers of vectors; the past is lost.
        """
        slots, most = _VECTOR, self.most_slots()
        while slots < most:
            alone = self._copied(streams, slots - 1, slots)
            beside = self._copied(streams, slots - 1, most)
            if not np.array_equal(beside[:, :slots], alone):
                return False
            slots = 2 * slots + _VECTOR
        return True

    def _copied(self, streams: int, places: int, slots: int) -> Numbers:
        """Return what heads copy of a past that is always the same, (streams, slots)."""
        self.reset(streams)
        dice = np.random.RandomState(0)
        self._fill(places, dice)
        self._read_slots(slots)
        queries = dice.uniform(-1.0, 1.0, (streams, self._heads, self._inner)).astype(np.float32)
        queries[:, :, -1] = 1.0
        mixture = dice.uniform(-1.0, 1.0, (streams, 1 + self._heads)).astype(np.float32)
        return self._pointed(queries, mixture)[0]
