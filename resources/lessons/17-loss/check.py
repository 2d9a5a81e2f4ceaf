"""The loss of batches that are new each time, and of a network that knows nothing."""

import torch

from abcstudio.lessons.probing import plain

NAMED = [
    ("loss", {"kind": "float"}, "plain-number"),
    ("loss", {"kind": "nothing"}, "nothing-comes-back"),
    ("loss", {"kind": "layer"}, "layer-not-called"),
    ("loss", {"shape": [6]}, "not-one-number"),
    ("loss", {"shape": [2, 3]}, "not-one-number"),
    ("takes part in gradients", False, "detached"),
]


def probe(answer, dice):
    seed = dice.randrange(10**6)

    def batch(rows, length, characters):
        torch.manual_seed(seed + rows)
        labels = torch.randint(0, characters, (rows, length))
        return labels, 2 * torch.randn(rows, length, characters)

    def loss(*sizes):
        return plain(answer.compute_loss(*batch(*sizes)))

    def untrained():
        labels = torch.randint(0, 83, (4, 20))
        return round(float(answer.compute_loss(labels, torch.zeros(4, 20, 83))), 3)

    def gradient():
        labels, logits = batch(2, 3, 5)
        logits.requires_grad_(True)
        return answer.compute_loss(labels, logits).requires_grad

    def turned():
        labels, logits = batch(2, 3, 5)
        logits.requires_grad_(True)
        answer.compute_loss(labels, logits).backward()
        return logits.grad

    return {
        "loss": lambda: loss(2, 3, 5),
        "loss of a larger batch": lambda: loss(4, 7, 11),
        "loss of a single place": lambda: loss(1, 1, 6),
        "loss of a network that knows nothing": untrained,
        "takes part in gradients": gradient,
        "gradient": turned,
    }
