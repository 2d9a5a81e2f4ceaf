"""The distinct characters that a network learns from some tunes."""

from collections.abc import Sequence

from abcstudio.corpus.augmentation import TRANSPOSED_CHARACTERS, with_transpositions
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tune import Tune
from abcstudio.learning.config import TrainingConfig
from abcstudio.recipes.preparing.training_texts import training_texts
from abcstudio.stopping import stop_if_asked


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
