"""Takes of a network, for `train_bundled_model.py refine --own` and for `prefer_takes.py`.

    python scripts/own_takes.py compose --model RUN/best.safetensors --rng-seed 3 --out three.jsonl
    python scripts/own_takes.py endings --model RUN/best.safetensors --takes judged.jsonl \
        --rng-seed 4 --out endings.jsonl
    python scripts/own_takes.py judge --out judged.jsonl three.jsonl five.jsonl
    python scripts/own_takes.py choose --wanted 4500 --out own.abc judged.jsonl

A network that has only ever read real tunes knows how these end, and does not end its own so: what
it writes drifts from what it has met. `compose` draws takes as they come, `--takes` from `X:1`
alone and 32 from each of `--headers` headers of training tunes, and says of each whether both
readers find it right. `judge` adds the log odds that a take is real: two classifiers learn to tell
right takes from training tunes, and each judges those that it has not learned from (the AUC is
printed). `choose` picks some as a tunebook by rejection, with chances that grow as the odds do, so
that what is picked is like real tunes in all that the classifiers see; no take with four measures
of a training tune is picked. `endings` draws, from beginnings of takes up to a few measures before
their end, several ways on. No held-out tune is looked at. `compose` and `endings` need Debian's
abcmidi.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from classifiers import boosted, logistic  # noqa: E402
from quality_readers import abc2midi_verdicts, own_verdict  # noqa: E402
from quality_takes import PLAIN_PROMPT, Drawing, Text, draw, header_prompt  # noqa: E402
from tell_apart import table  # noqa: E402
from tune_features import features  # noqa: E402

from abcstudio.composing.jury.criteria import Tables  # noqa: E402
from abcstudio.composing.jury.figures import Figures  # noqa: E402
from abcstudio.composing.jury.fitting.fit import auc  # noqa: E402
from abcstudio.composing.jury.jury import Jury  # noqa: E402
from abcstudio.corpus.kinship.split_apart import split_by_family  # noqa: E402
from abcstudio.corpus.quotations import QuotationIndex  # noqa: E402
from abcstudio.corpus.sources import read_tunebook  # noqa: E402
from abcstudio.corpus.training_text import tune_for_training  # noqa: E402
from abcstudio.corpus.tune import Tune  # noqa: E402
from abcstudio.learning.checkpoint import load_model  # noqa: E402
from abcstudio.notation.reader.parser import parse  # noqa: E402
from abcstudio.paths import bundled_jury, bundled_tunebook  # noqa: E402

AT_ONCE = 64
OF_A_HEADER = 32
WAYS_ON = 16
MEASURES_BACK = (2, 3, 4, 6)
"""So many measures before the end of a take several ways on are drawn."""
FOLDS = 4
BAR_LINE = re.compile(r":?\|[:\]|]?")
NOT_AGREED = -1.0
"""Log odds of a take in which abc2midi counts a measure otherwise than this program."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Take:
    """A take, and what is known of it.

    Attributes:
        prompt: What it was drawn from; its text begins so.
        is_right: It came to an end, and both readers find neither an error nor, this program's, a
            wrong measure.
        agreed: abc2midi finds no wrong measure either.
        odds: Log odds to be a real tune; None where it is not right or not judged.
    """

    prompt: str
    text: str
    is_right: bool
    agreed: bool
    odds: float | None = None


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("compose")
    making.add_argument("--model", type=Path, required=True)
    making.add_argument("--takes", type=int, default=6_400)
    making.add_argument("--headers", type=int, default=110)
    making.add_argument("--temperature", type=float, default=0.85)
    making.add_argument("--rng-seed", type=int, required=True)
    making.add_argument("--out", type=Path, required=True)
    making.set_defaults(action=compose)
    ending = commands.add_parser("endings")
    ending.add_argument("--model", type=Path, required=True)
    ending.add_argument("--takes", type=Path, required=True, help="what `judge` wrote")
    ending.add_argument("--beginnings", type=int, default=1_200)
    ending.add_argument("--temperature", type=float, default=0.9)
    ending.add_argument("--rng-seed", type=int, required=True)
    ending.add_argument("--out", type=Path, required=True)
    ending.set_defaults(action=endings)
    judging = commands.add_parser("judge")
    judging.add_argument("takes", type=Path, nargs="+", help="what `compose` wrote")
    judging.add_argument("--out", type=Path, required=True)
    judging.set_defaults(action=judge)
    choosing = commands.add_parser("choose")
    choosing.add_argument("takes", type=Path, help="what `judge` wrote")
    choosing.add_argument("--wanted", type=int, required=True)
    choosing.add_argument("--out", type=Path, required=True)
    choosing.set_defaults(action=choose)
    arguments = parser.parse_args()
    arguments.action(arguments)
    return 0


