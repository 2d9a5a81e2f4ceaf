"""The processor's time that takes of a chosen meter and key cost, beside takes without a choice.

Called by sampling.py, with the bundled model. Each round composes with a seed of its own, one after
the other as chosen and not: takes end where they end, so a single round says little. "ratio" is of
the rounds' sums, and is to be at most 1.5 for 8 takes and for 32.
"""

import time
from pathlib import Path

from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.recipes.compose import ComposeRequest, compose

PROMPTS = {"free": "X:1\n", "chosen": "X:1\nT:\nM:6/8\nK:D\n", "key_alone": "X:1\nT:\nK:D\n"}
TAKES = (1, 8, 32)


def choice_costs(model: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Return processor seconds a round, for each number of takes, and the ratios of their sums."""
    compose_once(model, PROMPTS["chosen"], takes=2, rng_seed=0)  # warms up
    return {f"takes_{takes}": costs(model, takes, rounds) for takes in TAKES}


def costs(model: Path, takes: int, rounds: int) -> dict[str, float]:
    seconds = dict.fromkeys(PROMPTS, 0.0)
    for rng_seed in range(rounds):
        for name, prompt in PROMPTS.items():
            seconds[name] += compose_once(model, prompt, takes, 1000 * rng_seed)
    found = {name: round(total / rounds, 3) for name, total in seconds.items()}
    for name in list(PROMPTS)[1:]:
        found[f"ratio_{name}"] = round(seconds[name] / seconds["free"], 2)
    return found


def compose_once(model: Path, prompt: str, takes: int, rng_seed: int) -> float:
    """Return the processor's seconds for some takes, from the model's file on."""
    request = ComposeRequest(
        model=model,
        prompt=prompt,
        sampling=SamplingConfig(rng_seed=rng_seed),
        takes=takes,
        complete_header=True,
    )
    began = time.process_time()
    compose(request, lambda _sampled: None)
    return time.process_time() - began
