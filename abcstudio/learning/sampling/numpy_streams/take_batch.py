"""Takes that NumPy samples side by side, each with random numbers of its own."""

from collections.abc import Iterator, Sequence

import numpy as np

from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.narrowing import rows_to_keep
from abcstudio.learning.sampling.numpy_streams.marks import NumpyMarks
from abcstudio.learning.sampling.numpy_streams.picking import (
    NumpyUniforms,
    log_softmax,
    log_sum_exp,
    pick,
)
from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers
from abcstudio.learning.sampling.numpy_streams.stack import AnyStack
from abcstudio.learning.sampling.sampling_config import SamplingConfig


class NumpyBatch:
    """Some takes, sampled character by character: a `StreamBatch`.

    Attributes:
        takes: Their indexes; row number n of all arrays belongs to `takes[n]`.
        may_narrow: That any narrower batch is worth making.
    """

    def __init__(
        self,
        stack: AnyStack,
        logits: Numbers,
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        widths: Sequence[int],
    ) -> None:
        """Be ready to sample.

        Args:
            stack: The network, whose streams have read their prompts.
            logits: Of what follows them, (streams, vocab_size).
            config: How characters are sampled.
            rng_seeds: One a take.
            widths: To how many takes they may narrow, the most first.
        """
        self.takes, self.may_narrow = list(range(len(logits))), True
        self._stack, self._logits, self._config = stack, logits, config
        self._uniforms, self._widths = NumpyUniforms(list(rng_seeds)), list(widths)
        self._marks: NumpyMarks | None = None

    def narrow(self, running: set[int]) -> None:
        """Leave out takes that have ended."""
        # Asked before each character, and there is hardly ever a narrower batch to go on with.
        if not any(len(running) <= width < len(self.takes) for width in self._widths):
            return
        rows = rows_to_keep([take in running for take in self.takes], self._widths)
        if len(rows) < len(self.takes):
            self.keep(rows)

    def keep(self, rows: list[int]) -> None:
        """Go on with the takes in some rows only."""
        self.takes = [self.takes[row] for row in rows]
        self._uniforms.keep(rows)
        self._stack.keep(np.array(rows, np.intp))
        self._logits = self._logits[rows]
        if self._marks is not None:
            self._marks.keep(rows)

    def copy(self, sources: Sequence[int]) -> None:
        """Let takes go on from others, each with its own random numbers."""
        row_of = {take: row for row, take in enumerate(self.takes)}
        rows = [row_of[sources[take]] for take in self.takes]
        self._stack.keep(np.array(rows, np.intp))
        self._logits = self._logits[rows]

    def leave_out(self, rows: Sequence[int], numbers: Sequence[int]) -> None:
        """Let some characters not come next: pairs of a row and a character's number."""
        self._logits[list(rows), list(numbers)] = -np.inf

    def bound(self, rows: Sequence[int], allowed: Mask, temperature: float) -> list[float]:
        """Leave out what is not allowed; return of each row the log of the kept probability."""
        logits = self._logits[list(rows)]  # (rows, vocab_size)
        kept = logits.copy()
        kept[~allowed] = -np.inf
        self._logits[list(rows)] = kept
        heat = np.float32(temperature or 1.0)
        log_kept = log_sum_exp(kept / heat) - log_sum_exp(logits / heat)  # (rows,)
        found: list[float] = np.minimum(log_kept, 0.0).tolist()
        return found

    def sampled(self, count: int) -> Iterator[tuple[int, int]]:
        """Sample so many characters of every take: pairs of a take and a character's number."""
        found = list[int]()
        for _ in range(count):
            numbers = pick(self._logits, self._uniforms.take(), self._config)
            self._logits = self._stack.advance(numbers)
            found += numbers.tolist()
        return zip(self.takes * count, found, strict=True)

    def scored(self, allowed: Mask) -> Iterator[tuple[int, int, float]]:
        """Sample a character of every take within a mask, each with its plain log-probability."""
        expected = log_softmax(self._logits)  # (streams, vocab_size)
        self._logits[~allowed] = -np.inf
        sampled = list(self.sampled(1))
        given = expected[np.arange(len(sampled)), [number for _, number in sampled]].tolist()
        return ((*pair, log) for pair, log in zip(sampled, given, strict=True))

    def set_marks(self, count: int) -> None:
        """Give each take so many marks; all takes are marked with the first one."""
        self._marks = NumpyMarks(self._stack, self._logits, count)

    def mark(self, rows: Sequence[int], marks: Sequence[int]) -> None:
        """Mark where some takes are now, each with one of its marks."""
        assert self._marks is not None
        self._marks.put(rows, marks, self._logits)

    def take_back(self, rows: Sequence[int], marks: Sequence[int]) -> None:
        """Let some takes go on from a mark each."""
        assert self._marks is not None
        self._marks.take_back(rows, marks, self._logits)

    def begin_anew(self, rows: Sequence[int]) -> None:
        """Let some takes go on from where they began, however much came since."""
        assert self._marks is not None
        self._marks.begin_anew(rows, self._logits)

    def replace(
        self, rows: Sequence[int], sources: Sequence[int], rng_seeds: Sequence[int]
    ) -> None:
        """Let some takes go on as new ones, each from what a source had read at first."""
        assert self._marks is not None
        for row, rng_seed in zip(rows, rng_seeds, strict=True):
            self._uniforms.seed(row, rng_seed)
        self._marks.replace(rows, sources, self._logits)
