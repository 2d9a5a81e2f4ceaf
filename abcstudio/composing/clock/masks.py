"""What may come next, as rows over the vocabulary, for many streams at once."""

from collections.abc import Iterable

import numpy as np

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.reachability import Reachability
from abcstudio.composing.clock.states import State
from abcstudio.composing.clock.ways_on import WaysOn
from abcstudio.learning.sampling.constraint import Mask
from abcstudio.stopping import stop_if_asked

_FEWEST_ROWS = 1024


class MaskTable:
    """A row for each kind of state that was met: which characters can still end in a whole tune."""

    def __init__(self, clock: MeasureClock, ways_on: WaysOn | None = None) -> None:
        """Make it, empty.

        Args:
            clock: Whose states.
            ways_on: As of a `Reachability`.
        """
        self._clock = clock
        self.reachability = Reachability(clock, ways_on)
        self._rows = np.zeros((_FEWEST_ROWS, len(clock.characters)), dtype=np.bool_)
        self._row_of: dict[State, int] = {}
        # Of states as they come, so that those which are met again are looked up once.
        self._row_at: dict[State, int] = {}
        self._longest: list[int] = []

    def __len__(self) -> int:
        return len(self._row_of)

    def allowed(self, states: Iterable[State], left: Iterable[int]) -> Mask:
        """Return what may come next in some states, (states, vocabulary).

        Args:
            states: From each of which the end can be reached.
            left: How many characters each text may still have.

        Raises:
            CancelledError: The work is to stop; no row is left half made.
        """
        stop_if_asked()
        places = []
        short: list[tuple[int, State, int]] = []
        for number, (state, most) in enumerate(zip(states, left, strict=True)):
            row = self._row(state)
            places.append(row)
            if most <= self._longest[row]:
                short.append((number, state, most))
        mask: Mask = self._rows[places]
        for number, state, most in short:
            for place, after in self._ways(state):
                distance = self.reachability.distance(after)
                if distance is not None and distance >= most:
                    mask[number, place] = False
        return mask

    def _row(self, state: State) -> int:
        row = self._row_at.get(state)
        if row is None:
            alike = self._clock.alike(state)
            row = self._row_of.get(alike)
            if row is None:
                row = self._new_row(alike)
            self._row_at[state] = row
        return row

    def _new_row(self, state: State) -> int:
        stop_if_asked()
        far = [(place, self.reachability.distance(after)) for place, after in self._ways(state)]
        found = {place: distance for place, distance in far if distance is not None}
        row = self._row_of[state] = len(self._row_of)
        if row == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[row, list(found)] = True
        self._longest.append(max(found.values(), default=-1) + 1)
        return row

    def _ways(self, state: State) -> Iterable[tuple[int, State]]:
        """Yield where each character leads that may come at all."""
        for place, character in enumerate(self._clock.characters):
            after = self._clock.step(state, character)
            if after is not None:
                yield place, after
