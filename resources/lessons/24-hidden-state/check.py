"""A recurrent layer of two units over three inputs, with weights that are new each time."""

import torch

from abcstudio.learning.reading_network import network_of
from abcstudio.paths import checkpoints_dir

NAMED = [
    ("states", {"length": 1}, "one-state"),
    ("states", {"kind": "nothing"}, "nothing-comes-back"),
    ("next_state", {"kind": "nothing"}, "nothing-comes-back"),
    ("takes part in gradients", False, "detached"),
    ("h afterwards", "changed", "changes-input"),
]


def probe(answer, dice):
    def numbers(*shape):
        count = 1
        for size in shape:
            count *= size
        values = [round(dice.uniform(0.2, 1.1), 2) * dice.choice((1, -1)) for _ in range(count)]
        return torch.tensor(values).reshape(shape)

    h, x, xs = numbers(2), numbers(3), numbers(3, 3)
    weights = (numbers(2, 2), numbers(2, 3), numbers(2))
    # A symmetric matrix is the same turned round.
    weights[0][0, 1] = -weights[0][1, 0] * 0.8
    # Without state and input the first number is the bias, below zero.
    weights[2][0] = -weights[2][0].abs()

    def gradient():
        own = weights[0].clone().requires_grad_(True)
        return answer.states(list(xs), own, *weights[1:])[-1].requires_grad

    def afterwards():
        given = h.clone()
        answer.next_state(given, x, *weights)
        return "as it was" if torch.equal(given, h) else "changed"

    return {
        "next_state": lambda: answer.next_state(h.clone(), x, *weights),
        "next_state from zeros": lambda: answer.next_state(0 * h, 0 * x, *weights),
        "states": lambda: list(answer.states(list(xs), *weights)),
        "takes part in gradients": gradient,
        "h afterwards": afterwards,
    }


BACK, UNITS = 40, 64
TEXT = "X:1\nT:The Way Back\nM:6/8\nL:1/8\nK:D\nABc def|gfe"


def left_of(last, inputs):
    """Return how much of the gradient is left at each input, from the last one back."""
    gradients = torch.autograd.grad(last.sum(), inputs)
    sizes = [float(each.norm()) for each in reversed(gradients)]
    return [size / sizes[0] for size in sizes]


def picture(answer):
    """Go back 40 characters through the student's own layer, and through the studio's LSTM."""
    torch.manual_seed(1)
    reach = UNITS**-0.5
    weights = [torch.empty(UNITS, size).uniform_(-reach, reach) for size in (UNITS, UNITS)]
    xs = [torch.randn(UNITS).requires_grad_(True) for _ in range(BACK + 1)]
    own = left_of(answer.states(xs, *weights, torch.zeros(UNITS))[-1], xs)
    network = network_of(checkpoints_dir() / "folk.safetensors")
    embedded = network.model.embedding(network.numbers(TEXT))[0][-BACK - 1 :]
    inputs = [each.detach().requires_grad_(True) for each in embedded]
    found, _ = network.model.recurrent(torch.stack(inputs)[None])
    lstm = left_of(found[0, -1], inputs)
    return {
        "kind": "lines",
        "title": "gradient",
        "log": True,
        "lines": [{"name": "RNN", "values": own}, {"name": "LSTM", "values": lstm}],
    }
