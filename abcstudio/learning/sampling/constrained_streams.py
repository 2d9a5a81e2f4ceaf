"""Streams sampled within a constraint: masked, weighed, and copied where it resamples them."""

from collections.abc import Iterable, Sequence

import torch
from torch import Tensor

from abcstudio.learning.sampling.constraint import Constraint
from abcstudio.learning.sampling.repetition import repeating_character
from abcstudio.learning.sampling.sampling_config import TUNE_END, SamplingConfig
from abcstudio.learning.sampling.take_batch import TakeBatch
from abcstudio.learning.vocabulary import Vocabulary


class ConstrainedStreams:
    """Some streams, of which none leaves what its constraint allows.

    Attributes:
        running: The streams that have not ended, as far as they are wanted.
    """

    def __init__(
        self,
        batch: TakeBatch,
        vocabulary: Vocabulary,
        prompts: Sequence[str],
        config: SamplingConfig,
        constraint: Constraint,
    ) -> None:
        self._batch, self._constraint, self._config = batch, constraint, config
        self._characters = vocabulary.characters
        self._number_of = {one: number for number, one in enumerate(vocabulary.characters)}
        self._texts = list(prompts)
        self.running = self._wanted = set(batch.takes)
        constraint.begin(prompts, config.max_chars)

    def advance(self) -> None:
        """Sample one character more of each stream, then resample."""
        batch = self._batch
        batch.narrow(self._wanted)
        log_kept = self._mask()
        self._read(batch.sampled(1), log_kept)
        sources = self._constraint.resampled() if self.running else None
        if sources is not None:
            batch.copy(sources)
            self._texts = [self._texts[source] for source in sources]
            ended = {place for place, source in enumerate(sources) if source not in self.running}
            self.running = set(range(len(sources))) - ended
        self._wanted = self._constraint.wanted(self.running)
        self.running &= self._wanted

    def _mask(self) -> list[float]:
        """Leave out what is not allowed; return of each row the log of the kept probability."""
        logits = self._batch.step.logits  # (streams, vocab_size)
        allowed = torch.from_numpy(self._constraint.allowed(self._batch.takes))
        allowed = allowed.to(logits.device)  # (streams, vocab_size)
        scaled = logits / (self._config.temperature or 1.0)
        before = scaled.logsumexp(dim=1)  # (streams,)
        log_kept: Tensor = scaled.masked_fill_(~allowed, -torch.inf).logsumexp(dim=1) - before
        if self._config.repetition_guard:
            self._leave_circles(allowed)
        logits.masked_fill_(~allowed, -torch.inf)
        kept: list[float] = log_kept.clamp_(max=0.0).tolist()
        return kept

    def _leave_circles(self, allowed: Tensor) -> None:
        """Leave out of (streams, vocab_size) what goes round once more, where another may come."""
        for row, stream in enumerate(self._batch.takes):
            repeated = repeating_character(self._texts[stream])
            if repeated and stream in self.running and int(allowed[row].sum()) > 1:
                allowed[row, self._number_of[repeated]] = False

    def _read(self, sampled: Iterable[tuple[int, int]], log_kept: Sequence[float]) -> None:
        """Pass on what was sampled: pairs of a stream and a character's number."""
        streams, characters, kept = list[int](), list[str](), list[float]()
        for (stream, number), log in zip(sampled, log_kept, strict=True):
            if stream not in self.running:
                continue
            character, text = self._characters[number], self._texts[stream]
            if self._config.stop_at_tune_end and text[-1:] + character == TUNE_END:
                self.running.discard(stream)
                self._constraint.end(stream, log)
                continue
            self._texts[stream] = text + character
            streams.append(stream)
            characters.append(character)
            kept.append(log)
        if streams:
            self._constraint.read(streams, characters, kept)
