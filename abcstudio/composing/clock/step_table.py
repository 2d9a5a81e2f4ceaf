"""The clock as a table of numbers: what may come in many states at once, and where it leads."""

from collections.abc import Iterator
from threading import RLock
from typing import Any

import numpy as np

from abcstudio.composing.clock.alike_characters import AlikeCharacters
from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.endings import Endings
from abcstudio.composing.clock.essence import Essence, with_pitch
from abcstudio.composing.clock.shortest import characters_needed
from abcstudio.composing.clock.single_steps import (
    BY_PITCH,
    NOWHERE,
    ClockStep,
    Landmarks,
    Numbers,
)
from abcstudio.composing.clock.states import Body, State
from abcstudio.composing.clock.tokens import settled
from abcstudio.composing.clock.wishes import Language
from abcstudio.learning.sampling.constraint import Mask
from abcstudio.stopping import stop_if_asked

_FEWEST = 1024
_TIE = "-"
# Of a text, so much says which note a tie begins at.
_NOTE_END = 24
# What may follow these signs is what may follow once they are whole, but for some characters.
_LENGTH_SIGNS = ",'0123456789/-<>"
_MORE_OF = {
    "note": _LENGTH_SIGNS,
    "rest": _LENGTH_SIGNS,
    "chord end": _LENGTH_SIGNS,
    "broken": "<>",
    "ornament": "",
    " ": " ",
}
# The end of a tune is nearer than this for certain: some three times an estimate, and a word.
_TIMES_NEEDED, _LONGEST_WORD = 3, 24


