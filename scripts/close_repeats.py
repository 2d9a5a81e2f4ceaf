"""Teach a network to close the repeats that it opens, and to keep the measure clock.

    python scripts/own_takes.py compose --model RUN/best.safetensors --rng-seed 3 --out takes.jsonl
    python scripts/close_repeats.py --model RUN/best.safetensors --takes takes.jsonl \
        --folder /tmp/closed

Of a whole take an error says only that there is one. At each character of a take of its own the
network is told more: what the clock refuses there is to become less likely, and so is a final or
double bar line inside a repeat that is open. Where it was about to write such a line, what it gave
the bar is to go to the colon of `:|` instead. What is left stays as likely, each beside the others,
as it was: the network learns to foresee what it foresaw itself, so corrected (distillation with a
semantic loss, Xu et al., 2018). A take counts as far as it keeps the clock, and the takes are to be
the network's own: what it would never come to teaches it little. `--endings` and `--tonic` make
likelier what takes have less often than tunes: a first ending at a bar, the tonic as the last note.
What it foresees in training tunes is to stay as it was, so that tunes do not pay for takes.

Writes best.safetensors, with the loss on held-out tunes, and closing.json, with what was done and
how it went, which `train_bundled_model.py ship` reads.
"""

import argparse
import json
import math
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from own_takes import Take, load_takes, training_tunes
from prefer_takes import (
    TUNE_END,
    Row,
    learn_in_steps,
    loss_on_held_out,
    nats_apart,
    padded,
    share_of_steps,
)
from torch import Tensor

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.clock.wishes import Language
from abcstudio.corpus.training_text import tune_for_training
from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import load_model, save_model

