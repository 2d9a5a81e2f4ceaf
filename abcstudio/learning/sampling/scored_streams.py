"""Streams that a guide leads, each character with the probability that the network gives it."""

from collections.abc import Sequence, Set
from typing import Protocol

from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.streams import StreamBatch
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

    def __init__(self, batch: StreamBatch, vocabulary: Vocabulary, guide: Guide) -> None:
        self._batch, self._guide = batch, guide
        self._characters = vocabulary.characters

    def advance(self) -> None:
        """Sample or read one character more of each stream that needs it."""
        running = self._guide.running
        streams = len(self._batch.takes)
        few = min(_NARROW_AT * streams, streams - _FEWEST_LEFT_OUT)
        if len(running) <= few and self._batch.may_narrow:
            self._batch.keep([row for row, one in enumerate(self._batch.takes) if one in running])
        allowed = self._guide.allowed(self._batch.takes)  # (streams, vocab_size)
        for stream, number, log_probability in self._batch.scored(allowed):
            self._guide.read(stream, self._characters[number], log_probability)
