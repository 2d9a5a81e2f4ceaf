"""Are chosen measures composed anew as well as what stands there, and all else kept?

    python benchmarks/rewriting.py --tunes 60

Of the bundled tunebook a tenth is held out by family, as in training. In each of some held-out
tunes there is a hole of 1, 2 and 4 measures, at a place drawn by chance, and `abcstudio rewrite`'s
eight takes for it. One JSON object, which names the model's fingerprint, a part for each size:

`outside_identical`     Every character outside the measures is the same, in every take.
`lengths_right`         Our reader finds nothing, wrong measures or else, that was not there before.
`eight_different`       Holes with eight takes of different music.
`beginnings`            How many of the eight differ in their first half, cut at bar lines: long
                        ones are bettered from the middle, which must not make them alike.
`at_least_true`         In how many holes the likeliest of the eight is at least as likely as what
                        stands there: the music and the next 24 characters, given all before.
`at_least_left_only`    Likewise for a filling drawn in the clock by what stands before it alone:
                        the first one of other music than what stands there, as takes are.
`same_as_left_only`     In how many the likeliest of the eight is that very music: a tie, which
                        counts as at least as likely above and not at all below.
`above_left_only`       In how many of the others it is likelier.
`seam_true`, `seam`, `seam_left_only`
                        Nats a character of the first eight behind the hole: after what stands
                        there, after the eight takes, after the filling drawn from the left.
`nats_true`, `nats`     Of what stands there and of the takes, by the network: takes that are far
                        likelier than real measures go in circles.
`cpu_ms`, `first_cpu_ms`
                        Processor time for the eight takes, and until the first ones come: median
                        and 95th percentile; the model is loaded before.

Bounds: 100 % identical, right and different; at least 70 % (true) and 95 % (left only); a seam at
most 0.1 above the true one; 1,000 ms for eight takes of two measures, 250 ms until the first.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import mean, median, quantiles

import numpy as np

from abcstudio.composing.rewriting.chosen_measures import hole_of
from abcstudio.composing.rewriting.fillings import READ_ON, fillings
from abcstudio.composing.rewriting.found_fillings import SEAM, Filling
from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.hole_clock import HoleClock
from abcstudio.composing.rewriting.hole_streams import HoleStreams
from abcstudio.composing.rewriting.reading.hole_reading import HoleReading, read_hole
from abcstudio.corpus.kinship.split_apart import split_by_family
from abcstudio.corpus.sources import read_tunebook
from abcstudio.errors import RewritingError
from abcstudio.learning.checkpoint import load_model
from abcstudio.learning.sampling.constraint import Mask
from abcstudio.learning.sampling.sampler import Sampler
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.paths import bundled_model, bundled_tunebook
from abcstudio.recipes.model_reading import read_for

HELD_OUT = 0.1
SIZES = (1, 2, 4)
TAKES = 8
_MOST_CHARS = 2000
_DRAWS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one hole; likelihoods are logarithms."""

    size: int
    identical: bool
    right: bool
    different: int
    true: Filling
    takes: tuple[Filling, ...]
    left_only: Filling | None
    cpu_ms: float
    first_cpu_ms: float


class Reading:
    """A guide that lets one stream read a text."""

    def __init__(self, text: str, characters: str) -> None:
        self._text, self._characters = text, characters
        self.logs: list[float] = []

    @property
    def running(self) -> set[int]:
        """The stream, until it has read all."""
        return {0} if len(self.logs) < len(self._text) else set()

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return the one character that comes next."""
        wanted = self._text[len(self.logs)]
        row = np.array([one == wanted for one in self._characters])
        return np.tile(row, (len(streams), 1))

    def read(self, _stream: int, _character: str, log_probability: float) -> None:
        """Note how likely it was."""
        self.logs.append(log_probability)


class Bench:
    """The model in the box, and what it makes of holes.

    Attributes:
        fingerprint: The model's.
    """

    def __init__(self, temperature: float) -> None:
        loaded = load_model(bundled_model())
        self.fingerprint = loaded.fingerprint
        self._header = loaded.header
        self._characters = loaded.header.vocabulary.characters
        self._sampler = Sampler(loaded.model, loaded.header.vocabulary)
        self._config = SamplingConfig(temperature=temperature)

    def result(self, text: str, size: int, first: int, rng_seed: int) -> Result:
        """Return what becomes of a hole.

        Raises:
            RewritingError: There is none.
        """
        score = parse(text)
        began = time.process_time()
        hole = hole_of(score, first, first + size - 1)
        reading = read_hole(hole, read_for(self._header, text), self._characters)
        config = replace(self._config, rng_seed=rng_seed)
        rules = HoleClock(hole, reading, self._characters)
        shown: list[float] = []
        takes = fillings(
            self._sampler, rules, reading, config=config, count=TAKES,
            show=lambda found: shown.extend([time.process_time() - began][: len(found)]),
        )  # fmt: skip
        spent = time.process_time() - began
        texts = [hole.filled(take.music) for take in takes]
        before = findings(text)
        return Result(
            size=size,
            identical=all(is_identical(hole, take, filled)
                          for take, filled in zip(takes, texts, strict=True)),
            right=all(not findings(filled) - before for filled in texts),
            different=len({sound(take) for take in takes}),
            true=self._true(reading),
            takes=takes,
            left_only=self._left_only(rules, reading, config),
            cpu_ms=1000 * spent,
            first_cpu_ms=1000 * shown[0],
        )  # fmt: skip

    def _true(self, reading: HoleReading) -> Filling:
        after = reading.joins[-1][:READ_ON]
        pieces = [one for pair in zip(reading.music, reading.joins, strict=True) for one in pair]
        text = "".join(pieces[:-1])
        guide = Reading(text + after, self._characters)
        config = replace(self._config, max_chars=_MOST_CHARS)
        for _ in self._sampler.sample_scored(guide, reading.before, config, [0]):
            pass
        logs = guide.logs
        return Filling(reading.music, sum(logs[: len(text)]), tuple(logs[len(text) :]))

    def _left_only(
        self, rules: HoleClock, reading: HoleReading, config: SamplingConfig
    ) -> Filling | None:
        """Return a filling as it is drawn, with other seeds than the takes.

        None where the network draws nothing but what stands there.
        """
        for rng_seed in range(config.rng_seed + 500_000, config.rng_seed + 500_000 + _DRAWS):
            streams = HoleStreams(reading, rules, 1, READ_ON)
            for _ in self._sampler.sample_scored(streams, reading.before, config, [rng_seed]):
                pass
            (one,) = streams.streams
            drawn = Filling(tuple(one.music), one.log_filling, tuple(one.log_after))
            if one.is_done and sound(drawn) != "".join(reading.music).replace(" ", ""):
                return drawn
        return None


def sound(filling: Filling) -> str:
    """Return its music without the blanks, which only beam its notes."""
    return "".join(filling.music).replace(" ", "")


def is_identical(hole: Hole, take: Filling, filled: str) -> bool:
    """Return whether a text is the hole's, character by character, outside its stretches."""
    place = 0
    kept_from = 0
    for stretch, music in zip(hole.stretches, take.music, strict=True):
        kept = hole.text[kept_from : stretch.place.start]
        written = kept + stretch.written(music)
        if not filled.startswith(written, place):
            return False
        place += len(written)
        kept_from = stretch.place.end
    return filled[place:] == hole.text[kept_from:]


