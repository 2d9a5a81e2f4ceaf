"""A layer with weights that are new each time: for one row, for five, and its gradients."""

import torch

NAMED = [
    ("layer of one row", {"kind": "function"}, "only-a-function"),
    ("layer of one row", {"kind": "class"}, "only-a-class"),
    ("layer of one row", {"kind": "layer"}, "only-a-layer"),
    ("layer of one row", {"kind": "nothing"}, "nothing-comes-back"),
    ("layer of one row", {"shape": [1, 2]}, "without-weights"),
    ("takes part in gradients", False, "detached"),
]


def made(answer, weights, bias):
    layer = answer.DenseLayer(2, 3)
    with torch.no_grad():
        layer.W.copy_(weights)
        layer.bias.copy_(bias)
    return layer


def gradient(layer, name, x):
    layer(x).square().sum().backward()
    return getattr(layer, name).grad


def probe(answer, dice):
    def row(count):
        return [round(dice.uniform(-1.5, 1.5), 2) for _ in range(count)]

    weights = torch.tensor([row(3), row(3)])
    bias = torch.tensor(row(3))
    one, five = torch.tensor([row(2)]), torch.tensor([row(2) for _ in range(5)])
    # Without an input the outputs are the bias: below zero, where ReLU differs from nothing, and
    # above one, where what is cut off there differs from ReLU.
    five[0], bias[0] = 0.0, -round(dice.uniform(0.3, 1.5), 2)
    bias[1] = round(dice.uniform(1.2, 1.9), 2)

    def layer():
        return made(answer, weights, bias)

    return {
        "layer of one row": lambda: plain_values(layer()(one)),
        "layer of five rows": lambda: plain_values(layer()(five)),
        "takes part in gradients": lambda: layer()(one).requires_grad,
        "gradient of W": lambda: gradient(layer(), "W", five),
        "gradient of bias": lambda: gradient(layer(), "bias", five),
    }


def plain_values(value):
    return value.detach() if isinstance(value, torch.Tensor) else value
