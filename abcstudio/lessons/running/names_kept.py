"""The library's own names: whether typed code has put something else in their place."""

import sys
from collections.abc import Iterator
from typing import Any

from abcstudio.lessons.running.failures import TYPED

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
                if name != "_" and callable(value) and not _stands_for(now.get(name), value):
                    return f"{words}.{name}"
        return ""


def _stands_for(found: Any, value: Any) -> bool:
    """Return whether a name means what it meant before.

    The first optimizer lets torch put wrappers around some of its own functions.
    """
    if found is value:
        return True
    code = getattr(found, "__code__", None)
    is_typed = code is None or code.co_filename == TYPED
    return not is_typed and getattr(found, "__wrapped__", None) is value


def _owners() -> Iterator[tuple[str, Any]]:
    for name in _WATCHED:
        module = sys.modules.get(name)
        if module is not None:
            yield name, module
            for each in _CLASSES.get(name, ()):
                yield f"{name}.{each}", getattr(module, each)
