"""The guard: keeps streams within the measure clock, and resamples the particles of a take.

A mask alone bends what is sampled, since a character that leads into a narrow place is as likely as
before. So a take is sampled as several particles; each weighs what the masks have left of its
probability, and at bar lines light ones go on from heavy ones (sequential Monte Carlo).
"""

import math
import random
from collections.abc import Collection, Sequence
from copy import copy

import numpy as np

from abcstudio.composing.clock.single_steps import Numbers
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.composing.guard.particle_record import Indexes, ParticleRecord, Reals
from abcstudio.composing.guard.room_masks import SHORT_ROOM, RoomMasks
from abcstudio.composing.guard.settling import settled
from abcstudio.learning.sampling.constraint import Mask

_BAR_LINE = "|"
# Resampled is once the weight lies on so few of the particles.
_FEWEST_EFFECTIVE = 0.5


class MeasureGuard:
    """A constraint for `Sampler.sample_within`: stream number n belongs to take n // particles."""

    def __init__(
        self, table: StepTable, room: RoomMasks, particles: int, rng_seeds: Sequence[int]
    ) -> None:
        """Make a guard.

        Args:
            table: What may be; it may have been used before.
            room: What may come near the end of a text's room; that of the whole work.
            particles: How many each take has.
            rng_seeds: One a take; they decide what is resampled.
        """
        self._table, self._room, self._count = table, room, particles
        self._random = [random.Random(seed) for seed in rng_seeds]
        self._max_chars = self._steps = 0
        self._at_bar_line: set[int] = set()
        # Takes at bar lines, or of which a particle has ended; those of which is known which
        # particle will be chosen.
        self._changed: set[int] = set()
        self._settled: set[int] = set()
        self._prompts: list[str] = []
        self._texts: list[str] = []
        self._has_ended: list[bool] = []
        self._numbers: Numbers = np.zeros(0, dtype=np.int32)
        self._log_weights = np.zeros(0)
        self._record = ParticleRecord(0)
        # How many characters all particles of a take are known to have in common.
        self._shared = [0] * len(rng_seeds)

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a stream after each prompt, none of which `refusal` refuses."""
        self._max_chars, self._steps = max_chars, 0
        self._prompts, self._texts = list(prompts), [""] * len(prompts)
        self._has_ended = [False] * len(prompts)
        number = {one: self._table.number(self._room.state(one)) for one in set(prompts)}
        self._numbers = np.array([number[one] for one in prompts], dtype=np.int32)
        self._log_weights = np.zeros(len(prompts))
        self._record = ParticleRecord(len(prompts))

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size)."""
        numbers = self._numbers[streams]
        # Of streams that have ended nothing is used; those that run have read one a step.
        left = self._max_chars - self._steps
        mask, bounds = self._table.allowed(numbers, self._room.should_stop)
        if left <= self._table.largest_bound or self._max_chars <= SHORT_ROOM:
            bounds[:] = left if self._max_chars <= SHORT_ROOM else bounds
            for row in np.flatnonzero(bounds >= left).tolist():
                if not self._has_ended[streams[row]]:
                    mask[row] = self._room.allowed(self._whole_text(streams[row]), left)
        return mask

    def read(
        self, streams: Sequence[int], characters: Sequence[str], log_kept: Sequence[float]
    ) -> None:
        """Take a character that was sampled in each of some streams."""
        self._steps += 1
        index = np.array(streams)
        self._numbers[index] = self._table.after(
            self._numbers[index], characters, lambda one: self._whole_text(streams[one])
        )
        for stream, character in zip(streams, characters, strict=True):
            self._texts[stream] += character
            if character == _BAR_LINE:
                self._at_bar_line.add(stream // self._count)
        self._weigh(index, np.array(log_kept))

    def _whole_text(self, stream: int) -> str:
        return self._prompts[stream] + self._texts[stream]

    def end(self, stream: int, log_kept: float) -> None:
        """Note that a stream has ended with its tune."""
        self._has_ended[stream] = True
        self._changed.add(stream // self._count)
        self._weigh(np.array([stream]), np.array([log_kept]))

    def _weigh(self, streams: Indexes, log_kept: Reals) -> None:
        self._log_weights[streams] += log_kept
        self._record.add(streams, log_kept)

    def wanted(self, running: Collection[int]) -> set[int]:
        """Return the streams of the takes that are not done."""
        takes, self._changed = self._changed, set()
        for take in takes:
            if not self.is_done(take) and self._is_settled(take):
                self._settled.add(take)
        takes = {stream // self._count for stream in running} - self._settled
        return {stream for take in takes for stream in self._streams(take)}

    def _is_settled(self, take: int) -> bool:
        """Return whether the particles that run do not matter any more."""
        ended = self._ended(take)
        if not any(ended):
            return False
        place = copy(self._random[take]).random()
        return settled(self._weights(take), ended, place, _FEWEST_EFFECTIVE * self._count)

    def resampled(self) -> Sequence[int] | None:
        """Return for each stream the one that it goes on from; None where all stay."""
        takes, self._at_bar_line = self._at_bar_line, set()
        self._changed |= takes
        uneven = [take for take in sorted(takes) if self._is_uneven(take)]
        if not uneven:
            return None
        sources = list(range(len(self._texts)))
        for take in uneven:
            streams = self._streams(take)
            sources[streams.start : streams.stop] = self._drawn(take)
        self._go_on_from(sources)
        for take in uneven:
            streams = self._streams(take)
            self._log_weights[streams.start : streams.stop] = 0.0
        return sources

    def _go_on_from(self, sources: list[int]) -> None:
        self._prompts = [self._prompts[source] for source in sources]
        self._texts = [self._texts[source] for source in sources]
        self._has_ended = [self._has_ended[source] for source in sources]
        self._numbers = self._numbers[sources]
        self._log_weights = self._log_weights[sources]
        self._record.go_on_from(sources)

    def _streams(self, take: int) -> range:
        return range(take * self._count, (take + 1) * self._count)

    def _weights(self, take: int) -> list[float]:
        """Return the weights of a take's particles; they add up to 1."""
        streams = self._streams(take)
        logs = self._log_weights[streams.start : streams.stop].tolist()
        weights = [math.exp(log - max(logs)) for log in logs]
        return [weight / sum(weights) for weight in weights]

    def _is_uneven(self, take: int) -> bool:
        """Return whether few particles of a take have nearly all the weight."""
        effective = 1 / sum(weight * weight for weight in self._weights(take))
        return effective < _FEWEST_EFFECTIVE * self._count

    def _drawn(self, take: int) -> list[int]:
        """Return streams by their weights, systematically; each stays where it is if it can."""
        weights, streams = self._weights(take), self._streams(take)
        place, reached = self._random[take].random(), 0.0
        times = []
        for weight in weights:
            before = math.ceil(reached * self._count - place)
            reached += weight
            times.append(max(0, math.ceil(reached * self._count - place) - before))
        spare = [one for one, many in zip(streams, times, strict=True) for _ in range(many - 1)]
        # Rounding may leave one particle too few.
        spare += [streams[weights.index(max(weights))]] * self._count
        drawn = []
        for stream, many in zip(streams, times, strict=True):
            drawn.append(stream if many else spare.pop(0))
        return drawn

    def text(self, take: int) -> str:
        """Return what all particles of a take have in common."""
        streams = self._streams(take)
        texts = self._texts[streams.start : streams.stop]
        shared, shortest = self._shared[take], min(map(len, texts))
        while shared < shortest and len({text[shared] for text in texts}) == 1:
            shared += 1
        self._shared[take] = shared
        return texts[0][:shared]

    def is_done(self, take: int) -> bool:
        """Return whether all particles of a take have ended, or do not matter any more."""
        return take in self._settled or all(self._ended(take))

    def _ended(self, take: int) -> list[bool]:
        streams = self._streams(take)
        return self._has_ended[streams.start : streams.stop]

    def choose(self, take: int) -> tuple[str, GuardReport]:
        """Return the text of one particle of a take, drawn by weight, and what was done to it."""
        stream = self._random[take].choices(self._streams(take), self._weights(take))[0]
        return self._texts[stream], self._record.report(stream)
