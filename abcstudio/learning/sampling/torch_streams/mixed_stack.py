"""Two networks that read the same characters, their scores of what follows added by a share."""

from collections.abc import Sequence

import torch
from torch import Tensor

from abcstudio.learning.sampling.torch_streams.looking_back import LookingBack
from abcstudio.learning.sampling.torch_streams.stream_stack import StreamStack, StreamState

# What a network takes for impossible the other may still outvote: no sum is without a finite score.
_LOWEST = -1e4


class MixedStack:
    """A `StreamStack` of two, over the characters that both know.

    The logits are (1 - share) of the first one's log-probabilities and the share of the second
    one's. Each network's are those that it gives among all its own characters: one that only it
    knows takes its probability from the others, alike from all, and so changes nothing between
    them.
    """

    def __init__(
        self,
        stacks: tuple[StreamStack, StreamStack],
        numbers: tuple[Sequence[int], Sequence[int]],
        share: float,
    ) -> None:
        """Join two stacks of one device.

        Args:
            stacks: The networks.
            numbers: What each of them calls the characters that both know, in one order.
            share: That of the second, more than 0 and less than 1.
        """
        self._first, self._second = stacks
        self.device, self.vocab_size = self._first.device, len(numbers[0])
        self._numbers = [torch.tensor(list(each), device=self.device) for each in numbers]
        self._share = share

    @property
    def pasts(self) -> Sequence[LookingBack]:
        """The pointer heads, one a network that has them."""
        return (*self._first.pasts, *self._second.pasts)

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""
        self._first.reset(streams)
        self._second.reset(streams)

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only, (rows,)."""
        self._first.keep(rows)
        self._second.keep(rows)

    def kept(self, row: int) -> StreamState:
        """Return a copy of one stream's state."""
        first, second = self._first.kept(row), self._second.kept(row)
        return StreamState(first.units + second.units, first.rings + second.rings)

    def resume(self, states: Sequence[StreamState]) -> None:
        """Go on with streams that each have a state of their own."""
        units, rings = len(self._first.units()), len(self._first.pasts)
        self._first.resume([StreamState(one.units[:units], one.rings[:rings]) for one in states])
        self._second.resume([StreamState(one.units[units:], one.rings[rings:]) for one in states])

    def may_differ_in_length(self, streams: int) -> bool:
        """Return whether streams may have read differently much without rounding otherwise."""
        return all(each.may_differ_in_length(streams) for each in (self._first, self._second))

    def fill(self, generator: torch.Generator) -> None:
        """Put in some state, the same each time for the same generator: to try out a step."""
        self._first.fill(generator)
        self._second.fill(generator)

    def state(self) -> list[Tensor]:
        """Return the tensors that a step changes for the next one, a stream a row where it can."""
        return self._first.state() + self._second.state()

    def units(self) -> list[Tensor]:
        """Return the layers' state, (streams, hidden) each."""
        return self._first.units() + self._second.units()

    def advance(self, numbers: Tensor) -> Tensor:
        """Read one character a stream and return the logits of the next."""
        first, second = (
            stack.advance(own[numbers]).log_softmax(dim=1)[:, own].clamp_(min=_LOWEST)
            for stack, own in zip((self._first, self._second), self._numbers, strict=True)
        )
        # One operation each: a sum fused with a product would round otherwise at a tensor's end.
        return first.mul_(1.0 - self._share).add_(second.mul_(self._share))

    def read(self, numbers: Tensor) -> None:
        """Read characters, (characters, streams), of each of which it is known what follows."""
        self._first.read(self._numbers[0][numbers])
        self._second.read(self._numbers[1][numbers])
