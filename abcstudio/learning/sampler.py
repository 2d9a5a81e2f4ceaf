"""Drawing text from a network, character by character."""

import math
from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from abcstudio.learning.devices import torch_threads
from abcstudio.learning.drawing import DrawingStep, SamplingConfig, uniforms_dtype
from abcstudio.learning.model import CharLSTM
from abcstudio.learning.recurrence import RecurrentStack
from abcstudio.learning.repetition import repeating_character
from abcstudio.learning.vocabulary import Vocabulary

TUNE_END = "\n\n"

Forbid = Callable[[int, str], str]

_UNIFORMS_AT_ONCE = 256
# A GPU is asked for its results once for so many characters, when nobody must see each one first.
_GPU_CHARS_AT_ONCE = 32


class Sampler:
    """Draws takes from a network, on the device where it is.

    Weights are packed when it is made. A processor's threads hinder each other as long as a
    character is little work, so one computes.
    """

    def __init__(self, model: CharLSTM, vocabulary: Vocabulary, threads: int = 1) -> None:
        self._vocabulary = vocabulary
        self._threads = threads
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
        running = set(range(takes))
        last = [prompt[-1:]] * takes
        rules = _Rules(self._vocabulary, [prompt] * takes, config.repetition_guard, forbid)
        uniforms = _Uniforms([config.rng_seed + take for take in range(takes)], self._stack.device)
        # The number of threads belongs to whoever asks for the next character, so it is set for
        # each one: a generator must not leave it changed between two.
        with torch_threads(self._threads), torch.inference_mode():
            step = DrawingStep(self._stack, self._primed(primer, takes), config)
        at_once = 1 if rules.apply or self._stack.device.type == "cpu" else _GPU_CHARS_AT_ONCE
        for first in range(0, config.max_chars, at_once):
            count = min(at_once, config.max_chars - first)
            with torch_threads(self._threads), torch.inference_mode():
                rules.obey(step.logits, running)
                drawn = _drawn(step, uniforms, count)
            for numbers in drawn:
                for take, character in enumerate(self._vocabulary.decode(numbers)):
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
        """Read the prompt once for all and return its logits for each, (takes, vocab_size)."""
        self._stack.reset(1)
        logits = torch.empty(0)
        for number in torch.tensor(primer, device=self._stack.device).unsqueeze(1):
            logits = self._stack.advance(number)  # (1, vocab_size)
        self._stack.spread(takes)
        return logits.repeat(takes, 1)


def _drawn(step: DrawingStep, uniforms: "_Uniforms", count: int) -> list[list[int]]:
    """Return so many numbers of every take; this is where a GPU is waited for."""
    rows = []
    for _ in range(count):
        step.uniforms.copy_(uniforms.take())
        step()
        rows.append(step.numbers if count == 1 else step.numbers.clone())
    if count == 1:
        return [rows[0].tolist()]
    numbers: list[list[int]] = torch.stack(rows).tolist()  # (count, takes)
    return numbers


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

    def obey(self, logits: Tensor, running: set[int]) -> None:
        """Set what is forbidden to minus infinity in the logits, (takes, vocab_size)."""
        if not self.apply:
            return
        rows: list[int] = []
        columns: list[int] = []
        for take in running:
            numbers = self._forbidden_numbers(take, self._texts[take])
            rows += [take] * len(numbers)
            columns += numbers
        if rows:
            logits[rows, columns] = -math.inf

    def _forbidden_numbers(self, take: int, text: str) -> list[int]:
        forbidden = self._forbid(take, text) if self._forbid else ""
        if self._guard:
            forbidden += repeating_character(text)
        if not forbidden:
            return []
        numbers = {self._number_of[one] for one in forbidden if one in self._number_of}
        return list(numbers) if len(numbers) < len(self._number_of) else []


class _Uniforms:
    """Uniform numbers, each stream with a generator of its own."""

    def __init__(self, rng_seeds: list[int], device: torch.device) -> None:
        self._generators = [torch.Generator().manual_seed(rng_seed) for rng_seed in rng_seeds]
        self._device, self._dtype = device, uniforms_dtype(device)
        self._block = torch.empty(len(rng_seeds), 0)
        self._position = 0

    def take(self) -> Tensor:
        """Return the next number of every stream, (streams, 1)."""
        if self._position == self._block.shape[1]:
            rows = [
                torch.rand(_UNIFORMS_AT_ONCE, generator=generator, dtype=self._dtype)
                for generator in self._generators
            ]
            self._block = torch.stack(rows).to(self._device)  # (streams, _UNIFORMS_AT_ONCE)
            self._position = 0
        self._position += 1
        return self._block[:, self._position - 1 : self._position]
