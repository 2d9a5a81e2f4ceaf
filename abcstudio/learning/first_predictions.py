"""What a network predicts that has learned nothing."""

import math
from dataclasses import dataclass

import torch
from torch import nn

from abcstudio.learning.checkpoint import build_model
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.example_batch import BatchRow
from abcstudio.learning.model import count_parameters
from abcstudio.learning.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """One step of one example, as an untrained network takes it.

    Attributes:
        given: The character that it reads.
        expected: The character that comes next in the text.
        sampled: A character chosen by its probabilities.
        likeliest: The character with the highest probability.
        probability: What it gives to the likeliest.
        loss: In nats: the logarithm of what it gives to the expected one, turned round.
    """

    given: str
    expected: str
    sampled: str
    likeliest: str
    probability: float
    loss: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPredictions:
    """What an untrained network makes of a batch.

    Attributes:
        steps: The steps of the batch's first example.
        shape: Of what it returns: examples, steps, characters.
        loss: The mean over the whole batch, in nats a character.
        uniform: The loss of one who knows nothing: the logarithm of the number of characters.
        parameters: How many numbers it would learn.
    """

    steps: tuple[FirstStep, ...]
    shape: tuple[int, int, int]
    loss: float
    uniform: float
    parameters: int


def first_predictions(
    rows: tuple[BatchRow, ...], vocabulary: Vocabulary, config: TrainingConfig
) -> FirstPredictions:
    """Let a network with fresh weights read the examples of a batch; all are of one length."""
    model = build_model(config, len(vocabulary))
    model.eval()
    inputs = torch.tensor([vocabulary.encode(row.given) for row in rows])  # (batch, seq_len)
    targets = torch.tensor([vocabulary.encode(row.expected) for row in rows])  # (batch, seq_len)
    with torch.no_grad():
        logits, _ = model(inputs)  # (batch, seq_len, vocab_size)
        losses = nn.functional.cross_entropy(
            logits.transpose(1, 2), targets, reduction="none"
        )  # (batch, seq_len)
        shares = torch.softmax(logits[0], dim=-1)  # (seq_len, vocab_size)
        sampled = torch.multinomial(shares, 1)[:, 0].tolist()
        best, places = shares.max(dim=-1)
    characters = vocabulary.characters
    steps = tuple(
        FirstStep(
            given=given,
            expected=expected,
            sampled=characters[sampled[step]],
            likeliest=characters[int(places[step])],
            probability=float(best[step]),
            loss=float(losses[0, step]),
        )
        for step, (given, expected) in enumerate(zip(rows[0].given, rows[0].expected, strict=True))
    )
    return FirstPredictions(
        steps=steps,
        shape=(len(rows), len(rows[0].given), len(vocabulary)),
        loss=float(losses.mean()),
        uniform=math.log(len(vocabulary)),
        parameters=count_parameters(model),
    )
