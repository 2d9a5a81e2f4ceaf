"""What samples the characters of streams side by side: the one seam between torch and NumPy.

What a take is allowed to be, how it ends and what takes it back stands above these protocols and
imports neither library. What a network computes stands below, once for each of them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.sampling_config import SamplingConfig


class StreamBatch(Protocol):
    """Some streams, each sampled on from its prompt by random numbers of its own.

    All methods are called within `StreamNetwork.computing`. A row is a stream's place in `takes`.

    Attributes:
        takes: The streams that it goes on with, by their indexes at first.
        may_narrow: Whether leaving streams out is worth its time at any width.
    """

    takes: list[int]
    may_narrow: bool

    def narrow(self, running: set[int]) -> None:
        """Leave out streams that have ended, where that changes no bit of the others."""

    def keep(self, rows: list[int]) -> None:
        """Go on with some of the streams only."""

    def leave_out(self, rows: Sequence[int], numbers: Sequence[int]) -> None:
        """Let some characters not come next: pairs of a row and a character's number."""

    def bound(self, rows: Sequence[int], allowed: Mask, temperature: float) -> list[float]:
        """Leave out what is not allowed in some rows, (rows, vocab_size).

        Returns:
            The logarithm of the probability, at a temperature, that each row keeps.
        """

    def sampled(self, count: int) -> Iterator[tuple[int, int]]:
        """Sample so many characters of every stream: pairs of a stream and a character's number."""

    def scored(self, allowed: Mask) -> Iterator[tuple[int, int, float]]:
        """Sample a character of every stream within a mask, (streams, vocab_size).

        Returns:
            Of each stream its index, the character's number, and the logarithm of the probability
            that the network gave it, whatever the temperature and the mask.
        """

    def set_marks(self, count: int) -> None:
        """Give each stream so many marks; all are marked with the first one, where they are now."""

    def mark(self, rows: Sequence[int], marks: Sequence[int]) -> None:
        """Mark where some streams are now, each with one of its marks."""

    def take_back(self, rows: Sequence[int], marks: Sequence[int]) -> None:
        """Let some streams go on from a mark each."""

    def begin_anew(self, rows: Sequence[int]) -> None:
        """Let some streams go on from where they began, however much came since."""

    def replace(
        self, rows: Sequence[int], sources: Sequence[int], rng_seeds: Sequence[int]
    ) -> None:
        """Let some streams go on as new ones.

        Args:
            rows: Which.
            sources: The stream that had read at first what each begins with.
            rng_seeds: What decides each from here.
        """


class StreamNetwork(Protocol):
    """A network, or several that are mixed, ready to sample.

    Attributes:
        chars_at_once: How many characters are best fetched together where no rule needs each one.
    """

    chars_at_once: int

    def computing(self) -> AbstractContextManager[None]:
        """Return what each piece of work stands in; no generator yields within."""

    def batch(
        self,
        primers: Sequence[Sequence[int]],
        config: SamplingConfig,
        read: Callable[[int], object],
        rng_seeds: Sequence[int],
    ) -> StreamBatch:
        """Read prompts, and return streams that go on from them.

        Args:
            primers: The numbers of the characters of each stream's prompt.
            config: How characters are sampled.
            read: Called from time to time with the number of characters of the longest prompt that
                have been read. An exception of it ends the reading.
            rng_seeds: One a stream; by default the config's and those after it.
        """

    def can_mix(self, streams: int) -> bool:
        """Return whether streams may have read differently much without rounding otherwise."""
