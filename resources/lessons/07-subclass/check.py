"""A subclass of two layers with weights copied in, beside the formula."""

import torch

NAMED = [
    ("model of five rows", {"kind": "layer"}, "class-for-layer"),
    ("model of five rows", {"kind": "class"}, "class-for-layer"),
    ("parameters", 8, "three-to-two"),
    ("takes part in gradients", False, "detached"),
]
REMARKS = [("~type of the activation", "function", "a-function-does-too")]


def filled(model, weights, bias):
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(weights if parameter.ndim == 2 else bias)
    return model


def kind(value):
    return "layer" if isinstance(value, torch.nn.Module) else "function"


def probe(answer, dice):
    def row(count):
        return [round(dice.uniform(-1.5, 1.5), 2) for _ in range(count)]

    weights, bias = torch.tensor([row(2) for _ in range(3)]), torch.tensor(row(3))
    five = torch.tensor([row(2) for _ in range(5)])
    # Without an input the outputs are the bias: below zero, where ReLU differs from nothing, and
    # above one, where what is cut off there differs from ReLU.
    five[0], bias[0] = 0.0, -round(dice.uniform(0.3, 1.5), 2)
    bias[1] = round(dice.uniform(1.2, 1.9), 2)

    def made():
        return answer.LinearWithSigmoidActivation(2, 3)

    return {
        "parameters": lambda: sum(each.numel() for each in made().parameters()),
        "model of five rows": lambda: filled(made(), weights, bias)(five).detach(),
        "takes part in gradients": lambda: made()(five).requires_grad,
        "~type of the activation": lambda: kind(made().activation),
    }
