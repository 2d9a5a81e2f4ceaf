"""What each take begins with: the prompt as it stands, or its header completed for each take."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from abcstudio.composing.header_completion import (
    LONGEST_LINE,
    completed,
    completed_usually,
    open_fields,
)
from abcstudio.corpus.training_text import LEARNED_FIELDS
from abcstudio.learning.config import LARGEST_SEED
from abcstudio.learning.sampling.sampling_config import SamplingConfig

if TYPE_CHECKING:
    from abcstudio.learning.sampling.sampler import Sampler

_ATTEMPTS = 8


@dataclass(frozen=True, slots=True)
class Opening:
    """What one take begins with, and how it goes on: enough to make it again by itself."""

    prompt: str
    sampling: SamplingConfig


def is_completable(prompt: str, sampler: "Sampler") -> bool:
    """Return whether a header leaves fields open that a network can write."""
    needed = f"\n:{LEARNED_FIELDS}{completed_usually(prompt)}"
    return bool(open_fields(prompt)) and not sampler.vocabulary.unknown_in(needed)


def opening(
    prompt: str, sampling: SamplingConfig, sampler: "Sampler", fits: Callable[[str], bool]
) -> Opening:
    """Complete the header of a take, sampled with the take's own seed.

    Args:
        prompt: One with open fields.
        sampling: Its seed is the take's.
        sampler: Samples the lines.
        fits: Tells whether a take may go on from a header.
    """
    sampling = replace(sampling, rng_seed=sampling.rng_seed % (LARGEST_SEED + 1))
    dice = random.Random(sampling.rng_seed)

    def line_after(text: str) -> str:
        config = replace(
            sampling, rng_seed=dice.randint(0, LARGEST_SEED), max_chars=LONGEST_LINE, guard=False
        )
        line = ""
        for character in sampler.sample(text, config):
            if character == "\n":
                return line
            line += character
        return ""

    for _ in range(_ATTEMPTS):
        found = completed(prompt, line_after)
        if found is not None and fits(found):
            return Opening(found, sampling)
    return Opening(completed_usually(prompt), sampling)
