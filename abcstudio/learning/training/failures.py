"""Turn torch errors (out of memory, GPU failure, lost process) into error messages."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import torch

from abcstudio.errors import DeviceError, TrainingError
from abcstudio.learning.devices import first_line
from abcstudio.learning.memory import is_out_of_memory

# Parts of error messages of GPU drivers and libraries.
_OF_CARDS = ("CUDA", "CUDNN", "cuDNN", "CUBLAS", "HIP", "MIOPEN", "MPS")
# Parts of error messages when another process of a distributed run has ended.
_OF_RANKS = ("NCCL", "Gloo", "gloo", "Connection closed", "Connection reset", "process group")


def raise_as_sentence(
    error: RuntimeError | MemoryError, device: torch.device, step: int, ranks: int
) -> NoReturn:
    """Raise a TrainingError for a known failure, else the error itself.

    Args:
        error: An error of torch.
        device: The device of the network.
        step: The last completed step.
        ranks: The number of processes in the run.
    """
    words = str(error)
    if is_out_of_memory(error):
        raise TrainingError("training.out_of_memory", step=step) from error
    if ranks > 1 and any(sign in words for sign in _OF_RANKS):
        raise TrainingError("training.rank_lost", step=step) from error
    if _is_of_card(error, device.type):
        reason = first_line(error)
        raise TrainingError("training.card_failed", step=step, reason=reason) from error
    raise error


@contextmanager
def failures_as_sentences(device_name: str) -> Iterator[None]:
    """Turn device failures outside a training run into error messages.

    Raises:
        DeviceError: Out of memory, or the GPU failed.
    """
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        if is_out_of_memory(error):
            raise DeviceError("device.no_memory") from error
        if _is_of_card(error, device_name):
            raise DeviceError("device.failed", reason=first_line(error)) from error
        raise


def _is_of_card(error: RuntimeError | MemoryError, device_name: str) -> bool:
    return device_name != "cpu" and any(sign in str(error) for sign in _OF_CARDS)
