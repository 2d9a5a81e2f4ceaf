"""What may come where a text's room comes to its end, so that the way to the end must be short."""

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.masks import MaskTable
from abcstudio.composing.clock.states import State
from abcstudio.composing.clock.step_table import StepTable
from abcstudio.composing.clock.ways_on import WaysOn
from abcstudio.learning.sampling.constraint import Mask

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
