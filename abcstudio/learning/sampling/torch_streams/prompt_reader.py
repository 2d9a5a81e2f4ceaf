"""Prompts read before takes are sampled: one for all, or one each.

A take must be what it is where all takes have its prompt, so each prompt is read as if alone. They
are read side by side where the network reads the same then, bit by bit, which is tried out first.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from typing_extensions import override

from abcstudio.learning.sampling.known_prompts import READ_AT_ONCE, KnownPrompts, Primer
from abcstudio.learning.sampling.prompt_progress import PromptProgress
from abcstudio.learning.sampling.torch_streams.stream_stack import StreamStack, StreamState


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
