"""Fillings of a hole: sampled together, weighed by how well the kept text goes on from them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Protocol

from abcstudio.composing.rewriting.hole_reading import HoleReading
from abcstudio.composing.rewriting.hole_streams import HoleRules, HoleStreams
from abcstudio.errors import CancelledError, RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig

READ_ON = 24
"""The characters behind a hole that weigh a filling."""

# By the kept text alone, fillings of 150 holes in held-out tunes were as likely as what real tunes
# have there (-24 nats; the likeliest as a whole -17), but one drawn from the left alone beat all
# eight in 3 % of the holes; with this share of their own likelihood in 1 %. That of long fillings
# varies more: over four measures half the share leaves the seam by 0.02 nats less surprising.
_OWN_SHARE = 0.1
_SHORT = 2
"""So many stretches are a short hole."""

FIRST_TOGETHER = 12
"""Sampled first, so that there is something to show early."""

# Behind 44 holes the surprise was 0.13 nats a character above that of real tunes with the best 8 of
# 64, 0.08 with those of 128, 0.07 with those of 192.
FEWEST_TOGETHER, MOST_TOGETHER = 192, 384
_FOR_EACH = 8
_ROUNDS = 4
# A network that is sure of one filling finds others only where it is sampled more freely.
_WARMER = 0.5
_LONGEST_STRETCH = 200


@dataclass(frozen=True, slots=True)
class Filling:
    """Music for a hole.

    Attributes:
        music: Of each stretch.
        log_filling: The logarithm of the probability that the network gives it after what stands
            before the hole.
        log_after: That of each character behind the hole that was read, after the filling.

    How well the kept text goes on from it counts for more than how likely it is itself: what is far
    too likely goes in circles.
    """

    music: tuple[str, ...]
    log_filling: float
    log_after: tuple[float, ...]

    @property
    def log_likelihood(self) -> float:
        """The logarithm of the probability of both."""
        return self.log_filling + sum(self.log_after)

    @property
    def weight(self) -> float:
        """How good it is, for comparison with others of one hole."""
        share = _OWN_SHARE * _SHORT / max(_SHORT, len(self.music))
        return share * self.log_filling + sum(self.log_after)


class ScoringSampler(Protocol):
    """What samples streams that a guide leads, as `Sampler` does."""

    def sample_scored(
        self, guide: HoleStreams[Any], prompt: str, config: SamplingConfig, rng_seeds: Sequence[int]
    ) -> Iterator[None]:
        """Yield once all streams have read one more character."""


def fillings(
    sampler: ScoringSampler,
    rules: HoleRules[Any],
    reading: HoleReading,
    *,
    config: SamplingConfig,
    count: int,
    begin: Callable[[], object] = lambda: None,
    show: Callable[[tuple[Filling, ...]], object] = lambda _found: None,
    should_stop: Callable[[], bool] = bool,
) -> tuple[Filling, ...]:
    """Return fillings that sound different, from each other and from what is there; best first.

    Of several one is the likeliest found. They are fewer than asked for where no more were found.

    Args:
        sampler: Samples the characters.
        rules: What may come in the hole.
        reading: How the model reads the tune.
        config: How characters are sampled, until there are too few; then more freely. Equal seeds
            give equal fillings.
        count: How many.
        begin: Called once the hole is known to be one that can be filled; what it raises ends the
            work before anything is sampled.
        show: Called with the best of those found so far: early with a few, then with more.
        should_stop: Asked before each character.

    Raises:
        CancelledError: `should_stop` said so.
        RewritingError: By the rules, the model's vocabulary holds nothing that fills the hole.
    """
    if not rules.can_fill():
        raise RewritingError("rewriting.cannot_fill")
    begin()
    found: dict[tuple[str, ...], Filling] = {}
    best: tuple[Filling, ...] = ()
    first = config.rng_seed
    for together, warmer, is_enough in _batches(count, len(reading.joins)):
        streams = HoleStreams(reading, rules, together, READ_ON)
        seeds, first = range(first, first + together), first + together
        warm = _within(replace(config, temperature=config.temperature + warmer), reading)
        _finish(sampler.sample_scored(streams, reading.before, warm, seeds), should_stop)
        for filling in sorted(_whole(streams), key=_badness):
            found.setdefault(_sound(filling.music), filling)
        found.pop(_sound(reading.music), None)
        best = _best(found.values(), count)
        show(best)
        if is_enough and len(best) == count:
            break
    return best


def _finish(steps: Iterator[None], should_stop: Callable[[], bool]) -> None:
    for _ in steps:
        if should_stop():
            raise CancelledError


def _whole(streams: HoleStreams[Any]) -> Iterator[Filling]:
    """Yield the fillings of streams that have come to their end."""
    for stream in streams.streams:
        if stream.is_done:
            yield Filling(tuple(stream.music), stream.log_filling, tuple(stream.log_after))


def _best(found: Iterable[Filling], count: int) -> tuple[Filling, ...]:
    """Return so many of the best; of several, one is the likeliest."""
    ordered = sorted(found, key=_badness)
    best, others = ordered[:count], ordered[count:]
    likeliest = max(ordered, key=lambda one: one.log_likelihood, default=None)
    if count > 1 and likeliest in others:
        best[-1] = likeliest
    return tuple(best)


def _badness(filling: Filling) -> float:
    return -filling.weight


class _Batch(NamedTuple):
    """Fillings to sample side by side.

    Attributes:
        together: How many.
        warmer: How much warmer than asked for.
        is_enough: Whether no more are needed after it if there are as many different ones as asked
            for.
    """

    together: int
    warmer: float
    is_enough: bool


def _batches(count: int, stretches: int) -> Iterator[_Batch]:
    # Of long fillings fewer lead well into what is kept.
    fewest = FEWEST_TOGETHER * max(_SHORT, stretches) // _SHORT
    together = min(MOST_TOGETHER, max(fewest, _FOR_EACH * count))
    if together > FIRST_TOGETHER:
        yield _Batch(FIRST_TOGETHER, 0.0, is_enough=False)
    rest = max(together - FIRST_TOGETHER, min(together, FIRST_TOGETHER))
    yield _Batch(rest, 0.0, is_enough=True)
    for times in range(1, _ROUNDS):
        yield _Batch(together, times * _WARMER, is_enough=True)


def _within(config: SamplingConfig, reading: HoleReading) -> SamplingConfig:
    """Return a config that leaves enough characters for any filling worth having."""
    kept = sum(map(len, reading.joins[:-1])) + READ_ON
    return replace(config, max_chars=kept + _LONGEST_STRETCH * len(reading.joins))


def _sound(music: Sequence[str]) -> tuple[str, ...]:
    """Return music without the blanks, which only beam its notes."""
    return tuple(piece.replace(" ", "") for piece in music)
