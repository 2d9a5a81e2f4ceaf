"""Streams that a referee takes back to their marks where they went wrong."""

from collections.abc import Mapping, Sequence

import torch

from abcstudio.learning.sampling.referee import Beginning, Bounds, Referee
from abcstudio.learning.sampling.repetition import repeating_character
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.take_batch import TakeBatch
from abcstudio.learning.vocabulary import Vocabulary


class RefereedStreams:
    """Some streams that a referee follows."""

    def __init__(
        self, batch: TakeBatch, vocabulary: Vocabulary, config: SamplingConfig, referee: Referee
    ) -> None:
        self._batch, self._config, self._referee = batch, config, referee
        self._number_of = {one: number for number, one in enumerate(vocabulary.characters)}
        # Each stream can be taken back to where it began.
        self._marks = batch.marks(referee.marks)
        self._beginnings = batch.beginnings()

    def advance(self) -> None:
        """Sample one character more of each stream, and do what the referee says."""
        batch, running = self._batch, self._referee.running
        before = batch.takes
        batch.narrow(running)
        if len(batch.takes) < len(before):
            self._marks.keep([before.index(stream) for stream in batch.takes])
        rows = {stream: row for row, stream in enumerate(batch.takes) if stream in running}
        bounds = self._referee.bounds()
        log_kept = self._bound(bounds, rows) if bounds is not None else {}
        if self._config.repetition_guard:
            self._leave_circles(rows, bounds)
        sampled = [number for _, number in batch.sampled(1)]
        streams = list(rows)
        numbers = [sampled[row] for row in rows.values()]
        kept = [log_kept.get(stream, 0.0) for stream in streams]
        ruling = self._referee.read(streams, numbers, kept)
        logits = batch.step.logits
        if ruling.marked:
            self._marks.put(*_places(ruling.marked, rows), logits)
        if ruling.taken_back:
            self._marks.take_back(*_places(ruling.taken_back, rows), logits)
        if ruling.begun_anew:
            self._marks.begin_anew([rows[stream] for stream in ruling.begun_anew], logits)
        if ruling.replaced:
            self._replace(ruling.replaced, rows)

    def _replace(self, beginnings: Sequence[Beginning], rows: Mapping[int, int]) -> None:
        """Let streams go on as new ones."""
        logits = self._batch.step.logits
        for stream, source, rng_seed in beginnings:
            self._beginnings.begin(rows[stream], source, logits)
            self._batch.seed(rows[stream], rng_seed)
        self._marks.begin([rows[one.stream] for one in beginnings], logits)

    def _bound(self, bounds: Bounds, rows: dict[int, int]) -> dict[int, float]:
        """Leave out what is not allowed; return of each stream the log of the kept probability."""
        logits = self._batch.step.logits  # (streams, vocab_size)
        at = torch.tensor([rows[stream] for stream in bounds.streams], device=logits.device)
        left_out = ~torch.from_numpy(bounds.mask).to(logits.device)  # (bound streams, vocab_size)
        scaled = logits[at] / (self._config.temperature or 1.0)  # (bound streams, vocab_size)
        before = scaled.logsumexp(dim=1)  # (bound streams,)
        log_kept = scaled.masked_fill_(left_out, -torch.inf).logsumexp(dim=1) - before
        logits[at] = logits[at].masked_fill(left_out, -torch.inf)
        return dict(zip(bounds.streams, log_kept.clamp_(max=0.0).tolist(), strict=True))

    def _leave_circles(self, rows: dict[int, int], bounds: Bounds | None) -> None:
        """Leave out what goes round once more, where another character may come."""
        repeated = {
            stream: self._number_of[character]
            for stream in rows
            if (character := repeating_character(self._referee.text(stream)))
        }
        if bounds is not None:
            for stream, row in zip(bounds.streams, bounds.mask, strict=True):
                if int(row.sum()) == 1:
                    repeated.pop(stream, None)
        if repeated:
            at = [rows[stream] for stream in repeated]
            self._batch.step.logits[at, list(repeated.values())] = -torch.inf


def _places(
    moves: Sequence[tuple[int, int]], rows: Mapping[int, int]
) -> tuple[list[int], list[int]]:
    """Return the rows of some streams, and a mark for each."""
    return [rows[stream] for stream, _ in moves], [mark for _, mark in moves]
