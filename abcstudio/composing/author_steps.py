"""The authors of a text through its steps of undo."""

from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.composing.authors import AuthoredPiece, Authors


@dataclass(slots=True)
class _Step:
    """What a step has put in the place of what, and how to make it again.

    Attributes:
        start: Where.
        before: What stood there.
        length: How much stands there after it.
        after: What that is, known while the step is undone.
    """

    start: int
    before: tuple[AuthoredPiece, ...]
    length: int
    after: tuple[AuthoredPiece, ...] = ()


class AuthorSteps:
    """Keeps the authors of a text, and of each step that can be undone or made again.

    A step is named by how many steps can be undone after it, as Qt counts them: what is undone
    together may count as several.

    Attributes:
        authors: Who wrote what, as the text is now.
    """

    def __init__(self, pieces: Sequence[AuthoredPiece] = ()) -> None:
        self.authors = Authors(pieces)
        self._steps: dict[int, _Step] = {}
        self._at = 0

    @property
    def at(self) -> int:
        """The step that was made last."""
        return self._at

    def write(self, start: int, removed: int, pieces: Sequence[AuthoredPiece], step: int) -> None:
        """Note a change; what could be made again is forgotten.

        Args:
            start: Where it was made.
            removed: How many characters went.
            pieces: What came.
            step: What undoes it: the step made last where it has become part of that; 0 where
                nothing does.
        """
        joined = self._steps.get(step) if step == self._at else None
        latest = min(self._at, step - (joined is None))
        self._steps = {number: each for number, each in self._steps.items() if number <= latest}
        if joined is not None:
            self._steps[step] = joined
            self._widen(joined, start, start + removed)
            joined.length += sum(piece.length for piece in pieces) - removed
        gone = self.authors.replace(start, start + removed, pieces)
        if joined is None and step:
            self._steps[step] = _Step(start, gone, sum(piece.length for piece in pieces))
        self._at = step

    def go_to(self, step: int) -> None:
        """Undo or repeat the steps that lead to another one."""
        between = sorted(n for n in self._steps if min(step, self._at) < n <= max(step, self._at))
        is_undone = step < self._at
        for number in reversed(between) if is_undone else between:
            each = self._steps[number]
            if is_undone:
                end = each.start + each.length
                each.after = self.authors.replace(each.start, end, each.before)
            else:
                end = each.start + sum(piece.length for piece in each.before)
                self.authors.replace(each.start, end, each.after)
        self._at = step

    def begin(self, pieces: Sequence[AuthoredPiece], step: int = 0) -> None:
        """Begin anew with the authors of a whole text; no step before this one can be undone."""
        self.authors = Authors(pieces)
        self._steps.clear()
        self._at = step

    def forget(self) -> None:
        """Forget all steps: none can be undone or made again."""
        self._steps.clear()

    def _widen(self, step: _Step, start: int, end: int) -> None:
        """Let a step reach over other characters as well, which are as they were before it."""
        head = self.authors.pieces(start, step.start) if start < step.start else ()
        reached = step.start + step.length
        tail = self.authors.pieces(reached, end) if end > reached else ()
        step.before = (*head, *step.before, *tail)
        step.start = min(start, step.start)
        step.length = max(end, reached) - step.start
