"""The state of contiguous windows in a file: whether a network may go on from it."""

from collections.abc import Mapping

from torch import Tensor

from abcstudio.learning.model import CharLSTM
from abcstudio.learning.tensor_file import TensorEntry

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
