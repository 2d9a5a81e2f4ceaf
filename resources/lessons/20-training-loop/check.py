"""A training loop beside what it calls: the batches, the steps, the losses, the checkpoints."""

import random
import time

import numpy as np
import torch

from abcstudio.lessons.provided import some_tunes
from abcstudio.paths import bundled_tunebook

NAMED = [
    ("kind of history", "NoneType", "nothing-comes-back"),
    ("kind of history", "Tensor", "one-loss"),
    ("kind of history", "float", "one-loss"),
    ("losses kept", "tensors", "graph-kept"),
    ("losses kept", "arrays", "array-kept"),
    ("losses kept", "whole numbers", "rounded"),
    ("losses kept", "texts", "text-kept"),
    ("losses kept", "nothing", "nothing-kept"),
    ("losses kept", "functions", "item-not-called"),
    ("losses kept", "truth values", "truth-kept"),
    ("count of losses", "too few", "too-few-losses"),
    ("count of losses", "too many", "too-many-losses"),
    ("batches", "other tunes", "other-data"),
    ("batches", "length and size swapped", "sizes-swapped"),
    ("batches", "sizes of its own", "fixed-sizes"),
    ("batches", "the same one", "one-batch"),
    ("batches", "none", "one-batch"),
    ("steps", "none", "no-step"),
    ("steps", "too many", "too-many-steps"),
    ("steps", "with swapped values", "batch-swapped"),
    ("steps", "with the input as target", "input-for-target"),
    ("steps", "with another batch", "other-batch"),
    ("checkpoints on the way", "none", "no-checkpoints"),
    ("checkpoints on the way", "at each iteration", "checkpoint-each-time"),
    ("checkpoints on the way", "at all but the hundredths", "all-but-hundredths"),
    ("checkpoints on the way", "at the beginning alone", "part-of-hundred"),
    ("checkpoints on the way", "at other iterations", "other-iterations"),
    ("checkpoint at the end", "missing", "no-last-checkpoint"),
]

# Of a processor: longer than that a picture is not waited for.
SECONDS = 1.5


class World:
    """Stands in for what the loop calls, and remembers it."""

    def __init__(self, seed):
        self.vectorized_songs = ["the tunes", seed]
        self.asked, self.steps, self.saved, self.batches = [], [], [], []
        self.seed = seed

    def get_batch(self, vectorized_songs, seq_length, batch_size):
        self.asked.append((vectorized_songs, seq_length, batch_size))
        number = len(self.asked)
        self.batches.append((f"x{number}", f"y{number}"))
        return self.batches[-1]

    def train_step(self, x, y):
        self.steps.append((x, y))
        place = len(self.steps)
        return torch.tensor(self.loss(place), requires_grad=True) * 1.0

    def loss(self, place):
        return 4.0 / place + 0.01 * (self.seed * place % 17)

    def save_checkpoint(self):
        self.saved.append(len(self.steps))

    def names(self):
        names = ("vectorized_songs", "get_batch", "train_step", "save_checkpoint")
        return {name: getattr(self, name) for name in names}


def given(dice):
    return World(dice.randrange(1, 1000)).names()


def kinds(values):
    kind = {
        "Tensor": "tensors",
        "ndarray": "arrays",
        "str": "texts",
        "builtin_function_or_method": "functions",
        "NoneType": "nothing",
        "bool": "truth values",
        "int": "whole numbers",
    }
    return kind.get(type(values[0]).__name__, "numbers") if len(values) else "nothing"


def probe(answer, dice):
    count = 100 * dice.randint(2, 4) + dice.randint(20, 80)
    length, size = dice.sample((3, 5, 7, 8, 10, 12, 20), 2)

    def trained():
        world = World(dice.randrange(1, 1000))
        answer.train.__globals__.update(world.names())
        return answer.train(count, length, size), world

    history, world = trained()

    def kind():
        is_row = isinstance(history, tuple | np.ndarray) and len(np.shape(history)) == 1
        return "list" if is_row else type(history).__name__

    def counted():
        found = len(history)
        return "right" if found == count else "too few" if found < count else "too many"

    def batches():
        if not world.asked:
            return "none"
        data, seq_length, batch_size = world.asked[-1]
        if data is not world.vectorized_songs:
            return "other tunes"
        if (seq_length, batch_size) == (size, length):
            return "length and size swapped"
        if (seq_length, batch_size) != (length, size):
            return "sizes of its own"
        return "anew each time" if len(world.asked) >= count else "the same one"

    def steps():
        if not world.steps:
            return "none"
        if len(world.steps) > count:
            return "too many"
        x, y = world.steps[-1]
        if (y, x) in world.batches:
            return "with swapped values"
        if x == y:
            return "with the input as target"
        return "one for each batch" if world.steps == world.batches else "with another batch"

    def on_the_way():
        found = {place for place in world.saved if place < count}
        after, before = set(range(100, count, 100)), set(range(1, count, 100))
        if found in (after, before, before - {1}):
            return "each hundred"
        if found == set(range(1, count)) - after or found == set(range(1, count)) - before:
            return "at all but the hundredths"
        if found == {1}:
            return "at the beginning alone"
        if found >= set(range(2, count)):
            return "at each iteration"
        return "at other iterations" if found else "none"

    def losses():
        wanted = [world.loss(place + 1) for place in range(count)]
        pairs = zip(history, wanted, strict=False)
        return all(abs(float(one) - other) < 1e-3 for one, other in pairs)

    return {
        "kind of history": kind,
        "count of losses": counted,
        "losses kept": lambda: kinds(history),
        "batches": batches,
        "steps": steps,
        "losses": losses,
        "checkpoints on the way": on_the_way,
        "checkpoint at the end": lambda: "there" if count in world.saved else "missing",
    }


def picture(answer):
    """Train a small network on real tunes with the loop, and draw its losses."""
    text = "\n\n".join(some_tunes(bundled_tunebook(), random.Random(5), 60))
    vocab = sorted(set(text))
    number_of = {char: number for number, char in enumerate(vocab)}
    numbers = torch.tensor([number_of[each] for each in text])
    torch.manual_seed(1)
    embedding, layer = torch.nn.Embedding(len(vocab), 16), torch.nn.GRU(16, 32, batch_first=True)
    last = torch.nn.Linear(32, len(vocab))
    modules = torch.nn.ModuleList((embedding, layer, last))
    optimizer = torch.optim.Adam(modules.parameters(), lr=1e-2)

    until = time.process_time() + SECONDS

    def get_batch(_songs, seq_length, batch_size):
        if time.process_time() > until:
            raise TimeoutError
        starts = torch.randint(0, len(numbers) - seq_length - 1, (batch_size, 1))
        places = starts + torch.arange(seq_length + 1)
        return numbers[places[:, :-1]], numbers[places[:, 1:]]

    def train_step(x, y):
        optimizer.zero_grad()
        logits = last(layer(embedding(x))[0])
        loss = torch.nn.functional.cross_entropy(logits.flatten(0, 1), y.flatten())
        loss.backward()
        optimizer.step()
        return loss

    names = {"get_batch": get_batch, "train_step": train_step, "save_checkpoint": lambda: None}
    answer.train.__globals__.update(names)
    losses = [float(each) for each in answer.train(50, 24, 4)]
    floor = float(torch.log(torch.tensor(float(len(vocab)))))
    return {
        "kind": "lines",
        "title": "losses",
        "lines": [{"name": "loss", "values": losses}],
        "level": floor,
        "level_name": f"ln {len(vocab)}",
    }
