"""Steps between numbered states, found as they come: where they lead, and which to a landmark.

Landmarks are places that a text may go back to: a bar line begins, or a header's line or a tune
ends.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from abcstudio.composing.clock.clock import is_end
from abcstudio.composing.clock.states import Body, Header, State

Numbers = NDArray[np.int32]

NOWHERE, BY_PITCH = -1, -2
"""A character must not come; where it leads depends on a note's pitch too."""

_UNKNOWN = -3
_FEWEST = 1024
_HEADER, _LINE, _BODY, _BAR, _END = range(5)
# From one kind of state to another.
_IS_LANDMARK = np.zeros((5, 5), dtype=np.bool_)
_IS_LANDMARK[:, [_LINE, _BAR, _END]] = True
_IS_LANDMARK[_BAR, _BAR] = False
_IS_LANDMARK[_HEADER, _BODY] = True


class SingleSteps:
    """Steps between numbered states, each found once."""

    def __init__(self, characters: int, find: Callable[[int, int], int]) -> None:
        """Make it, empty.

        Args:
            characters: How many the vocabulary has.
            find: Returns where the character of a place leads from a state, or what is less than 0.
        """
        self._find = find
        self._steps: Numbers = np.full((_FEWEST, characters), _UNKNOWN, dtype=np.int32)

    def after(self, numbers: Numbers, places: NDArray[np.intp]) -> Numbers:
        """Return where the characters of some places lead, one a state, (states,)."""
        steps = self._steps
        while numbers.max() >= len(steps):
            self._steps = steps = np.concatenate([steps, np.full_like(steps, _UNKNOWN)])
        found: Numbers = steps[numbers, places]
        if found.min() <= _UNKNOWN:
            for index in np.flatnonzero(found == _UNKNOWN).tolist():
                number, place = int(numbers[index]), int(places[index])
                # What another thread's longer array lacks, it finds again.
                found[index] = steps[number, place] = self._find(number, place)
        return found


class Landmarks:
    """Which steps between numbered states lead to a landmark."""

    def __init__(self) -> None:
        self._kinds = np.zeros(_FEWEST, dtype=np.int8)

    def add(self, number: int, state: State) -> None:
        """Take the state of the next number."""
        if number == len(self._kinds):
            self._kinds = np.concatenate([self._kinds, np.zeros_like(self._kinds)])
        self._kinds[number] = _kind(state)

    def reached(self, before: Numbers, after: Numbers) -> NDArray[np.bool_]:
        """Return which steps lead to one, (steps,); numbers below 0 are none."""
        reached = _IS_LANDMARK[self._kinds[before], self._kinds[after]] & (after >= 0)
        found: NDArray[np.bool_] = reached
        return found

    def is_end(self, number: int) -> bool:
        """Return whether a tune ends in a state."""
        return bool(self._kinds[number] == _END)


def _kind(state: State) -> int:
    if is_end(state):
        return _END
    if isinstance(state, Header):
        return _HEADER if state.line else _LINE
    return _BAR if isinstance(state, Body) and state.token == "bar" else _BODY
