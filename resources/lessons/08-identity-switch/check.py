"""One model called in two ways: what came out, and how it was called."""

import sys

import torch

NAMED = [
    ("isidentity is a text", True, "text-is-true"),
    ("out_with_linear", "x_input", "identity-for-linear"),
    ("out_with_identity", "model.linear(x_input)", "linear-for-identity"),
    ("out_with_linear", "a layer", "model-not-called"),
    ("out_with_identity", "a layer", "model-not-called"),
    ("ways in which the model was called", "once with the layer", "identity-not-called"),
    ("ways in which the model was called", "once with identity", "linear-not-called"),
    ("ways in which the model was called", "never", "never-called"),
]

_WAYS = {
    (): "never",
    (False,): "once with the layer",
    (True,): "once with identity",
    (False, True): "in both ways",
}
_calls = []


def watch(frame, event, _):
    if event == "call" and frame.f_code.co_name == "forward":
        values = frame.f_locals
        if "isidentity" in values:
            _calls.append(values["isidentity"])


def given(dice):
    _calls.clear()
    sys.setprofile(watch)
    return {}


def kind(value, answer):
    if not isinstance(value, torch.Tensor):
        return "a layer" if isinstance(value, torch.nn.Module) else type(value).__name__
    if value.shape == answer.x_input.shape and bool((value == answer.x_input).all()):
        return "x_input"
    wanted = answer.model.linear(answer.x_input)
    is_linear = value.shape == wanted.shape and torch.allclose(value, wanted)
    return "model.linear(x_input)" if is_linear else "a tensor of " + str(tuple(value.shape))


def probe(answer, dice):
    sys.setprofile(None)
    ways = tuple(sorted({bool(each) for each in _calls}))
    return {
        "isidentity is a text": any(isinstance(each, str) for each in _calls),
        "out_with_linear": lambda: kind(answer.out_with_linear, answer),
        "out_with_identity": lambda: kind(answer.out_with_identity, answer),
        "ways in which the model was called": _WAYS[ways],
    }
