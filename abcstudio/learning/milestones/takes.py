"""Composing the takes of a milestone from its network."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from abcstudio.learning.milestones.plan import MilestonePlan
from abcstudio.learning.sampling.networks import open_to_sample, samples_with_numpy
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.stopping import stop_if_asked

if TYPE_CHECKING:
    from abcstudio.learning.checkpoint import LoadedModel, LoadedWeights


class TakesInTheMaking:
    """The takes of one network, sampled side by side and a character at a time.

    It computes on the processor, wherever the run trains, so that any machine without a graphics
    card makes the same takes again.
    """

    def __init__(self, network: Path, plan: MilestonePlan) -> None:
        """Open a network; the random numbers of a training run under way are left alone.

        Raises:
            ModelFileError: It cannot be opened.
        """
        loaded = _opened(network)
        vocabulary = loaded.header.vocabulary
        prompts = [vocabulary.without_unknown(prompt) for prompt in plan.prompts]
        self._texts = [[prompt] for prompt in prompts]
        sampler = Sampler(loaded.model, vocabulary)
        self._characters: Iterator[tuple[int, str]] = sampler.sample_each(prompts, plan.sampling)

    def go_on(self) -> bool:
        """Sample one more character; return whether there was one."""
        found = next(self._characters, None)
        if found is not None:
            take, character = found
            self._texts[take].append(character)
        return found is not None

    def texts(self) -> tuple[str, ...]:
        """Return the takes so far, each with its prompt."""
        return tuple("".join(text) for text in self._texts)


def _opened(network: Path) -> "LoadedModel | LoadedWeights":
    if samples_with_numpy():
        return open_to_sample(network)
    import torch

    # A network begins with random weights: the run's numbers must not go on for them.
    with torch.random.fork_rng(devices=[]):
        return open_to_sample(network)


def compose_takes(network: Path, plan: MilestonePlan) -> tuple[str, ...]:
    """Return the takes of a network, for one network always the same.

    Raises:
        ModelFileError: The network cannot be opened.
    """
    takes = TakesInTheMaking(network, plan)
    while takes.go_on():
        stop_if_asked()
    return takes.texts()
