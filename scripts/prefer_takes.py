"""Move a network towards those of its own takes that are like tunes.

    python scripts/prefer_takes.py --model RUN/best.safetensors --takes judged.jsonl \
        --endings endings.jsonl --folder /tmp/preferred --seconds 900

Direct preference optimization (Rafailov et al., 2023): of two takes, one picked as `choose` of
own_takes.py picks and one from what is left, the wanted one is to become likelier, compared with
the network as it came, than the other. With a strength (beta) of 1 the network would end as the
takes picked are distributed, were these all that it learned from. Real tunes are learned beside
them, so that the network forgets none. Takes longer than `MAX_CHARS` are left out.

Of a whole take little says what was good about it. `--endings` adds pairs of ways on from one
beginning, one that is right and ends on the tonic and one that is not or does not: all that a pair
differs in is how it comes to its end.

Writes best.safetensors, with the loss on held-out tunes, and preferring.json, with what was done
and how it went, which `train_bundled_model.py ship` reads.
"""

import argparse
import json
import math
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from own_takes import Take, chances, load_takes, training_tunes
from quality_motifs import motifs
from torch import Tensor, nn

from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.sources import read_tunebook
from abcstudio.corpus.training_text import training_text, tune_for_training
from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import load_model, save_model
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.training.batches import encode
from abcstudio.learning.training.evaluation import evaluate
from abcstudio.learning.vocabulary import Vocabulary
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_tunebook

MAX_CHARS = 420
MAX_TUNE_CHARS = 700
PAIRS = 6
TUNES = 4
ENDINGS = 6
"""So many pairs of ways on from one beginning a part has beside them."""
PARTS = 2
"""A step has `PARTS` parts of so many pairs and tunes, a thread each."""
WARMUP_STEPS = 20
LAST_RATE = 0.05
REAL_SHARE = 0.2
WANTED_SHARE = 0.05
"""What a nat of a real tune, and of a wanted take, counts beside one of preference."""
MORE_ODDS = "log odds added to those of a take "
TUNE_END = "\n\n"
STEPS_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Row:
    """A text to read, how many of its characters were given, and whether all of it is right."""

    text: str
    given: int
    is_right: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """What one thread reads for a step."""

    wanted: Sequence[Row]
    others: Sequence[Row]
    tunes: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Measured:
    """Means over a part.

    Attributes:
        preferred: The share of pairs in which the wanted take has gained more than the other.
        wanted, others: What they gained on the network as it came, in nats a take.
        tunes: Loss on real tunes, in nats a tune.
    """

    preferred: float
    wanted: float
    others: float
    tunes: float


class Lots:
    """What may be read, and the lots that say what a part has.

    Attributes:
        facts: How many takes there are, how many of them are wanted, and how many beginnings there
            are of which some ways on end well and others do not.
    """

    def __init__(self, arguments: argparse.Namespace, pick: random.Random) -> None:
        self._pick, self._wrong_pairs = pick, arguments.wrong
        takes = [
            favoured(take, arguments.tonic, arguments.second_ending)
            for take in load_takes([arguments.takes])
            if len(take.text) <= MAX_CHARS
        ]
        self._wanted, others = dealt(takes, arguments.wanted, pick)
        self._others = [row for row in others if row.is_right] if arguments.wrong else others
        self._wrong = [row for row in others if not row.is_right]
        self._endings = ways_on(load_takes([arguments.endings])) if arguments.endings else []
        texts = [tune_for_training(tune) for tune in training_tunes()]
        self._tunes = [Row(text + TUNE_END, 1) for text in texts if len(text) <= MAX_TUNE_CHARS]
        self.facts = {
            "takes": len(takes),
            "wanted": len(self._wanted),
            "beginnings": len(self._endings),
        }

    def part(self) -> Part:
        """Return what one thread reads for a step."""
        pick = self._pick
        endings = pick.sample(self._endings, min(ENDINGS, len(self._endings)))
        wanted = pick.sample(self._wanted, PAIRS)
        others = pick.sample(self._others, PAIRS - self._wrong_pairs)
        others += pick.sample(self._wrong, self._wrong_pairs)
        return Part(
            wanted + [pick.choice(good) for good, _ in endings],
            others + [pick.choice(bad) for _, bad in endings],
            pick.sample(self._tunes, TUNES),
        )


