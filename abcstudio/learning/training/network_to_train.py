"""Settings and vocabulary of the network that a run trains. No torch."""

from typing import NamedTuple

from abcstudio.learning.checkpoint import ModelHeader
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.vocabulary import Vocabulary


class NetworkToTrain(NamedTuple):
    """What decides the weights of a network."""

    config: TrainingConfig
    vocabulary: Vocabulary


def network_to_train(
    config: TrainingConfig, base: ModelHeader | None, *texts: str
) -> NetworkToTrain:
    """Return the network of a run on some texts, which keeps the sizes and characters of its base.

    Args:
        config: How to train.
        base: The model that the run continues from, None for new weights.
        texts: What it learns from and is measured on, or their characters alone.
    """
    if base is None:
        return NetworkToTrain(config, Vocabulary.of(*texts))
    vocabulary = Vocabulary.of(*texts, base.vocabulary.characters)
    return NetworkToTrain(config.with_network_of(base.config), vocabulary)
