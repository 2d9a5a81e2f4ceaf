"""One model called in two ways: what came out, and how it was called."""

import sys

import torch

NAMED = [
    ("isidentity is a text", True, "text-is-true"),
    ("another model was called", True, "class-called"),
    ("out_with_linear", "x_input", "identity-for-linear"),
    ("out_with_identity", "model.linear(x_input)", "linear-for-identity"),
    ("out_with_linear", "a layer", "model-not-called"),
    ("out_with_identity", "a layer", "model-not-called"),
    ("ways in which the model was called", "once with the layer", "identity-not-called"),
    ("ways in which the model was called", "once with identity", "linear-not-called"),
    ("ways in which the model was called", "never", "never-called"),
    ("out_with_linear", "another tensor", "something-more"),
    ("out_with_identity", "another tensor", "something-more"),
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
            _calls.append((values["isidentity"], values.get("self")))


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
    return "model.linear(x_input)" if is_linear else "another tensor"


def probe(answer, dice):
    sys.setprofile(None)
    ways = tuple(sorted({bool(switch) for switch, _ in _calls}))

    def another():
        return any(model not in (None, answer.model) for _, model in _calls)

    return {
        "isidentity is a text": any(isinstance(switch, str) for switch, _ in _calls),
        "another model was called": another,
        "out_with_linear": lambda: kind(answer.out_with_linear, answer),
        "out_with_identity": lambda: kind(answer.out_with_identity, answer),
        "ways in which the model was called": _WAYS[ways],
    }
