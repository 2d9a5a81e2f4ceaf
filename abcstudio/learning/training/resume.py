"""What a training run needs to go on as if it had never stopped, as one file.

Weights, optimizer, random generators and counters stand in one safetensors file, so that they
always belong together. No pickle.
"""

import json
import math
import struct
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from inspect import signature
from pathlib import Path
from statistics import fmean
from typing import Any

import torch
from safetensors.torch import save
from torch import Tensor

from abcstudio.errors import ModelFileError
from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import read_tensor
from abcstudio.learning.config import TrainingConfig
from abcstudio.learning.damage import damage_detail
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.tensor_file import (
    TensorEntry,
    TensorHeader,
    open_tensor_file,
    read_tensor_header,
)
from abcstudio.learning.training.windows import Windows

_NAME = "windows.state"
_PLACES = -1
"""Stands for a number of rows, or of places, that any state may have."""


def is_state_part(name: str, entry: TensorEntry, model: CharLSTM) -> bool:
    """Return whether an entry of a file is a part of such a network's state, as it is written."""
    expected = _expected(model).get(name)
    if expected is None or len(entry.shape) != len(expected[1]):
        return False
    sizes = zip(entry.shape, expected[1], strict=True)
    return entry.dtype == expected[0] and all(wanted in (_PLACES, one) for one, wanted in sizes)


def check_state(tensors: Mapping[str, Tensor], model: CharLSTM) -> None:
    """Raise ValueError for a state that is not whole, or whose past no network has written.

    Args:
        tensors: All of a file; each part of the state has passed `is_state_part`.
        model: The network that is to go on.
    """
    found = {name for name in tensors if name.startswith(_NAME)}
    expected = list(_expected(model))
    if not found:
        return
    if found != set(expected):
        raise ValueError("state")
    if model.pointers is None:
        return
    keys, characters = tensors[expected[-2]], tensors[expected[-1]]
    places = characters.shape[2]
    if keys.shape[2] != places or not 1 <= places <= model.pointers.reach:
        raise ValueError("past")
    if not 0 <= int(characters.min()) <= int(characters.max()) <= model.embedding.num_embeddings:
        raise ValueError("past")


def _expected(model: CharLSTM) -> dict[str, tuple[str, tuple[int, ...]]]:
    """Return the type and shape of every part of a state."""
    layers, hidden = model.recurrent.num_layers, model.recurrent.hidden_size
    parts: list[tuple[str, tuple[int, ...]]] = [("F32", (layers, _PLACES, hidden))]
    if model.cell == "lstm":
        parts *= 2
    if model.pointers is not None:
        width = model.pointers.width
        parts += [("F32", (1, _PLACES, _PLACES, width)), ("I64", (1, _PLACES, _PLACES))]
    return {f"{_NAME}{number}": part for number, part in enumerate(parts)}


# Three numbers a weight and up to four layers, and three generators.
_MAX_TENSORS = 512
_MAX_HEADER_BYTES = 256 * 1024
_MAX_COUNT = 2**53
_MAX_GENERATOR_BYTES = 64 * 1024
# A mean of more would lag behind a loss that falls: the number is what the curve ends at.
_RECENT_STEPS = 10

# The state of torch's generator on a CPU (mt19937): seed, numbers left until the next 624 are made,
# whether it is seeded, and the place of the next number.
_GENERATOR_HEAD = struct.Struct("=QiiQ")
_GENERATOR_NUMBERS = 624


@dataclass(slots=True, kw_only=True)
class Progress:
    """How far a training run has come.

    Attributes:
        train_loss: Smoothed over about fifty steps, for the guard against divergence; None before
            the first. What is shown and kept is `recent_loss`.
        val_loss: Of the latest evaluation.
        best_val_loss: The lowest of all evaluations.
        evaluated_step: The step of the latest evaluation.
        train_seconds: Spent in steps; evaluations and saving not counted.
        recent_losses: Of the latest ten steps; none in a state of an earlier version.
    """

    step: int = 0
    train_loss: float | None = None
    val_loss: float | None = None
    best_val_loss: float | None = None
    best_step: int = 0
    evaluated_step: int = 0
    train_seconds: float = 0.0
    recent_losses: tuple[float, ...] = ()

    @property
    def recent_loss(self) -> float | None:
        """The mean of the latest ten steps; None before the first."""
        return fmean(self.recent_losses) if self.recent_losses else self.train_loss

    def add_loss(self, loss: float) -> None:
        """Take in the loss of one more step."""
        self.recent_losses = (*self.recent_losses, loss)[-_RECENT_STEPS:]

    def has_stopped_gaining(self, config: TrainingConfig) -> bool:
        """Return whether the last `patience` evaluations have brought nothing."""
        if not config.patience or self.best_val_loss is None:
            return False
        return self.evaluated_step - self.best_step >= config.patience * config.evaluate_every


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
        tensors["rng.cuda"] = torch.cuda.get_rng_state(generator.device)
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
        progress = _progress(header, path)
        _check_entries(header.tensors, model, optimizer, path)
        tensors = {
            name: read_tensor(file, name, entry, path) for name, entry in header.tensors.items()
        }
    try:
        model.load_state_dict(_part(tensors, "model."))
        optimizer.load_state_dict(_optimizer_state(tensors, optimizer))
        check_state(tensors, model)
        windows.restore(_part(tensors, "windows."))
        _restore_generators(tensors, header.metadata["device"], generator, progress.step)
    except (KeyError, TypeError, ValueError, RuntimeError) as error:
        raise ModelFileError("model.damaged", path=path, detail=damage_detail(error)) from None
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
        known = {field.name: field.default for field in fields(Progress)}
        if not all(_fits(known[name], value) for name, value in facts.items()):
            raise TypeError(facts)
        losses = tuple(facts.get("recent_losses", ()))
        return Progress(**{**facts, "recent_losses": losses})
    except (AttributeError, KeyError, TypeError):
        raise ModelFileError("model.damaged", path=path, detail="progress") from None


