"""The loss of batches that are new each time, and of a network that knows nothing."""

import math
import random

import torch

from abcstudio.learning.reading_network import network_of
from abcstudio.lessons.probing import plain
from abcstudio.lessons.provided import some_tunes
from abcstudio.paths import bundled_tunebook, checkpoints_dir

NAMED = [
    ("loss", {"kind": "float"}, "plain-number"),
    ("loss", {"kind": "nothing"}, "nothing-comes-back"),
    ("loss", {"kind": "layer"}, "layer-not-called"),
    ("loss", {"shape": [6]}, "not-one-number"),
    ("loss", {"shape": [2, 3]}, "not-one-number"),
    ("takes part in gradients", False, "detached"),
]

SHOWN = 40


def probe(answer, dice):
    seed = dice.randrange(10**6)

    def batch(rows, length, characters):
        torch.manual_seed(seed + rows)
        labels = torch.randint(0, characters, (rows, length))
        # The first character of all counts as much as the others.
        labels[0, 0] = 0
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


def picture(answer):
    """Let the network of the studio read a tune, and take the student's loss at each place."""
    network = network_of(checkpoints_dir() / "folk.safetensors")
    song = some_tunes(bundled_tunebook(), random, 1)[0]
    notes = song.index("\n", song.index("\nK:") + 1)
    numbers, logits = network.numbers(song), network.logits(song)[0][None]
    labels, logits = numbers[:, notes + 1 :][:, :SHOWN], logits[:, notes:-1][:, :SHOWN]
    places = range(labels.size(1))
    return {
        "kind": "losses",
        "characters": [network.characters[int(each)] for each in labels[0]],
        "losses": [
            float(answer.compute_loss(labels[:, place : place + 1], logits[:, place : place + 1]))
            for place in places
        ],
        "mean": float(answer.compute_loss(labels, logits)),
        "untrained": math.log(logits.size(-1)),
    }
