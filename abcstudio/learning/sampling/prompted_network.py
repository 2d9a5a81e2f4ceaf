"""A network that reads prompts and samples on from them: what both libraries do alike."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.streams import StreamBatch

READ_AT_ONCE = 256
"""How many characters are read between two words of how far it is."""

State = TypeVar("State")
Logits = TypeVar("Logits")
Primer = tuple[int, ...]


class PromptProgress:
    """Tells how far several prompts are read as if they were the longest one."""

    def __init__(self, primers: Sequence[Sequence[int]], told: Callable[[int], object]) -> None:
        lengths = list(map(len, primers))
        self._longest, self._all, self._done = max(lengths, default=0), sum(lengths), 0
        self._told = told

    def add(self, characters: int) -> None:
        """Note that so many more have been read."""
        self._done += characters

    def show(self) -> None:
        """Tell it."""
        self._told(self._done * self._longest // self._all)


class KnownPrompts(ABC, Generic[State, Logits]):
    """The prompts that the last call has read: a network's state after each, and its logits."""

    def __init__(self) -> None:
        self._after: dict[Primer, tuple[State, Logits]] = {}

    def read(self, primers: Sequence[Sequence[int]], told: Callable[[int], object]) -> Logits:
        """Start a stream for each prompt; return the logits after them, (streams, vocab_size).

        What the last call has read is not read again.

        Args:
            primers: The numbers of each prompt's characters.
            told: Called from time to time with the number of characters of the longest prompt that
                have been read. An exception of it ends the reading.
        """
        each = [tuple(primer) for primer in primers]
        self._after = {primer: self._after[primer] for primer in each if primer in self._after}
        new = [primer for primer in dict.fromkeys(each) if primer not in self._after]
        for primer, after in self._read(new, PromptProgress(new, told)):
            self._after[primer] = after
        return self._started([self._after[primer] for primer in each])

    @abstractmethod
    def _read(
        self, primers: list[Primer], progress: PromptProgress
    ) -> Iterator[tuple[Primer, tuple[State, Logits]]]:
        """Read some different prompts; yield each with the state after it and its logits."""

    @abstractmethod
    def _started(self, after: list[tuple[State, Logits]]) -> Logits:
        """Let a stream go on from each state; return their logits, (streams, vocab_size)."""


class PromptedNetwork(ABC, Generic[Logits]):
    """The making of batches of a `StreamNetwork`."""

    def __init__(self, prompts: KnownPrompts[Any, Logits]) -> None:
        """Take what reads prompts with the network."""
        self._prompts = prompts

    def batch(
        self,
        primers: Sequence[Sequence[int]],
        config: SamplingConfig,
        read: Callable[[int], object],
        rng_seeds: Sequence[int],
    ) -> StreamBatch:
        """Read prompts, and return streams that go on from them: as `StreamNetwork` says."""
        streams = len(primers)
        # The network's state is lost where widths are tried out.
        widths = self._narrower_widths(streams) if config.stop_at_tune_end else []
        seeds = rng_seeds or range(config.rng_seed, config.rng_seed + streams)
        return self._batch(self._prompts.read(primers, read), config, seeds, widths)

    @abstractmethod
    def _narrower_widths(self, streams: int) -> list[int]:
        """Return to how many streams so many may narrow, the most first; tried out once."""

    @abstractmethod
    def _batch(
        self,
        logits: Logits,
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        widths: Sequence[int],
    ) -> StreamBatch:
        """Return streams that have read their prompts, ready to sample."""
