"""A network as NumPy samples from it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from typing_extensions import override

from abcstudio.learning.sampling.mixture import AnyNetwork, Mixture
from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers
from abcstudio.learning.sampling.numpy_streams.stack import (
    AnyStack,
    NumpyMixedStack,
    NumpyStack,
    NumpyState,
    kept_state,
)
from abcstudio.learning.sampling.numpy_streams.take_batch import NumpyBatch
from abcstudio.learning.sampling.prompted_network import (
    READ_AT_ONCE,
    KnownPrompts,
    Primer,
    PromptedNetwork,
    PromptProgress,
)
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.weights import NetworkWeights


class NumpyPromptReader(KnownPrompts[NumpyState, Numbers]):
    """Reads the prompts of streams that are sampled side by side.

    Attributes:
        stack: The network, whose streams have read their prompts.
    """

    def __init__(self, stack: AnyStack) -> None:
        super().__init__()
        self.stack = stack

    @override
    def _read(
        self, primers: list[Primer], progress: PromptProgress
    ) -> Iterator[tuple[Primer, tuple[NumpyState, Numbers]]]:
        for primer in primers:
            self.stack.reset(1)
            logits = self._advanced(np.array(primer, np.intp), progress)
            yield primer, (kept_state(self.stack, 0), logits)

    def _advanced(
        self, primer: "np.ndarray[tuple[int], np.dtype[np.intp]]", progress: PromptProgress
    ) -> Numbers:
        """Let the only stream read a prompt; return its logits, (1, vocab_size)."""
        for first in range(0, len(primer) - 1, READ_AT_ONCE):
            progress.show()
            some = primer[first : min(first + READ_AT_ONCE, len(primer) - 1)]
            self.stack.read(some)
            progress.add(len(some))
        logits = self.stack.advance(primer[-1:])
        progress.add(1)
        progress.show()
        return logits

    @override
    def _started(self, after: list[tuple[NumpyState, Numbers]]) -> Numbers:
        self.stack.resume([state for state, _logits in after])
        return np.concatenate([logits for _state, logits in after])


_FEWEST_NARROWED = 4


class NumpyNetwork(PromptedNetwork[Numbers]):
    """A `StreamNetwork` on the processor, in 32-bit numbers.

    Attributes:
        chars_at_once: As `StreamNetwork` says.
    """

    def __init__(self, model: AnyNetwork | Mixture) -> None:
        self._stack = _stack_of(model)
        super().__init__(NumpyPromptReader(self._stack))
        self._widths: dict[int, list[int]] = {}
        self.chars_at_once = 1

    @contextmanager
    def computing(self) -> Iterator[None]:
        """Compute; the logarithm of a probability of zero is none to be warned of."""
        with np.errstate(divide="ignore"):
            yield

    @override
    def _batch(
        self,
        logits: Numbers,
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        widths: Sequence[int],
    ) -> NumpyBatch:
        return NumpyBatch(self._stack, logits, config, rng_seeds, widths)

    def can_mix(self, streams: int) -> bool:
        """Return whether streams may have read differently much without rounding otherwise."""
        return all(past.may_differ_in_length(streams) for past in self._stack.pasts)

    @override
    def _narrower_widths(self, streams: int) -> list[int]:
        if streams not in self._widths:
            self._widths[streams] = [
                width
                for width in (1 << power for power in range(streams.bit_length(), 0, -1))
                if _FEWEST_NARROWED <= streams > width and self._is_same_at(width, streams)
            ]
        return self._widths[streams]

    def _is_same_at(self, width: int, streams: int) -> bool:
        """Return whether streams compute the same bits where only so many of them go on."""
        whole = self._advanced(streams, np.arange(streams))
        return all(
            all(map(np.array_equal, [one[rows] for one in whole], self._advanced(streams, rows)))
            for rows in (np.arange(width), np.arange(streams - width, streams))
        )

    def _advanced(self, streams: int, rows: "np.ndarray") -> "list[np.ndarray]":
        """Return logits and state of some rows after a step from a state that is the same."""
        stack, dice = self._stack, np.random.RandomState(0)
        stack.reset(streams)
        for state in stack.units():
            state[:] = dice.uniform(-1.0, 1.0, state.shape)
        for past in stack.pasts:
            past.fill(dice)
        stack.keep(rows)
        logits = stack.advance(rows % stack.vocab_size)
        return [logits, *stack.units()]


def _stack_of(model: AnyNetwork | Mixture) -> AnyStack:
    if isinstance(model, Mixture):
        first, second = map(_stack_of, model.networks)
        return NumpyMixedStack((first, second), model.numbers, model.share)
    assert isinstance(model, NetworkWeights)
    return NumpyStack(model)
