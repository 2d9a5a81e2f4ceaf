"""Fillings of a hole: sampled together, weighed by how well the kept text goes on from them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from abcstudio.composing.rewriting.found_fillings import SHORT, Filling, FoundFillings
from abcstudio.composing.rewriting.hole_streams import HoleRules, HoleStream, HoleStreams
from abcstudio.composing.rewriting.reading.hole_reading import HoleReading
from abcstudio.errors import RewritingError
from abcstudio.learning.sampling.sampling_config import SamplingConfig
from abcstudio.stopping import stop_if_asked

READ_ON = 24
"""The characters behind a hole that weigh a filling."""

FIRST_TOGETHER = 12
"""Sampled first, so that there is something to show early."""

# Each doubling of them leaves the seam of two or four measures by 0.03 to 0.05 nats less
# surprising.
FEWEST_TOGETHER, MOST_TOGETHER = 384, 640
_FOR_EACH = 8
_ROUNDS = 4
# One that begins as the best so far is among the eight five times as often as another. The second
# time leaves the seam of four measures by 0.02 nats less surprising, in a quarter more time.
_BETTERINGS = 2
# A network that is sure of one filling finds others only where it is sampled more freely.
_WARMER = 0.5
_LONGEST_STRETCH = 200
# Some fillings have several times as many characters as others.
_LATE = 48
_FIRST_LATE = 4


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

    Raises:
        RewritingError: By the rules, the model's vocabulary holds nothing that fills the hole.
    """
    if not rules.can_fill():
        raise RewritingError("rewriting.cannot_fill")
    begin()
    found = FoundFillings(reading, count)
    first = config.rng_seed
    for batch in _batches(count, len(reading.joins)):
        streams = _streams(reading, rules, batch, found)
        seeds, first = range(first, first + batch.together), first + batch.together
        warm = _within(replace(config, temperature=config.temperature + batch.warmer), reading)
        for _ in sampler.sample_scored(streams, reading.before, warm, seeds):
            stop_if_asked()
            if len(streams.running) <= batch.late and streams.running == streams.inside:
                break
        found.add(_filling(stream) for stream in streams.streams if stream.is_done)
        show(found.best)
        if batch.is_enough and len(found.best) == count:
            break
    return found.best


def _streams(
    reading: HoleReading, rules: HoleRules[Any], batch: "_Batch", found: FoundFillings
) -> HoleStreams[Any]:
    begun = found.begun(batch.together) if batch.betters else ()
    stays = partial(_stays, found)
    return HoleStreams(reading, rules, batch.together, READ_ON, stays=stays, begun=begun)


def _stays(found: FoundFillings, stream: HoleStream[Any]) -> bool:
    return found.stays(_filling(stream))


def _filling(stream: HoleStream[Any]) -> Filling:
    return Filling(tuple(stream.music), stream.log_filling, tuple(stream.log_after))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Batch:
    """Fillings to sample side by side.

    Attributes:
        together: How many.
        late: So many of them are not waited for.
        warmer: How much warmer than asked for.
        betters: They begin as the best so far.
        is_enough: Whether no more are needed after it if there are as many different ones as asked
            for.
    """

    together: int
    late: int
    warmer: float = 0.0
    betters: bool = False
    is_enough: bool = True


def _batches(count: int, stretches: int) -> Iterator[_Batch]:
    together = min(MOST_TOGETHER, max(FEWEST_TOGETHER, _FOR_EACH * count))
    is_long = stretches > SHORT
    if together > FIRST_TOGETHER:
        late = FIRST_TOGETHER // _FIRST_LATE
        yield _Batch(together=FIRST_TOGETHER, late=late, is_enough=False)
    rest = max(together - FIRST_TOGETHER, min(together, FIRST_TOGETHER))
    yield _Batch(together=rest, late=rest // _LATE, is_enough=not is_long)
    half = together // 2
    for left in reversed(range(_BETTERINGS if is_long else 0)):
        yield _Batch(together=half, late=half // _LATE, betters=True, is_enough=not left)
    for times in range(1, _ROUNDS):
        yield _Batch(together=together, late=together // _LATE, warmer=times * _WARMER)


def _within(config: SamplingConfig, reading: HoleReading) -> SamplingConfig:
    """Return a config that leaves enough characters for any filling worth having."""
    kept = sum(map(len, reading.joins[:-1])) + READ_ON
    return replace(config, max_chars=kept + _LONGEST_STRETCH * len(reading.joins))
