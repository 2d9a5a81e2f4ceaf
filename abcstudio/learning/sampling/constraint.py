"""What decides from outside which characters may come next: numpy only, no torch, no music."""

from collections.abc import Collection, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]


class Constraint(Protocol):
    """Follows streams that are sampled side by side and says what may come next in each.

    A mask alone bends what is sampled: a character that leads into a narrow place is as likely as
    before.
    """

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a stream after each prompt, each of at most so many sampled characters."""

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size).

        Each row has a true value at least.
        """

    def read(
        self, streams: Sequence[int], characters: Sequence[str], log_kept: Sequence[float]
    ) -> None:
        """Take a character that was sampled in each of the streams that have not ended.

        Args:
            streams: Where.
            characters: Which, one a stream.
            log_kept: The logarithms of the probability that the network gave to all the characters
                that were allowed; 0 where it would have chosen among them anyway.
        """

    def end(self, stream: int, log_kept: float) -> None:
        """Note that a stream has ended with its tune, by a line break as likely as `read` says."""

    def wanted(self, running: Collection[int]) -> set[int]:
        """Return the streams that are still needed, after each character.

        A stream that runs and is not wanted is sampled no further.
        """
