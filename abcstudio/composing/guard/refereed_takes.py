"""Takes as they are sampled under a referee, as far as they stand."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from abcstudio.composing.arriving.sampled_piece import SampledPiece
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.measure_referee import MeasureReferee
from abcstudio.learning.sampling.referee import Referee
from abcstudio.learning.sampling.sampling_config import SamplingConfig


class RefereedSampler(Protocol):
    """What samples under a referee, as `Sampler` does."""

    def sample_refereed(
        self,
        referee: Referee,
        prompts: Sequence[str],
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        read: Callable[[int], object] = ...,
    ) -> Iterator[None]:
        """Yield once all streams have read one more character."""


def refereed_takes(
    sampler: RefereedSampler,
    referee: MeasureReferee,
    prompts: Sequence[str],
    config: SamplingConfig,
    read: Callable[[int], object],
    report: Callable[[int, GuardReport], object],
) -> Iterator[SampledPiece]:
    """Yield the next characters of takes, once they stand; those of a take that began anew do not.

    They are taken back once others stand in their place.

    Args:
        sampler: Samples the characters.
        referee: New, for so many takes.
        prompts: What each take begins with; not refused by the guard's clock.
        config: How characters are sampled.
        read: Told from time to time how many characters of the longest prompt have been read.
        report: Given what the referee did to each take that is done.
    """
    streams = referee.streams(len(prompts))
    beginnings, seeds = [prompts[take] for take, _ in streams], [seed for _, seed in streams]
    shown = [""] * len(prompts)
    for _ in sampler.sample_refereed(referee, beginnings, config, seeds, read):
        for take in referee.news():
            if is_done := referee.is_done(take):
                report(take, referee.report(take))
            *earlier, last = referee.standing(take)
            for text in (*earlier, last):
                before = shown[take]
                must_show = is_done and text is last
                if before == text or (before.startswith(text) and not must_show):
                    continue
                yield SampledPiece.between(take, before, text)
                shown[take] = text
