"""Places from which streams can go on: the network as it was there, and what may follow."""

from collections.abc import Sequence

import torch
from torch import Tensor

from abcstudio.learning.sampling.torch_streams.ring import put_back, take_back
from abcstudio.learning.sampling.torch_streams.stream_stack import StreamStack


class Marks:
    """So many marks for each stream of a stack; with the first one, all are marked."""

    def __init__(self, stack: StreamStack, logits: Tensor, marks: int) -> None:
        """Make them.

        Args:
            stack: Whose streams.
            logits: Of their next characters, (streams, vocab_size).
            marks: How many each stream has.
        """
        self._stack, self._marks, self._streams = stack, marks, len(logits)
        # (marks * streams, units) each, all streams of a mark together.
        self._held = [one.new_zeros(marks * len(one), *one.shape[1:]) for one in self._now(logits)]
        every = range(self._streams)
        self._beginnings = [[past.kept(row) for row in every] for past in stack.pasts]
        self._first = _Beginnings(stack, logits)
        self.put(every, [0] * self._streams, logits)

    def _now(self, logits: Tensor) -> list[Tensor]:
        seen = [past.seen() for past in self._stack.pasts]
        return [*self._stack.units(), logits, *seen]

    def put(self, rows: Sequence[int], marks: Sequence[int], logits: Tensor) -> None:
        """Mark where some streams are now, each with one of its marks."""
        at, place = self._indexes(rows, marks, logits)
        for held, now in zip(self._held, self._now(logits), strict=True):
            held.index_copy_(0, place, now.index_select(0, at))

    def take_back(self, rows: Sequence[int], marks: Sequence[int], logits: Tensor) -> None:
        """Let some streams go on from a mark each; their logits are put into `logits`."""
        place = self._take_back_units(rows, marks, logits)
        seen = self._held[len(self._held) - len(self._stack.pasts) :]
        for past, held in zip(self._stack.pasts, seen, strict=True):
            take_back(past, rows, held.index_select(0, place).tolist())

    def begin_anew(self, rows: Sequence[int], logits: Tensor) -> None:
        """Let some streams go on from where all began; their logits are put into `logits`.

        It is as if nothing had come since, however much that was.
        """
        first = [0] * len(rows)
        self._take_back_units(rows, first, logits)
        for past, rings in zip(self._stack.pasts, self._beginnings, strict=True):
            for row in rows:
                put_back(past, row, rings[row])
        self.put(rows, first, logits)

    def replace(self, rows: Sequence[int], sources: Sequence[int], logits: Tensor) -> None:
        """Let some streams go on as new ones, each from what a source had read at first.

        That is their first mark; their logits are put into `logits`.
        """
        for row, source in zip(rows, sources, strict=True):
            self._first.begin(row, source, logits)
        for past, rings in zip(self._stack.pasts, self._beginnings, strict=True):
            for row in rows:
                rings[row] = past.kept(row)
        self.put(rows, [0] * len(rows), logits)

    def _take_back_units(self, rows: Sequence[int], marks: Sequence[int], logits: Tensor) -> Tensor:
        """Let all but pointer heads go on from marks; return where these are held."""
        at, place = self._indexes(rows, marks, logits)
        for held, now in zip(self._held, [*self._stack.units(), logits], strict=False):
            now.index_copy_(0, at, held.index_select(0, place))
        return place

    def _indexes(
        self, rows: Sequence[int], marks: Sequence[int], logits: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Return where some streams are, and where their marks are held."""
        places = [mark * self._streams + row for row, mark in zip(rows, marks, strict=True)]
        both = torch.tensor([rows, places], device=logits.device)  # (2, rows)
        return both[0], both[1]

    def keep(self, rows: Sequence[int]) -> None:
        """Go on with some of the streams only."""
        self._held = [
            held.view(self._marks, self._streams, *held.shape[1:])[:, list(rows)].flatten(0, 1)
            for held in self._held
        ]
        self._beginnings = [[rings[row] for row in rows] for rings in self._beginnings]
        self._streams = len(rows)


class _Beginnings:
    """Where streams are when it is made: any of them can go on from there as a new one."""

    def __init__(self, stack: StreamStack, logits: Tensor) -> None:
        """Keep where streams are.

        Args:
            stack: Whose streams.
            logits: Of their next characters, (streams, vocab_size).
        """
        self._stack, self._logits = stack, logits.clone()
        self._states = [stack.kept(row) for row in range(len(logits))]

    def begin(self, row: int, source: int, logits: Tensor) -> None:
        """Let the stream of a row go on from where another one was, as if it were a new one.

        Its logits are put into `logits`.
        """
        state = self._states[source]
        for now, then in zip(self._stack.units(), state.units, strict=True):
            now[row] = then[0]
        for past, ring in zip(self._stack.pasts, state.rings, strict=True):
            past.begin(row, ring)
        logits[row] = self._logits[source]
