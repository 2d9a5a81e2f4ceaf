"""The library's own names: whether typed code has put something else in their place."""

import sys
from collections.abc import Iterator
from typing import Any

_WATCHED = (
    "builtins", "math", "random", "json", "torch", "torch.nn", "torch.nn.functional",
    "torch.optim", "torch.autograd", "numpy",
)  # fmt: skip
_CLASSES = {"torch": ("Tensor",), "torch.nn": ("Module", "Linear", "Embedding", "LSTM", "Sigmoid")}


class NamesKept:
    """What the names of the libraries stood for before typed code ran."""

    def __init__(self) -> None:
        self._before = [(words, owner, dict(vars(owner))) for words, owner in _owners()]

    def changed(self) -> str:
        """Return a name that stands for something else now, "" where there is none."""
        for words, owner, before in self._before:
            now = vars(owner)
            for name, value in before.items():
                if name != "_" and callable(value) and now.get(name) is not value:
                    return f"{words}.{name}"
        return ""


def _owners() -> Iterator[tuple[str, Any]]:
    for name in _WATCHED:
        module = sys.modules.get(name)
        if module is not None:
            yield name, module
            for each in _CLASSES.get(name, ()):
                yield f"{name}.{each}", getattr(module, each)
