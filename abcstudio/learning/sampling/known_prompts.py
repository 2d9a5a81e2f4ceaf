"""Prompts read before streams go on from them, each once, whichever library reads them."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from abcstudio.learning.sampling.prompt_progress import PromptProgress

READ_AT_ONCE = 256
"""How many characters are read between two words of how far it is."""

State = TypeVar("State")
Logits = TypeVar("Logits")
Primer = tuple[int, ...]


class KnownPrompts(ABC, Generic[State, Logits]):
    """The prompts that the last call has read: a network's state after each, and its logits."""

    def __init__(self) -> None:
        self._after: dict[Primer, tuple[State, Logits]] = {}

    def read(self, primers: Sequence[Sequence[int]], told: Callable[[int], object]) -> Logits:
        """Start a stream for each prompt; return the logits after them, (streams, vocab_size).

        What the last call has read is not read again.

        Args:
            primers: The numbers of each prompt's characters.
            told: Called from time to time with the number of characters of the longest prompt that
                have been read. An exception of it ends the reading.
        """
        each = [tuple(primer) for primer in primers]
        self._after = {primer: self._after[primer] for primer in each if primer in self._after}
        new = [primer for primer in dict.fromkeys(each) if primer not in self._after]
        for primer, after in self._read(new, PromptProgress(new, told)):
            self._after[primer] = after
        return self._started([self._after[primer] for primer in each])

    @abstractmethod
    def _read(
        self, primers: list[Primer], progress: PromptProgress
    ) -> Iterator[tuple[Primer, tuple[State, Logits]]]:
        """Read some different prompts; yield each with the state after it and its logits."""

    @abstractmethod
    def _started(self, after: list[tuple[State, Logits]]) -> Logits:
        """Let a stream go on from each state; return their logits, (streams, vocab_size)."""
