"""Places to which streams can be taken back: the network as it was there, and what may follow."""

from collections.abc import Sequence

import torch
from torch import Tensor

from abcstudio.learning.sampling.ring_marks import take_back
from abcstudio.learning.sampling.stream_stack import StreamStack


class Marks:
    """So many marks for each stream of a stack."""

    def __init__(self, stack: StreamStack, logits: Tensor, marks: int) -> None:
        """Make them, nothing marked.

        Args:
            stack: Whose streams.
            logits: Of their next characters, (streams, vocab_size).
            marks: How many each stream has.
        """
        self._stack, self._marks, self._streams = stack, marks, len(logits)
        # (marks * streams, units) each, all streams of a mark together.
        self._held = [one.new_zeros(marks * len(one), *one.shape[1:]) for one in self._now(logits)]

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
        at, place = self._indexes(rows, marks, logits)
        states = [*self._stack.units(), logits]
        for held, now in zip(self._held, states, strict=False):
            now.index_copy_(0, at, held.index_select(0, place))
        for past, held in zip(self._stack.pasts, self._held[len(states) :], strict=True):
            take_back(past, rows, held.index_select(0, place).tolist())

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
        self._streams = len(rows)
