"""Takes as they are sampled within a guard, character by character."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from abcstudio.composing.arriving.sampled_piece import SampledPiece
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.measure_guard import MeasureGuard
from abcstudio.composing.guard.stream_seed import stream_seed
from abcstudio.learning.sampling.constraint import Constraint
from abcstudio.learning.sampling.sampling_config import SamplingConfig


class ConstrainedSampler(Protocol):
    """What samples within a constraint, as `Sampler` does."""

    def sample_within(
        self,
        constraint: Constraint,
        prompts: Sequence[str],
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        read: Callable[[int], object] = ...,
    ) -> Iterator[None]:
        """Yield once all streams have read one more character."""


def guarded_takes(
    sampler: ConstrainedSampler,
    guard: MeasureGuard,
    prompts: Sequence[str],
    config: SamplingConfig,
    read: Callable[[int], object],
    report: Callable[[int, GuardReport], object],
) -> Iterator[SampledPiece]:
    """Yield the next characters of takes, once they are settled.

    Of a take with several particles these are what all have in common, until it is done.

    Args:
        sampler: Samples the characters.
        guard: New, for so many takes with `config.particles` each.
        prompts: What each take begins with; not refused by the guard's clock.
        config: How characters are sampled.
        read: Told from time to time how many characters of the longest prompt have been read.
        report: Given what the guard did to each take that is done.
    """
    streams = [(take, one) for take in range(len(prompts)) for one in range(config.particles)]
    seeds = [stream_seed(config.rng_seed + take, particle) for take, particle in streams]
    beginnings = [prompts[take] for take, _ in streams]
    shown = [0] * len(prompts)
    waiting = set(range(len(prompts)))

    def more(take: int, text: str) -> Iterator[SampledPiece]:
        for character in text[shown[take] :]:
            yield SampledPiece(take, character)
        shown[take] = max(shown[take], len(text))

    def done(take: int) -> Iterator[SampledPiece]:
        waiting.discard(take)
        text, found = guard.choose(take)
        report(take, found)
        yield from more(take, text)

    for _ in sampler.sample_within(guard, beginnings, config, seeds, read):
        for take in sorted(waiting):
            yield from done(take) if guard.is_done(take) else more(take, guard.text(take))
    for take in sorted(waiting):
        yield from done(take)
