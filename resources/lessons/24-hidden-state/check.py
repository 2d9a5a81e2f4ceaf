"""A recurrent layer of two units over three inputs, with weights that are new each time."""

import torch

NAMED = [
    ("states", {"length": 1}, "one-state"),
    ("states", {"kind": "nothing"}, "nothing-comes-back"),
    ("next_state", {"kind": "nothing"}, "nothing-comes-back"),
    ("takes part in gradients", False, "detached"),
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

    def gradient():
        own = weights[0].clone().requires_grad_(True)
        return answer.states(list(xs), own, *weights[1:])[-1].requires_grad

    return {
        "next_state": lambda: answer.next_state(h, x, *weights),
        "states": lambda: list(answer.states(list(xs), *weights)),
        "takes part in gradients": gradient,
    }
