"""The gradients of a training step: a batch drawn, read in parts where it must be, and the loss."""

import math
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import torch
from torch import Tensor, nn

from abcstudio.errors import CancelledError, TrainingError
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.devices import has_fast_bfloat16
from abcstudio.learning.memory import is_out_of_memory, release_memory
from abcstudio.learning.model import CharLSTM, count_parameters
from abcstudio.learning.ranks import Ranks
from abcstudio.learning.windows import State, make_windows

# A step with more work than this is cut into parts, between which a person's wish to stop is heard.
_OPERATIONS_AT_ONCE = 2.6e10
_HALF_OPERATIONS_AT_ONCE = 6e10


class Gradients:
    """Computes the gradients of one batch after the other.

    Attributes:
        generator: Draws the batches.
        windows: Where the batches come from.
        rows_at_once: How many rows are computed together.
        is_short_of_memory: `rows_at_once` has been made smaller because memory did not suffice.
    """

    def __init__(
        self,
        model: CharLSTM,
        config: TrainingConfig,
        train_ids: Tensor,
        should_stop: Callable[[], bool],
        ranks: Ranks,
    ) -> None:
        self._config, self._device = config, train_ids.device
        self._should_stop = should_stop
        self._ranks = ranks
        self._own_rows = ranks.rows(config.batch_size)
        self._network = ranks.wrap(model)
        self.generator = torch.Generator(device=train_ids.device).manual_seed(config.rng_seed)
        self.windows = make_windows(
            config.windows, train_ids, config.seq_len, config.batch_size, self.generator
        )
        self._half = config.precision == "auto" and has_fast_bfloat16(self._device.type)
        self.rows_at_once = self._rows_by_work(count_parameters(model))
        self.is_short_of_memory = False

    def compute(self, step: int) -> Tensor:
        """Add the gradients of a new batch to the network's and return the batch's loss, ().

        Where memory does not suffice, half as many rows are computed together, again and again:
        the gradients of the parts add up to those of the whole, so the run stays the same run.

        Raises:
            CancelledError: `should_stop` said so; the same batch will be drawn again.
            TrainingError: There is no memory for a single row.
        """
        generator_state, global_state = self.generator.get_state(), torch.get_rng_state()
        windows_state = self.windows.tensors()
        while True:
            self._network.zero_grad()
            try:
                return self._ranks.mean(self._backward())
            except CancelledError:
                self._put_back(generator_state, global_state, windows_state)
                raise
            except RuntimeError as error:
                # Other ranks cannot know that this one begins again.
                if not is_out_of_memory(error) or self._ranks.size > 1:
                    raise
            # Outside the handler, so that the failed attempt's tensors are no longer held.
            self._put_back(generator_state, global_state, windows_state)
            self._network.zero_grad()
            release_memory(self._device)
            if self.rows_at_once == 1:
                raise TrainingError("training.out_of_memory", step=step)
            self.rows_at_once = math.ceil(self.rows_at_once / 2)
            self.is_short_of_memory = True

    def _put_back(
        self, generator_state: Tensor, global_state: Tensor, windows_state: dict[str, Tensor]
    ) -> None:
        """Undo what a step has drawn, so that it can begin again with the same batch."""
        self.generator.set_state(generator_state)
        torch.set_rng_state(global_state)
        self.windows.restore(windows_state)

    def _backward(self) -> Tensor:
        """Compute loss and gradients of this rank's rows of a new batch, in parts."""
        inputs, targets, state = self.windows.take()  # (batch, seq_len) each
        batch, own = len(inputs), self._own_rows
        inputs, targets = inputs[own], targets[own]  # (rows, seq_len) each
        total = torch.zeros((), device=inputs.device)
        states: list[State] = []
        for first in range(0, len(inputs), self.rows_at_once):
            if first and self._should_stop():
                raise CancelledError
            last = min(len(inputs), first + self.rows_at_once)
            part, wanted = inputs[first:last], targets[first:last]  # (part, seq_len) each
            before = _rows_of(state, own.start + first, own.start + last)
            is_last = last == len(inputs)
            with nullcontext() if is_last else self._ranks.without_exchange(self._network):
                with self._arithmetic():
                    logits, after = self._network(part, before)  # (part, seq_len, vocab_size)
                loss = nn.functional.cross_entropy(logits.float().flatten(0, 1), wanted.flatten())
                if len(part) != len(inputs):
                    loss = loss * (len(part) / len(inputs))
                torch.autograd.backward(loss)
            total = total + loss.detach()
            states.append(after if isinstance(after, tuple) else (after,))
        self.windows.keep(_in_batch(states, batch, own))
        return total

    def _arithmetic(self) -> AbstractContextManager[None]:
        if not self._half:
            return nullcontext()
        return torch.autocast(self._device.type, dtype=torch.bfloat16)

    def _rows_by_work(self, parameters: int) -> int:
        rows: int = self._own_rows.stop - self._own_rows.start
        if self._device.type != "cpu":
            return rows
        operations = 6 * parameters * self._config.seq_len
        at_once = _HALF_OPERATIONS_AT_ONCE if self._half else _OPERATIONS_AT_ONCE
        parts = math.ceil(rows * operations / at_once)
        return math.ceil(rows / parts)


def _rows_of(state: State, first: int, last: int) -> Tensor | State | None:
    """Return the state of some rows as the network takes it; None is a zero state."""
    if not state:
        return None
    parts = tuple(part[:, first:last].contiguous() for part in state)  # (layers, rows, hidden)
    return parts if len(parts) > 1 else parts[0]


def _in_batch(states: list[State], batch: int, own: slice) -> State:
    """Return the states of parts as the state of the whole batch; other ranks' rows are zero."""
    whole = []
    for parts in zip(*states, strict=True):
        part = torch.cat(parts, dim=1)  # (layers, rows, hidden)
        if part.shape[1] != batch:
            rows = part.new_zeros(part.shape[0], batch, part.shape[2])
            rows[:, own] = part
            part = rows
        whole.append(part)
    return tuple(whole)
