"""The layers of one network, or of two that are mixed, advanced one character at a time."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from abcstudio.learning.sampling.numpy_streams.looking_back import NumpyPointers
from abcstudio.learning.sampling.numpy_streams.picking import log_softmax
from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers, NumpyLayer
from abcstudio.learning.sampling.numpy_streams.ring import NumpyRing
from abcstudio.learning.weights import NetworkWeights

# What a network takes for impossible the other may still outvote: no sum is without a finite score.
_LOWEST = -1e4


class NumpyState(NamedTuple):
    """What one stream has read.

    Attributes:
        units: Each layer's state, (hidden,) each.
        rings: What pointer heads point to, one a network that has them.
    """

    units: tuple[Numbers, ...]
    rings: tuple[NumpyRing, ...]


class AnyStack(Protocol):
    """Reads a character of each of some streams, and scores what may follow.

    Attributes:
        vocab_size: How many characters it knows, numbered from 0.
    """

    vocab_size: int

    @property
    def pasts(self) -> Sequence[NumpyPointers]:
        """The pointer heads, one a network that has them."""

    def units(self) -> list[Numbers]:
        """Return the layers' state, (streams, hidden) each, which a step changes."""

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""

    def keep(self, rows: NDArray[np.intp]) -> None:
        """Go on with some of the streams only, (rows,)."""

    def resume(self, states: Sequence[NumpyState]) -> None:
        """Go on with streams that each have a state of their own."""

    def advance(self, numbers: NDArray[np.intp]) -> Numbers:
        """Read one character a stream, (streams,); return the logits, (streams, vocab_size)."""

    def read(self, numbers: NDArray[np.intp]) -> None:
        """Let the only stream read characters, (characters,), of which it is known what follows."""


def kept_state(stack: AnyStack, row: int) -> NumpyState:
    """Return a copy of one stream's state."""
    units = tuple(state[row].copy() for state in stack.units())
    return NumpyState(units, tuple(past.kept(row) for past in stack.pasts))


class NumpyStack:
    """The layers of one network: a `AnyStack`."""

    def __init__(self, weights: NetworkWeights) -> None:
        config, tensors = weights.config, weights.tensors
        embedding = tensors["embedding.weight"]  # (vocab_size, embedding_dim)
        self.vocab_size = len(embedding)
        numbers = range(config.num_layers)
        self._layers = [NumpyLayer(tensors, number, config.cell) for number in numbers]
        if config.tied_weights == "on":
            output, bias = embedding @ tensors["projection.weight"], tensors["output_bias"]
        else:
            output, bias = tensors["output.weight"], tensors["output.bias"]
        self._output, self._bias = np.ascontiguousarray(output.T), bias
        self._heads: NumpyPointers | None = None
        if config.pointer_heads:
            self._heads = NumpyPointers(config, tensors, output, bias)

    @property
    def pasts(self) -> Sequence[NumpyPointers]:
        """The pointer heads, where there are any."""
        return () if self._heads is None else (self._heads,)

    def units(self) -> list[Numbers]:
        """Return the layers' state, (streams, hidden) each, which a step changes."""
        return [state for layer in self._layers for state in (layer.hidden, layer.memory)]

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""
        for layer in self._layers:
            layer.reset(streams)
        for past in self.pasts:
            past.reset(streams)

    def keep(self, rows: NDArray[np.intp]) -> None:
        """Go on with some of the streams only, (rows,)."""
        for layer in self._layers:
            layer.keep(rows)
        for past in self.pasts:
            past.keep(rows)

    def resume(self, states: Sequence[NumpyState]) -> None:
        """Go on with streams that each have a state of their own."""
        units = [np.stack(ones) for ones in zip(*(one.units for one in states), strict=True)]
        for layer, hidden, memory in zip(self._layers, units[::2], units[1::2], strict=True):
            layer.go_on_from(hidden, memory)
        if self._heads is not None:
            self._heads.resume([ring for one in states for ring in one.rings])

    def advance(self, numbers: NDArray[np.intp]) -> Numbers:
        """Read one character a stream, (streams,); return the logits, (streams, vocab_size)."""
        below: NDArray[np.intp] | Numbers = numbers
        for layer in self._layers:
            layer.advance(layer.from_below(below))
            below = layer.hidden
        hidden = self._layers[-1].hidden
        if self._heads is not None:
            return self._heads.mix(numbers, hidden)
        logits: Numbers = hidden @ self._output
        logits += self._bias
        return logits

    def read(self, numbers: NDArray[np.intp]) -> None:
        """Let the only stream read characters, (characters,), of which it is known what follows.

        Each layer reads all before the next one does, whose input is one product then.
        """
        below: NDArray[np.intp] | Numbers = numbers
        for layer in self._layers:
            from_below = layer.from_below(below)  # (characters, gates * hidden)
            above = np.empty((len(numbers), layer.size), np.float32)
            for place in range(len(numbers)):
                layer.advance(from_below[place : place + 1])
                above[place] = layer.hidden[0]
            below = above
        if self._heads is not None:
            self._heads.note(numbers, above)


class NumpyMixedStack:
    """A `AnyStack` of two, over the characters that both know.

    The logits are (1 - share) of the first one's log-probabilities and the share of the second
    one's, each among all the characters that the network itself knows.
    """

    def __init__(
        self,
        stacks: tuple[AnyStack, AnyStack],
        numbers: tuple[Sequence[int], Sequence[int]],
        share: float,
    ) -> None:
        """Join two.

        Args:
            stacks: The networks.
            numbers: What each of them calls the characters that both know, in one order.
            share: That of the second, more than 0 and less than 1.
        """
        self._first, self._second = stacks
        self._numbers = [np.array(each, np.intp) for each in numbers]
        self._share, self.vocab_size = share, len(numbers[0])

    @property
    def pasts(self) -> Sequence[NumpyPointers]:
        """The pointer heads, one a network that has them."""
        return (*self._first.pasts, *self._second.pasts)

    def units(self) -> list[Numbers]:
        """Return the layers' state, (streams, hidden) each, which a step changes."""
        return self._first.units() + self._second.units()

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""
        self._first.reset(streams)
        self._second.reset(streams)

    def keep(self, rows: NDArray[np.intp]) -> None:
        """Go on with some of the streams only, (rows,)."""
        self._first.keep(rows)
        self._second.keep(rows)

    def resume(self, states: Sequence[NumpyState]) -> None:
        """Go on with streams that each have a state of their own."""
        units, rings = len(self._first.units()), len(self._first.pasts)
        self._first.resume([NumpyState(one.units[:units], one.rings[:rings]) for one in states])
        self._second.resume([NumpyState(one.units[units:], one.rings[rings:]) for one in states])

    def advance(self, numbers: NDArray[np.intp]) -> Numbers:
        """Read one character a stream, (streams,); return the logits, (streams, vocab_size)."""
        first, second = (
            np.maximum(log_softmax(stack.advance(own[numbers]))[:, own], _LOWEST)
            for stack, own in zip((self._first, self._second), self._numbers, strict=True)
        )
        first *= 1.0 - self._share
        second *= self._share
        return np.add(first, second, out=first)

    def read(self, numbers: NDArray[np.intp]) -> None:
        """Let the only stream read characters, (characters,), of which it is known what follows."""
        self._first.read(self._numbers[0][numbers])
        self._second.read(self._numbers[1][numbers])
