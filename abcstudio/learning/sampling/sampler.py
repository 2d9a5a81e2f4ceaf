"""Sampling text from a network, character by character."""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from typing import Protocol

from abcstudio.learning.sampling.constrained_streams import ConstrainedStreams
from abcstudio.learning.sampling.constraint import Constraint, Mask
from abcstudio.learning.sampling.mixture import AnyNetwork, Mixture
from abcstudio.learning.sampling.networks import network_of
from abcstudio.learning.sampling.referee import Referee
from abcstudio.learning.sampling.refereed_streams import RefereedStreams
from abcstudio.learning.sampling.repetition import repeating_character
from abcstudio.learning.sampling.sampling_config import TUNE_END, SamplingConfig
from abcstudio.learning.sampling.streams import StreamBatch
from abcstudio.learning.vocabulary import Vocabulary


class Guide(Protocol):
    """Says what may come next in streams that are sampled side by side, and when they are done."""

    @property
    def running(self) -> Set[int]:
        """The streams that need one more character; of the others some may still be given more."""

    def allowed(self, streams: Sequence[int]) -> Mask:
        """Return what may come next in some streams, (streams, vocab_size).

        Each row has a true value at least; with one only the stream reads what it is told to.
        """

    def read(self, stream: int, character: str, log_probability: float) -> None:
        """Take a character, with the logarithm of the probability that the network gave it.

        That is the plain one, whatever the temperature and whatever else was allowed.
        """


# Each leaving out copies what the others have read. For 12 streams it cost more than it saved.
_NARROW_AT = 0.8
_FEWEST_LEFT_OUT = 16


class ScoredStreams:
    """Some streams that a guide leads.

    Those that need no more are left out in time. Of other widths a network may round otherwise, so
    what a stream samples may depend on its neighbours; equal seeds, all together, give equal ones.
    """

    def __init__(self, batch: StreamBatch, vocabulary: Vocabulary, guide: Guide) -> None:
        self._batch, self._guide = batch, guide
        self._characters = vocabulary.characters

    def advance(self) -> None:
        """Sample or read one character more of each stream that needs it."""
        running = self._guide.running
        streams = len(self._batch.takes)
        few = min(_NARROW_AT * streams, streams - _FEWEST_LEFT_OUT)
        if len(running) <= few and self._batch.may_narrow:
            self._batch.keep([row for row, one in enumerate(self._batch.takes) if one in running])
        allowed = self._guide.allowed(self._batch.takes)  # (streams, vocab_size)
        for stream, number, log_probability in self._batch.scored(allowed):
            self._guide.read(stream, self._characters[number], log_probability)


Forbid = Callable[[int, str], str]


class Rules:
    """Which characters must not come next in each take, by its text so far."""

    def __init__(
        self, vocabulary: Vocabulary, texts: list[str], guard: bool, forbid: Forbid | None
    ) -> None:
        self._number_of = {
            character: number for number, character in enumerate(vocabulary.characters)
        }
        self._texts = texts
        self._guard, self._forbid = guard, forbid
        self.apply = guard or forbid is not None

    def add(self, take: int, character: str) -> None:
        """Take the next character of a take."""
        if self.apply:
            self._texts[take] += character

    def bind(self, batch: StreamBatch, running: set[int]) -> None:
        """Leave out of a batch what is forbidden in the takes that run."""
        if not self.apply:
            return
        rows: list[int] = []
        columns: list[int] = []
        for row, take in enumerate(batch.takes):
            if take not in running:
                continue
            numbers = self._forbidden_numbers(take, self._texts[take])
            rows += [row] * len(numbers)
            columns += numbers
        if rows:
            batch.leave_out(rows, columns)

    def _forbidden_numbers(self, take: int, text: str) -> list[int]:
        forbidden = self._forbid(take, text) if self._forbid else ""
        if self._guard:
            forbidden += repeating_character(text)
        if not forbidden:
            return []
        numbers = {self._number_of[one] for one in forbidden if one in self._number_of}
        return list(numbers) if len(numbers) < len(self._number_of) else []


