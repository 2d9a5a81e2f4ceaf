"""Counting and measuring what a training run is going to take, in the background."""

from collections.abc import Sequence

from abcstudio.corpus.tune import Tune
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.cost import RunCost
from abcstudio.learning.devices import Device
from abcstudio.recipes.preparing.training_texts import learned_characters

BUNDLED_CHARACTERS = (
    "\n !#'(,-./0123456789:<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~"
)
"""What a network learns from all tunes in the box."""


def count_characters(
    tunes: Sequence[Tune], held_out: Sequence[Tune], config: TrainingConfig
) -> str:
    """Return the characters that a run on some tunes learns."""
    return learned_characters(tunes, held_out, config)


def measure_run(config: TrainingConfig, characters: int, device: Device) -> RunCost:
    """Return what a run takes on a device whose network chooses from so many characters.

    Raises:
        TrainingError: There is not enough memory for a single piece of text.
    """
    # torch takes a while to import.
    from abcstudio.learning.training.measured_cost import measure_cost

    return measure_cost(config, characters, device)
