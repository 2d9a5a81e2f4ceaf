"""Takes sampled in batches side by side, each so that it can be made again from its own lines."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import starmap
from typing import TYPE_CHECKING

from abcstudio.composing.arrivals import SampledPiece
from abcstudio.composing.guard.attempts import ATTEMPTS, Attempts
from abcstudio.composing.provenance import Provenance
from abcstudio.learning.config import LARGEST_SEED
from abcstudio.learning.sampling.sampling_config import SamplingConfig

if TYPE_CHECKING:
    from abcstudio.composing.guard.take_guard import TakeGuard
    from abcstudio.learning.sampling.sampler import Sampler

# Enough together that the machine is busy, few enough that the first tune is soon there.
TAKES_AT_ONCE = 32


class TakeBatches:
    """The candidates of takes that each have a prompt.

    A take is bit by bit what it is in a batch of as many takes that all have its prompt. Where the
    network rounds otherwise beside prompts of other lengths, no batch holds two takes' candidates.

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
        self._count = len(prompts) * sampling.best
        self._is_together = together and (
            self._are_alike() or all(map(sampler.can_mix, self._stream_counts()))
        )
        if self._is_together and guard is not None and len(set(prompts)) > 1:
            # Beside a prompt of its own a take is what it is beside as many that have its prompt.
            self._sampling = replace(sampling, share_attempts=False)

    def _are_alike(self) -> bool:
        """Return whether no stream shows beside others, however the network rounds."""
        if self._guard is not None:
            return len(set(self.prompts)) == 1
        return len(set(map(len, self.prompts))) == 1

    def _stream_counts(self) -> Iterator[int]:
        """Yield how many streams the batches have: one a take, or its attempts."""
        most = TAKES_AT_ONCE
        for takes in {min(most, self._count), self._count % most or most}:
            attempts = Attempts(takes, ATTEMPTS, are_shared=False)
            yield len(attempts.first) if self._guard is not None else takes

    def sampled(
        self,
        read: Callable[[int], object],
        whole: Callable[[int], object] = lambda _candidate: None,
        ended: Callable[[range], object] = lambda _candidates: None,
    ) -> Iterator[SampledPiece]:
        """Yield what comes of candidates.

        Args:
            read: Told from time to time how many characters of a batch's longest prompt have been
                read.
            whole: Told each candidate that has all its characters, once.
            ended: Told which candidates a batch had; all are whole.
        """
        for batch in self._batches():
            ends = _Ends(batch, whole)
            reports = self._guard.reports if self._guard is not None else {}
            for place, text, taken_back in self._batch(batch, read, ends.add):
                # The guard reports on a candidate before its last characters come.
                ends.add_others(reports, place)
                yield SampledPiece(batch.start + place, text, taken_back)
            for place in range(len(batch)):
                ends.add(place)
            ended(batch)

    def _batches(self) -> Iterator[range]:
        whole = self._count if self._is_together else self._sampling.best
        for start in range(0, self._count, whole):
            end = start + whole
            for first in range(start, end, TAKES_AT_ONCE):
                yield range(first, min(first + TAKES_AT_ONCE, end))

    def _batch(
        self, batch: range, read: Callable[[int], object], whole: Callable[[int], object]
    ) -> Iterator[SampledPiece]:
        best = self._sampling.best
        prompts = [self.prompts[candidate // best] for candidate in batch]
        within = 0 if self._is_together else batch.start % best
        config = self._sampling_from(batch.start - within)
        config = replace(config, rng_seed=config.rng_seed + within)
        if self._guard is None:
            each = self._sampler.sample_each(prompts, config, read=read, ended=whole)
            return starmap(SampledPiece, each)
        return self._guard.takes(
            self._sampler, prompts, config=config, first=batch.start, read=read
        )

    def _sampling_from(self, candidate: int) -> SamplingConfig:
        rng_seed = self._sampling.rng_seed + candidate
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
            sampling=self._sampling
            if together
            else self._sampling_from(take * self._sampling.best),
        )


class _Ends:
    """Tells each candidate of a batch that is whole, once."""

    def __init__(self, batch: range, whole: Callable[[int], object]) -> None:
        self._batch, self._whole = batch, whole
        self._told: set[int] = set()

    def add(self, place: int) -> None:
        """Tell a candidate by its place in the batch."""
        if place not in self._told:
            self._told.add(place)
            self._whole(self._batch.start + place)

    def add_others(self, numbers: Container[int], place: int) -> None:
        """Tell those that have one of these numbers, but for one whose characters still come."""
        for other, number in enumerate(self._batch):
            if other != place and other not in self._told and number in numbers:
                self.add(other)