MAX_CHARS = 480
TAKES, TUNES = 14, 5
"""So many takes and training tunes a part has; a step has `PARTS` parts, a thread each."""
CORRECTED = 0.003
"""From this probability on a place that is corrected counts as much as what is refused does."""
LEFT_TO_THE_TUNE = "]:\n"
"""What the clock refuses of these depends on what the tune is to be, and is not taught."""
TONIC = re.compile(r"^K:([A-G])", re.MULTILINE)
LAST_NOTE = re.compile(r"[A-Ga-g](?=[,']*[0-9/]*[ \n:|\]]*\Z)")
ASKED = ("learning_rate", "extra", "endings", "tonic")
MORE = "what the logarithm of the chance is to grow by of "

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A take, and what may come at each of the characters that count, `count` of them.

    Attributes:
        row: What is read of it.
        allowed: What the clock lets through, (count, vocabulary / 8), eight characters a byte.
        may_only_close: Where the clock takes no bar but that of `:|`, (count,).
        is_open: Where a repeat is open that began before, (count,).
        is_final: Where the last note stands of a take that ends as a tune does, (count,).
        tonic: The names of its tonic in the vocabulary, (vocabulary,).
    """

    row: Row
    allowed: NDArray[np.uint8]
    may_only_close: Flags
    is_open: Flags
    is_final: Flags
    tonic: Flags


@dataclass(frozen=True, slots=True)
class Measured:
    """Means over a part, in nats a take or tune.

    Attributes:
        refused: What the network gives to what must not come.
        before: The same of the network as it came.
        moved: How far it is from what it is to foresee of what may come.
        apart: In training tunes, how far it is from what it foresaw there.
    """

    refused: float
    before: float
    moved: float
    apart: float


def careful_clock(characters: str) -> tuple[StepTable, int]:
    """Return the measure clock of a vocabulary, and the number of the state before a tune."""
    table = StepTable(Language(), characters)
    return table, table.number(MeasureClock(Language(), characters).start())


class Clocked:
    """Takes with what the clock says of them."""

    def __init__(self, characters: Sequence[str]) -> None:
        """Make the clock of a vocabulary."""
        self._characters = "".join(characters)
        self._table, self._start = careful_clock(self._characters)
        self._left = np.array([one in LEFT_TO_THE_TUNE for one in self._characters])

    def kept(self, take: Take) -> Kept:
        """Return what may come in a take; all may from where it no longer keeps the clock."""
        text = take.text.rstrip("\n") + TUNE_END
        colon, bar = (self._characters.index(one) for one in ":|")
        given, number, keeps = len(take.prompt), self._start, True
        allowed, closing = list[Flags](), list[bool]()
        for place, character in enumerate(text):
            mask = np.ones(len(self._characters), dtype=bool)
            if keeps:
                mask = self._table.allowed(np.array([number], dtype=np.int32))[0][0]
            allowed.append(mask | self._left)
            closing.append(bool(mask[colon] and not mask[bar]))
            own = self._characters.index(character)
            keeps = keeps and bool(mask[own])
            if keeps and place < len(text) - 1:
                number = self._table.follow(number, own, text[:place]).number
        tonic = TONIC.search(text)
        names = set((tonic[1].upper() + tonic[1].lower()) if tonic else "")
        last = LAST_NOTE.search(text)
        final = last.start() if last and take.is_right else -1
        return Kept(
            row=Row(text, given),
            allowed=np.packbits(np.array(allowed[given:]), axis=1),
            may_only_close=np.array(closing[given:]),
            is_open=np.array(open_repeats(text)[given:]),
            is_final=np.arange(given, len(text)) == final,
            tonic=np.array([one in names for one in self._characters]),
        )


def open_repeats(text: str) -> list[bool]:
    """Return for each character of a tune whether it is to come to `:|`.

    So it is from `|:`, and from a first ending, on.
    """
    body = text.find("\nK:")
    found, is_open = list[bool](), False
    for place in range(len(text)):
        found.append(is_open)
        sign = text[place - 1 : place + 1] if place > body else ""
        is_open = sign in ("|:", "::", "|1", "[1") or (is_open and sign != ":|")
    return found


class Closing:
    """A network that learns to close repeats, beside what it was.

    Args:
        path: Its checkpoint.
        extra: What a nat refused, or foreseen otherwise where it is corrected, counts beside one of
            what is to stay as it was.
        endings: What the chance of a first ending is multiplied by, as a logarithm.
        tonic: The same of the tonic, where the last note stands.
    """

    def __init__(self, path: Path, extra: float, endings: float, tonic: float) -> None:
        loaded = load_model(path)
        self.header, self.model = loaded.header, loaded.model
        self._before = load_model(path).model
        self._extra, self._endings, self._tonic = extra, endings, tonic
        characters = self.header.vocabulary.characters
        self._bar, self._end, self._colon, self._line = map(characters.index, "|]:\n")
        self._first = characters.index("1")

    def gradients(
        self, part: tuple[Sequence[Kept], Sequence[Row]]
    ) -> tuple[tuple[Tensor, ...], Measured]:
        """Return the gradients of a part's loss, one a parameter: of takes and training tunes."""
        takes, tunes = part
        ids, counted = padded([take.row for take in takes], self.header.vocabulary)
        with torch.no_grad():
            before = self._before(ids[:, :-1])[0].log_softmax(-1)
            allowed = self._allowed(takes, ids)
            wanted, weight = self._wanted(before.exp(), allowed, ids, counted, takes)
            known = (wanted * wanted.clamp_min(1e-12).log()).sum(-1)
        now = self.model(ids[:, :-1])[0].log_softmax(-1)
        kept = _log_kept(now, allowed)
        apart = known - (wanted * (now - kept[..., None]) * allowed).sum(-1)
        refused = -(kept * counted).sum(1).mean()
        moved = (apart * weight * counted).sum(1).mean()
        apart_in_tunes = self._apart(tunes)
        loss = (self._extra * refused + moved + apart_in_tunes) / MAX_CHARS
        gradients = torch.autograd.grad(loss, list(self.model.parameters()))
        with torch.no_grad():
            at_first = -(_log_kept(before, allowed) * counted).sum(1).mean()
            return gradients, Measured(
                float(refused), float(at_first), float(moved), float(apart_in_tunes)
            )

    def _apart(self, tunes: Sequence[Row]) -> Tensor:
        ids, counted = padded(tunes, self.header.vocabulary)
        with torch.no_grad():
            known = self._before(ids[:, :-1])[0].log_softmax(-1)
        now = self.model(ids[:, :-1])[0].log_softmax(-1)
        return (nats_apart(known, now) * counted).sum(1).mean()

    def _wanted(
        self, chances: Tensor, allowed: Tensor, ids: Tensor, counted: Tensor, takes: Sequence[Kept]
    ) -> tuple[Tensor, Tensor]:
        """Return what is to be foreseen, (takes, length, vocabulary), and what a place counts."""
        wanted = chances * allowed
        read, coming = ids[:, :-1], ids[:, 1:]
        of_lines = (chances * (1 - allowed))[..., [self._end, self._bar, self._colon]].sum(-1)
        ends_next = torch.zeros_like(of_lines)
        ends_next[:, :-1] = of_lines[:, 1:] * counted[:, 1:]
        ends_next *= (coming == self._bar) & (read != self._line) & (read != self._bar)
        moving = wanted[..., self._bar] * ends_next
        only_close = _laid_out([take.may_only_close for take in takes], takes, counted)
        refused = chances[..., self._bar] * (1 - allowed[..., self._bar]) * only_close
        wanted[..., self._bar] -= moving
        wanted[..., self._colon] += moving + refused
        more = wanted[..., self._first] * (read == self._bar) * math.expm1(self._endings)
        wanted[..., self._first] += more
        final = _laid_out([take.is_final for take in takes], takes, counted)
        tonic = torch.from_numpy(np.array([take.tonic for take in takes])).float()
        wanted *= torch.exp(self._tonic * final[..., None] * tonic[:, None])
        weight = 1 + (self._extra - 1) * (ends_next + refused + more + final > CORRECTED)
        return wanted / wanted.sum(-1, keepdim=True), weight

    def _allowed(self, takes: Sequence[Kept], ids: Tensor) -> Tensor:
        """Return what may come, (takes, length, vocabulary): no end inside an open repeat."""
        size = len(self.header.vocabulary.characters)
        allowed = torch.ones(len(takes), ids.shape[1] - 1, size)
        for place, take in enumerate(takes):
            first = take.row.given - 1
            masks = np.unpackbits(take.allowed, axis=1, count=size)
            allowed[place, first : first + len(masks)] = torch.from_numpy(masks).float()
        is_open = _laid_out([take.is_open for take in takes], takes, allowed[..., 0]) > 0
        read = ids[:, :-1]
        before = torch.zeros_like(read)
        before[:, 1:] = read[:, :-1]
        after_bar = is_open & (read == self._bar) & (before != self._colon)
        begins_again = is_open & (read == self._colon) & (before == self._bar)
        for line in (self._bar, self._end):
            allowed[..., line][after_bar | begins_again] = 0.0
        allowed[..., self._colon][after_bar & (before != self._line)] = 0.0
        return allowed


