"""The gradients of a training step: a batch sampled, read in parts, and the loss.

On a processor the parts are read side by side, one thread each: a small network's layers are too
narrow to be shared out among threads, whole rows are not.
"""

import math
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from abcstudio.errors import CancelledError, TrainingError
from abcstudio.learning.checkpoint import ModelHeader
from abcstudio.learning.devices import has_fast_bfloat16
from abcstudio.learning.memory import is_out_of_memory, release_memory
from abcstudio.learning.model import CharLSTM, Masks, multiplications
from abcstudio.learning.training.ranks import Ranks
from abcstudio.learning.training.windows import State, make_windows
from abcstudio.stopping import stop_if_asked

# A step with more work than this is cut into parts, between which a request to stop is
# looked for.
_OPERATIONS_AT_ONCE = 2.6e10
_HALF_OPERATIONS_AT_ONCE = 6e10
# Fewer rows than this are read no faster than this many.
_LEAST_ROWS_SIDE_BY_SIDE = 8


@dataclass(frozen=True, slots=True)
class _Part:
    """Rows of a batch that are read together.

    Attributes:
        inputs, targets: (rows, seq_len).
        state: What they are read from.
        masks: What dropout silences in them.
        share: Of the batch.
    """

    inputs: Tensor
    targets: Tensor
    state: Tensor | State | None
    masks: Masks | None
    share: float


