"""Streams that a referee takes back to their marks where they went wrong."""

from collections.abc import Mapping, Sequence

from abcstudio.learning.sampling.referee import Bounds, Referee
from abcstudio.learning.sampling.repetition import repeating_character
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.streams import StreamBatch
from abcstudio.learning.vocabulary import Vocabulary


class RefereedStreams:
    """Some streams that a referee follows."""

    def __init__(
        self, batch: StreamBatch, vocabulary: Vocabulary, config: SamplingConfig, referee: Referee
    ) -> None:
        self._batch, self._config, self._referee = batch, config, referee
        self._number_of = {one: number for number, one in enumerate(vocabulary.characters)}
        # Each stream can be taken back to where it began.
        batch.set_marks(referee.marks)

    def advance(self) -> None:
        """Sample one character more of each stream, and do what the referee says."""
        batch, running = self._batch, self._referee.running
        batch.narrow(running)
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
        if ruling.marked:
            batch.mark(*_places(ruling.marked, rows))
        if ruling.taken_back:
            batch.take_back(*_places(ruling.taken_back, rows))
        if ruling.begun_anew:
            batch.begin_anew([rows[stream] for stream in ruling.begun_anew])
        if ruling.replaced:
            streams, sources, rng_seeds = map(list, zip(*ruling.replaced, strict=True))
            batch.replace([rows[stream] for stream in streams], sources, rng_seeds)

    def _bound(self, bounds: Bounds, rows: dict[int, int]) -> dict[int, float]:
        """Leave out what is not allowed; return of each stream the log of the kept probability."""
        at = [rows[stream] for stream in bounds.streams]
        log_kept = self._batch.bound(at, bounds.mask, self._config.temperature)
        return dict(zip(bounds.streams, log_kept, strict=True))

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
            self._batch.leave_out(at, list(repeated.values()))


def _places(
    moves: Sequence[tuple[int, int]], rows: Mapping[int, int]
) -> tuple[list[int], list[int]]:
    """Return the rows of some streams, and a mark for each."""
    return [rows[stream] for stream, _ in moves], [mark for _, mark in moves]
