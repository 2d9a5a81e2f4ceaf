"""What may come where a text's room comes to its end, so that the way to the end must be short."""

from collections.abc import Iterable

import numpy as np

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.reachability import Reachability
from abcstudio.composing.clock.states import State
from abcstudio.composing.clock.step_table import StepTable
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


SHORT_ROOM = 256
"""Texts of so many characters are followed from their beginning: their end is never far."""


class RoomMasks:
    """Masks of texts that may have so many characters and no more, exact to the character.

    Attributes:
        clock: What may be.
        masks: Those of it.
    """

    def __init__(self, clock: MeasureClock, ways_on: WaysOn | None = None) -> None:
        self.clock, self.masks = clock, MaskTable(clock, ways_on)
        self._states: dict[str, State] = {}

    def state(self, text: str) -> State:
        """Return the state after a text that is not refused."""
        state = self.clock.read(text).state
        assert state is not None
        return state

    def allowed(self, text: str, left: int) -> Mask:
        """Return what may come next behind a text from which the end can be reached, (vocab_size,).

        Args:
            text: The text.
            left: How many characters it may still have.
        """
        row: Mask = self.masks.allowed([self._state(text)], [left])[0]
        return row

    def reaches(self, text: str, left: int) -> bool:
        """Return whether a tune can surely end within so many characters behind a text."""
        distance = self.masks.reachability.distance(self._state(text))
        return distance is not None and distance <= left

    def _state(self, text: str) -> State:
        before = self._states.pop(text[:-1], None)
        state = self.clock.step(before, text[-1]) if before is not None else None
        self._states[text] = state = state or self.state(text)
        return state

    def refusal(self, prompt: str, most: int, table: StepTable) -> str | None:
        """Return the end of a prompt's part that lies in the clock's language; None where all does.

        A prompt from which no tune can end within the characters is refused whole.

        Args:
            prompt: What takes begin with.
            most: How many characters they may have.
            table: The clock's.
        """
        state, refused_at = self.clock.read(prompt)
        if state is None:
            return prompt[: refused_at + 1][-20:]
        number = table.number(state)
        is_clear = max(table.bound(number), SHORT_ROOM + 1) <= most
        if is_clear and table.can_end(number):
            return None
        distance = self.masks.reachability.distance(state)
        return prompt[-20:] if distance is None or distance > most else None