class Gradients:
    """Computes the gradients of one batch after the other.

    Attributes:
        generator: Samples the batches.
        windows: Where the batches come from.
        rows_at_once: How many rows are computed together.
        is_short_of_memory: `rows_at_once` has been made smaller because memory did not suffice.
    """

    def __init__(
        self, model: CharLSTM, header: ModelHeader, train_ids: Tensor, ranks: Ranks
    ) -> None:
        config = header.config
        self._config, self._device = config, train_ids.device
        self._ranks = ranks
        self._own_rows = ranks.rows(config.batch_size)
        self._model, self._network = model, ranks.wrap(model)
        self._has_heads = model.pointers is not None
        self.generator = torch.Generator(device=train_ids.device).manual_seed(config.rng_seed)
        self.windows = make_windows(config, header.vocabulary, train_ids, self.generator)
        self._half = config.precision == "auto" and has_fast_bfloat16(self._device.type)
        self.rows_at_once = self._rows_by_work(multiplications(model, config.seq_len))
        self.is_short_of_memory = False
        self._side_by_side = self._parts_side_by_side()
        self._pool: ThreadPoolExecutor | None = None

    def close(self) -> None:
        """End the threads that read parts side by side."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def compute(self, step: int) -> Tensor:
        """Add the gradients of a new batch to the network's and return the batch's loss, ().

        Where memory does not suffice, half as many rows are computed together, again and again:
        the gradients of the parts add up to those of the whole, so the run stays the same run.

        Raises:
            CancelledError: The work is to stop; the same batch will be sampled again.
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
            except (RuntimeError, MemoryError) as error:
                # The other ranks would not begin again with this one.
                if not is_out_of_memory(error) or self._ranks.size > 1:
                    raise
            # Outside the handler, so that the failed attempt's tensors are no longer held.
            self._put_back(generator_state, global_state, windows_state)
            self._network.zero_grad()
            release_memory(self._device)
            tried = self._rows_of_a_part()
            if tried == 1:
                raise TrainingError("training.out_of_memory", step=step)
            self.rows_at_once = math.ceil(tried / 2)
            self.is_short_of_memory = True

    def _put_back(
        self, generator_state: Tensor, global_state: Tensor, windows_state: dict[str, Tensor]
    ) -> None:
        """Undo what a step has sampled, so that it can begin again with the same batch."""
        self.generator.set_state(generator_state)
        torch.set_rng_state(global_state)
        self.windows.restore(windows_state)

    def _backward(self) -> Tensor:
        """Compute loss and gradients of this rank's rows of a new batch, in parts."""
        inputs, targets, state = self.windows.take()  # (batch, seq_len) each
        # All rows' masks, on every rank: so the ranks together are one process with one batch.
        masks = self._model.draw_masks(len(inputs), self.generator)
        own, rows = self._own_rows, self._rows_of_a_part()
        parts = [
            _Part(
                inputs[first:last],
                targets[first:last],
                _rows_of(state, first, last),
                None if masks is None else masks.rows(first, last),
                (last - first) / (own.stop - own.start),
            )
            for first, last in _ranges(own, rows)
        ]
        read = self._read_side_by_side if self._side_by_side > 1 else self._read_in_turn
        losses, states = read(parts)
        self.windows.keep(_in_batch(states, len(inputs), own))
        return torch.stack(losses).sum()

    def _read_in_turn(self, parts: Sequence[_Part]) -> tuple[list[Tensor], list[State]]:
        """Add up the gradients of one part after the other; the ranks meet at the last."""
        losses, states = [], []
        for number, part in enumerate(parts, start=1):
            if number > 1:
                stop_if_asked()
            is_last = number == len(parts)
            with nullcontext() if is_last else self._ranks.without_exchange(self._network):
                loss, state = self._loss_of(part)
                torch.autograd.backward(loss)
            losses.append(loss.detach())
            states.append(state)
        return losses, states

    def _read_side_by_side(self, parts: Sequence[_Part]) -> tuple[list[Tensor], list[State]]:
        """Compute parts in as many threads; their gradients are added in the parts' order."""
        if self._pool is None:
            self._pool = ThreadPoolExecutor(
                self._side_by_side, "gradients", torch.set_num_threads, (1,)
            )
        losses, states = [], []
        for first in range(0, len(parts), self._side_by_side):
            if first:
                stop_if_asked()
            group = parts[first : first + self._side_by_side]
            futures = [self._pool.submit(self._gradients_of, part) for part in group]
            wait(futures)
            for future in futures:
                loss, state, gradients = future.result()
                self._add(gradients)
                losses.append(loss)
                states.append(state)
        return losses, states

    def _gradients_of(self, part: _Part) -> tuple[Tensor, State, tuple[Tensor, ...]]:
        loss, state = self._loss_of(part)
        gradients = torch.autograd.grad(loss, list(self._model.parameters()))
        return loss.detach(), state, gradients

    def _add(self, gradients: Sequence[Tensor]) -> None:
        for parameter, gradient in zip(self._model.parameters(), gradients, strict=True):
            if parameter.grad is None:
                parameter.grad = gradient
            else:
                parameter.grad += gradient

    def _loss_of(self, part: _Part) -> tuple[Tensor, State]:
        """Return a part's share of the batch's mean loss, (), and the state after it."""
        with self._arithmetic():
            logits, after = self._network(part.inputs, part.state, part.masks)
        scores = logits.float().flatten(0, 1)  # (rows * seq_len, vocab_size)
        # With heads they are logarithms of probabilities already.
        loss_of = nn.functional.nll_loss if self._has_heads else nn.functional.cross_entropy
        loss = loss_of(scores, part.targets.flatten())
        return loss * part.share, after if isinstance(after, tuple) else (after,)

    def _arithmetic(self) -> AbstractContextManager[None]:
        if not self._half:
            return nullcontext()
        return torch.autocast(self._device.type, dtype=torch.bfloat16)

    def _rows_by_work(self, per_character: int) -> int:
        rows: int = self._own_rows.stop - self._own_rows.start
        if self._device.type != "cpu":
            return rows
        operations = 6 * per_character * self._config.seq_len
        at_once = _HALF_OPERATIONS_AT_ONCE if self._half else _OPERATIONS_AT_ONCE
        parts = math.ceil(rows * operations / at_once)
        return math.ceil(rows / parts)

    def _parts_side_by_side(self) -> int:
        if self._device.type != "cpu" or self._ranks.size > 1:
            return 1
        return max(
            1, min(torch.get_num_threads(), self._config.batch_size // _LEAST_ROWS_SIDE_BY_SIDE)
        )

    def _rows_of_a_part(self) -> int:
        rows: int = self._own_rows.stop - self._own_rows.start
        return min(self.rows_at_once, math.ceil(rows / self._side_by_side))


def _ranges(rows: slice, length: int) -> list[tuple[int, int]]:
    """Return consecutive ranges of at most so many rows."""
    firsts = range(rows.start, rows.stop, length)
    return [(first, min(rows.stop, first + length)) for first in firsts]


def _rows_of(state: State, first: int, last: int) -> Tensor | State | None:
    """Return the state of some rows as the network takes it; None is a zero state."""
    if not state:
        return None
    parts = tuple(part[:, first:last].contiguous() for part in state)  # (layers, rows, ...)
    return parts if len(parts) > 1 else parts[0]


def _in_batch(states: list[State], batch: int, own: slice) -> State:
    """Return the states of parts as the state of the whole batch; other ranks' rows are zero."""
    whole = []
    for parts in zip(*states, strict=True):
        part = torch.cat(parts, dim=1)  # (layers, rows, ...)
        if part.shape[1] != batch:
            rows = part.new_zeros(part.shape[0], batch, *part.shape[2:])
            rows[:, own] = part
            part = rows
        whole.append(part)
    return tuple(whole)
