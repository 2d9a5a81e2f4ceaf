"""The seeds of several streams that stand for one take."""

import random


def stream_seed(rng_seed: int, number: int) -> int:
    """Return the seed of one of a take's streams; the first has the take's, as without a guard."""
    # torch's generator takes 32 bits of a seed only: those above would make no difference.
    return random.Random(f"{rng_seed} {number}").getrandbits(32) if number else rng_seed
