"""Places to which NumPy's streams can be taken back, and where they began."""

from collections.abc import Sequence

import numpy as np

from abcstudio.learning.sampling.numpy_streams.recurrent_layer import Numbers
from abcstudio.learning.sampling.numpy_streams.stack import AnyStack, kept_state


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
