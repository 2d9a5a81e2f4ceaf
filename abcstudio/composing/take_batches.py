"""Takes sampled in batches side by side, each so that it can be made again from its own lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from abcstudio.composing.provenance import Provenance
from abcstudio.learning.config import LARGEST_SEED
from abcstudio.learning.sampling.sampling_config import SamplingConfig

if TYPE_CHECKING:
    from abcstudio.composing.guard.take_guard import TakeGuard
    from abcstudio.learning.sampling.sampler import Sampler

# Enough together that the machine is busy, few enough that the first tune is soon there.
TAKES_AT_ONCE = 32


class TakeBatches:
    """Takes that each have a prompt.

    A take is bit by bit what it is in a batch of as many takes that all have its prompt. Where the
    network rounds otherwise beside prompts of other lengths, each take is a batch of its own.

    Attributes:
        prompts: What each take begins with.
    """

    def __init__(
        self,
        prompts: Sequence[str],
        sampling: SamplingConfig,
        sampler: "Sampler",
        guard: "TakeGuard | None",
        *,
        together: bool,
    ) -> None:
        """Share out takes to batches.

        Args:
            prompts: One a take.
            sampling: How they are sampled; its seed is that of the first take.
            sampler: Samples them.
            guard: What keeps them whole; None for nothing.
            together: Whether takes may be sampled side by side.
        """
        self.prompts = prompts
        self._sampling, self._sampler, self._guard = sampling, sampler, guard
        streams = sampling.particles if guard is not None else 1
        width = max(1, TAKES_AT_ONCE // streams)
        widths = {min(width, len(prompts)), len(prompts) % width or width}
        are_as_long = len(set(map(len, prompts))) == 1
        self._is_together = together and (
            are_as_long or all(sampler.can_mix(takes * streams) for takes in widths)
        )
        self._width = width if self._is_together else 1

    def sampled(self, read: Callable[[int], object]) -> Iterator[tuple[int, str]]:
        """Yield pairs of a take's index and its next character.

        Args:
            read: Told from time to time how many characters of a batch's longest prompt have been
                read.
        """
        for first in range(0, len(self.prompts), self._width):
            for take, character in self._batch(first, read):
                yield first + take, character

    def _batch(self, first: int, read: Callable[[int], object]) -> Iterator[tuple[int, str]]:
        prompts = self.prompts[first : first + self._width]
        config = self._sampling_from(first)
        if self._guard is None:
            return self._sampler.sample_each(prompts, config, read=read)
        return self._guard.takes(self._sampler, prompts, config=config, first=first, read=read)

    def _sampling_from(self, take: int) -> SamplingConfig:
        rng_seed = self._sampling.rng_seed + take
        if not self._is_together:
            rng_seed %= LARGEST_SEED + 1  # A seed of its own must be one that can be asked for.
        return replace(self._sampling, rng_seed=rng_seed)

    def provenance(self, take: int, model: str, fingerprint: str) -> Provenance:
        """Return what a take is made again from.

        Args:
            take: Its index.
            model: The model's name.
            fingerprint: The model's.
        """
        together = self._is_together
        return Provenance(
            model=model,
            fingerprint=fingerprint,
            prompt=self.prompts[take],
            take=take if together else 0,
            takes=len(self.prompts) if together else 1,
            sampling=self._sampling if together else self._sampling_from(take),
        )
