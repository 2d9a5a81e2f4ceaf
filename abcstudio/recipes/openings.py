"""What each take begins with: the prompt as it stands, or its header completed for each take."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from abcstudio.composing.header_completion import (
    completed_usually,
    open_fields,
    without_open_title,
)
from abcstudio.corpus.training_text import LEARNED_FIELDS
from abcstudio.learning.config import LARGEST_SEED
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.stopping import stop_if_asked

if TYPE_CHECKING:
    from abcstudio.learning.sampling.sampler import Sampler

_ATTEMPTS = 8


def is_completable(prompt: str, sampler: "Sampler") -> bool:
    """Return whether a header leaves fields open that a network can write."""
    needed = f"\n:{LEARNED_FIELDS}{completed_usually(prompt)}"
    return bool(open_fields(prompt)) and not sampler.vocabulary.unknown_in(needed)


def completed_headers(
    prompt: str,
    rng_seeds: Sequence[int],
    sampler: "Sampler",
    config: SamplingConfig,
    *,
    fits: Callable[[str], bool],
) -> list[str]:
    """Complete the headers of takes side by side, each sampled with its take's own seed.

    Args:
        prompt: One with open fields.
        rng_seeds: One a take.
        sampler: Samples the lines.
        config: How, as in the takes.
        fits: Tells whether a take may go on from a header.
    """
    dice = [random.Random(rng_seed) for rng_seed in rng_seeds]
    usual = completed_usually(prompt)
    headers = [usual if fits(usual) else without_open_title(usual)] * len(dice)
    waiting = list(range(len(dice)))
    for _ in range(_ATTEMPTS):
        seeds = [dice[take].randint(0, LARGEST_SEED) for take in waiting]
        written = _written_headers(prompt, seeds, sampler, config)
        found = {take: one for take, one in zip(waiting, written, strict=True) if one and fits(one)}
        waiting = [take for take in waiting if take not in found]
        for take, header in found.items():
            headers[take] = header
        if not waiting:
            break
    return headers


def _written_headers(
    prompt: str, rng_seeds: Sequence[int], sampler: "Sampler", config: SamplingConfig
) -> list[str | None]:
    """Return headers as a network completes them in one attempt each; None where it writes none."""
    from abcstudio.composing.header_streams import HeaderStreams

    streams = HeaderStreams(prompt, len(rng_seeds), sampler.vocabulary.characters)
    config = replace(config, max_chars=streams.most_characters, stop_at_tune_end=False)
    for _ in sampler.sample_within(streams, streams.beginnings, config, rng_seeds):
        stop_if_asked()
        if streams.are_done:
            break
    return streams.headers
