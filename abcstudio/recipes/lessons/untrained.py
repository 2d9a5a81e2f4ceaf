"""Asking a network that has learned nothing what it expects.

torch is imported when the work starts, not with this file.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from abcstudio.corpus.training_text import tune_for_training
from abcstudio.corpus.tune import Tune
from abcstudio.learning.character_rows import CharacterRow, character_rows
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.example_batch import BatchRow
from abcstudio.learning.loading import load_torch
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.stopping import in_turns, stop_if_asked

if TYPE_CHECKING:
    from abcstudio.learning.first_predictions import FirstPredictions

EMBEDDING_DIM, HIDDEN_SIZE = 256, 1024
"""The lab's network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabText:
    """A training text and its characters.

    Attributes:
        text: What a network would read.
        rows: Its characters, a row each.
        written: How many distinct characters the tunes have as they are written.
    """

    text: str
    rows: tuple[CharacterRow, ...]
    written: int


def read_lab_text(tunes: tuple[Tune, ...]) -> LabText:
    """Return the training text of tunes."""
    written: set[str] = set()
    parts: list[str] = []
    for tune in in_turns(tunes):
        written.update(tune.text)
        parts.append(f"{tune_for_training(tune)}\n\n")
    text = "".join(parts)
    return LabText(text=text, rows=character_rows(text), written=len(written))


@dataclass(frozen=True, slots=True)
class UntrainedRequest:
    """What an untrained network reads: the examples of a batch, all of one length."""

    rows: tuple[BatchRow, ...]
    vocabulary: Vocabulary


def predict_untrained(request: UntrainedRequest) -> "FirstPredictions":
    """Make the lab's network anew and let it read a batch."""
    load_torch()
    from abcstudio.learning.first_predictions import first_predictions

    stop_if_asked()
    config = TrainingConfig(embedding_dim=EMBEDDING_DIM, hidden_size=HIDDEN_SIZE)
    return first_predictions(request.rows, request.vocabulary, config)
