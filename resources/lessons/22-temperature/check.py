"""Probabilities at temperatures that are new each time, and takes of the studio's network."""

import random
import time
from functools import lru_cache

import torch

from abcstudio.learning.reading_network import network_of
from abcstudio.lessons.probing import number, plain
from abcstudio.paths import checkpoints_dir

NAMED = [
    ("kind of probabilities", "NoneType", "nothing-comes-back"),
    ("kind of probabilities", "type", "class-not-layer"),
    ("kind of probabilities", "Softmax", "axis-forgotten"),
    ("sum of a row", "less than 1", "not-one"),
    ("sum of a row", "more than 1", "not-one"),
    ("temperature of the calm take", "no take", "no-take"),
    ("temperature of the wild take", "no take", "no-take"),
    ("temperature of the calm take", "another text", "not-that-take"),
    ("temperature of the wild take", "another text", "not-that-take"),
    ("logits afterwards", "changed", "changes-input"),
    ("words", "a take", "no-word"),
    ("words", "missing", "no-word"),
    ("words", "the same", "same-word"),
    ("words", "no text", "no-word"),
    ("temperature of the calm take", "another temperature", "other-temperature"),
    ("temperature of the wild take", "another temperature", "other-temperature"),
]

START, LENGTH, LENGTH_UNSEEN = "X:1\nT:", 60, 1
# Of a processor: a take that needs more is shorter.
SECONDS = 1.5


class Take(str):
    """Text that the network has composed, and at which temperature."""

    temperature = 0.0


@lru_cache(maxsize=1)
def begun():
    """Return the network, what it says after the start, and its state there."""
    network = network_of(checkpoints_dir() / "folk.safetensors")
    return network, *network.logits(START)


def compose_with(seed):

    def compose(probabilities, temperature):
        network, logits, state = begun()
        dice, text = random.Random(seed), START
        until = time.process_time() + SECONDS
        # A take costs a third of a second: short ones do where nobody sees them.
        for _ in range(LENGTH if globals().get("is_shown") else LENGTH_UNSEEN):
            if time.process_time() > until:
                break
            shares = probabilities(logits[-1].clone(), temperature).detach().reshape(-1).double()
            whole = shares.cumsum(0)
            place = int(torch.searchsorted(whole, dice.random() * float(whole[-1])))
            text += network.characters[min(place, len(network.characters) - 1)]
            logits, state = network.logits(text[-1], state)
        take = Take(text)
        take.temperature = temperature
        return take

    return compose


def given(dice):
    return {"compose": compose_with(dice.randrange(10**6))}


def probe(answer, dice):
    logits = [round(dice.uniform(-3.0, 3.0), 2) for _ in range(6)]
    row = torch.tensor(logits)
    rows = torch.stack((row, row.flip(0), row.roll(2)))
    temperatures = [round(dice.uniform(0.3, 0.8), 2), round(dice.uniform(1.3, 2.2), 2)]

    def shares(logits, temperature):
        return plain(answer.tempered(logits.clone(), temperature))

    def afterwards():
        given = row.clone()
        answer.tempered(given, temperatures[0])
        return "as they were" if torch.equal(given, row) else "changed"

    def total():
        found = float(shares(row, temperatures[0]).sum())
        return "1" if abs(found - 1) < 1e-3 else "less than 1" if found < 1 else "more than 1"

    def taken(name):
        take = getattr(answer, name)
        if take is None or callable(take):
            return "no take"
        if not isinstance(take, Take):
            return "another text"
        found = float(number(take.temperature))
        return str(found) if found in (0.5, 1.0, 1.5) else "another temperature"

    def words():
        found = [answer.calm_word, answer.wild_word]
        if not all(isinstance(each, str) for each in found):
            return "no text"
        if any(isinstance(each, Take) for each in found):
            return "a take"
        found = [each.strip().casefold() for each in found]
        if not all(found):
            return "missing"
        return "the same" if found[0] == found[1] else "two"

    return {
        "kind of probabilities": lambda: type(answer.tempered(row.clone(), 1.0)).__name__,
        "sum of a row": total,
        "probabilities at 1": lambda: shares(row, 1.0),
        "probabilities when cool": lambda: shares(row, temperatures[0]),
        "probabilities when warm": lambda: shares(row, temperatures[1]),
        "probabilities of several rows": lambda: shares(rows, temperatures[1]),
        "logits afterwards": afterwards,
        "temperature of the calm take": lambda: taken("calm_take"),
        "temperature of the wild take": lambda: taken("wild_take"),
        "words": words,
    }


def picture(answer):
    network, *_ = begun()
    last = network.logits(START + "The ")[0][-1]
    best = last.topk(8)
    logits = [float(each) for each in best.values]
    choices = [0.3, 0.5, 0.8, 1.0, 1.3, 1.6, 2.0]
    own = [answer.tempered(best.values, temperature).tolist() for temperature in choices]
    names = [network.characters[int(each)] for each in best.indices]
    return {"kind": "odds", "logits": logits, "choices": choices, "drawn": own, "names": names}
