"""A batch of training examples as text, before it becomes numbers. No torch."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One example of a batch: at each step one character is given and the next is expected.

    Attributes:
        start: Where it was cut from the text.
        given: What the network reads.
        expected: What it should expect: the same, one character further.
    """

    start: int
    given: str
    expected: str


def example_row(text: str, start: int, seq_length: int) -> BatchRow:
    """Cut one example from a text; one that the text cannot fill is shorter."""
    piece = text[start : start + seq_length + 1]
    return BatchRow(start, piece[:-1], piece[1:])


def example_batch(
    text: str, seq_length: int, batch_size: int, rng: random.Random
) -> tuple[BatchRow, ...]:
    """Cut a batch as training does: each example starts anywhere in the text."""
    last = max(0, len(text) - seq_length - 1)
    return tuple(example_row(text, rng.randint(0, last), seq_length) for _ in range(batch_size))
