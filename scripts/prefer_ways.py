"""Teach a network to close its parts where the measure clock lets it: by ways on from one place.

    python scripts/prefer_ways.py draw --model RUN/best.safetensors --rng-seed 3 --out ways.jsonl
    python scripts/prefer_ways.py learn --model RUN/best.safetensors --ways ways.jsonl \
        --folder /tmp/preferred

Where a part cannot be closed, the fault lies some measures before: what led there wrote a measure
that is too long or too short for the pickup that it is played into. So several ways on are drawn
from some measures before the place where a take went wrong, and from before the ends of parts of
takes that did not, each as far as the end of a part or to what the clock refuses. From places of
which some ways on keep the clock and others do not, the network learns by pairs that the ones are
to become likelier beside the others (direct preference optimization, Rafailov et al., 2023); all
that a pair differs in is how it comes to the end of its part. Where of ways that end their tune
some end on the tonic and others do not, these are pairs, too: of each other only, or the network
learns to put the end off. `--near` keeps it near the network that `--first` names, at each
character of the ways that are preferred. A few steps over ways of its own, then new ways: over many
the network learns the ways by heart, and what it does in their place is refused, too.

`learn` writes best.safetensors, with the loss on held-out tunes, and ways.json, with what was done.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import torch
from close_repeats import LAST_NOTE, TONIC, careful_clock, open_repeats
from own_takes import BAR_LINE, training_tunes
from prefer_takes import (
    MAX_CHARS,
    MAX_TUNE_CHARS,
    TUNE_END,
    Row,
    learn_in_steps,
    log_probabilities,
    loss_on_held_out,
    nats_apart,
    padded,
    share_of_steps,
)
from torch import Tensor, nn

from abcstudio.corpus.training_text import tune_for_training
from abcstudio.files import atomic_write
from abcstudio.learning.checkpoint import load_model, save_model
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig

PROMPT = "X:1\n"
TAKES_AT_ONCE = 64
TAKES_TEMPERATURE, WAYS_TEMPERATURE = 0.85, 0.9
WAYS_ON, BEGINNINGS_AT_ONCE = 12, 5
WAY_CHARS = 130
MEASURES_BACK = (1, 2, 2, 3, 4)
"""So many measures before a part's end, or where the clock was left, ways on begin."""
FIRST_CHARS = 20
"""Takes that leave the clock within so many characters of the music have no beginning."""
PART_END = re.compile(r":\||\|\||\|\]")
PAIRS, TUNES = 10, 3
TUNE_SHARE = 0.02
"""What a nat of a real tune counts beside one of preference."""
CHARS_A_WAY = 60
ASKED = ("steps", "learning_rate", "beta", "near")


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways on from one place, each with what stands before it."""

    prompt: str
    good: Sequence[str]
    bad: Sequence[str]


@dataclass(frozen=True, slots=True)
class Measured:
    """Means over a part: as of prefer_takes.py, and the nats a way is from the first network."""

    preferred: float
    good: float
    bad: float
    tunes: float
    apart: float


class Follower:
    """Says how far texts keep the measure clock."""

    def __init__(self, characters: Sequence[str]) -> None:
        """Make the clock of a vocabulary."""
        self._characters = "".join(characters)
        self._table, self._start = careful_clock(self._characters)

    def read(self, text: str, given: int) -> tuple[bool | None, int]:
        """Follow a text.

        Args:
            text: What to follow, from its first character on.
            given: A part's end counts from here on.

        Returns:
            True and how much was read up to the first end of a part; False and up to what is
            refused; None where neither comes.
        """
        number = self._start
        for place, character in enumerate(text):
            after = self._table.follow(number, self._characters.index(character), text[:place])
            if after.number < 0:
                return False, place + 1
            number = after.number
            if after.is_landmark and not self._table.can_end(number):
                return False, place + 1
            if place >= given and self._is_end(number, text[place - 1 : place + 1]):
                return True, place + 1
        return None, len(text)

    def _is_end(self, number: int, sign: str) -> bool:
        return bool(PART_END.fullmatch(sign)) or self._table.landmarks.is_end(number)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("--model", type=Path, required=True)
    drawing.add_argument("--takes", type=int, default=2560)
    drawing.add_argument("--beginnings", type=int, default=640)
    drawing.add_argument(
        "--of-wrong", type=float, default=0.75, help="the share of them in takes that went wrong"
    )
    drawing.add_argument("--rng-seed", type=int, required=True)
    drawing.add_argument("--out", type=Path, required=True)
    drawing.set_defaults(action=draw)
    learning = commands.add_parser("learn")
    learning.add_argument("--model", type=Path, required=True)
    learning.add_argument("--first", type=Path, help="what it is to stay near; else the model")
    learning.add_argument("--ways", type=Path, nargs="+", required=True, help="of `draw`")
    learning.add_argument("--folder", type=Path, required=True)
    learning.add_argument("--steps", type=int, default=60)
    learning.add_argument("--learning-rate", type=float, default=1.5e-4)
    learning.add_argument("--beta", type=float, default=0.3)
    learning.add_argument("--near", type=float, default=0.25, help="what a nat apart counts")
    learning.set_defaults(action=learn)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    arguments.action(arguments)
    return 0


# Drawing


def draw(arguments: argparse.Namespace) -> None:
    """Draw takes, and ways on from some of their places; write the ways, a line of JSON each."""
    loaded = load_model(arguments.model)
    vocabulary = loaded.header.vocabulary
    sampler, follower = Sampler(loaded.model, vocabulary), Follower(vocabulary.characters)
    pick = random.Random(arguments.rng_seed)
    seed = arguments.rng_seed * 1_000_000
    takes = list[str]()
    for first in range(0, arguments.takes, TAKES_AT_ONCE):
        config = SamplingConfig(rng_seed=seed + first, temperature=TAKES_TEMPERATURE)
        takes += sampled(sampler, [PROMPT] * TAKES_AT_ONCE, config)
    of_wrong = round(arguments.of_wrong * arguments.beginnings)
    begun = beginnings(takes, follower, (of_wrong, arguments.beginnings - of_wrong), pick)
    mixed = 0
    with arguments.out.open("x", encoding="utf-8") as file:
        for first in range(0, len(begun), BEGINNINGS_AT_ONCE):
            some = begun[first : first + BEGINNINGS_AT_ONCE]
            config = SamplingConfig(
                rng_seed=seed + first * WAYS_ON,
                temperature=WAYS_TEMPERATURE,
                max_chars=WAY_CHARS,
            )
            texts = sampled(sampler, [one for one in some for _ in range(WAYS_ON)], config)
            for number, prompt in enumerate(some):
                own = texts[number * WAYS_ON : (number + 1) * WAYS_ON]
                for found in ways(prompt, own, follower):
                    mixed += 1
                    file.write(json.dumps(asdict(found)) + "\n")
    print(f"{len(takes)} takes, {len(begun)} beginnings, {mixed} times ways of both kinds")


def sampled(sampler: Sampler, prompts: Sequence[str], config: SamplingConfig) -> list[str]:
    """Return a text for each prompt."""
    texts = list(prompts)
    for stream, character in sampler.sample_each(prompts, config):
        texts[stream] += character
    return texts


def beginnings(
    takes: Sequence[str], follower: Follower, most: tuple[int, int], pick: random.Random
) -> list[str]:
    """Return beginnings of takes, up to a bar line: so many at most of wrong and right ones."""
    wrong, right = list[str](), list[str]()
    for take in takes:
        text = take.rstrip("\n") + TUNE_END
        music = text.find("\nK:") + 1
        verdict, read = follower.read(text, len(text))
        if len(text) > MAX_CHARS or not music:
            continue
        ends = [match.end() for match in PART_END.finditer(text, music)]
        if verdict is False and read > music + FIRST_CHARS:
            wrong.append(before(text, music, read, pick))
        elif verdict is not False and ends:
            right.append(before(text, music, pick.choice(ends), pick))
    return [one for one in wrong[: most[0]] + right[: most[1]] if one]


def before(text: str, music: int, end: int, pick: random.Random) -> str:
    """Return a text up to a bar line some measures before a place; "" where there is none."""
    bars = [match.end() for match in BAR_LINE.finditer(text, music) if match.end() < end - 2]
    back = pick.choice(MEASURES_BACK)
    return text[: bars[-back]] if len(bars) >= back else ""


def ways(prompt: str, texts: Sequence[str], follower: Follower) -> Iterator[Ways]:
    """Yield ways that come to an end beside ways that do not, and tonics beside other last notes.

    What a bar line ends inside a repeat that is open has not come to an end.
    """
    kept, refused, on_tonic, off_tonic = list[str](), list[str](), list[str](), list[str]()
    for text in texts:
        has_ended = len(text) - len(prompt) < WAY_CHARS
        whole = text.rstrip("\n") + TUNE_END if has_ended else text
        verdict, read = follower.read(whole, len(prompt))
        way = whole[:read]
        if verdict and open_repeats(way)[-1] and not way.endswith(":|"):
            refused.append(way)
        elif verdict and has_ended and not whole[read:].strip():
            (on_tonic if ends_on_tonic(whole) else off_tonic).append(whole)
        elif verdict is not None:
            (kept if verdict else refused).append(way)
    for good, bad in (([*kept, *on_tonic], refused), (on_tonic, off_tonic)):
        if good and bad:
            yield Ways(prompt, good, bad)


def ends_on_tonic(text: str) -> bool:
    """Return whether the last note of a tune is its key's."""
    tonic, last = TONIC.search(text), LAST_NOTE.search(text)
    return bool(tonic and last and last[0].upper() == tonic[1])


