"""The versions of some measures as far as they are known, and which of them is shown."""

from collections.abc import Sequence

from abcstudio.recipes.rewrite import Rewritten


class Versions:
    """Numbers versions from 1; 0 are the measures as they were.

    What is found later may be better. It comes behind the versions that were shown, so that each of
    these keeps its number.

    Attributes:
        number: Which version is shown.
    """

    def __init__(self) -> None:
        self.number = 0
        self._found: list[Rewritten] = []
        self._last_shown = 0
        self._before = 0

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._found)

    @property
    def are_new(self) -> bool:
        """Whether there are any since `begin`."""
        return self.count > self._before

    @property
    def shown(self) -> Rewritten | None:
        """The version that is shown; None for the measures as they were."""
        return self._found[self.number - 1] if self.number else None

    def begin(self) -> None:
        """Await more: what there is keeps its number."""
        self._before = self.count

    def take(self, found: Sequence[Rewritten], most: int) -> None:
        """Take the best that were found since `begin`, so many at most."""
        kept = self._found[: max(self._before, self._last_shown)]
        known = {one.tune for one in kept}
        new = [one for one in found if one.tune not in known]
        self._found = [*kept, *new][: self._before + most]

    def first_new(self) -> int:
        """Return the number of the first one since `begin`."""
        return self._before + 1

    def show(self, number: int) -> None:
        """Show another one."""
        self.number = number
        self._last_shown = max(self._last_shown, number)

    def step(self, by: int, *, skips_none: bool = False) -> int:
        """Return the number of another one.

        Args:
            by: How far.
            skips_none: The last is followed by the first, not by the measures as they were.
        """
        if skips_none:
            return (self.number - 1 + by) % self.count + 1
        return (self.number + by) % (self.count + 1)
