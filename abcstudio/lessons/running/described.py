"""Values of typed code as plain data: what a judge may know of a number, a list, a tensor."""

import math
from collections.abc import Mapping
from typing import Any

Fact = dict[str, Any]
"""Plain data with a `kind`; what else it has depends on that."""

MAX_VALUES = 4000
"""Elements of a list or a tensor that are written out; of more, some of them."""

_MAX_DEPTH = 4
_MAX_TEXT = 20_000
# What a tensor with more elements is known by, besides its extremes and its sum.
_PICKED = 64


def described(value: object, depth: int = 0) -> Fact:
    """Return what is known of a value, as data that JSON can hold."""
    if value is None or value is Ellipsis:
        return {"kind": "nothing" if value is None else "todo"}
    if isinstance(value, bool | int | float):
        return {"kind": type(value).__name__, "value": _plain(value)}
    if isinstance(value, str):
        return {"kind": "str", "value": value[:_MAX_TEXT], "length": len(value)}
    if isinstance(value, list | tuple | dict | set | frozenset):
        return _collection(value, depth)
    if isinstance(value, type):
        return {"kind": "class", "name": value.__name__}
    module = type(value).__module__
    if type(value).__name__ in ("Tensor", "Parameter") and module.startswith("torch"):
        return _tensor(value)
    if module == "numpy":
        return _array(value)
    if module.startswith("torch.nn.modules"):
        return {"kind": "layer", "name": type(value).__name__}
    if callable(value) and hasattr(value, "__name__"):
        return {"kind": "function", "name": str(value.__name__)[:100]}
    return {"kind": "object", "name": type(value).__name__}


def _collection(value: Any, depth: int) -> Fact:
    kind = "set" if isinstance(value, frozenset) else next(
        each.__name__ for each in (list, tuple, dict, set) if isinstance(value, each)
    )  # fmt: skip
    fact: Fact = {"kind": kind, "length": len(value)}
    if depth >= _MAX_DEPTH or len(value) > MAX_VALUES:
        return fact
    if isinstance(value, Mapping):
        fact["items"] = [
            [described(key, depth + 1), described(each, depth + 1)] for key, each in value.items()
        ]
    else:
        ordered = sorted(value, key=repr) if kind == "set" else value
        fact["items"] = [described(each, depth + 1) for each in ordered]
    return fact


def _tensor(value: Any) -> Fact:
    values = value.detach().cpu().reshape(-1)
    fact: Fact = {
        "kind": "tensor",
        "dtype": str(value.dtype).removeprefix("torch."),
        "shape": list(value.shape),
        "grad": bool(value.requires_grad),
    }
    return {**fact, **_elements(values, len(values))}


def _array(value: Any) -> Fact:
    if type(value).__name__ != "ndarray":
        return _described_number(value)
    fact: Fact = {"kind": "array", "dtype": str(value.dtype), "shape": list(value.shape)}
    return {**fact, **_elements(value.reshape(-1), value.size)}


def _described_number(value: Any) -> Fact:
    """Return what is known of a number of NumPy's, as of one of Python's."""
    plain = value.item() if hasattr(value, "item") else None
    if isinstance(plain, bool | int | float):
        return {"kind": type(plain).__name__, "value": _plain(plain)}
    return {"kind": "object", "name": type(value).__name__}


def _elements(values: Any, count: int) -> Fact:
    if count <= MAX_VALUES:
        return {"values": [_plain(each) for each in values.tolist()]}
    step = max(1, count // _PICKED)
    totals = {"sum": values.sum(), "least": values.min(), "most": values.max()}
    return {
        "values": [_plain(each) for each in values[::step].tolist()],
        **{name: _plain(each.item()) for name, each in totals.items()},
    }


def _plain(value: Any) -> Any:
    """Return a number as JSON has it; infinities and what is no number as words."""
    if isinstance(value, int | bool):
        # Longer ones are slow to write, and refused by the reader.
        return value if abs(value) < 10**18 else float(min(abs(value), 10**300))
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return str(value)
