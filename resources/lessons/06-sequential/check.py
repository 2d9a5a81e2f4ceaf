"""A chain of two layers: its parameters, its shape, and what it gives with weights copied in."""

import torch

NAMED = [
    ("type of model", "list", "list-of-layers"),
    ("type of model", "tuple", "list-of-layers"),
    ("type of model", "Linear", "sigmoid-missing"),
    ("type of model", "Sigmoid", "linear-missing"),
    ("type of model", "type", "class-not-built"),
    ("parameters", 8, "three-to-two"),
    ("parameters", 6, "without-bias"),
    ("parameters", 0, "linear-missing"),
    ("parameters", 21, "two-linear"),
    ("takes part in gradients", False, "detached"),
]


def kind(model):
    return "model" if isinstance(model, torch.nn.Sequential) else type(model).__name__


def filled(model, weights, bias):
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(weights if parameter.ndim == 2 else bias)
    return model


def probe(answer, dice):
    def row(count):
        return [round(dice.uniform(-1.5, 1.5), 2) for _ in range(count)]

    weights, bias = torch.tensor([row(2) for _ in range(3)]), torch.tensor(row(3))
    five = torch.tensor([row(2) for _ in range(5)])
    # Without an input the outputs are the bias: below zero, where ReLU differs from nothing, and
    # above one, where what is cut off there differs from ReLU.
    five[0], bias[0] = 0.0, -round(dice.uniform(0.3, 1.5), 2)
    bias[1] = round(dice.uniform(1.2, 1.9), 2)
    return {
        "type of model": lambda: kind(answer.model),
        "parameters": lambda: sum(each.numel() for each in answer.model.parameters()),
        "model of five rows": lambda: filled(answer.model, weights, bias)(five).detach(),
        "takes part in gradients": lambda: answer.model(five).requires_grad,
    }
