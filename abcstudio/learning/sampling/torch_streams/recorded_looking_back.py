"""Pointer heads as a GPU records them: every step is the same work between the same tensors."""

from collections.abc import Sequence

import torch
from torch import Tensor

from abcstudio.learning.pointers import PointerHeads
from abcstudio.learning.sampling.torch_streams.looking_back import LookingBack


class RecordedLookingBack(LookingBack):
    """Pointer heads over a ring of its full size, whose places are a tensor too: for a GPU."""

    def __init__(self, pointers: PointerHeads, output: Tensor, output_bias: Tensor) -> None:
        super().__init__(pointers, output, output_bias)
        self._read = self._bias.new_zeros(0, dtype=torch.long)  # characters, (streams,)

    def keep(self, rows: Tensor) -> None:
        """Go on with some of the streams only."""
        super().keep(rows)
        self._read = self._read[rows]

    def seen(self) -> Tensor:
        """Return how many characters each stream has read, (streams,)."""
        return self._read

    def state(self) -> list[Tensor]:
        """Return the tensors that a step changes for the next one."""
        return [self._keys, self._following, self._read]

    def _fill(self, places: int, generator: torch.Generator) -> None:
        super()._fill(places, generator)
        self._read.fill_(places)

    def _slots(self, count: int) -> int:
        """Return that every step reads all slots."""
        return super()._slots(self._reach)

    def _counts(self) -> list[int]:
        return [int(count) for count in self._read.tolist()]

    def _go_on_from(self, counts: Sequence[int]) -> None:
        self._read = self._following.new_tensor(counts)

    def _begin_from(self, row: int, count: int) -> None:
        self._read[row] = count

    def _follow(self, numbers: Tensor) -> None:
        places = (self._read - 1) % self._reach  # (streams,)
        self._following.scatter_(1, places[:, None], numbers[:, None])

    def _remember(self) -> None:
        slots = 1 + (self._read % self._reach)[:, None, None]  # (streams, 1, 1)
        self._keys.scatter_(2, slots.expand(-1, self._key.shape[1], 1), self._key[:, :, None])
        self._read.add_(1)
