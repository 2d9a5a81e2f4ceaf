"""Drawing text from a network, character by character."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from abcstudio.learning.devices import torch_threads
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.recurrence import RecurrentStack
from abcstudio.learning.repetition import repeating_character
from abcstudio.learning.vocabulary import Vocabulary

TUNE_END = "\n\n"

Forbid = Callable[[int, str], str]

_FORGOTTEN = -math.inf
_UNIFORMS_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class SamplingConfig:
    """How characters are drawn.

    Attributes:
        temperature: 1 draws as the network expects, less is more careful; 0 always the likeliest.
        max_chars: Drawn characters of a take; the prompt is not counted.
        rng_seed: Equal seeds draw equal takes. Take number n of a batch uses `rng_seed + n`.
        top_k: Only so many likeliest characters may be drawn; 0 for all.
        top_p: Only the likeliest that together have this probability; 1 for all.
        stop_at_tune_end: A blank line ends a take. It is not given out itself.
        repetition_guard: A take that goes round in circles is led out of them.
    """

    temperature: float = 0.8
    max_chars: int = 1000
    rng_seed: int = 0
    top_k: int = 0
    top_p: float = 1.0
    stop_at_tune_end: bool = True
    repetition_guard: bool = False


class Sampler:
    """Draws takes from a network. Weights are packed when it is made; one thread is fastest."""

    def __init__(self, model: CharLSTM, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        with torch.inference_mode():
            self._stack = RecurrentStack(model)

    def draw(
        self, prompt: str, config: SamplingConfig, forbid: Forbid | None = None
    ) -> Iterator[str]:
        """Yield the characters of one take, as they are drawn.

        Raises:
            PromptError: The prompt holds characters that the network has never seen.
        """
        for _, character in self.draw_together(prompt, config, 1, forbid):
            yield character

    def draw_together(
        self, prompt: str, config: SamplingConfig, takes: int, forbid: Forbid | None = None
    ) -> Iterator[tuple[int, str]]:
        """Yield takes drawn side by side: pairs of a take's index and its next character.

        A take does not depend on its neighbours, only on the seed, its index and their number.

        Args:
            prompt: What every take begins with.
            config: How characters are drawn.
            takes: How many.
            forbid: Asked before each character with a take's index and its text so far; returns
                the characters that must not come next. Where it forbids all, none is forbidden.

        Raises:
            PromptError: The prompt holds characters that the network has never seen.
        """
        primer = self._vocabulary.encode(prompt or self._habit())
        uniforms = _Uniforms([config.rng_seed + take for take in range(takes)])
        running = set(range(takes))
        last = [prompt[-1:]] * takes
        rules = _Rules(self._vocabulary, [prompt] * takes, config.repetition_guard, forbid)
        # The number of threads belongs to whoever asks for the next character, so it is set for
        # each one: a generator must not leave it changed between two.
        with torch_threads(1), torch.inference_mode():
            logits = self._primed(primer, takes)
        for _ in range(config.max_chars):
            with torch_threads(1), torch.inference_mode():
                if rules.apply:
                    logits = rules.obeyed_by(logits, running)
                numbers = pick(logits, uniforms.take(), config)  # (takes,)
                logits = self._stack.advance(numbers)  # (takes, vocab_size)
            for take, character in enumerate(self._vocabulary.decode(numbers.tolist())):
                if take not in running:
                    continue
                if config.stop_at_tune_end and last[take] + character == TUNE_END:
                    running.discard(take)
                    continue
                last[take] = character
                rules.add(take, character)
                yield take, character
            if not running:
                return

    def _habit(self) -> str:
        """Return what stands before a tune in a tunebook: what an empty prompt starts from."""
        return TUNE_END if "\n" in self._vocabulary.characters else self._vocabulary.characters[0]

    def _primed(self, primer: list[int], takes: int) -> Tensor:
        self._stack.reset(takes)
        logits = torch.empty(0)
        for number in primer:
            logits = self._stack.advance(torch.full((takes,), number))  # (takes, vocab_size)
        return logits


def pick(logits: Tensor, uniforms: Tensor, config: SamplingConfig) -> Tensor:
    """Return one number a stream, (streams,), by inverting the cumulative probabilities.

    Args:
        logits: (streams, vocab_size).
        uniforms: One number in [0, 1) a stream, (streams, 1).
        config: Temperature and which characters may be drawn at all.
    """
    if config.temperature <= 0.0:
        return logits.argmax(dim=1)
    scaled = logits / config.temperature
    if config.top_k > 0:
        scaled = _keep_top_k(scaled, config.top_k)
    probabilities = scaled.softmax(dim=1)  # (streams, vocab_size)
    if config.top_p < 1.0:
        probabilities = _keep_top_p(probabilities, config.top_p)
    cumulative = probabilities.double().cumsum(dim=1)  # (streams, vocab_size)
    numbers = torch.searchsorted(cumulative, uniforms * cumulative[:, -1:], right=True)
    return numbers.squeeze(1).clamp_(max=logits.shape[1] - 1)


def _keep_top_k(logits: Tensor, count: int) -> Tensor:
    threshold = logits.topk(min(count, logits.shape[1]), dim=1).values[:, -1:]  # (streams, 1)
    return logits.masked_fill(logits < threshold, _FORGOTTEN)


def _keep_top_p(probabilities: Tensor, share: float) -> Tensor:
    ordered, order = probabilities.sort(dim=1, descending=True)
    # A character stays while those before it have not reached the share: one always does.
    beyond = ordered.cumsum(dim=1) - ordered >= share  # (streams, vocab_size)
    beyond[:, 0] = False
    return torch.zeros_like(probabilities).scatter(1, order, ordered.masked_fill(beyond, 0.0))


class _Rules:
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
        if self.apply:
            self._texts[take] += character

    def obeyed_by(self, logits: Tensor, running: set[int]) -> Tensor:
        """Return the logits, (takes, vocab_size), without what is forbidden."""
        is_own = False
        for take in running:
            text = self._texts[take]
            forbidden = self._forbid(take, text) if self._forbid else ""
            if self._guard:
                forbidden += repeating_character(text)
            numbers = {self._number_of[one] for one in forbidden if one in self._number_of}
            if numbers and len(numbers) < len(self._number_of):
                logits = logits if is_own else logits.clone()
                is_own = True
                logits[take, list(numbers)] = _FORGOTTEN
        return logits


class _Uniforms:
    """Uniform numbers, each stream with a generator of its own."""

    def __init__(self, rng_seeds: list[int]) -> None:
        self._generators = [torch.Generator().manual_seed(rng_seed) for rng_seed in rng_seeds]
        self._block = torch.empty(len(rng_seeds), 0)
        self._position = 0

    def take(self) -> Tensor:
        """Return the next number of every stream, (streams, 1)."""
        if self._position == self._block.shape[1]:
            rows = [
                torch.rand(_UNIFORMS_AT_ONCE, generator=generator, dtype=torch.float64)
                for generator in self._generators
            ]
            self._block = torch.stack(rows)  # (streams, _UNIFORMS_AT_ONCE)
            self._position = 0
        self._position += 1
        return self._block[:, self._position - 1 : self._position]
