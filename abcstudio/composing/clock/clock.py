"""The clock: what a text is in the middle of, and where each character leads."""

from dataclasses import replace
from typing import NamedTuple

from abcstudio.composing.clock.header import header_step
from abcstudio.composing.clock.music import music_step
from abcstudio.composing.clock.signs import LOWER, UPPER
from abcstudio.composing.clock.states import Body, End, Header, State
from abcstudio.composing.clock.wishes import Language


class ClockReading(NamedTuple):
    """How far a text lies in the language: its state, or where it leaves it."""

    state: State | None
    refused_at: int = -1


class MeasureClock:
    """A deterministic automaton over the characters of ABC text; steps are remembered."""

    def __init__(self, language: Language, characters: str) -> None:
        """Make a clock.

        Args:
            language: Which texts it lets through.
            characters: The vocabulary; no other character may come.
        """
        self.language = replace(language, has_slurs=")" in characters)
        self.characters = characters
        self._known = frozenset(characters)
        self._steps: dict[tuple[State, str], State | None] = {}
        # Any letter of a case stands for all where the pitch does not matter.
        self._upper = min(UPPER & self._known, default="A")
        self._lower = min(LOWER & self._known, default="a")
        wishes = language.wishes
        self.knows_pitches = wishes.compass is not None or wishes.ends_on_tonic

    def start(self) -> State:
        """Return the state before a tune."""
        return Header()

    def step(self, state: State, character: str) -> State | None:
        """Return the state after one more character; None where it must not come."""
        key = (state, character)
        try:
            return self._steps[key]
        except KeyError:
            after = self._steps[key] = self._step(state, character)
            return after

    def _step(self, state: State, character: str) -> State | None:
        if character not in self._known:
            return None
        if isinstance(state, Body):
            return music_step(state, character, self.language)
        if isinstance(state, Header):
            return header_step(state, character, self.language.wishes)
        if character == "\n":
            return state
        return header_step(Header(), character, self.language.wishes)

    def read(self, text: str) -> ClockReading:
        """Return the state after a text."""
        state = self.start()
        for place, character in enumerate(text):
            after = self.step(state, character)
            if after is None:
                return ClockReading(None, place)
            state = after
        return ClockReading(state)

    def alike(self, state: State) -> State:
        """Return the state that stands for all in which the same characters may come.

        The pitch of a note matters only where something asks for it.
        """
        if not isinstance(state, Body) or not state.pitch or self.knows_pitches:
            return state
        if state.token in ("grace", "chord") or state.measure.tie:
            return state
        if state.token != "note":
            return state._replace(pitch="")
        return state._replace(pitch=self._any_letter(state.pitch))

    def as_far(self, state: State) -> State:
        """Return the state that stands for all that are as far from the end of a tune."""
        alike = self.alike(state)
        if not isinstance(alike, Body) or self.knows_pitches:
            return alike
        tie = alike.measure.tie
        if not tie:
            return alike._replace(pitch="") if alike.token in ("grace", "chord") else alike
        measure = alike.measure._replace(tie=self._any_letter(tie))
        pitch = self._any_letter(alike.pitch) if alike.token == "note" else ""
        return alike._replace(pitch=pitch, measure=measure)

    def _any_letter(self, pitch: str) -> str:
        return (self._upper if pitch[0].isupper() else self._lower) + pitch[1:]


def is_end(state: State) -> bool:
    """Return whether a tune has just ended."""
    return isinstance(state, End)
