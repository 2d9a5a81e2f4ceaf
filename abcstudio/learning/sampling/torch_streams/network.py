"""A network as torch samples from it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from weakref import WeakKeyDictionary

import torch
from torch import Tensor
from typing_extensions import override

from abcstudio.learning.devices import torch_threads
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.sampling.mixture import AnyNetwork, Mixture
from abcstudio.learning.sampling.prompted_network import (
    READ_AT_ONCE,
    KnownPrompts,
    Primer,
    PromptedNetwork,
    PromptProgress,
)
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.torch_streams.mixed_stack import MixedStack
from abcstudio.learning.sampling.torch_streams.recurrence import RecurrentStack
from abcstudio.learning.sampling.torch_streams.stream_stack import StreamStack, StreamState
from abcstudio.learning.sampling.torch_streams.take_batch import TakeBatch

_FEWEST_STREAMS = 4

# A model that stays open is asked again before each of its takes.
_found: WeakKeyDictionary[StreamStack, dict[int, list[int]]] = WeakKeyDictionary()


class PromptReader(KnownPrompts[StreamState, Tensor]):
    """Reads the prompts of streams that are sampled side by side.

    Attributes:
        stack: The network, whose streams have read their prompts.
    """

    def __init__(self, stack: StreamStack) -> None:
        super().__init__()
        self.stack = stack
        self._alike: dict[int, bool] = {}

    @override
    def _read(
        self, primers: list[Primer], progress: PromptProgress
    ) -> Iterator[tuple[Primer, tuple[StreamState, Tensor]]]:
        begun = self._begun(primers, progress)
        for place, primer in enumerate(primers):
            if begun:
                self.stack.resume([begun[place]])
                logits = self._advanced(primer[-1:], progress)
            else:
                self.stack.reset(1)
                logits = self._advanced(primer, progress)
            yield primer, (self.stack.kept(0), logits)

    @override
    def _started(self, after: list[tuple[StreamState, Tensor]]) -> Tensor:
        self.stack.resume([state for state, _logits in after])
        return torch.cat([logits for _state, logits in after])

    def _advanced(self, primer: Sequence[int], progress: PromptProgress) -> Tensor:
        """Let the only stream read some characters; return its logits, (1, vocab_size)."""
        numbers = torch.tensor(primer, device=self.stack.device).unsqueeze(1)
        for some in torch.split(numbers[:-1], READ_AT_ONCE):
            progress.show()
            self.stack.read(some)
            progress.add(len(some))
        logits = self.stack.advance(numbers[-1]).clone()
        progress.add(1)
        progress.show()
        return logits

    def _begun(self, primers: list[Primer], progress: PromptProgress) -> list[StreamState]:
        """Read all but the last characters side by side; return no states where it would show."""
        if len(primers) < 2 or not self._reads_alike(len(primers)):
            return []
        longest = max(map(len, primers))
        padded = [[*primer, *[0] * (longest - len(primer))] for primer in primers]
        columns = torch.tensor(padded, device=self.stack.device).unbind(1)  # (streams,) each
        ending = defaultdict(list)
        for row, primer in enumerate(primers):
            ending[len(primer) - 1].append(row)
        states: dict[int, StreamState] = {}
        self.stack.reset(len(primers))
        for place, numbers in enumerate(columns):
            states |= {row: self.stack.kept(row) for row in ending[place]}
            if place % READ_AT_ONCE == 0:
                progress.show()
            self.stack.read(numbers[None])
            progress.add(len(primers) - len(states))
        return [states[row] for row in range(len(primers))]

    def _reads_alike(self, streams: int) -> bool:
        """Return whether so many streams read side by side what each reads alone, bit by bit."""
        if streams not in self._alike:
            self._alike[streams] = self.stack.device.type == "cpu" and self._tried(streams)
        return self._alike[streams]

    def _tried(self, streams: int) -> bool:
        stack, numbers = self.stack, torch.arange(streams) % self.stack.vocab_size
        stack.reset(streams)
        stack.fill(torch.Generator().manual_seed(0))
        before = [stack.kept(row) for row in range(streams)]
        stack.read(numbers[None])
        after = [stack.kept(row) for row in range(streams)]
        for row in range(streams):
            stack.resume([before[row]])
            stack.read(numbers[None, row : row + 1])
            if not _are_equal(stack.kept(0), after[row]):
                return False
        return True


def _are_equal(one: StreamState, other: StreamState) -> bool:
    pairs = list(zip(one.units, other.units, strict=True))
    for ring, beside in zip(one.rings, other.rings, strict=True):
        pairs += [(ring.keys, beside.keys), (ring.following, beside.following)]
    return all(torch.equal(*pair) for pair in pairs)


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
