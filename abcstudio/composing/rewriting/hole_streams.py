"""Fillings of a hole as they are sampled side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from abcstudio.composing.clock.notes import tie_over_bar
from abcstudio.composing.clock.states import Body
from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.hole_clock import HoleClock
from abcstudio.composing.rewriting.hole_reading import HoleReading
from abcstudio.learning.sampling.constraint import Mask


@dataclass(slots=True, kw_only=True)
class HoleStream:
    """A filling as far as it has come.

    Attributes:
        state: The clock's in the stretch that has begun last.
        music: What stands in the stretches, as far as they have begun.
        kept: What is kept and must be read next; then the next stretch begins, if there is one.
        log_filling: The logarithm of the probability of all before what is kept behind the hole.
        log_after: That of each character behind the hole that was read.
        is_done: All has been read.
    """

    state: Body
    music: list[str] = field(default_factory=lambda: [""])
    kept: str = ""
    log_filling: float = 0.0
    log_after: list[float] = field(default_factory=list)
    is_done: bool = False


class HoleStreams:
    """A guide for `Sampler.sample_scored`: fillings, read on into what is kept behind the hole."""

    def __init__(
        self, hole: Hole, reading: HoleReading, clock: HoleClock, count: int, after: int
    ) -> None:
        """Begin.

        Args:
            hole: The hole.
            reading: How the model reads the tune.
            clock: What may come in this hole.
            count: How many fillings.
            after: How many characters behind the hole are read.
        """
        self._stretches, self._clock = hole.stretches, clock
        self._joins = (*reading.joins[:-1], reading.joins[-1][:after])
        self._anything: Mask = np.ones(len(clock.characters), dtype=np.bool_)
        self._only: dict[str, Mask] = {
            one: np.arange(len(clock.characters)) == number
            for number, one in enumerate(clock.characters)
        }
        self.streams = [HoleStream(state=hole.stretches[0].start) for _ in range(count)]

    @property
    def is_running(self) -> bool:
        """Whether any filling is not done."""
        return not all(stream.is_done for stream in self.streams)

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size)."""
        return np.stack([self._row(self.streams[stream]) for stream in streams])

    def _row(self, stream: HoleStream) -> Mask:
        if stream.is_done:
            return self._anything
        if stream.kept:
            return self._only[stream.kept[0]]
        return self._clock.allowed(len(stream.music) - 1, stream.state)

    def read(self, stream: int, character: str, log_probability: float) -> None:
        """Take a character that was sampled, with the logarithm of its probability."""
        one = self.streams[stream]
        if one.is_done:
            return
        number = len(one.music) - 1
        is_end = not one.kept and self._clock.is_end(number, one.state, character)
        if is_end:
            one.kept = self._joins[number]
        if one.kept and number + 1 == len(self._stretches):
            one.log_after.append(log_probability)
        else:
            one.log_filling += log_probability
        if not one.kept:
            one.music[-1] += character
            one.state = self._clock.step(one.state, character)
            return
        if is_end:
            end = self._clock.at_end(one.state)
            assert end is not None
            one.state = end
        one.kept = one.kept[1:]
        if not one.kept:
            self._go_on(one)

    def _go_on(self, one: HoleStream) -> None:
        """Begin the next stretch, if there is one; a tie over the bar line goes on in it."""
        number = len(one.music)
        if number == len(self._stretches):
            one.is_done = True
            return
        start = self._stretches[number].start
        if tie := one.state.measure.tie:
            start = start._replace(measure=start.measure._replace(tie=tie_over_bar(tie)))
        one.music.append("")
        one.state = start
