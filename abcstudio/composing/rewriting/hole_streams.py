"""Fillings of a hole as they are sampled side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

import numpy as np

from abcstudio.composing.rewriting.reading.hole_reading import HoleReading
from abcstudio.learning.sampling.constraint import Mask

State = TypeVar("State")


class HoleRules(Protocol[State]):
    """What may come in each stretch of a hole."""

    characters: str

    def can_fill(self) -> bool:
        """Return whether each stretch can be filled, and what is kept behind it be written."""

    def begin(self, number: int, before: State | None) -> State:
        """Return the state at the start of a stretch, from that at the end of the one before."""

    def allowed(self, number: int, state: State) -> Mask:
        """Return what may come in a stretch, by its number, (vocab_size,)."""

    def is_end(self, number: int, state: State, character: str) -> bool:
        """Return whether a character that may come is the first one behind a stretch."""

    def step(self, number: int, state: State, character: str) -> State:
        """Return the state after a character of a stretch."""

    def written(self, music: Sequence[str]) -> tuple[str, ...]:
        """Return what stands in the tune's stretches with a filling."""


@dataclass(slots=True, kw_only=True)
class HoleStream(Generic[State]):
    """A filling as far as it has come.

    Attributes:
        state: The rules' in the stretch that has begun last.
        music: What stands in the stretches, as far as they have begun.
        kept: What is kept and must be read next; then the next stretch begins, if there is one.
        told: What it begins with, as far as that is still to be read.
        log_filling: The logarithm of the probability of all before what is kept behind the hole.
        log_after: That of each character behind the hole that was read.
        is_done: All has been read.

    Left out before, it is not done.
    """

    state: State
    music: list[str] = field(default_factory=lambda: [""])
    kept: str = ""
    told: str = ""
    log_filling: float = 0.0
    log_after: list[float] = field(default_factory=list)
    is_done: bool = False


class HoleStreams(Generic[State]):
    """A guide for `Sampler.sample_scored`: fillings, read on into what is kept behind the hole.

    Attributes:
        streams: The fillings.
        running: The numbers of those that need one more character.
        inside: The numbers of those that have read nothing behind the hole.
    """

    def __init__(
        self,
        reading: HoleReading,
        rules: HoleRules[State],
        count: int,
        after: int,
        *,
        stays: Callable[[HoleStream[State]], bool] = lambda _stream: True,
        begun: Sequence[str] = (),
    ) -> None:
        """Begin.

        Args:
            reading: How the model reads the tune.
            rules: What may come in this hole.
            count: How many fillings.
            after: How many characters behind the hole are read.
            stays: Asked after each of these whether a filling reads on; else it is left out.
            begun: What each filling begins with, what is kept between stretches too.
        """
        self._stays = stays
        self._rules, self._count = rules, len(reading.joins)
        self._joins = (*reading.joins[:-1], reading.joins[-1][:after])
        self._anything: Mask = np.ones(len(rules.characters), dtype=np.bool_)
        self._only: dict[str, Mask] = {
            one: np.arange(len(rules.characters)) == number
            for number, one in enumerate(rules.characters)
        }
        self.streams = [
            HoleStream(state=rules.begin(0, None), told=told) for told in begun or [""] * count
        ]
        self.running = set(range(count))
        self.inside = set(range(count))

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size)."""
        return np.stack([self._row(stream) for stream in streams])

    def _row(self, number: int) -> Mask:
        stream = self.streams[number]
        if number not in self.running:
            return self._anything
        if stream.kept:
            return self._only[stream.kept[0]]
        if stream.told:
            return self._only[stream.told[0]]
        return self._rules.allowed(len(stream.music) - 1, stream.state)

    def read(self, stream: int, character: str, log_probability: float) -> None:
        """Take a character that was sampled, with the logarithm of its probability."""
        if stream not in self.running:
            return
        one = self.streams[stream]
        one.told = one.told[1:]
        number = len(one.music) - 1
        is_end = not one.kept and self._rules.is_end(number, one.state, character)
        if is_end:
            one.kept = self._joins[number]
        if one.kept and number + 1 == self._count:
            one.log_after.append(log_probability)
            self.inside.discard(stream)
        else:
            one.log_filling += log_probability
        if not one.kept:
            one.music[-1] += character
            one.state = self._rules.step(number, one.state, character)
            return
        one.kept = one.kept[1:]
        if not one.kept:
            self._go_on(one)
        if one.is_done or (one.log_after and not self._stays(one)):
            self.running.discard(stream)

    def _go_on(self, one: HoleStream[State]) -> None:
        """Begin the next stretch, if there is one."""
        number = len(one.music)
        if number == self._count:
            one.is_done = True
            return
        one.music.append("")
        one.state = self._rules.begin(number, one.state)
