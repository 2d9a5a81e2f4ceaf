"""How fast are guarded takes beside unguarded ones?

    python benchmarks/guarded_takes.py --takes 32 --rounds 20

With the bundled model at 0.8, one request after the other, each unguarded and guarded with the same
seed: "first" is the first guarded request of the process, "later" are the others together. Speeds
are characters of takes for each second of the processor, from the model's file on; a request costs
what its longest take does, so a few requests tell little. "ratio" is guarded to unguarded.
Prints one JSON object.

Wanted: for 32 takes a ratio of at least 0.85, for one take of at least 0.7.
"""

import argparse
import json
import time
from collections.abc import Sequence

from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.paths import bundled_model
from abcstudio.recipes.compose import ComposeRequest, compose

Spent = tuple[int, float]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--takes", type=int, default=32)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--prompt", default="X:1\n")
    arguments = parser.parse_args()
    spent(arguments, rng_seed=999, guard=False)  # warms up
    free, guarded = list[Spent](), list[Spent]()
    for number in range(arguments.rounds):
        free.append(spent(arguments, rng_seed=1000 * number, guard=False))
        guarded.append(spent(arguments, rng_seed=1000 * number, guard=True))
    rows = {"first": (free[:1], guarded[:1]), "later": (free[1:], guarded[1:])}
    report = {name: figures(*row) for name, row in rows.items() if row[0]}
    print(json.dumps({"takes": arguments.takes} | report))


def figures(free: Sequence[Spent], guarded: Sequence[Spent]) -> dict[str, float]:
    before, after = speed(free), speed(guarded)
    return {
        "unguarded_chars_per_cpu_second": round(before),
        "guarded_chars_per_cpu_second": round(after),
        "ratio": round(after / before, 3),
    }


def speed(requests: Sequence[Spent]) -> float:
    characters, seconds = map(sum, zip(*requests, strict=True))
    return characters / seconds


def spent(arguments: argparse.Namespace, *, rng_seed: int, guard: bool) -> Spent:
    """Return the characters of a request, and the seconds of the processor that it cost."""
    sampling = SamplingConfig(rng_seed=rng_seed, guard=guard)
    request = ComposeRequest(
        model=bundled_model(), prompt=arguments.prompt, takes=arguments.takes, sampling=sampling
    )
    began = time.process_time()
    result = compose(request, lambda _sampled: None)
    return result.characters, time.process_time() - began


if __name__ == "__main__":
    main()
