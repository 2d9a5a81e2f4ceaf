"""What decides from outside which characters may come next: numpy only, no torch, no music."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


class Constraint(Protocol):
    """Follows streams that are sampled side by side and says what may come next in each.

    A mask biases sampling: a character that leads into a dead end stays as likely as before.
    """

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a stream after each prompt, each of at most so many sampled characters."""

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size).

        Each row has a true value at least.
        """

    def read(self, streams: Sequence[int], characters: Sequence[str]) -> None:
        """Take the characters sampled in the streams that have not ended, one each."""

    def end(self, stream: int) -> None:
        """Note that a stream has ended with its tune."""
