"""What do pointer heads gain, data for data and second for second?

    python benchmarks/equal_terms.py --preset quick --steps 400
    python benchmarks/equal_terms.py --preset studio --data irish.abc --lab-split

Three networks are trained from nothing on one thread: without heads and with them for the same
steps on the same batches, in turn, so that a noisy machine slows both; then one without heads for
as many steps as fill the processor time of the one with heads. The learning rate of each falls
over its own steps. Losses are nats a character by `evaluate`: of held-out text in windows of 500
characters, and of each held-out tune whole, from a zero state. By default the tunes in the box are
parted by family as for a run; `--lab-split` parts a file as the lab's recipe does. Preparing the
text and evaluating do not count as training. Prints one JSON object.
"""

import argparse
import json
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from abcstudio.learning.devices import prepare_torch

prepare_torch()

import torch  # noqa: E402
from torch import Tensor  # noqa: E402
from training import split_by_tune  # noqa: E402

from abcstudio.corpus.augmentation import with_transpositions  # noqa: E402
from abcstudio.corpus.kinship.split_apart import split_by_family  # noqa: E402
from abcstudio.corpus.sources import read_tunebook  # noqa: E402
from abcstudio.corpus.training_text import training_text  # noqa: E402
from abcstudio.learning.checkpoint import ModelHeader, build_model  # noqa: E402
from abcstudio.learning.config import TrainingConfig  # noqa: E402
from abcstudio.learning.model import seed_everything  # noqa: E402
from abcstudio.learning.presets import PRESETS  # noqa: E402
from abcstudio.learning.training.batches import encode  # noqa: E402
from abcstudio.learning.training.evaluation import evaluate  # noqa: E402
from abcstudio.learning.training.gradients import Gradients  # noqa: E402
from abcstudio.learning.training.optimization import (  # noqa: E402
    learning_rate_at,
    make_optimizer,
    set_learning_rate,
)
from abcstudio.learning.training.ranks import Ranks  # noqa: E402
from abcstudio.learning.vocabulary import Vocabulary  # noqa: E402
from abcstudio.paths import bundled_tunebook  # noqa: E402


@dataclass(frozen=True, slots=True)
class Texts:
    """What is learned and what is held out, as numbers of one vocabulary."""

    vocabulary: Vocabulary
    training: Tensor
    validation: Tensor
    tunes: list[Tensor]


class Learner:
    """A network that is trained, and the processor time that its steps have taken."""

    def __init__(self, config: TrainingConfig, texts: Texts) -> None:
        self._config, self._texts = config, texts
        seed_everything(config.rng_seed)
        self._model = build_model(config, len(texts.vocabulary))
        header = ModelHeader(name="Equal", vocabulary=texts.vocabulary, config=config)
        self._gradients = Gradients(self._model, header, texts.training, Ranks())
        self._optimizer = make_optimizer(self._model, config)
        self._step, self._seconds = 0, 0.0

    @property
    def seconds(self) -> float:
        """The processor time so far."""
        return self._seconds

    def learn(self) -> None:
        """Train one step, as a run does."""
        began, config = time.process_time(), self._config
        share = self._step / config.steps
        set_learning_rate(self._optimizer, learning_rate_at(config, self._step, share))
        self._model.train()
        self._gradients.compute(self._step + 1)
        limit = config.gradient_clip or torch.inf
        torch.nn.utils.clip_grad_norm_(self._model.parameters(), limit)
        self._optimizer.step()
        self._step += 1
        self._seconds += time.process_time() - began

    def figures(self) -> dict[str, float]:
        """Return what it has read, how long that took, and its losses."""
        texts, config = self._texts, self._config
        lengths = [len(tune) - 1 for tune in texts.tunes]
        losses = [evaluate(self._model, tune, len(tune)) for tune in texts.tunes]
        summed = sum(loss * length for loss, length in zip(losses, lengths, strict=True))
        return {
            "steps": self._step,
            "characters": self._step * config.batch_size * config.seq_len,
            "cpu_seconds": round(self._seconds, 1),
            "windows": round(evaluate(self._model, texts.validation), 4),
            "whole_tunes": round(summed / sum(lengths), 4),
        }


def main() -> None:
    """Train the three and print what came of them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--preset", choices=("quick", "studio"), default="quick")
    parser.add_argument("--steps", type=int, help="of the network with heads; the preset's if none")
    parser.add_argument("--heads", type=int, default=4)
    parser.add_argument("--data", type=Path, default=bundled_tunebook())
    parser.add_argument("--lab-split", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    config = replace(PRESETS[options.preset], pointer_heads=options.heads)
    config = replace(config, steps=options.steps or config.steps)
    print(json.dumps(compared(config, texts_of(options.data, config, options.lab_split)), indent=2))


def compared(config: TrainingConfig, texts: Texts) -> dict[str, Any]:
    """Return the figures of the three networks."""
    plain_config = replace(config, pointer_heads=0)
    heads, plain = Learner(config, texts), Learner(plain_config, texts)
    for _ in range(config.steps):
        heads.learn()
        plain.learn()
    ratio = heads.seconds / plain.seconds
    longer_config = replace(plain_config, steps=round(config.steps * ratio))
    longer = Learner(longer_config, texts)
    for _ in range(longer_config.steps):
        longer.learn()
    return {
        "step_with_heads_over_one_without": round(ratio, 3),
        "with_heads": heads.figures(),
        "without_equal_data": plain.figures(),
        "without_equal_time": longer.figures(),
    }


def texts_of(path: Path, config: TrainingConfig, lab_split: bool) -> Texts:
    """Part the tunes of a file."""
    if lab_split:
        training, validation = split_by_tune(path.read_text(encoding="utf-8"))
        tunes = [f"{tune}\n\n" for tune in validation.split("\n\n") if tune.strip()]
    else:
        parted = split_by_family(read_tunebook(path), config.validation_share, config.rng_seed)
        training, validation = map(training_text, parted)
        tunes = [training_text([tune]) for tune in parted[1]]
    training = with_transpositions(training, config.transpositions)
    vocabulary = Vocabulary.of(training, validation)
    return Texts(
        vocabulary,
        encode(training, vocabulary),
        encode(validation, vocabulary),
        [encode(tune, vocabulary) for tune in tunes],
    )


if __name__ == "__main__":
    main()
