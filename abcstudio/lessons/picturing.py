"""What checks of lessons give back to be drawn: the student's own values, small and plain."""

import sys
from collections.abc import Callable, Mapping
from typing import Any

from abcstudio.lessons.running.described import described

Picture = Mapping[str, Any]
"""Plain data: `kind` says how it is drawn, the rest depends on that."""

_CORNER = (3, 3, 5, 8)


def block(name: str, value: Any) -> dict[str, Any]:
    """Return a tensor as a block of boxes: its shape, and the values of the corner that is drawn.

    Other values are named by their kind.
    """
    torch = sys.modules.get("torch")
    if torch is None or not isinstance(value, torch.Tensor):
        found = described(value)
        return {"name": name, "is": found["kind"]}
    tensor = value.detach().cpu()
    sizes = _CORNER[-tensor.ndim :] if tensor.ndim else ()
    if tensor.ndim > len(_CORNER):
        return {"name": name, "is": "tensor", "shape": list(tensor.shape)}
    corner = tensor[tuple(slice(size) for size in sizes)]
    return {
        "name": name,
        "is": "tensor",
        "shape": list(tensor.shape),
        "shown": list(corner.shape),
        "values": [float(each) for each in corner.reshape(-1).tolist()],
    }


def blocks(answer: Any, *names: str) -> Picture:
    """Return the picture of some values that typed code has made; those that are missing lack."""
    found = []
    for name in names:
        try:
            found.append(block(name, getattr(answer, name)))
        except Exception:  # noqa: BLE001 - whatever was typed, the others are drawn.
            continue
    return {"kind": "blocks", "blocks": found}


class Traced:
    """A number that remembers how it was made: through it a function shows its graph."""

    def __init__(self, nodes: list[dict[str, Any]], node: dict[str, Any]) -> None:
        self.nodes = nodes
        self.place = len(nodes)
        nodes.append(node)

    @classmethod
    def __torch_function__(
        cls, function: Any, _types: Any, values: Any = (), _options: Any = None
    ) -> "Traced":
        name = str(getattr(function, "__name__", ""))
        signs = {"add": "+", "sub": "-", "subtract": "-", "mul": "*", "multiply": "*", "div": "/"}
        return _made(signs[name], *values)

    def __add__(self, other: Any) -> "Traced":
        return _made("+", self, other)

    def __radd__(self, other: Any) -> "Traced":
        return _made("+", other, self)

    def __sub__(self, other: Any) -> "Traced":
        return _made("-", self, other)

    def __rsub__(self, other: Any) -> "Traced":
        return _made("-", other, self)

    def __mul__(self, other: Any) -> "Traced":
        return _made("*", self, other)

    def __rmul__(self, other: Any) -> "Traced":
        return _made("*", other, self)

    def __truediv__(self, other: Any) -> "Traced":
        return _made("/", self, other)


def _made(sign: str, one: Any, other: Any) -> Traced:
    nodes = next(each.nodes for each in (one, other) if isinstance(each, Traced))
    places = [
        each.place if isinstance(each, Traced) else Traced(nodes, {"value": float(each)}).place
        for each in (one, other)
    ]
    return Traced(nodes, {"sign": sign, "of": places})


def graph(function: Callable[..., Any], **inputs: float) -> Picture | None:
    """Return the graph of what a function does with numbers; None where it cannot be followed."""
    nodes: list[dict[str, Any]] = []
    given = [Traced(nodes, {"input": name, "value": value}) for name, value in inputs.items()]
    found = function(*given)
    if not isinstance(found, Traced):
        return None
    return {"kind": "graph", "nodes": nodes, "result": found.place}