class Preferring:
    """A network that learns from pairs of takes, beside what it was."""

    def __init__(self, path: Path, beta: float) -> None:
        loaded = load_model(path)
        self.header, self.model = loaded.header, loaded.model
        self._before = load_model(path).model
        self._beta = beta

    def gradients(self, part: Part) -> tuple[tuple[Tensor, ...], Measured]:
        """Return the gradients of a part's loss, one a parameter."""
        vocabulary, pairs = self.header.vocabulary, len(part.wanted)
        takes = padded([*part.wanted, *part.others], vocabulary)
        with torch.no_grad():
            before = log_probabilities(self._before, *takes)
        now = log_probabilities(self.model, *takes)
        tunes = -log_probabilities(self.model, *padded(part.tunes, vocabulary)).mean()
        gained = now - before
        margins = self._beta * (gained[:pairs] - gained[pairs:])
        loss = -nn.functional.logsigmoid(margins).mean() / self._beta
        loss = loss + REAL_SHARE * tunes - WANTED_SHARE * now[:pairs].mean()
        gradients = torch.autograd.grad(loss / MAX_CHARS, list(self.model.parameters()))
        with torch.no_grad():
            measured = Measured(
                float((margins > 0).float().mean()),
                float(gained[:pairs].mean()),
                float(gained[pairs:].mean()),
                float(tunes),
            )
        return gradients, measured


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--takes", type=Path, required=True, help="what `own_takes.py judge` wrote")
    parser.add_argument("--endings", type=Path, help="what `own_takes.py endings` wrote")
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=900)
    parser.add_argument("--learning-rate", type=float, default=3e-4)
    parser.add_argument("--beta", type=float, default=0.5)
    parser.add_argument("--wanted", type=float, default=0.12, help="the share of takes wanted")
    parser.add_argument(
        "--wrong", type=int, default=0, help=f"how many of {PAIRS} others are wrong takes"
    )
    parser.add_argument("--tonic", type=float, default=0.0, help=MORE_ODDS + "that ends on it")
    parser.add_argument("--second-ending", type=float, default=0.0, help=MORE_ODDS + "that has one")
    arguments = parser.parse_args()
    prefer(arguments)
    return 0


def prefer(arguments: argparse.Namespace) -> None:
    """Teach a network, and write it with what was done."""
    torch.set_num_threads(1)
    arguments.folder.mkdir()
    learning = Preferring(arguments.model, arguments.beta)
    lots = Lots(arguments, random.Random(0))
    print(json.dumps(lots.facts), flush=True)
    steps = learn_in_steps(
        learning.model,
        learning.gradients,
        lots.part,
        done=share_of_seconds(arguments.seconds),
        learning_rate=arguments.learning_rate,
    )
    finish(learning, arguments, {**lots.facts, "steps": steps})


def favoured(take: Take, tonic: float, second_ending: float) -> Take:
    """Return a take with more odds for what takes have less often than tunes."""
    if take.odds is None or not (tonic or second_ending):
        return take
    found = motifs(parse(take.text))
    more = tonic * found.ends_on_tonic + second_ending * found.has_second_ending
    return replace(take, odds=take.odds + more)


def dealt(takes: Sequence[Take], share: float, pick: random.Random) -> tuple[list[Row], list[Row]]:
    """Return takes that are wanted, picked by their odds, and takes that are not."""
    wanted, others = list[Row](), list[Row]()
    for take, chance in zip(takes, chances(takes, round(share * len(takes))), strict=True):
        row = Row(take.text.rstrip("\n") + TUNE_END, len(take.prompt), take.is_right)
        (wanted if pick.random() < chance else others).append(row)
    return wanted, others


def ways_on(takes: Sequence[Take]) -> list[tuple[list[Row], list[Row]]]:
    """Return for each beginning, where it has both, the ways on that end well and the others."""
    found = dict[str, tuple[list[Row], list[Row]]]()
    for take in takes:
        if len(take.text) > MAX_CHARS:
            continue
        ends_well = take.is_right and take.agreed and motifs(parse(take.text)).ends_on_tonic
        row = Row(take.text.rstrip("\n") + TUNE_END, len(take.prompt), take.is_right)
        found.setdefault(take.prompt, ([], []))[0 if ends_well else 1].append(row)
    return [(good, bad) for good, bad in found.values() if good and bad]


def padded(rows: Sequence[Row], vocabulary: Vocabulary) -> tuple[Tensor, Tensor]:
    """Return texts as numbers, (rows, length), and which characters count, (rows, length - 1)."""
    encoded = [encode(row.text, vocabulary) for row in rows]
    ids = nn.utils.rnn.pad_sequence(encoded, batch_first=True)
    counted = torch.zeros(len(rows), ids.shape[1] - 1)
    for place, (row, own) in enumerate(zip(rows, encoded, strict=True)):
        counted[place, row.given - 1 : len(own) - 1] = 1.0
    return ids, counted


