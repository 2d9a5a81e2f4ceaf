"""Where the pieces of text of each training step come from, and the state that is kept of them.

Random pieces begin anywhere, and each is read from a zero state, as in the lab. Those that begin at
tunes are read so too: a network whose pieces are longer than tunes then learns what the header says
about the end, and how to begin. Contiguous ones run through the text in as many streams as a batch
has rows: a stream goes on where it ended, and the network keeps its state, cut from the gradient
(truncated backpropagation through time, Williams and Peng 1990). At the end of the text the streams
begin again, a random number of characters shifted.
"""

from typing import Protocol

import torch
from torch import Tensor

from abcstudio.errors import TrainingInputError
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.training.batches import random_windows, tune_starts
from abcstudio.learning.vocabulary import Vocabulary

# Of so many pieces of a batch that begins at tunes, one begins anywhere.
_ONE_ANYWHERE_OF = 4

State = tuple[Tensor, ...]
"""One tensor (layers, rows, hidden) a part of the state: two for an LSTM; empty is a zero state.
Pointer heads add their past: keys (1, rows, places, width) and characters (1, rows, places)."""


class Windows(Protocol):
    """Gives the batches of a run, one after the other."""

    def take(self) -> tuple[Tensor, Tensor, State]:
        """Return inputs and targets, (batch, seq_len) each, and the state to read them from."""
        ...

    def keep(self, state: State) -> None:
        """Remember the state after the batch that was taken last."""
        ...

    def tensors(self) -> dict[str, Tensor]:
        """Return what must be saved, besides the generator, for the run to go on exactly."""
        ...

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Go on from what `tensors` gave; raises ValueError for what does not fit."""
        ...


def make_windows(
    config: TrainingConfig, vocabulary: Vocabulary, ids: Tensor, generator: torch.Generator
) -> Windows:
    """Return the windows that a config names.

    Raises:
        TrainingInputError: They should begin at tunes, and the text has none.
    """
    if config.windows == "contiguous":
        return ContiguousWindows(ids, config.seq_len, config.batch_size, generator)
    if config.windows == "tunes":
        starts = tune_starts(ids, vocabulary)
        if not len(starts):
            raise TrainingInputError("training.no_tune_starts")
        return TuneWindows(ids, starts, config.seq_len, config.batch_size, generator)
    return RandomWindows(ids, config.seq_len, config.batch_size, generator)


class RandomWindows:
    """Pieces that begin anywhere, each read from a zero state."""

    def __init__(
        self, ids: Tensor, seq_len: int, batch_size: int, generator: torch.Generator
    ) -> None:
        self._ids, self._seq_len, self._batch_size = ids, seq_len, batch_size
        self._generator = generator

    def take(self) -> tuple[Tensor, Tensor, State]:
        """Return inputs and targets, (batch, seq_len) each, and the zero state."""
        return (
            *random_windows(self._ids, self._seq_len, self._batch_size, self._generator),
            (),
        )

    def keep(self, state: State) -> None:
        """Forget the state: the next pieces have nothing to do with these."""

    def tensors(self) -> dict[str, Tensor]:
        """Return nothing: the generator is all there is."""
        return {}

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Go on: the generator is all there is."""


class TuneWindows(RandomWindows):
    """Pieces that begin where a tune does, each read from a zero state.

    A piece goes on with the next tunes, and at the end of the text with the first. A few of a batch
    begin anywhere: else a network would not know what to make of a seed from amid a tune.
    """

    def __init__(
        self,
        ids: Tensor,
        starts: Tensor,
        seq_len: int,
        batch_size: int,
        generator: torch.Generator,
    ) -> None:
        super().__init__(ids, seq_len, batch_size, generator)
        self._starts = starts
        self._columns = torch.arange(seq_len + 1, device=ids.device)  # (seq_len + 1,)

    def take(self) -> tuple[Tensor, Tensor, State]:
        """Return inputs and targets, (batch, seq_len) each, and the zero state."""
        anywhere = self._batch_size // _ONE_ANYWHERE_OF
        starts = torch.cat(
            [
                self._numbers_below(len(self._ids), anywhere),
                self._starts[self._numbers_below(len(self._starts), self._batch_size - anywhere)],
            ]
        )  # (batch,)
        windows = self._ids[(starts[:, None] + self._columns) % len(self._ids)]
        return windows[:, :-1], windows[:, 1:], ()

    def _numbers_below(self, limit: int, count: int) -> Tensor:
        device = self._ids.device
        return torch.randint(limit, (count,), generator=self._generator, device=device)


class ContiguousWindows:
    """Streams that run through the text, each going on where it ended."""

    def __init__(
        self, ids: Tensor, seq_len: int, batch_size: int, generator: torch.Generator
    ) -> None:
        self._ids, self._seq_len, self._batch_size = ids, seq_len, batch_size
        self._generator = generator
        self._stride = len(ids) // batch_size
        self._rows = torch.arange(batch_size, device=ids.device) * self._stride  # (batch,)
        self._columns = torch.arange(seq_len + 1, device=ids.device)  # (seq_len + 1,)
        self._shift = 0
        self._position = 0
        self._state: State = ()

    def take(self) -> tuple[Tensor, Tensor, State]:
        """Return inputs and targets, (batch, seq_len) each, and the state before them."""
        if self._position >= self._stride:
            self._begin_again()
        starts = self._rows + (self._shift + self._position)  # (batch,)
        places = (starts[:, None] + self._columns) % len(self._ids)  # (batch, seq_len + 1)
        windows = self._ids[places]
        self._position += self._seq_len
        return windows[:, :-1], windows[:, 1:], self._state

    def keep(self, state: State) -> None:
        """Remember the state, cut from the gradient."""
        self._state = tuple(part.detach() for part in state)

    def tensors(self) -> dict[str, Tensor]:
        """Return place and state."""
        place = torch.tensor([self._shift, self._position])
        return {
            "place": place,
            **{f"state{number}": part for number, part in enumerate(self._state)},
        }

    def restore(self, tensors: dict[str, Tensor]) -> None:
        """Go on from a place and a state; raises ValueError for one that does not fit."""
        place = tensors.get("place")
        if place is None or place.shape != (2,) or bool((place < 0).any()):
            raise ValueError("place")
        if bool((place > len(self._ids) + self._seq_len).any()):
            raise ValueError("place")
        self._shift, self._position = (int(number) for number in place)
        parts = [tensors[f"state{number}"] for number in range(len(tensors) - 1)]
        if any(part.dim() < 3 or part.shape[1] != self._batch_size for part in parts):
            raise ValueError("state")
        self._state = tuple(part.to(self._ids.device) for part in parts)

    def _begin_again(self) -> None:
        device = self._ids.device
        shift = torch.randint(self._stride, (), generator=self._generator, device=device)
        self._shift, self._position, self._state = int(shift), 0, ()
