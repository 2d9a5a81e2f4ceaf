"""The guard: keeps streams within the measure clock, and resamples the particles of a take.

A mask alone bends what is sampled, since a character that leads into a narrow place is as likely as
before. So a take is sampled as several particles; each weighs what the masks have left of its
probability, and at bar lines light ones go on from heavy ones (sequential Monte Carlo).
"""

import math
import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.masks import MaskTable
from abcstudio.composing.clock.states import State
from abcstudio.composing.guard.guard_report import GuardReport
from abcstudio.learning.sampling.constraint import Mask

_BAR_LINE = "|"
# Resampled is once the weight lies on so few of the particles.
_FEWEST_EFFECTIVE = 0.5


@dataclass(slots=True)
class _Particle:
    """A stream: its state, text, whether it has ended, and its weight since the last resampling."""

    state: State
    text: str = ""
    has_ended: bool = False
    log_weight: float = 0.0
    report: GuardReport = field(default_factory=GuardReport)


class MeasureGuard:
    """A constraint for `Sampler.sample_within`: stream number n belongs to take n // particles."""

    def __init__(
        self, clock: MeasureClock, masks: MaskTable, particles: int, rng_seeds: Sequence[int]
    ) -> None:
        """Make a guard.

        Args:
            clock: What may be.
            masks: Those of this clock; they may have been used before.
            particles: How many each take has.
            rng_seeds: One a take; they decide what is resampled.
        """
        self._clock, self._masks, self._count = clock, masks, particles
        self._random = [random.Random(seed) for seed in rng_seeds]
        self._particles: list[_Particle] = []
        self._max_chars = 0
        self._at_bar_line: set[int] = set()

    def begin(self, prompts: Sequence[str], max_chars: int) -> None:
        """Start a stream after each prompt, none of which `refusal` refuses."""
        states = {prompt: self._clock.read(prompt).state for prompt in set(prompts)}
        self._max_chars = max_chars
        self._particles = []
        for prompt in prompts:
            state = states[prompt]
            assert state is not None
            self._particles.append(_Particle(state))

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size)."""
        particles = [self._particles[stream] for stream in streams]
        # Of streams that have ended nothing is used.
        return self._masks.allowed(
            [one.state for one in particles],
            [self._max_chars - one.report.characters + one.has_ended for one in particles],
        )

    def read(self, stream: int, character: str, log_kept: float) -> None:
        """Take a character that was sampled."""
        particle = self._particles[stream]
        state = self._clock.step(particle.state, character)
        assert state is not None
        particle.state = state
        particle.text += character
        self._weigh(particle, log_kept)
        if character == _BAR_LINE:
            self._at_bar_line.add(stream // self._count)

    def end(self, stream: int, log_kept: float) -> None:
        """Note that a stream has ended with its tune."""
        particle = self._particles[stream]
        particle.has_ended = True
        self._weigh(particle, log_kept)

    def _weigh(self, particle: _Particle, log_kept: float) -> None:
        particle.log_weight += log_kept
        particle.report.add(log_kept)

    def wanted(self, running: Collection[int]) -> set[int]:
        """Return the streams of the takes that are not done."""
        takes = {stream // self._count for stream in running}
        return {stream for take in takes for stream in self._streams(take)}

    def resampled(self) -> Sequence[int] | None:
        """Return for each stream the one that it goes on from; None where all stay."""
        takes, self._at_bar_line = self._at_bar_line, set()
        uneven = [take for take in sorted(takes) if self._is_uneven(take)]
        if not uneven:
            return None
        sources = list(range(len(self._particles)))
        for take in uneven:
            streams = self._streams(take)
            sources[streams.start : streams.stop] = self._drawn(take)
        before = [self._particles[source] for source in sources]
        self._particles = [replace(one, report=replace(one.report)) for one in before]
        for take in uneven:
            for stream in self._streams(take):
                particle = self._particles[stream]
                particle.report.resampled += sources[stream] != stream
                particle.log_weight = 0.0
        return sources

    def _streams(self, take: int) -> range:
        return range(take * self._count, (take + 1) * self._count)

    def _weights(self, take: int) -> list[float]:
        """Return the weights of a take's particles; they add up to 1."""
        logs = [self._particles[stream].log_weight for stream in self._streams(take)]
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
        if self._count == 1:
            return self._particles[take].text
        texts = [self._particles[stream].text for stream in self._streams(take)]
        shortest, last = min(texts), max(texts)
        same = next(
            (
                place
                for place, pair in enumerate(zip(shortest, last, strict=False))
                if pair[0] != pair[1]
            ),
            min(len(shortest), len(last)),
        )
        return shortest[:same]

    def is_done(self, take: int) -> bool:
        """Return whether all particles of a take have ended."""
        return all(self._particles[stream].has_ended for stream in self._streams(take))

    def choose(self, take: int) -> tuple[str, GuardReport]:
        """Return the text of one particle of a take, drawn by weight, and what was done to it."""
        stream = self._random[take].choices(self._streams(take), self._weights(take))[0]
        particle = self._particles[stream]
        return particle.text, particle.report


def refusal(clock: MeasureClock, masks: MaskTable, prompt: str, max_chars: int) -> str | None:
    """Return the end of a prompt's part that lies in the clock's language; None where all does.

    A prompt from which no tune can end within the characters is refused whole.
    """
    reading = clock.read(prompt)
    if reading.state is None:
        return prompt[: reading.refused_at + 1][-20:]
    distance = masks.reachability.distance(reading.state)
    if distance is None or distance > max_chars:
        return prompt[-20:]
    return None