def log_probabilities(model: CharLSTM, ids: Tensor, counted: Tensor) -> Tensor:
    """Return the logarithm of each text's probability, (rows,), without dropout."""
    scores, _ = model(ids[:, :-1])
    chosen = scores.log_softmax(-1).gather(2, ids[:, 1:, None]).squeeze(2)
    return torch.sum(chosen * counted, dim=1)


def share_of_rate(step: int, done: float) -> float:
    """Return the share of the learning rate: warmed up, then falling as a cosine."""
    falling = LAST_RATE + (1 - LAST_RATE) * (1 + math.cos(math.pi * done)) / 2
    return min(1.0, (step + 1) / WARMUP_STEPS) * falling


def share_of_steps(steps: int) -> Iterator[float]:
    """Yield before each of so many steps which share of them is done."""
    return (step / steps for step in range(steps))


def share_of_seconds(seconds: float) -> Iterator[float]:
    """Yield before each step which share of the time is over, as long as some is left."""
    start = time.monotonic()
    while (done := (time.monotonic() - start) / seconds) < 1.0:
        yield done


def descend(
    model: CharLSTM, optimizer: torch.optim.Optimizer, parts: Sequence[Sequence[Tensor]]
) -> None:
    """Make a step by the mean of the gradients of some parts, one a parameter each."""
    for parameter, *own in zip(model.parameters(), *parts, strict=True):
        parameter.grad = torch.stack(own).mean(0)
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()


def learn_in_steps(
    model: CharLSTM,
    gradients: Callable[[Any], tuple[tuple[Tensor, ...], Any]],
    draw: Callable[[], Any],
    *,
    done: Iterable[float],
    learning_rate: float,
) -> int:
    """Teach a network, print now and then how it goes, and return the number of steps.

    Args:
        model: The network.
        gradients: Returns those of a part's loss, one a parameter, and what was measured.
        draw: Returns what a part reads.
        done: The share that is done before each step, which has `PARTS` parts, a thread each.
        learning_rate: Warmed up, then falling.
    """
    step, shown = 0, list[Any]()
    optimizer = torch.optim.AdamW(model.parameters(), weight_decay=0.01, betas=(0.9, 0.98))
    with ThreadPoolExecutor(PARTS, "gradients", torch.set_num_threads, (1,)) as threads:
        for share in done:
            for group in optimizer.param_groups:
                group["lr"] = learning_rate * share_of_rate(step, share)
            found = list(threads.map(gradients, [draw() for _ in range(PARTS)]))
            descend(model, optimizer, [own for own, _ in found])
            step += 1
            shown += (measured for _, measured in found)
            if step % STEPS_SHOWN == 0:
                print(json.dumps({"step": step, **means(shown)}), flush=True)
                shown.clear()
    return step


def means(measured: Sequence[Any]) -> dict[str, float]:
    """Return the mean of each figure of some data classes of one kind."""
    rows = [asdict(one) for one in measured]
    return {name: round(float(np.mean([row[name] for row in rows])), 3) for name in rows[0]}


def finish(learning: Preferring, arguments: argparse.Namespace, facts: dict[str, int]) -> None:
    """Measure the network on the held-out tunes and write it."""
    loss = loss_on_held_out(learning.model, learning.header.vocabulary)
    header = replace(learning.header, train_loss=None, val_loss=loss)
    save_model(arguments.folder / "best.safetensors", learning.model, header)
    asked = {"learning_rate": arguments.learning_rate, "beta": arguments.beta}
    told = json.dumps({**facts, **asked, "val_loss": loss}, indent=1)
    atomic_write(arguments.folder / "preferring.json", told.encode())
    print(told)


def nats_apart(known: Tensor, now: Tensor) -> Tensor:
    """Return how far a network is from what was known, in nats, (texts, length).

    Args:
        known: Logarithms of probabilities, (texts, length, vocabulary).
        now: Those of the network, of the same shape.
    """
    apart: Tensor = (known.exp() * (known - now)).sum(-1)
    return apart


def loss_on_held_out(model: CharLSTM, vocabulary: Vocabulary) -> float:
    """Return the loss on the tunebook's held-out tunes, in windows as training measures it."""
    held_out = split_by_family(read_tunebook(bundled_tunebook()), 0.1, 0)[1]
    return evaluate(model, encode(training_text(held_out), vocabulary))


if __name__ == "__main__":
    sys.exit(main())
