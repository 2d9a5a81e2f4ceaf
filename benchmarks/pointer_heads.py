"""What pointer heads cost: a step of training, and a character of a take.

    python benchmarks/pointer_heads.py --heads 4 --width 32

The yardstick is the same network without heads, measured in turn with it in the same run, so that a
noisy machine slows both; figures are the least processor time of several tries, on one thread. A
take of 400 characters stands for all: the farther it is the more there is to point to. Prints one
JSON object; "speed" is that with heads over that without.
"""

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from abcstudio.learning.devices import prepare_torch

prepare_torch()

import torch  # noqa: E402

from abcstudio.learning.checkpoint import ModelHeader, build_model  # noqa: E402
from abcstudio.learning.config import TrainingConfig  # noqa: E402
from abcstudio.learning.model import seed_everything  # noqa: E402
from abcstudio.learning.presets import PRESETS  # noqa: E402
from abcstudio.learning.sampling.sampler import Sampler  # noqa: E402
from abcstudio.learning.sampling.sampling_config import SamplingConfig  # noqa: E402
from abcstudio.learning.training.gradients import Gradients  # noqa: E402
from abcstudio.learning.training.ranks import Ranks  # noqa: E402
from abcstudio.learning.vocabulary import Vocabulary  # noqa: E402

VOCABULARY = Vocabulary.of("\n" + "".join(chr(code) for code in range(33, 127)))
CHARS = 400
TAKES = (1, 32)
TRIES = 6


def main() -> None:
    """Measure the presets that train well."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--heads", type=int, default=4)
    parser.add_argument("--width", type=int, default=32)
    options = parser.parse_args()
    torch.set_num_threads(1)
    figures: dict[str, Any] = {"heads": options.heads, "width": options.width}
    for name in ("quick", "studio"):
        plain = replace(PRESETS[name], pointer_heads=0)
        heads = replace(plain, pointer_heads=options.heads, pointer_width=options.width)
        figures[name] = {
            "step": compared([step_of(config) for config in (plain, heads)]),
            **{
                f"takes of {takes}": compared(
                    [takes_of(config, takes) for config in (plain, heads)]
                )
                for takes in TAKES
            },
        }
    print(json.dumps(figures, indent=2))


def compared(works: list[Callable[[], object]]) -> dict[str, float]:
    """Return the milliseconds of the work without heads and with them, and the speed."""
    least = [float("inf")] * len(works)
    for _ in range(TRIES):
        for number, work in enumerate(works):
            began = time.process_time()
            work()
            least[number] = min(least[number], time.process_time() - began)
    without, with_heads = least
    return {
        "without_ms": round(1e3 * without, 2),
        "with_ms": round(1e3 * with_heads, 2),
        "speed": round(without / with_heads, 3),
    }


def step_of(config: TrainingConfig) -> Callable[[], object]:
    """Return a step of training, the optimizer's own part left out."""
    seed_everything(0)
    model = build_model(config, len(VOCABULARY)).train()
    ids = torch.randint(len(VOCABULARY), (100_000,))
    header = ModelHeader(name="Heads", vocabulary=VOCABULARY, config=config)
    gradients = Gradients(model, header, ids, Ranks())
    return lambda: gradients.compute(1)


def takes_of(config: TrainingConfig, takes: int) -> Callable[[], object]:
    """Return the sampling of some takes side by side."""
    seed_everything(0)
    sampler = Sampler(build_model(config, len(VOCABULARY)), VOCABULARY)
    sampling = SamplingConfig(max_chars=CHARS, stop_at_tune_end=False)
    return lambda: sum(1 for _ in sampler.sample_together("A", sampling, takes))


if __name__ == "__main__":
    main()
