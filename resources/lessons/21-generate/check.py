"""Text of a model that counts all it was given: starts of one and of several characters."""

import time

import torch

from abcstudio.learning.reading_network import network_of
from abcstudio.paths import checkpoints_dir

NAMED = [
    ("kind of text", "list", "still-a-list"),
    ("kind of text", "NoneType", "nothing-comes-back"),
    ("chance", "always the same", "likeliest"),
    ("chance", "always the same, by a seed", "fixed-seed"),
    ("two texts", "the same", "fixed-seed"),
    ("a sure network", "says something else each time", "not-by-probabilities"),
]

CHARACTERS = "\n:1AGTXabcde|"
V = len(CHARACTERS)
# Their probabilities add up to 1 without an error.
UNDECIDED = 4


class Counting(torch.nn.Module):
    """Says with certainty what comes next, by all that it has read; so a lost state shows."""

    def __init__(self, key, is_sure=True):
        super().__init__()
        self.key, self.is_sure = key, is_sure

    def forward(self, x, state=None, return_state=False):
        if x.ndim != 2:
            raise ValueError(f"a batch has two axes, rows and characters, and this has {x.ndim}")
        if x.is_floating_point():
            what = "start" if state is None else "character"
            raise ValueError(f"numbers of characters are whole ones, and that of the {what} is not")
        read = torch.tensor([0, 0, len(x)]) if state is None else state
        if int(read[2]) != len(x):
            raise RuntimeError(f"the state is of {int(read[2])} rows, and the batch has {len(x)}")
        rows = []
        for number in x[0].tolist():
            read = torch.stack(((read[0] * 5 + number + 1) % 1009, read[1] + 1, read[2]))
            row = torch.full((V,), -1e4)
            sure = int(read[0] + self.key * read[1]) % V
            row[sure] = 1e4
            if not self.is_sure:
                row[:UNDECIDED] = 2e4
            rows.append(row)
        out = torch.stack(rows)[None]
        return (out, read) if return_state else out


def given(dice):
    return {
        "model": Counting(dice.randint(1, V - 1)),
        "char2idx": {char: number for number, char in enumerate(CHARACTERS)},
        "idx2char": list(CHARACTERS),
    }


def probe(answer, dice):
    model = Counting(dice.randint(1, V - 1))
    lengths = [dice.randint(6, 30) for _ in range(3)]

    def text(start, length):
        return answer.generate_text(model, start, length)

    def sure():
        found = {text("X", 12) for _ in range(2)}
        return "says the same" if len(found) == 1 else "says something else each time"

    def drawn():
        return answer.generate_text(Counting(1, is_sure=False), "X", 60)[1:]

    def chance():
        torch.manual_seed(dice.randrange(10**6))
        before, found = torch.initial_seed(), set(drawn())
        if torch.initial_seed() != before:
            return "always the same, by a seed"
        is_one = len(found) == 1
        return "always the same" if is_one else "one and the other"

    return {
        "kind of text": lambda: type(text("X", 5)).__name__,
        "a sure network": sure,
        "length": lambda: [len(text("X", length)) for length in lengths],
        "text after X": lambda: text("X", lengths[0]),
        "text after X:1\\nT:": lambda: text("X:1\nT:", lengths[1]),
        "text after a|b|c": lambda: text("a|b|c", lengths[2]),
        "chance": chance,
        "two texts": lambda: "the same" if drawn() == drawn() else "others",
    }


class Studio(torch.nn.Module):
    """The network of the studio, called as that of the lessons."""

    def __init__(self, network):
        super().__init__()
        self.network = network
        # Of a processor: longer than that a picture is not waited for.
        self.until = time.process_time() + 2.5

    def forward(self, x, state=None, return_state=False):
        if time.process_time() > self.until:
            raise TimeoutError
        with torch.no_grad():
            logits, state = self.network.model(x, state)
        return (logits, state) if return_state else logits


def gates_of(network, text, count):
    """Return the gates of the first layer over a text, of the units in which they change most."""
    layer = network.model.recurrent
    with torch.no_grad():
        inputs = network.model.embedding(network.numbers(text))[0]
        h = c = torch.zeros(layer.hidden_size)
        found = []
        for x in inputs:
            sums = layer.weight_ih_l0 @ x + layer.bias_ih_l0 + layer.weight_hh_l0 @ h
            i, f, g, o = (sums + layer.bias_hh_l0).chunk(4)
            i, f, o = i.sigmoid(), f.sigmoid(), o.sigmoid()
            c = f * c + i * g.tanh()
            h = o * c.tanh()
            found.append(torch.stack((f, i, o)))
        gates = torch.stack(found)
    units = gates[:, 0].std(0).topk(count).indices
    return gates[:, :, units]


def picture(answer):
    """Let the student's function write with the studio's network, then look into its gates."""
    network = network_of(checkpoints_dir() / "folk.safetensors")
    characters = network.characters
    names = {
        "char2idx": {char: number for number, char in enumerate(characters)},
        "idx2char": list(characters),
    }
    answer.generate_text.__globals__.update(names)
    model = Studio(network).eval()
    text = answer.generate_text(model, "X:1\nT:The Gate\nM:6/8\nL:1/8\nK:D\n", 34)[-32:]
    gates = gates_of(network, text, 10)
    kinds = ("forget", "input", "output")
    return {
        "kind": "gates",
        "characters": list(text),
        "gates": [
            {"name": name, "values": gates[:, number].tolist()} for number, name in enumerate(kinds)
        ],
    }