class Sampler:
    """Samples takes from a network, or from two that are mixed, by the library that it is of.

    Attributes:
        vocabulary: The characters that it may sample.
    """

    def __init__(
        self,
        model: AnyNetwork | Mixture,
        vocabulary: Vocabulary,
        threads: int = 1,
    ) -> None:
        """Get a network ready, which packs its weights.

        Args:
            model: The network, or two.
            vocabulary: Its characters.
            threads: How many of a processor torch computes with.
        """
        self.vocabulary = vocabulary
        self._network = network_of(model, threads)

    def sample(
        self, prompt: str, config: SamplingConfig, forbid: Forbid | None = None
    ) -> Iterator[str]:
        """Yield the characters of one take, as they are sampled.

        Raises:
            PromptError: The prompt holds characters that the network has never seen.
        """
        for _, character in self.sample_together(prompt, config, 1, forbid):
            yield character

    def sample_together(
        self,
        prompt: str,
        config: SamplingConfig,
        takes: int,
        forbid: Forbid | None = None,
        read: Callable[[int], object] = lambda _count: None,
    ) -> Iterator[tuple[int, str]]:
        """Yield takes of one prompt sampled side by side, as `sample_each` does of several."""
        return self.sample_each([prompt] * takes, config, (), forbid, read)

    def sample_each(
        self,
        prompts: Sequence[str],
        config: SamplingConfig,
        rng_seeds: Sequence[int] = (),
        forbid: Forbid | None = None,
        read: Callable[[int], object] = lambda _count: None,
        ended: Callable[[int], object] = lambda _take: None,
    ) -> Iterator[tuple[int, str]]:
        """Yield takes sampled side by side: pairs of a take's index and its next character.

        A take does not depend on its neighbours, only on the seed, its prompt, its index and their
        number; if they have other prompts, as far as `can_mix` says so.

        Args:
            prompts: What each take begins with.
            config: How characters are sampled.
            rng_seeds: One a take; by default the config's and those after it.
            forbid: Asked before each character with a take's index and its text so far; returns
                the characters that must not come next. Where it forbids all, none is forbidden.
            read: Called from time to time with the number of characters of the longest prompt that
                have been read. An exception of it ends the work.
            ended: Called with the index of a take that has come to its tune's end before others.

        Raises:
            PromptError: A prompt holds characters that the network has never seen.
        """
        rules = Rules(self.vocabulary, list(prompts), config.repetition_guard, forbid)
        last, running = [prompt[-1:] for prompt in prompts], set(range(len(prompts)))
        batch = self._batch(prompts, config, read, rng_seeds)
        at_once = 1 if rules.apply else self._network.chars_at_once
        for first in range(0, config.max_chars, at_once):
            with self._network.computing():
                batch.narrow(running)
                rules.bind(batch, running)
                sampled = batch.sampled(min(at_once, config.max_chars - first))
            for take, number in sampled:
                if take not in running:
                    continue
                character = self.vocabulary.characters[number]
                if config.stop_at_tune_end and last[take] + character == TUNE_END:
                    running.discard(take)
                    ended(take)
                    continue
                last[take] = character
                rules.add(take, character)
                yield take, character
            if not running:
                return

    def sample_within(
        self,
        constraint: Constraint,
        prompts: Sequence[str],
        config: SamplingConfig,
        rng_seeds: Sequence[int],
    ) -> Iterator[None]:
        """Sample streams side by side within a constraint, which is given every character.

        It yields once all streams have read one more.

        Args:
            constraint: What may come next.
            prompts: What each stream begins with.
            config: How characters are sampled; its seed is not used.
            rng_seeds: One a stream.

        Raises:
            PromptError: A prompt holds characters that the network has never seen.
        """
        batch = self._batch(prompts, config, lambda _count: None, rng_seeds)
        streams = ConstrainedStreams(batch, self.vocabulary, prompts, config, constraint)
        for _ in range(config.max_chars):
            with self._network.computing():
                streams.advance()
            yield
            if not streams.running:
                return

    def sample_refereed(
        self,
        referee: Referee,
        prompts: Sequence[str],
        config: SamplingConfig,
        rng_seeds: Sequence[int],
        read: Callable[[int], object] = lambda _count: None,
    ) -> Iterator[None]:
        """Sample streams side by side that a referee takes back where they leave what may be.

        It yields once all streams have read one more, until the referee has none that runs.

        Args:
            referee: Given every character.
            prompts: What each stream begins with.
            config: How characters are sampled; its seed is not used.
            rng_seeds: One a stream.
            read: As in `sample_each`.

        Raises:
            PromptError: A prompt holds characters that the network has never seen.
        """
        batch = self._batch(prompts, config, read, rng_seeds)
        referee.begin(prompts, config.max_chars)
        with self._network.computing():
            streams = RefereedStreams(batch, self.vocabulary, config, referee)
        while referee.running:
            with self._network.computing():
                streams.advance()
            yield

    def sample_scored(
        self, guide: Guide, prompt: str, config: SamplingConfig, rng_seeds: Sequence[int]
    ) -> Iterator[None]:
        """Sample streams side by side as a guide says, which is given each character's probability.

        It yields once all streams have read one more. A tune's end ends no stream.

        Args:
            guide: What may come next, and how long they go on.
            prompt: What every stream begins with.
            config: How characters are sampled; its seed is not used.
            rng_seeds: One a stream.

        Raises:
            PromptError: The prompt holds characters that the network has never seen.
        """
        config = replace(config, stop_at_tune_end=False)
        batch = self._batch([prompt] * len(rng_seeds), config, lambda _count: None, rng_seeds)
        streams = ScoredStreams(batch, self.vocabulary, guide)
        for _ in range(config.max_chars):
            if not guide.running:
                return
            with self._network.computing():
                streams.advance()
            yield

    def can_mix(self, streams: int) -> bool:
        """Return whether so many streams with prompts of several lengths may be side by side.

        Each is then bit by bit what it is where all have its prompt.
        """
        with self._network.computing():
            return self._network.can_mix(streams)

    def _batch(
        self,
        prompts: Sequence[str],
        config: SamplingConfig,
        read: Callable[[int], object],
        rng_seeds: Sequence[int],
    ) -> StreamBatch:
        primers = {one: self.vocabulary.encode(one or self._habit()) for one in set(prompts)}
        with self._network.computing():
            return self._network.batch([primers[one] for one in prompts], config, read, rng_seeds)

    def _habit(self) -> str:
        """Return what stands before a tune in a tunebook: what an empty prompt starts from."""
        return TUNE_END if "\n" in self.vocabulary.characters else self.vocabulary.characters[0]