class StepTable:
    """A number for each state that was met, of which only the essence is kept.

    What it says depends on the language alone, not on what was asked before: it may be shared, by
    several threads too.

    Attributes:
        landmarks: Which of its steps lead to one.
    """

    def __init__(self, language: Language, characters: str) -> None:
        """Make it, empty.

        Args:
            language: Which texts may be.
            characters: The vocabulary.
        """
        self._clock = MeasureClock(language, characters)
        self._essence = Essence(self._clock)
        self._endings = Endings(self._clock, self._essence)
        self._alike = AlikeCharacters(self._clock)
        self._most_needed = characters_needed(self._clock.start(), language.wishes)
        self._place_of = {one: place for place, one in enumerate(characters)}
        self._lock = RLock()
        self._states: list[State] = []
        self._can_end: list[bool | None] = []
        self.landmarks = Landmarks()
        # By the state's number and the character's place together: one look-up a character.
        self._single: dict[int, ClockStep] = {}
        # The number of the state behind the sign that a state has begun.
        self._whole: dict[int, int] = {}
        self._number_of: dict[State, int] = {}
        self._row_of: Numbers = np.full(_FEWEST, NOWHERE, dtype=np.int32)
        self._rows = 0
        self._masks = np.zeros((_FEWEST, len(characters)), dtype=np.bool_)
        self._bounds: Numbers = np.zeros(_FEWEST, dtype=np.int32)

    def __len__(self) -> int:
        return len(self._states)

    def number(self, state: State) -> int:
        """Return the number of the state that stands for one."""
        state = self._essence.of(state)
        number = self._number_of.get(state)
        return self._new_number(state) if number is None else number

    def _new_number(self, state: State) -> int:
        with self._lock:
            number = self._number_of.get(state)
            if number is not None:
                return number
            number = len(self._states)
            self._states.append(state)
            self._can_end.append(None)
            self.landmarks.add(number, state)
            if number == len(self._row_of):
                self._row_of = _twice(self._row_of, NOWHERE)
            self._number_of[state] = number
            return number

    def state(self, number: int) -> State:
        """Return what matters of the states of a number."""
        return self._states[number]

    def can_end(self, number: int) -> bool:
        """Return whether a whole tune can come of a state's text."""
        known = self._can_end[number]
        if known is None:
            known = self._endings.can_end(self._states[number])
            self._can_end[number] = known
        return known

    @property
    def most_bound(self) -> int:
        """What no `bound` is larger than."""
        return _TIMES_NEEDED * self._most_needed + _LONGEST_WORD

    def bound(self, number: int) -> int:
        """Return within how many characters the end is for certain, if it can be reached."""
        needed = characters_needed(self._states[number], self._clock.language.wishes)
        return _TIMES_NEEDED * min(needed, self._most_needed) + _LONGEST_WORD

    def allowed(self, numbers: Numbers) -> tuple[Mask, Numbers]:
        """Return what may come next in some states, and bounds of how far each is from the end.

        Args:
            numbers: Of states that can end, (states,).

        Returns:
            (states, vocabulary) and (states,).

        Raises:
            CancelledError: The work is to stop; no row is left half made.
        """
        rows = self._row_of[numbers]
        if rows.min() < 0:
            with self._lock:
                for number in numbers[rows < 0].tolist():
                    self._row(number)
            rows = self._row_of[numbers]
        return self._masks[rows], self._bounds[rows]

    def follow(self, number: int, place: int, text: str) -> ClockStep:
        """Return where any character leads; it is not found out whether a tune can end there.

        Args:
            number: Of a state.
            place: That of the character in the vocabulary.
            text: What led to the state.
        """
        step = self._single.get(number * len(self._place_of) + place)
        if step is None:
            step = self._new_step(number, place)
        if step.number == BY_PITCH:
            return self.landmarks.step(number, self._tied(number, text[-_NOTE_END:]))
        return step

    def _new_step(self, number: int, place: int) -> ClockStep:
        """Find out where a character leads, and with it all that are like it."""
        state, character = self._states[number], self._clock.characters[place]
        after, alike = NOWHERE, [place]
        if not isinstance(state, Body) or state.token not in _MORE_OF:
            alike = self._alike.to(state, place)
            after = self._number_after(state, self._clock.characters[alike[0]])
        elif character == _TIE and state.token == "note":
            after = BY_PITCH
        elif character in _MORE_OF[state.token]:
            after = self._number_after(state, character)
        else:
            whole = self._number_of_whole(number)
            after = NOWHERE if whole == NOWHERE else self.follow(whole, place, "").number
        step = self.landmarks.step(number, after)
        first = number * len(self._place_of)
        for one in alike:
            self._single[first + one] = step
        return step

    def _number_of_whole(self, number: int) -> int:
        found = self._whole.get(number)
        if found is None:
            whole = settled(self._states[number], self._clock.language)
            found = self._whole[number] = NOWHERE if whole is None else self.number(whole)
        return found

    def _number_after(self, state: State, character: str) -> int:
        after = self._clock.next_state(state, character)
        return NOWHERE if after is None else self.number(after)

    def _tied(self, number: int, text: str) -> int:
        """Return where a tie leads from the note at the end of a text."""
        return self._number_after(with_pitch(self._states[number], text), _TIE)

    def _row(self, number: int) -> int:
        """Return the row of a state; it is made if there is none."""
        row = int(self._row_of[number])
        if row >= 0:
            return row
        stop_if_asked()
        state = self._states[number]
        mask = self._start(state)
        for character, alike in self._characters(state):
            after = self._clock.next_state(state, character)
            step = NOWHERE if after is None else self.number(after)
            may_come = after is not None and self.can_end(step)
            mask[alike] = may_come
        return self._add_row(number, mask)

    def _start(self, state: State) -> Mask:
        """Return what may come, as far as other states say it already."""
        whole = None
        if isinstance(state, Body) and state.token in _MORE_OF:
            whole = settled(state, self._clock.language)
        if whole is None:
            return np.zeros(len(self._place_of), dtype=np.bool_)
        known: Mask = self._masks[self._row(self.number(whole))].copy()
        return known

    def _characters(self, state: State) -> Iterator[tuple[str, list[int]]]:
        """Yield characters to try in a state, each with the places of all that are like it."""
        if not isinstance(state, Body) or state.token not in _MORE_OF:
            yield from self._alike.groups(state)
            return
        for character in _MORE_OF[state.token]:
            if character in self._place_of:
                yield character, [self._place_of[character]]

    def _add_row(self, number: int, mask: Mask) -> int:
        row = self._rows
        if row == len(self._masks):
            self._masks = _twice(self._masks, 0)
            self._bounds = _twice(self._bounds, 0)
        self._masks[row], self._bounds[row] = mask, self.bound(number)
        self._rows += 1
        # From here on it is found.
        self._row_of[number] = row
        return row


def _twice(array: Any, value: int) -> Any:
    """Return an array of any type with as many rows more, filled with a value."""
    return np.concatenate([array, np.full_like(array, value)])
