"""What a training run needs to go on as if it had never stopped, as one file.

Weights, optimizer, random generators and counters stand in one safetensors file, so that they
always belong together. No pickle.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save
from torch import Tensor

from abcstudio.errors import ModelFileError
from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import read_tensor
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.tensor_file import TensorHeader, open_tensor_file, read_tensor_header
from abcstudio.learning.windows import Windows

# Three numbers a weight and up to four layers, and three generators.
_MAX_TENSORS = 512
_MAX_HEADER_BYTES = 256 * 1024


@dataclass(slots=True)
class Progress:
    """How far a training run has come.

    Attributes:
        train_loss: Smoothed over about a hundred steps; None before the first.
        val_loss: Of the latest evaluation.
        best_val_loss: The lowest of all evaluations.
        evaluated_step: The step of the latest evaluation.
        train_seconds: Spent in steps; evaluations and saving not counted.
    """

    step: int = 0
    train_loss: float | None = None
    val_loss: float | None = None
    best_val_loss: float | None = None
    best_step: int = 0
    evaluated_step: int = 0
    train_seconds: float = 0.0


def save_state(
    path: Path,
    model: CharLSTM,
    optimizer: torch.optim.Optimizer,
    generator: torch.Generator,
    progress: Progress,
    windows: Windows,
) -> None:
    """Write the state of a run.

    Raises:
        ModelFileError: A number in it is not finite; nothing is written.
        OSError: The file cannot be written; the old one is unchanged.
    """
    tensors = {
        name: tensor.detach().cpu().contiguous() for name, tensor in _named(model, optimizer)
    }
    for name, tensor in windows.tensors().items():
        whole = tensor.float() if tensor.is_floating_point() else tensor
        tensors[f"windows.{name}"] = whole.detach().cpu().contiguous()
    if not all(bool(tensor.isfinite().all()) for tensor in tensors.values()):
        raise ModelFileError("model.not_finite", path=path)
    tensors["rng.batches"] = generator.get_state()
    tensors["rng.global"] = torch.get_rng_state()
    if generator.device.type == "cuda":
        tensors["rng.cuda"] = torch.cuda.get_rng_state()
    data = {"progress": asdict(progress), "device": generator.device.type}
    atomic_write(path, save(tensors, {"abcstudio": json.dumps(data)}))


def load_state(
    path: Path,
    model: CharLSTM,
    optimizer: torch.optim.Optimizer,
    generator: torch.Generator,
    windows: Windows,
) -> Progress:
    """Put the state of a run back into a fresh network and optimizer of the same config.

    On another kind of device the generators start anew from the step's number: the run goes on,
    with other batches.

    Raises:
        ModelFileError: The file is damaged or belongs to another network.
    """
    with open_tensor_file(path) as file:
        header = read_tensor_header(
            file, path, max_header_bytes=_MAX_HEADER_BYTES, max_tensors=_MAX_TENSORS
        )
        tensors = {
            name: read_tensor(file, name, entry, path) for name, entry in header.tensors.items()
        }
    progress = _progress(header, path)
    try:
        model.load_state_dict(_part(tensors, "model."))
        optimizer.load_state_dict(_optimizer_state(tensors, model, optimizer))
        windows.restore(_part(tensors, "windows."))
        _restore_generators(tensors, header.metadata["device"], generator, progress.step)
    except (KeyError, TypeError, ValueError, RuntimeError) as error:
        detail = ascii(str(error))[:120]
        raise ModelFileError("model.damaged", path=path, detail=detail) from None
    return progress


def read_progress(path: Path) -> Progress:
    """Return how far the run of a state file has come, without its numbers.

    Raises:
        ModelFileError: The file is damaged.
    """
    with open_tensor_file(path) as file:
        header = read_tensor_header(
            file, path, max_header_bytes=_MAX_HEADER_BYTES, max_tensors=_MAX_TENSORS
        )
    return _progress(header, path)


def _progress(header: TensorHeader, path: Path) -> Progress:
    try:
        facts = header.metadata["progress"]
        if not all(value is None or type(value) in (int, float) for value in facts.values()):
            raise TypeError(facts)
        return Progress(**facts)
    except (AttributeError, KeyError, TypeError):
        raise ModelFileError("model.damaged", path=path, detail="progress") from None


def _named(model: CharLSTM, optimizer: torch.optim.Optimizer) -> Iterator[tuple[str, Tensor]]:
    for name, tensor in model.state_dict().items():
        yield f"model.{name}", tensor
    for index, values in optimizer.state_dict()["state"].items():
        for name, value in values.items():
            if isinstance(value, Tensor):
                yield f"optimizer.{index}.{name}", value


def _part(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in tensors.items()
        if name.startswith(prefix)
    }


def _optimizer_state(
    tensors: dict[str, Tensor], model: CharLSTM, optimizer: torch.optim.Optimizer
) -> dict[str, Any]:
    shapes = [parameter.shape for parameter in model.parameters()]
    state: dict[int, dict[str, Tensor]] = {}
    for name, tensor in _part(tensors, "optimizer.").items():
        index, _, key = name.partition(".")
        if tensor.dim() and tensor.shape != shapes[int(index)]:
            raise ValueError(name)
        state.setdefault(int(index), {})[key] = tensor
    return {"state": state, "param_groups": optimizer.state_dict()["param_groups"]}


def _restore_generators(
    tensors: dict[str, Tensor], device: str, generator: torch.Generator, step: int
) -> None:
    if device != generator.device.type:
        generator.manual_seed(step)
        torch.manual_seed(step)
        return
    generator.set_state(tensors["rng.batches"])
    torch.set_rng_state(tensors["rng.global"])
    if device == "cuda":
        torch.cuda.set_rng_state(tensors["rng.cuda"])