def findings(text: str) -> Counter[str]:
    """Return the kinds of what our reader finds in a tune, counted."""
    return Counter(one.code for one in parse(text).diagnostics)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tunes", type=int, default=60)
    parser.add_argument("--temperature", type=float, default=SamplingConfig().temperature)
    parser.add_argument("--rng-seed", type=int, default=0)
    arguments = parser.parse_args()
    _, held_out = split_by_family(read_tunebook(bundled_tunebook()), HELD_OUT, 0)
    rng = random.Random(arguments.rng_seed)
    bench = Bench(arguments.temperature)
    results: list[Result] = []
    refused: Counter[str] = Counter()
    for number, tune in enumerate(rng.sample(held_out, min(arguments.tunes, len(held_out)))):
        score = parse(tune.text)
        count = split_measures(score.voices[0], score.meter)[-1].number
        for size in SIZES:
            if count < size:
                continue
            first = rng.randint(1, count - size + 1)
            try:
                results.append(bench.result(tune.text, size, first, rng_seed=1000 * number))
            except RewritingError as error:
                refused[error.message_id] += 1
    sizes = {f"{size}_measures": summary([one for one in results if one.size == size])
             for size in SIZES}  # fmt: skip
    report = {"model": bench.fingerprint, **sizes, "all": summary(results), "refused": refused}
    print(json.dumps(report, indent=1))


def summary(results: list[Result]) -> dict[str, object]:
    """Return the figures of some holes."""
    best = [max(one.takes, key=lambda take: take.log_likelihood) for one in results]
    true = [one.true for one in results]
    drawn = [(a, b.left_only) for a, b in zip(best, results, strict=True) if b.left_only]
    other = [(a, b) for a, b in drawn if sound(a) != sound(b)]
    return {
        "holes": len(results),
        "outside_identical": share([one.identical for one in results]),
        "lengths_right": share([one.right for one in results]),
        "eight_different": share([one.different == TAKES for one in results]),
        "beginnings": round(mean(beginnings(one.takes) for one in results), 1),
        "at_least_true": share([is_as_likely(*pair) for pair in zip(best, true, strict=True)]),
        "at_least_left_only": share([is_as_likely(*pair) for pair in drawn]),
        "same_as_left_only": share([sound(a) == sound(b) for a, b in drawn]),
        "above_left_only": share([not is_as_likely(b, a) for a, b in other]),
        "seam_true": seam(true),
        "seam": seam([take for one in results for take in one.takes]),
        "seam_left_only": seam([left for _, left in drawn]),
        "nats_true": round(-mean(one.log_filling for one in true), 2),
        "nats": round(-mean(take.log_filling for one in results for take in one.takes), 2),
        "cpu_ms": times([one.cpu_ms for one in results]),
        "first_cpu_ms": times([one.first_cpu_ms for one in results]),
    }


def beginnings(takes: Sequence[Filling]) -> int:
    """Return how many of them begin differently."""
    halves = [take.music[: -(-len(take.music) // 2)] for take in takes]
    return len({"|".join(half).replace(" ", "") for half in halves})


def is_as_likely(one: Filling, other: Filling) -> bool:
    return one.log_likelihood >= other.log_likelihood - 1e-3


def times(spent: list[float]) -> dict[str, int]:
    return {"median": round(median(spent)), "p95": round(quantiles(spent, n=20)[-1])}


def share(true: list[bool]) -> float:
    return round(100 * mean(true), 1)


def seam(found: list[Filling]) -> float:
    return round(-mean(log for one in found for log in one.log_after[:SEAM]), 3)


if __name__ == "__main__":
    main()
