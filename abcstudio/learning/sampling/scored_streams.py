"""Streams that a guide leads, each character with the probability that the network gives it."""

from collections.abc import Sequence, Set
from typing import Protocol

import torch

from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.take_batch import TakeBatch
from abcstudio.learning.vocabulary import Vocabulary


class Guide(Protocol):
    """Says what may come next in streams that are sampled side by side, and when they are done."""

    @property
    def running(self) -> Set[int]:
        """The streams that need one more character; of the others some may still be given more."""

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size).

        Each row has a true value at least; with one only the stream reads what it is told to.
        """

    def read(self, stream: int, character: str, log_probability: float) -> None:
        """Take a character, with the logarithm of the probability that the network gave it.

        That is the plain one, whatever the temperature and whatever else was allowed.
        """


# Each leaving out copies what the others have read. For 12 streams it cost more than it saved.
_NARROW_AT = 0.8
_FEWEST_LEFT_OUT = 16


class ScoredStreams:
    """Some streams that a guide leads.

    Those that need no more are left out in time. Of other widths a network may round otherwise, so
    what a stream samples may depend on its neighbours; equal seeds, all together, give equal ones.
    """

    def __init__(self, batch: TakeBatch, vocabulary: Vocabulary, guide: Guide) -> None:
        self._batch, self._guide = batch, guide
        self._characters = vocabulary.characters

    def advance(self) -> None:
        """Sample or read one character more of each stream that needs it."""
        running = self._guide.running
        streams = len(self._batch.takes)
        few = min(_NARROW_AT * streams, streams - _FEWEST_LEFT_OUT)
        # On a GPU a step is recorded for one width.
        if len(running) <= few and self._batch.step.logits.device.type == "cpu":
            self._batch.keep([row for row, one in enumerate(self._batch.takes) if one in running])
        logits = self._batch.step.logits  # (streams, vocab_size)
        expected = logits.log_softmax(dim=1)  # (streams, vocab_size)
        allowed = torch.from_numpy(self._guide.allowed(self._batch.takes))
        logits.masked_fill_(~allowed.to(logits.device), -torch.inf)
        sampled = list(self._batch.sampled(1))
        numbers = self._batch.step.numbers[:, None]  # (streams, 1)
        given: list[float] = expected.gather(1, numbers)[:, 0].tolist()
        for (stream, number), log_probability in zip(sampled, given, strict=True):
            self._guide.read(stream, self._characters[number], log_probability)
