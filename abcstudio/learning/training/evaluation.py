"""How well a network predicts a text, in nats per character, and how much of it it copies."""

import math
from collections.abc import Callable, Iterable
from pathlib import Path

import torch
from torch import Tensor, nn

from abcstudio.learning.checkpoint import load_model
from abcstudio.learning.config import VALIDATION_WINDOW
from abcstudio.learning.devices import Device, torch_threads
from abcstudio.learning.memory import is_out_of_memory, release_memory
from abcstudio.learning.model import CharLSTM, multiplications
from abcstudio.learning.training.batches import consecutive_windows, encode
from abcstudio.stopping import stop_if_asked

# Between two questions whether to stop; a fifth of a second on one slow core.
_OPERATIONS_AT_ONCE = 1e10
# Pointer heads compare all characters that are read at once with each other.
_CHARS_AT_ONCE = 500


def evaluate(
    model: CharLSTM,
    ids: Tensor,
    window: int = VALIDATION_WINDOW,
    max_windows: int | None = None,
    report: Callable[[int], object] = lambda _read: None,
) -> float:
    """Return the mean loss over a text cut into windows, each read from a zero state.

    Args:
        model: On the device of `ids`.
        ids: The encoded text.
        window: Characters of a window.
        max_windows: Of more windows only so many are read, evenly spread and always the same ones.
        report: Called after each part with the number of characters that have been read. It starts
            from 0 again where the memory did not suffice for so many at once.
    """
    inputs, targets = _windows(ids, window, max_windows)
    length = inputs.shape[1]
    rows = _rows_at_once(model, len(inputs), length, ids.device)
    was_training = model.training
    model.eval()
    try:
        while True:
            try:
                with torch.no_grad():
                    loss = _summed_loss(model, inputs, targets, rows=rows, report=report)
                    return loss / inputs.numel()
            except (RuntimeError, MemoryError) as error:
                if rows == 1 or not is_out_of_memory(error):
                    raise
            release_memory(ids.device)
            rows = math.ceil(min(rows, len(inputs)) / 2)
    finally:
        model.train(was_training)


def copied_share(
    model: CharLSTM, ids: Tensor, window: int = VALIDATION_WINDOW, max_windows: int = 8
) -> float | None:
    """Return the mean share of the probability that pointer heads copy; None without heads.

    Args:
        model: On the device of `ids`.
        ids: The encoded text.
        window: Characters of a window, each read with nothing to copy at first.
        max_windows: Of more windows only so many are read, evenly spread.
    """
    if model.pointers is None:
        return None
    inputs, targets = _windows(ids, window, max_windows)
    rows = 1 if ids.device.type == "cpu" else len(inputs)
    was_training, own = model.training, list[Tensor]()
    model.eval()
    try:
        for part, wanted in zip(torch.split(inputs, rows), torch.split(targets, rows), strict=True):
            stop_if_asked()
            state = None
            for piece, _ in _pieces(model, part, wanted):
                with torch.no_grad():
                    _, state, pointing = model.read(piece, state)
                assert pointing is not None
                own.append(pointing.own.sum())
    finally:
        model.train(was_training)
    return 1.0 - _sum(own) / inputs.numel()


def _rows_at_once(model: CharLSTM, count: int, length: int, device: torch.device) -> int:
    """Return how many windows are read together: on a GPU all, where one takes as long as many."""
    if device.type != "cpu":
        return max(1, count)
    per_character = multiplications(model, min(length, _CHARS_AT_ONCE))
    return max(1, int(_OPERATIONS_AT_ONCE / (2 * per_character * length)))


def _sum(parts: list[Tensor]) -> float:
    """Return the sum of numbers on a device, which is waited for once; Metal has no doubles."""
    return float(torch.stack(parts).cpu().double().sum())


def _windows(ids: Tensor, window: int, max_windows: int | None) -> tuple[Tensor, Tensor]:
    """Return inputs and targets of the windows that are read, (windows, window) each."""
    inputs, targets = consecutive_windows(ids, window)
    if max_windows is not None and len(inputs) > max_windows:
        chosen = torch.linspace(0, len(inputs) - 1, max_windows).long().to(ids.device)
        inputs, targets = inputs[chosen], targets[chosen]
    return inputs, targets


def _summed_loss(
    model: CharLSTM, inputs: Tensor, targets: Tensor, rows: int, report: Callable[[int], object]
) -> float:
    """Return the sum of the losses of all characters, so many windows at once."""
    losses: list[Tensor] = []
    read = 0
    for part, wanted in zip(torch.split(inputs, rows), torch.split(targets, rows), strict=True):
        stop_if_asked()
        state = None
        for inputs_now, wanted_now in _pieces(model, part, wanted):
            logits, state = model(inputs_now, state)  # (rows, piece, vocab_size)
            loss = nn.functional.cross_entropy(
                logits.flatten(0, 1), wanted_now.flatten(), reduction="sum"
            )
            losses.append(loss)
        read += wanted.numel()
        report(read)
    return _sum(losses)


def _pieces(model: CharLSTM, inputs: Tensor, targets: Tensor) -> Iterable[tuple[Tensor, Tensor]]:
    """Return windows in the pieces that are read one after the other."""
    if model.pointers is None:
        return [(inputs, targets)]
    parts = (torch.split(ids, _CHARS_AT_ONCE, dim=1) for ids in (inputs, targets))
    return zip(*parts, strict=True)


# The mean over 10,000 characters is good to some hundredths.
_WINDOWS = 20


def kept_loss(model: Path, text: str, device: Device, threads: int) -> float:
    """Return a model's loss on a text, measured as a validation loss is.

    The losses of the steps are no match for that: they have dropout in them, and a memory that
    begins empty at every piece of text.

    Raises:
        ModelFileError: The model cannot be opened.
    """
    loaded = load_model(model)
    network = loaded.model.to(device.name)
    ids = encode(text, loaded.header.vocabulary).to(device.name)
    with torch_threads(threads):
        return evaluate(network, ids, max_windows=_WINDOWS)
