"""What a network learns from and what it is measured on, made of tunes."""

from collections.abc import Sequence
from typing import NamedTuple

from abcstudio.corpus.augmentation import TRANSPOSED_CHARACTERS, with_transpositions
from abcstudio.corpus.kinship.split_apart import split_apart
from abcstudio.corpus.training_text import by_weight, training_text, tune_for_training
from abcstudio.corpus.tune import Tune
from abcstudio.errors import TrainingInputError
from abcstudio.learning.config import TrainingConfig
from abcstudio.stopping import stop_if_asked


class TrainingTexts(NamedTuple):
    """What is learned from and what is held out; without counts where it is not tunes."""

    training: str
    validation: str
    tunes: int = 0
    held_out: int = 0


def training_texts(
    tunes: Sequence[Tune],
    held_out: Sequence[Tune],
    config: TrainingConfig,
) -> TrainingTexts:
    """Return the texts of tunes; a share of them by family is held out where none are given.

    Raises:
        TrainingInputError: There are no tunes.
    """
    training, validation = tuple(tunes), tuple(held_out)
    if not training:
        raise TrainingInputError("training.no_tunes")
    if not validation and config.validation_share > 0:
        training, validation = split_apart(training, config.validation_share, config.rng_seed)
    stop_if_asked()
    return TrainingTexts(
        training_text(by_weight(training)),
        training_text(validation),
        len(training),
        len(validation),
    )


def learned_characters(
    tunes: Sequence[Tune],
    held_out: Sequence[Tune],
    config: TrainingConfig,
) -> str:
    """Return the characters of the texts that a run is made of, in ascending order.

    The tunes are transposed only where that can add a character: it takes a minute for thousands.
    """
    found = {"\n"}
    for tune in (*tunes, *held_out):
        stop_if_asked()
        found.update(tune_for_training(tune))
    if config.transpositions and TRANSPOSED_CHARACTERS - found:
        # Only what is learned from is transposed.
        training = training_texts(tunes, held_out, config).training
        found.update(with_transpositions(training, config.transpositions))
    return "".join(sorted(found))
