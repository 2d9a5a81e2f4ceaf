"""How far the prompts of streams have been read."""

from collections.abc import Callable, Sequence


class PromptProgress:
    """Tells how far several prompts are read as if they were the longest one."""

    def __init__(self, primers: Sequence[Sequence[int]], told: Callable[[int], object]) -> None:
        lengths = list(map(len, primers))
        self._longest, self._all, self._done = max(lengths, default=0), sum(lengths), 0
        self._told = told

    def add(self, characters: int) -> None:
        """Note that so many more have been read."""
        self._done += characters

    def show(self) -> None:
        """Tell it."""
        self._told(self._done * self._longest // self._all)
