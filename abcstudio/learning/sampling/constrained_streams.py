"""Sampling of streams under a constraint's mask."""

from collections.abc import Iterable, Sequence

from abcstudio.learning.sampling.constraint import Constraint, Mask
from abcstudio.learning.sampling.repetition import repeating_character
from abcstudio.learning.sampling.sampling_config import TUNE_END, SamplingConfig
from abcstudio.learning.sampling.streams import StreamBatch
from abcstudio.learning.vocabulary import Vocabulary


class ConstrainedStreams:
    """Some streams, of which none leaves what its constraint allows.

    Attributes:
        running: The streams that have not ended, as far as they are wanted.
    """

    def __init__(
        self,
        batch: StreamBatch,
        vocabulary: Vocabulary,
        prompts: Sequence[str],
        config: SamplingConfig,
        constraint: Constraint,
    ) -> None:
        self._batch, self._constraint, self._config = batch, constraint, config
        self._characters = vocabulary.characters
        self._number_of = {one: number for number, one in enumerate(vocabulary.characters)}
        self._texts = list(prompts)
        self.running = set(batch.takes)
        constraint.begin(prompts, config.max_chars)

    def advance(self) -> None:
        """Sample one character more of each stream."""
        self._batch.narrow(self.running)
        self._mask()
        self._read(self._batch.sampled(1))

    def _mask(self) -> None:
        """Mask characters that are not allowed."""
        batch = self._batch
        allowed = self._constraint.allowed(batch.takes)  # (streams, vocab_size)
        batch.bound(range(len(batch.takes)), allowed, self._config.temperature)
        if self._config.repetition_guard:
            self._leave_circles(allowed)

    def _leave_circles(self, allowed: Mask) -> None:
        """Leave out what goes round once more, where another may come, (streams, vocab_size)."""
        repeated = {
            row: self._number_of[character]
            for row, stream in enumerate(self._batch.takes)
            if stream in self.running
            and (character := repeating_character(self._texts[stream]))
            and int(allowed[row].sum()) > 1
        }
        if repeated:
            self._batch.leave_out(list(repeated), list(repeated.values()))

    def _read(self, sampled: Iterable[tuple[int, int]]) -> None:
        """Pass on what was sampled: pairs of a stream and a character's number."""
        streams, characters = list[int](), list[str]()
        for stream, number in sampled:
            if stream not in self.running:
                continue
            character, text = self._characters[number], self._texts[stream]
            if self._config.stop_at_tune_end and text[-1:] + character == TUNE_END:
                self.running.discard(stream)
                self._constraint.end(stream)
                continue
            self._texts[stream] = text + character
            streams.append(stream)
            characters.append(character)
        if streams:
            self._constraint.read(streams, characters)
