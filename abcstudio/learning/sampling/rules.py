"""Which characters must not come next in takes that are sampled without a guard."""

from collections.abc import Callable

from abcstudio.learning.sampling.repetition import repeating_character
from abcstudio.learning.sampling.streams import StreamBatch
from abcstudio.learning.vocabulary import Vocabulary

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