# Learning


class Preferring:
    """A network that learns from pairs of ways on, beside what it was and what it was first."""

    def __init__(self, path: Path, first: Path, beta: float, near: float) -> None:
        loaded = load_model(path)
        self.header, self.model = loaded.header, loaded.model
        self._before, self._first = load_model(path).model, load_model(first).model
        self._beta, self._near = beta, near

    def gradients(
        self, part: tuple[Sequence[Row], Sequence[Row], Sequence[Row]]
    ) -> tuple[tuple[Tensor, ...], Measured]:
        """Return the gradients of a part's loss: of good ways, bad ones and tunes."""
        good, bad, real = part
        vocabulary, pairs = self.header.vocabulary, len(good)
        ids, counted = padded([*good, *bad], vocabulary)
        with torch.no_grad():
            before = log_probabilities(self._before, ids, counted)
            at_first = self._first(ids[:pairs, :-1])[0].log_softmax(-1)
        scores = self.model(ids[:, :-1])[0].log_softmax(-1)
        chosen = scores.gather(2, ids[:, 1:, None]).squeeze(2)
        gained = torch.sum(chosen * counted, dim=1) - before
        is_text = padded([Row(row.text, 1) for row in good], vocabulary)[1]
        apart = nats_apart(at_first, scores[:pairs])[:, : is_text.shape[1]]
        apart = (apart * is_text).sum(1).mean()
        tunes = -log_probabilities(self.model, *padded(real, vocabulary)).mean()
        margins = self._beta * (gained[:pairs] - gained[pairs:])
        loss = -nn.functional.logsigmoid(margins).mean() / self._beta
        loss = (loss + TUNE_SHARE * tunes + self._near * apart) / CHARS_A_WAY
        gradients = torch.autograd.grad(loss, list(self.model.parameters()))
        with torch.no_grad():
            return gradients, Measured(
                preferred=float((margins > 0).float().mean()),
                good=float(gained[:pairs].mean()),
                bad=float(gained[pairs:].mean()),
                tunes=float(tunes),
                apart=float(apart),
            )


