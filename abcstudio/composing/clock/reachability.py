"""Which states of the clock can still end in a whole tune, and within how many characters.

A state is found only when it is asked for. From there the search goes on towards the end, best
first, until it meets a state that is known to reach it; what it passed is known from then on. Where
it meets none, nothing that it saw can reach the end.
"""

import heapq
from itertools import count

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.states import End, State
from abcstudio.composing.clock.ways_on import WaysOn
from abcstudio.composing.clock.wishes import Wishes
from abcstudio.stopping import stop_if_asked

_NEVER = 1 << 30
# So far a search goes, and further for each measure of a form or character of a rhythm; a state
# from which it finds no way to the end is given up.
_MOST_STATES = 4000
_STATES_A_STEP = 100
_WEIGHT = 1.5
# After so many states that a search went on from, it asks whether to stop: some milliseconds.
STATES_A_TURN = 16


def most_states(wishes: Wishes) -> int:
    """Return after how many states a search gives up."""
    steps = sum(section.measures for section in wishes.form) + len(wishes.pattern)
    return _MOST_STATES + _STATES_A_STEP * steps


class Reachability:
    """How far each state of a clock is from the end of a tune."""

    def __init__(self, clock: MeasureClock, ways_on: WaysOn | None = None) -> None:
        """Make it, empty.

        Args:
            clock: Whose states.
            ways_on: Those of the clock, which others may have asked before; None for new ones.
        """
        self._clock = clock
        self._passed = 0
        self._distances: dict[State, int] = {End(): 0}
        self._most_states = most_states(clock.language.wishes)
        self._ways_on = WaysOn(clock) if ways_on is None else ways_on

    def distance(self, state: State) -> int | None:
        """Return within how many characters a tune can surely end; None where it cannot.

        For each state there is a character that leads to one which is nearer by one.

        Raises:
            CancelledError: The work is to stop; what was found by then stays known.
        """
        state = self._clock.as_far(state)
        found = self._distances.get(state)
        if found is None:
            found = self._search(state)
        return None if found == _NEVER else found

    def _search(self, start: State) -> int:
        before: dict[State, State | None] = {start: None}
        order = count()
        waiting = [(0.0, 0, 0, start)]
        while waiting and len(before) < self._most_states:
            self._take_turns()
            _, _, length, state = heapq.heappop(waiting)
            nearest = _NEVER
            for after, needed in self._ways_on.ways(state):
                known = self._distances.get(after)
                if known is not None:
                    nearest = known
                    if known < _NEVER:
                        break
                elif after not in before:
                    before[after] = state
                    heapq.heappush(
                        waiting, (length + _WEIGHT * needed, next(order), length + 1, after)
                    )
            if nearest < _NEVER:
                return self._remember(state, nearest + 1, before)
        # What the search saw has no way to the end; where it went too far, only its start is left.
        for state in before if not waiting else (start,):
            self._distances[state] = _NEVER
        return _NEVER

    def _take_turns(self) -> None:
        self._passed += 1
        if self._passed % STATES_A_TURN == 0:
            stop_if_asked()

    def _remember(self, state: State, distance: int, before: dict[State, State | None]) -> int:
        """Write down how far the states are on the way to one of which it is known."""
        place: State | None = state
        while place is not None:
            self._distances[place] = distance
            found = distance
            distance += 1
            place = before[place]
        return found