def compose(arguments: argparse.Namespace) -> None:
    """Draw takes and write them, a line of JSON each."""
    model = load_model(arguments.model)
    pick = random.Random(arguments.rng_seed)
    tunes = [tune_for_training(tune) for tune in training_tunes()]
    groups = [(PLAIN_PROMPT, AT_ONCE)] * (arguments.takes // AT_ONCE)
    groups += [(header_prompt(pick.choice(tunes)), OF_A_HEADER) for _ in range(arguments.headers)]
    drawn = 0
    with arguments.out.open("x", encoding="utf-8") as file:
        for prompt, count in groups:
            drawing = Drawing(count, arguments.temperature, arguments.rng_seed * 1_000_000 + drawn)
            for take in read(prompt, draw(model, [prompt] * count, drawing)):
                file.write(json.dumps(asdict(take)) + "\n")
            drawn += count
            print(f"{drawn} takes", flush=True)


def endings(arguments: argparse.Namespace) -> None:
    """Draw several ways on from beginnings of takes, and write them, a line of JSON each."""
    model = load_model(arguments.model)
    pick = random.Random(arguments.rng_seed)
    takes = load_takes([arguments.takes])
    pick.shuffle(takes)
    # Half of them wrong: takes go wrong where they have forgotten how they began.
    by_rightness = ([take for take in takes if take.is_right is one] for one in (True, False))
    begun = list(chain.from_iterable(zip(*by_rightness, strict=False)))[: arguments.beginnings]
    with arguments.out.open("x", encoding="utf-8") as file:
        for number, take in enumerate(begun):
            prompt = beginning(take.text, pick.choice(MEASURES_BACK))
            seed = arguments.rng_seed * 1_000_000 + number * WAYS_ON
            drawing = Drawing(WAYS_ON, arguments.temperature, seed)
            for way in read(prompt, draw(model, [prompt] * WAYS_ON, drawing)):
                file.write(json.dumps(asdict(way)) + "\n")
    print(f"{len(begun)} beginnings, {WAYS_ON} ways on from each")


def beginning(text: str, measures: int) -> str:
    """Return a take without its last measures: to behind the bar line before them."""
    bars = [match.end() for match in BAR_LINE.finditer(text, text.find("\nK:") + 1)]
    return text[: bars[max(0, len(bars) - 1 - measures)]] if bars else text[: len(PLAIN_PROMPT)]


def read(prompt: str, texts: Sequence[Text]) -> Iterator[Take]:
    """Yield what both readers say of takes."""
    for text, verdict in zip(texts, abc2midi_verdicts([one.text for one in texts]), strict=True):
        is_right = text.came_to_an_end and verdict.without_error
        is_right = is_right and own_verdict(parse(text.text)).measures_right
        yield Take(prompt, text.text, is_right, verdict.measures_right)


def load_takes(paths: Sequence[Path]) -> list[Take]:
    """Return the takes of files that `compose` or `judge` wrote."""
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    return [Take(**json.loads(line)) for line in lines]


def judge(arguments: argparse.Namespace) -> None:
    """Write the takes with their odds."""
    takes = load_takes(arguments.takes)
    with ProcessPoolExecutor() as processes:
        texts = [tune_for_training(tune) for tune in training_tunes()]
        real = [one for one in processes.map(figures_of, texts, chunksize=64) if one]
        right = [take.text if take.is_right else "" for take in takes]
        found = list(processes.map(figures_of, right, chunksize=64))
    odds = iter(odds_to_be_real(real, [figures for figures in found if figures]))
    with arguments.out.open("x", encoding="utf-8") as file:
        for take, figures in zip(takes, found, strict=True):
            own = float(next(odds)) + (0.0 if take.agreed else NOT_AGREED) if figures else None
            file.write(json.dumps(asdict(replace(take, odds=own))) + "\n")


def choose(arguments: argparse.Namespace) -> None:
    """Write the takes that are picked as one tunebook."""
    takes = load_takes([arguments.takes])
    picked = np.random.default_rng(0).random(len(takes)) < chances(takes, arguments.wanted)
    known = QuotationIndex.of_texts([tune_for_training(tune) for tune in training_tunes()])
    new = {
        take.text.strip("\n"): None
        for take, chosen in zip(takes, picked, strict=True)
        if chosen and not known.quotations(parse(take.text))
    }
    print(f"{len(takes)} takes, {int(picked.sum())} picked, {len(new)} of them new")
    arguments.out.write_text("\n\n".join(new) + "\n", "utf-8")


def training_tunes() -> Sequence[Tune]:
    """Return the tunes of the tunebook that the model in the box has learned."""
    return split_by_family(read_tunebook(bundled_tunebook()), 0.1, 0)[0]


def figures_of(text: str) -> Figures:
    """Return the features of a tune, none where there is too little music."""
    return features(text, _tables()) if text else {}


def odds_to_be_real(real: Sequence[Figures], own: Sequence[Figures]) -> Numbers:
    """Return the log odds of each take by classifiers that have not learned from it."""
    _, rows = table([*real, *own])
    is_real = np.arange(len(rows)) < len(real)
    deal = np.random.default_rng(0)
    folds = deal.permutation(np.arange(len(rows)) % FOLDS)
    odds = np.zeros(len(rows))
    for fold in range(FOLDS):
        judged = folds == fold
        takes = deal.permutation(np.flatnonzero(~judged & ~is_real))[: 2 * len(real)]
        known = np.concatenate([np.flatnonzero(~judged & is_real), takes])
        wanted = is_real[known].astype(float)
        answers = [one(rows[known], wanted, rows[judged]) for one in (logistic, boosted)]
        odds[judged] = np.mean(answers, axis=0)
    print(f"AUC {auc(odds[is_real].tolist(), odds[~is_real].tolist()):.3f}")
    return odds[~is_real]


def chances(takes: Sequence[Take], wanted: int) -> Numbers:
    """Return the chance of each take to be picked, so that `wanted` are to be expected."""
    odds = np.array([-np.inf if take.odds is None else take.odds for take in takes])
    low, high = -30.0, 30.0
    for _ in range(60):
        middle = (low + high) / 2
        enough = np.minimum(1.0, np.exp(odds + middle)).sum() >= wanted
        low, high = (low, middle) if enough else (middle, high)
    return np.asarray(np.minimum(1.0, np.exp(odds + high)))


@cache
def _tables() -> Tables:
    return Jury.load(bundled_jury()).tables


if __name__ == "__main__":
    sys.exit(main())
