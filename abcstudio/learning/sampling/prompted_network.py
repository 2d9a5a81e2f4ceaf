"""A network that reads prompts and samples on from them: what both libraries do alike."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from abcstudio.learning.sampling.known_prompts import KnownPrompts
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.streams import StreamBatch

Logits = TypeVar("Logits")


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
