"""Steps between numbered states, found as they come: where they lead, and which to a landmark.

Landmarks are places that a text may go back to: a bar line begins, or a header's line or a tune
ends.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from abcstudio.composing.clock.clock import is_end
from abcstudio.composing.clock.states import Body, Header, State

Numbers = NDArray[np.int32]

NOWHERE, BY_PITCH = -1, -2
"""A character must not come; where it leads depends on a note's pitch too."""

_FEWEST = 1024
_HEADER, _LINE, _BODY, _BAR, _END = range(5)
# From one kind of state to another.
_IS_LANDMARK = np.zeros((5, 5), dtype=np.bool_)
_IS_LANDMARK[:, [_LINE, _BAR, _END]] = True
_IS_LANDMARK[_BAR, _BAR] = False
_IS_LANDMARK[_HEADER, _BODY] = True


class ClockStep(NamedTuple):
    """Where a character leads.

    Attributes:
        number: That of the state, or `NOWHERE`.
        is_landmark: That is a landmark, and the character leads there.
    """

    number: int
    is_landmark: bool


class Landmarks:
    """Which steps between numbered states lead to a landmark."""

    def __init__(self) -> None:
        self._kinds = np.zeros(_FEWEST, dtype=np.int8)

    def add(self, number: int, state: State) -> None:
        """Take the state of the next number."""
        if number == len(self._kinds):
            self._kinds = np.concatenate([self._kinds, np.zeros_like(self._kinds)])
        self._kinds[number] = _kind(state)

    def step(self, before: int, after: int) -> ClockStep:
        """Return the step from one state to another; a number below 0 is none."""
        is_landmark = after >= 0 and _IS_LANDMARK[self._kinds[before], self._kinds[after]]
        return ClockStep(after, bool(is_landmark))

    def is_end(self, number: int) -> bool:
        """Return whether a tune ends in a state."""
        return bool(self._kinds[number] == _END)


def _kind(state: State) -> int:
    if is_end(state):
        return _END
    if isinstance(state, Header):
        return _HEADER if state.line else _LINE
    return _BAR if isinstance(state, Body) and state.token == "bar" else _BODY
