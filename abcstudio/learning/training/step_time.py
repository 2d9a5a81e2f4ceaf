"""How long training takes on this machine, measured by making a few steps of it."""

import time
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from abcstudio.learning.checkpoint import ModelHeader, build_model
from abcstudio.learning.config import VALIDATION_WINDOW, TrainingConfig
from abcstudio.learning.devices import Device, torch_threads
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.training.evaluation import evaluate
from abcstudio.learning.training.gradients import Gradients
from abcstudio.learning.training.optimization import make_optimizer
from abcstudio.learning.training.ranks import Ranks
from abcstudio.learning.training.trainer import SAMPLE_CHARS, VALIDATION_WINDOWS
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.stopping import stop_if_asked

_MOST_STEPS = 20
_CHARACTERS = 90
"""Of a usual vocabulary; a few more or less change nothing that can be measured."""
_WINDOWS_READ = 8
_CHARACTERS_SAMPLED = 30


@dataclass(frozen=True, slots=True)
class StepTime:
    """Seconds.

    Attributes:
        step: Of one training step.
        evaluation: Of one evaluation of a held-out text of full length, with its sample.
    """

    step: float
    evaluation: float

    def seconds(self, config: TrainingConfig) -> float:
        """Return how long a run takes with a config that differs in nothing that costs time."""
        evaluations = -(-config.steps // config.evaluate_every)
        return config.steps * self.step + evaluations * self.evaluation


def measure_steps(
    config: TrainingConfig, device: Device, threads: int, seconds: float = 0.5
) -> StepTime:
    """Return how long a step takes: the median after a first one that warms up.

    The text is random, for what it says does not change how long it takes. Nothing is kept. The
    random generator of the process is put back afterwards, so no other thread of it may train
    meanwhile.

    Args:
        config: What is trained.
        device: Where.
        threads: Processor threads; 0 leaves the choice to torch.
        seconds: After which no further step is begun.

    Raises:
        TrainingError: Memory does not suffice for a single piece of text.
    """
    # Where pieces begin costs nothing, and random text has no tunes to begin at.
    config = replace(config, windows="random")
    vocabulary = Vocabulary("".join(chr(33 + number) for number in range(_CHARACTERS)))
    header = ModelHeader(name="", vocabulary=vocabulary, config=config)
    with torch_threads(threads), torch.random.fork_rng():
        model = build_model(config, len(vocabulary)).to(device.name)
        length = max(4 * (config.seq_len + 1), _WINDOWS_READ * VALIDATION_WINDOW + 1)
        ids = torch.randint(len(vocabulary), (length,), device=device.name)  # (length,)
        gradients = Gradients(model, header, ids, Ranks())
        try:
            step = _step_seconds(model, config, gradients, seconds)
        finally:
            gradients.close()
        return StepTime(step, _evaluation_seconds(model, vocabulary, ids))


def _step_seconds(
    model: CharLSTM, config: TrainingConfig, gradients: Gradients, seconds: float
) -> float:
    model.train()
    optimizer = make_optimizer(model, config)
    times: list[float] = []
    began = time.perf_counter()
    for step in range(1, _MOST_STEPS + 2):
        stop_if_asked()
        if len(times) > 1 and time.perf_counter() - began > seconds:
            break
        start = time.perf_counter()
        loss = gradients.compute(step)  # ()
        nn.utils.clip_grad_norm_(model.parameters(), config.gradient_clip or 1e9)
        optimizer.step()
        loss.item()
        times.append(time.perf_counter() - start)
    counted = sorted(times[1:])
    return counted[len(counted) // 2]


def _evaluation_seconds(model: CharLSTM, vocabulary: Vocabulary, ids: Tensor) -> float:
    """Return how long an evaluation takes, from a part of one; `ids`: (length,)."""
    model.eval()
    held_out = ids[: _WINDOWS_READ * VALIDATION_WINDOW + 1]  # (_WINDOWS_READ * window + 1,)
    began = time.perf_counter()
    evaluate(model, held_out, max_windows=_WINDOWS_READ)
    read = time.perf_counter() - began
    config = SamplingConfig(max_chars=_CHARACTERS_SAMPLED, repetition_guard=False)
    began = time.perf_counter()
    sampled = sum(1 for _ in Sampler(model, vocabulary).sample(vocabulary.characters[:1], config))
    each = (time.perf_counter() - began) / max(1, sampled)
    return read * VALIDATION_WINDOWS / _WINDOWS_READ + each * SAMPLE_CHARS