def _laid_out(flags: Sequence[Flags], takes: Sequence[Kept], like: Tensor) -> Tensor:
    """Return flags of the characters that count where they are foreseen, (takes, length)."""
    laid = torch.zeros_like(like)
    for place, (own, take) in enumerate(zip(flags, takes, strict=True)):
        first = take.row.given - 1
        laid[place, first : first + len(own)] = torch.from_numpy(own).float()
    return laid


def _log_kept(scores: Tensor, allowed: Tensor) -> Tensor:
    return torch.logsumexp(scores + (allowed - 1) * 1e4, -1)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument(
        "--takes", type=Path, required=True, help="what `own_takes.py compose` wrote"
    )
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=160)
    parser.add_argument("--learning-rate", type=float, default=2e-4)
    parser.add_argument("--extra", type=float, default=8.0, help="what a nat refused counts")
    parser.add_argument("--endings", type=float, default=0.0, help=MORE + "a first ending")
    parser.add_argument("--tonic", type=float, default=0.0, help=MORE + "it as the last note")
    learn(parser.parse_args())
    return 0


def learn(arguments: argparse.Namespace) -> None:
    """Teach a network, and write it with what was done."""
    torch.set_num_threads(1)
    arguments.folder.mkdir()
    pick = random.Random(0)
    learning = Closing(arguments.model, arguments.extra, arguments.endings, arguments.tonic)
    clocked = Clocked(learning.header.vocabulary.characters)
    takes = [
        clocked.kept(take) for take in load_takes([arguments.takes]) if len(take.text) <= MAX_CHARS
    ]
    texts = [tune_for_training(tune) + TUNE_END for tune in training_tunes()]
    tunes = [Row(text, 1) for text in texts if len(text) <= MAX_CHARS]
    print(f"{len(takes)} takes, {len(tunes)} tunes", flush=True)
    learn_in_steps(
        learning.model,
        learning.gradients,
        lambda: (pick.sample(takes, TAKES), pick.sample(tunes, TUNES)),
        done=share_of_steps(arguments.steps),
        learning_rate=arguments.learning_rate,
    )
    loss = loss_on_held_out(learning.model, learning.header.vocabulary)
    header = replace(learning.header, train_loss=None, val_loss=loss)
    save_model(arguments.folder / "best.safetensors", learning.model, header)
    asked = {
        name: getattr(arguments, name) for name in ("learning_rate", "extra", "endings", "tonic")
    }
    told = {"takes": len(takes), "steps": arguments.steps, **asked, "val_loss": loss}
    atomic_write(arguments.folder / "closing.json", json.dumps(told, indent=1).encode())
    print(json.dumps(told))


if __name__ == "__main__":
    sys.exit(main())
