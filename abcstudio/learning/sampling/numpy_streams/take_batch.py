"""Takes that NumPy samples side by side, each with random numbers of its own."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from typing_extensions import override

from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.numpy_streams.picking import (
    NumpyUniforms,
    log_softmax,
    log_sum_exp,
    pick,
)
from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers
from abcstudio.learning.sampling.numpy_streams.stack import AnyStack, kept_state
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.learning.sampling.take_rows import TakeRows


class NumpyMarks:
    """So many marks for each stream of a stack; with the first one, all are marked.

    `logits` of its methods are those of the next characters, (streams, vocab_size).
    """

    def __init__(self, stack: AnyStack, logits: Numbers, marks: int) -> None:
        self._stack, every = stack, range(len(logits))
        # (marks, streams, ...) each.
        self._held = [np.zeros((marks, *one.shape), one.dtype) for one in self._now(logits)]
        self._beginnings = [[past.kept(row) for row in every] for past in stack.pasts]
        self._states = [kept_state(stack, row) for row in every]
        self._logits = logits.copy()
        self.put(every, [0] * len(every), logits)

    def _now(self, logits: Numbers) -> "list[np.ndarray]":
        return [*self._stack.units(), logits, *(past.seen() for past in self._stack.pasts)]

    def put(self, rows: Sequence[int], marks: Sequence[int], logits: Numbers) -> None:
        """Mark where some streams are now, each with one of its marks."""
        for held, now in zip(self._held, self._now(logits), strict=True):
            held[list(marks), list(rows)] = now[list(rows)]

    def take_back(self, rows: Sequence[int], marks: Sequence[int], logits: Numbers) -> None:
        """Let some streams go on from a mark each; their logits are put into `logits`."""
        self._take_back_units(rows, marks, logits)
        seen = self._held[len(self._held) - len(self._stack.pasts) :]
        for past, held in zip(self._stack.pasts, seen, strict=True):
            for row, mark in zip(rows, marks, strict=True):
                past.take_back(row, int(held[mark, row]))

    def begin_anew(self, rows: Sequence[int], logits: Numbers) -> None:
        """Let some streams go on from where all began; their logits are put into `logits`."""
        first = [0] * len(rows)
        self._take_back_units(rows, first, logits)
        for past, rings in zip(self._stack.pasts, self._beginnings, strict=True):
            for row in rows:
                past.put_back(row, rings[row])
        self.put(rows, first, logits)

    def replace(self, rows: Sequence[int], sources: Sequence[int], logits: Numbers) -> None:
        """Let some streams go on as new ones, each from what a source had read at first."""
        for row, source in zip(rows, sources, strict=True):
            state = self._states[source]
            for now, then in zip(self._stack.units(), state.units, strict=True):
                now[row] = then
            for past, ring in zip(self._stack.pasts, state.rings, strict=True):
                past.begin(row, ring)
            logits[row] = self._logits[source]
        for past, rings in zip(self._stack.pasts, self._beginnings, strict=True):
            for row in rows:
                rings[row] = past.kept(row)
        self.put(rows, [0] * len(rows), logits)

    def _take_back_units(self, rows: Sequence[int], marks: Sequence[int], logits: Numbers) -> None:
        for held, now in zip(self._held, [*self._stack.units(), logits], strict=False):
            now[list(rows)] = held[list(marks), list(rows)]

    def keep(self, rows: Sequence[int]) -> None:
        """Go on with some of the streams only."""
        self._held = [held[:, list(rows)] for held in self._held]
        self._beginnings = [[rings[row] for row in rows] for rings in self._beginnings]


class NumpyBatch(TakeRows[Numbers, NDArray[np.float64]]):
    """Some takes, sampled character by character: a `StreamBatch`."""

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
        super().__init__(len(logits), NumpyUniforms(list(rng_seeds)), widths, may_narrow=True)
        self._stack, self._logits, self._config = stack, logits, config

    @property
    @override
    def logits(self) -> Numbers:
        return self._logits

    @override
    def _go_on_with(self, rows: list[int]) -> None:
        self._stack.keep(np.array(rows, np.intp))
        self._logits = self._logits[rows]

    @override
    def _marks_of_all(self, count: int) -> NumpyMarks:
        return NumpyMarks(self._stack, self._logits, count)

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