def _fits(default: object, value: object) -> bool:
    """Return whether a value may stand where this is the default: counts, times and losses."""
    if isinstance(default, tuple):
        if not isinstance(value, list) or len(value) > _RECENT_STEPS:
            return False
        return all(one is not None and _fits(None, one) for one in value)
    if type(default) is int:
        return type(value) is int and 0 <= value <= _MAX_COUNT
    if value is None:
        return default is None
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return math.isfinite(value) and (default is None or value >= 0)


def _check_entries(
    entries: Mapping[str, TensorEntry],
    model: CharLSTM,
    optimizer: torch.optim.Optimizer,
    path: Path,
) -> None:
    """Compare all that a header announces with this network and optimizer, before any is read."""
    weights = {f"model.{name}": tensor.shape for name, tensor in model.state_dict().items()}
    parameters = list(model.parameters())
    kept = _kept_by(optimizer, parameters[0].device)
    state = {
        f"optimizer.{index}.{name}": parameter.shape if is_whole else torch.Size()
        for index, parameter in enumerate(parameters)
        for name, is_whole in kept.items()
    }
    has_state = any(name.startswith("optimizer.") for name in entries)
    shapes = weights | state if has_state else weights
    for name, shape in shapes.items():
        entry = entries.get(name)
        if entry is None or (entry.dtype, entry.shape) != ("F32", tuple(shape)):
            raise ModelFileError("model.damaged", path=path, detail=name)
    for name in set(entries) - set(shapes):
        if not _is_known(name, entries[name], model):
            raise ModelFileError("model.damaged", path=path, detail=ascii(name)[:80])


def _is_known(name: str, entry: TensorEntry, model: CharLSTM) -> bool:
    """Return whether an entry that is neither weight nor optimizer state is one that we write."""
    if name == "windows.place":
        return (entry.dtype, entry.shape) == ("I64", (2,))
    if is_state_part(name, entry, model):
        return True
    is_generator = name in ("rng.batches", "rng.global", "rng.cuda")
    return is_generator and entry.dtype == "U8" and entry.size <= _MAX_GENERATOR_BYTES


def _kept_by(optimizer: torch.optim.Optimizer, device: torch.device) -> dict[str, bool]:
    """Return what an optimizer keeps for a weight, and whether it is a number for each of its own.

    Found by one step of the same kind of optimizer on a weight of its own.
    """
    weight = torch.nn.Parameter(torch.zeros(2, device=device))
    weight.grad = torch.zeros_like(weight)
    taken = signature(type(optimizer)).parameters
    options = {name: value for name, value in optimizer.defaults.items() if name in taken}
    twin = type(optimizer)([weight], **options)
    twin.step()
    return {
        name: value.shape == weight.shape
        for name, value in twin.state[weight].items()
        if isinstance(value, Tensor)
    }


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
    tensors: dict[str, Tensor], optimizer: torch.optim.Optimizer
) -> dict[str, Any]:
    state: dict[int, dict[str, Tensor]] = {}
    for name, tensor in _part(tensors, "optimizer.").items():
        index, _, key = name.partition(".")
        state.setdefault(int(index), {})[key] = tensor
    return {"state": state, "param_groups": optimizer.state_dict()["param_groups"]}


def _restore_generators(
    tensors: dict[str, Tensor], device: str, generator: torch.Generator, step: int
) -> None:
    if device != generator.device.type:
        generator.manual_seed(step)
        torch.manual_seed(step)
        return
    if device == "cpu":
        _check_generator(tensors["rng.batches"])
    _check_generator(tensors["rng.global"])
    generator.set_state(tensors["rng.batches"])
    torch.set_rng_state(tensors["rng.global"])
    if device == "cuda":
        torch.cuda.set_rng_state(tensors["rng.cuda"], generator.device)


def _check_generator(state: Tensor) -> None:
    """Raise ValueError for a state from which torch would read beyond the generator's memory.

    WORKAROUND: torch (2.13) takes any place for the next number up to the end, whatever is left;
    the next numbers are then read from behind the state. No report is known to us.
    """
    data = state.numpy().tobytes()
    if len(data) < _GENERATOR_HEAD.size:
        raise ValueError("generator")
    _seed, left, seeded, place = _GENERATOR_HEAD.unpack_from(data)
    is_fresh = (left, place) == (1, 0)
    if seeded != 1 or not (is_fresh or (left > 0 and left + place == _GENERATOR_NUMBERS + 1)):
        raise ValueError("generator")
