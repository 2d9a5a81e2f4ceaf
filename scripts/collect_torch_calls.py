"""Collect the calls that lessons use: how each is called, and its first sentence.

    python scripts/collect_torch_calls.py      # writes resources/lessons/calls.json

The page of lessons shows a call at the caret from this file, so that it needs no torch for it.
"""

import inspect
import json
import re
from typing import Any

import numpy as np
import torch
from torch import nn

from abcstudio.paths import lessons_dir

_TORCH = [
    "tensor",
    "zeros",
    "ones",
    "rand",
    "randn",
    "randint",
    "arange",
    "linspace",
    "eye",
    "full",
    "zeros_like",
    "ones_like",
    "rand_like",
    "empty",
    "stack",
    "cat",
    "add",
    "sub",
    "mul",
    "div",
    "matmul",
    "exp",
    "log",
    "sqrt",
    "tanh",
    "sigmoid",
    "softmax",
    "log_softmax",
    "relu",
    "argmax",
    "multinomial",
    "bincount",
    "manual_seed",
    "no_grad",
    "save",
    "load",
    "sum",
    "mean",
    "cumsum",
    "topk",
    "sort",
    "where",
    "max",
    "min",
    "abs",
    "pow",
    "clamp",
    "one_hot",
    "from_numpy",
    "squeeze",
    "unsqueeze",
    "transpose",
]
_NN = [
    "Module",
    "Linear",
    "Embedding",
    "LSTM",
    "GRU",
    "RNN",
    "Sigmoid",
    "Tanh",
    "ReLU",
    "Softmax",
    "LogSoftmax",
    "Sequential",
    "CrossEntropyLoss",
    "NLLLoss",
    "MSELoss",
    "Dropout",
    "Parameter",
    "ModuleList",
]
_FUNCTIONAL = [
    "softmax",
    "log_softmax",
    "cross_entropy",
    "nll_loss",
    "mse_loss",
    "relu",
    "one_hot",
    "linear",
]
_TENSOR = [
    "backward",
    "item",
    "detach",
    "clone",
    "numpy",
    "tolist",
    "view",
    "reshape",
    "flatten",
    "permute",
    "unsqueeze",
    "squeeze",
    "transpose",
    "argmax",
    "softmax",
    "multinomial",
    "sum",
    "mean",
    "exp",
    "log",
    "size",
    "dim",
    "requires_grad_",
    "numel",
    "repeat",
    "float",
    "long",
    "to",
    "expand",
    "add_",
    "sub_",
    "mul_",
    "zero_",
]
_OPTIM = ["SGD", "Adam", "AdamW", "Adagrad", "RMSprop"]
_OPTIMIZER = ["zero_grad", "step"]
_MODULE = ["parameters", "named_parameters", "train", "eval", "state_dict", "load_state_dict"]
_NUMPY = [
    "array",
    "asarray",
    "zeros",
    "ones",
    "arange",
    "frombuffer",
    "unique",
    "concatenate",
    "random.choice",
]
_LONGEST = 240
_CALL = re.compile(r"^\s*(?P<call>[\w.]+\(.*?\)(?: *-> *[^\n]+)?)", re.DOTALL)
_SENTENCE = re.compile(r"(.+?[.:])(?:\s|$)", re.DOTALL)
_ROLE = re.compile(r":[\w:]+:`~?([^`<]+?)(?: <[^`]*>)?`|``([^`]+)``|\*([^*\s]+)\*")


def main() -> None:
    """Write the file."""
    calls: dict[str, dict[str, str]] = {}
    places: tuple[tuple[str, Any, list[str]], ...] = (
        ("torch.", torch, _TORCH),
        ("torch.nn.", nn, _NN),
        ("torch.nn.functional.", nn.functional, _FUNCTIONAL),
        ("torch.optim.", torch.optim, _OPTIM),
        (".", torch.Tensor, _TENSOR),
        (".", torch.optim.Optimizer, _OPTIMIZER),
        (".", nn.Module, _MODULE),
        ("numpy.", np, _NUMPY),
    )
    for prefix, owner, names in places:
        for name in names:
            found = owner
            for part in name.split("."):
                found = getattr(found, part, None)
            if found is not None:
                calls[f"{prefix}{name}"] = described(name, found)
    path = lessons_dir() / "calls.json"
    path.write_text(json.dumps(calls, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


def described(name: str, found: Any) -> dict[str, str]:
    """Return how something is called, and what it is for."""
    words = (inspect.getdoc(found) or "").replace("__init__(", f"{name}(", 1)
    call = called_in(name, words) or signature(name, found) or f"{name}(…)"
    rest = _CALL.sub("", words, count=1) if words.lstrip().startswith(f"{name}(") else words
    sentence = _SENTENCE.match(plain(rest))
    return {"call": call[:_LONGEST], "what": (sentence[1] if sentence else "")[:_LONGEST]}


def signature(name: str, found: Any) -> str:
    """Return the signature that Python knows, "" for none; annotations only lengthen it."""
    try:
        parameters = inspect.signature(found).parameters.values()
    except (TypeError, ValueError):
        return ""
    kept = [
        each.replace(annotation=inspect.Parameter.empty)
        for each in parameters
        if each.name not in ("self", "_stacklevel")
    ]
    shown = [str(each).replace(" ", "") for each in kept]
    return f"{name}({', '.join(shown)})" if shown != ["*args", "**kwargs"] else ""


def called_in(name: str, words: str) -> str:
    """Return the call that a text begins with, as those of functions in C do."""
    match = _CALL.match(words)
    return " ".join(match["call"].split()) if match and words.lstrip().startswith(name) else ""


def plain(words: str) -> str:
    """Return a text without the marks of its markup."""
    paragraph = words.strip().split("\n\n")[0]
    return " ".join(_ROLE.sub(lambda found: next(filter(None, found.groups())), paragraph).split())


if __name__ == "__main__":
    main()
