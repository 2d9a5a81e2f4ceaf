"""What streams are advanced by, one character at a time: a network, or several that are mixed."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import torch
from torch import Tensor

from abcstudio.learning.sampling.torch_streams.looking_back import LookingBack
from abcstudio.learning.sampling.torch_streams.ring import Ring


class StreamState(NamedTuple):
    """What one stream has read.

    Attributes:
        units: Each layer's state, (1, hidden) each.
        rings: What pointer heads point to, one a network that has them.
    """

    units: tuple[Tensor, ...]
    rings: tuple[Ring, ...]


class StreamStack(Protocol):
    """Reads a character of each of some streams, and scores what may follow.

    Attributes:
        device: Where it computes.
        vocab_size: How many characters it knows, numbered from 0.
    """

    device: torch.device
    vocab_size: int

    @property
    def pasts(self) -> Sequence[LookingBack]:
        """The pointer heads, one a network that has them."""

    def reset(self, streams: int) -> None:
        """Start so many streams from a zero state."""

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only, (rows,)."""

    def kept(self, row: int) -> StreamState:
        """Return a copy of one stream's state."""

    def resume(self, states: Sequence[StreamState]) -> None:
        """Go on with streams that each have a state of their own."""

    def may_differ_in_length(self, streams: int) -> bool:
        """Return whether streams may have read differently much without rounding otherwise."""

    def fill(self, generator: torch.Generator) -> None:
        """Put in some state, the same each time for the same generator: to try out a step."""

    def state(self) -> list[Tensor]:
        """Return the tensors that a step changes for the next one, a stream a row where it can."""

    def units(self) -> list[Tensor]:
        """Return the layers' state, (streams, hidden) each."""

    def advance(self, numbers: Tensor) -> Tensor:
        """Read one character a stream and return the logits of the next."""

    def read(self, numbers: Tensor) -> None:
        """Read characters, (characters, streams), of each of which it is known what follows."""