def learn(arguments: argparse.Namespace) -> None:
    """Teach a network, and write it with what was done."""
    arguments.folder.mkdir()
    first = arguments.first or arguments.model
    learning = Preferring(arguments.model, first, arguments.beta, arguments.near)
    known = list(load_ways(arguments.ways))
    texts = [tune_for_training(tune) + TUNE_END for tune in training_tunes()]
    tunes = [Row(text, 1) for text in texts if len(text) <= MAX_TUNE_CHARS]
    pick = random.Random(0)
    print(f"{len(known)} beginnings", flush=True)
    learn_in_steps(
        learning.model,
        learning.gradients,
        lambda: part(known, tunes, pick),
        done=share_of_steps(arguments.steps),
        learning_rate=arguments.learning_rate,
    )
    loss = loss_on_held_out(learning.model, learning.header.vocabulary)
    header = replace(learning.header, train_loss=None, val_loss=loss)
    save_model(arguments.folder / "best.safetensors", learning.model, header)
    asked = {name: getattr(arguments, name) for name in ASKED}
    told = json.dumps({"beginnings": len(known), **asked, "val_loss": loss}, indent=1)
    atomic_write(arguments.folder / "ways.json", told.encode())
    print(told)


def load_ways(paths: Sequence[Path]) -> Iterator[Ways]:
    """Yield the ways of files that `draw` wrote."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            yield Ways(**json.loads(line))


def part(
    known: Sequence[Ways], tunes: Sequence[Row], pick: random.Random
) -> tuple[list[Row], list[Row], list[Row]]:
    """Return what one thread reads for a step: good ways, bad ones from the same places, tunes."""
    some = pick.sample(known, min(PAIRS, len(known)))
    good = [Row(pick.choice(one.good), len(one.prompt)) for one in some]
    bad = [Row(pick.choice(one.bad), len(one.prompt)) for one in some]
    return good, bad, pick.sample(tunes, TUNES)


if __name__ == "__main__":
    sys.exit(main())
