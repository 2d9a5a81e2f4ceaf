"""A network as torch samples from it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from weakref import WeakKeyDictionary

import torch
from torch import Tensor
from typing_extensions import override

from abcstudio.learning.devices import torch_threads
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.sampling.mixing.mixture import AnyNetwork, Mixture
from abcstudio.learning.sampling.prompted_network import PromptedNetwork
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.mixed_stack import MixedStack
from abcstudio.learning.sampling.torch_streams.prompt_reader import PromptReader
from abcstudio.learning.sampling.torch_streams.recurrence import RecurrentStack
from abcstudio.learning.sampling.torch_streams.stream_stack import StreamStack
from abcstudio.learning.sampling.torch_streams.take_batch import TakeBatch

_FEWEST_STREAMS = 4

# A model that stays open is asked again before each of its takes.
_found: WeakKeyDictionary[StreamStack, dict[int, list[int]]] = WeakKeyDictionary()


def narrower_widths(stack: StreamStack, streams: int) -> list[int]:
    """Return to how many streams so many may narrow, the most first; none where it would show.

    It is tried out once for a stack, whose state is lost.
    """
    if streams < _FEWEST_STREAMS or stack.device.type != "cpu":
        return []
    known = _found.setdefault(stack, {})
    if streams not in known:
        known[streams] = _tried(stack, streams)
    return known[streams]


def _tried(stack: StreamStack, streams: int) -> list[int]:
    widths = [1 << power for power in range(streams.bit_length(), 0, -1) if 1 << power < streams]
    numbers = torch.arange(streams) % stack.vocab_size
    whole = _advanced(stack, numbers, torch.arange(streams))
    for width in widths:
        for first in (0, streams - width):
            rows = torch.arange(first, first + width)
            part = _advanced(stack, numbers, rows)
            if not all(torch.equal(one[rows], own) for one, own in zip(whole, part, strict=True)):
                return []
    return widths


def _advanced(stack: StreamStack, numbers: Tensor, rows: Tensor) -> list[Tensor]:
    """Return logits and state of some rows after a step from a state that is the same each time."""
    stack.reset(len(numbers))
    stack.fill(torch.Generator().manual_seed(0))
    stack.keep(rows)
    return [stack.advance(numbers[rows]), *stack.state()]


# Results are fetched from a GPU once for so many characters, if no rule needs each one first.
_GPU_CHARS_AT_ONCE = 32


class TorchNetwork(PromptedNetwork[Tensor]):
    """A `StreamNetwork` on the device where the network is.

    Weights are packed when it is made. A processor computes with one thread: with two, a step of
    the lab's network took 0.84 ms instead of 0.72 for 32 takes, and 0.15 instead of 0.14 for one.

    Attributes:
        chars_at_once: As `StreamNetwork` says.
    """

    def __init__(self, model: AnyNetwork | Mixture, threads: int) -> None:
        self._threads = threads
        with torch.inference_mode():
            self._stack = _stack_of(model)
        super().__init__(PromptReader(self._stack))
        self.chars_at_once = 1 if self._stack.device.type == "cpu" else _GPU_CHARS_AT_ONCE

    @contextmanager
    def computing(self) -> Iterator[None]:
        """Compute with its threads.

        A generator must not leave their number changed between two characters.
        """
        with torch_threads(self._threads), torch.inference_mode():
            yield

    @override
    def _narrower_widths(self, streams: int) -> list[int]:
        return narrower_widths(self._stack, streams)

    @override
    def _batch(
        self,
        logits: Tensor,
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        widths: Sequence[int],
    ) -> TakeBatch:
        return TakeBatch(self._stack, logits, config, rng_seeds, widths)

    def can_mix(self, streams: int) -> bool:
        """Return whether streams may have read differently much without rounding otherwise."""
        return self._stack.may_differ_in_length(streams)


def _stack_of(model: AnyNetwork | Mixture) -> StreamStack:
    if isinstance(model, Mixture):
        first, second = map(_stack_of, model.networks)
        return MixedStack((first, second), model.numbers, model.share)
    assert isinstance(model, CharLSTM)
    return RecurrentStack(model)
