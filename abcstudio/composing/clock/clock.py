"""The clock: what a text is in the middle of, and where each character leads."""

from dataclasses import replace
from typing import NamedTuple

from abcstudio.composing.clock.header import any_text, header_step
from abcstudio.composing.clock.music import music_step
from abcstudio.composing.clock.signs import LETTERS, place_after
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
        self.language = replace(
            language, has_slurs=")" in characters, has_final_bar="]" in characters
        )
        self.characters = characters
        self._known = frozenset(characters)
        self._steps: dict[tuple[State, str], State | None] = {}
        wishes = language.wishes
        self.knows_pitches = wishes.compass is not None or wishes.ends_on_tonic
        self._stand_ins: dict[tuple[str, str], str] = {}
        self._letters: dict[str, str] = {}

    @property
    def steps_known(self) -> int:
        """How many steps are remembered."""
        return len(self._steps)

    def start(self) -> State:
        """Return the state before a tune."""
        return Header()

    def step(self, state: State, character: str) -> State | None:
        """Return the state after one more character; None where it must not come."""
        key = (state, character)
        try:
            return self._steps[key]
        except KeyError:
            after = self._steps[key] = self.next_state(state, character)
            return after

    def next_state(self, state: State, character: str) -> State | None:
        """Return what `step` does, without remembering it."""
        if character not in self._known:
            return None
        if isinstance(state, Body):
            after = music_step(state, character, self.language)
            return self._in_pattern(state, character, after)
        if isinstance(state, Header):
            return header_step(state, character, self.language)
        if character == "\n":
            return state
        return header_step(Header(), character, self.language)

    def _in_pattern(self, body: Body, character: str, after: State | None) -> State | None:
        """Return a state of the music, with its place in the wished rhythm; None outside that."""
        pattern = self.language.wishes.pattern
        if not pattern or after is None:
            return after
        place = place_after(pattern, body.place, character)
        if place is None or (is_end(after) and place <= len(pattern)):
            return None
        return after._replace(place=place) if isinstance(after, Body) else after

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

        The pitch of a note matters only as far as something asks for it, and until it ends; what a
        title says never does.
        """
        if isinstance(state, Header):
            return any_text(state)
        if not isinstance(state, Body) or not state.pitch or state.measure.tie:
            return state
        if state.token in ("note", "grace", "chord"):
            return state._replace(pitch=self.any_letter(state.pitch, state.measure.tonic))
        return state._replace(pitch="")

    def as_far(self, state: State) -> State:
        """Return the state that stands for all that are as far from the end of a tune."""
        alike = self.alike(state)
        if not isinstance(alike, Body):
            return alike
        tie = alike.measure.tie
        if not tie:
            is_free = alike.token in ("grace", "chord") and not self.knows_pitches
            return alike._replace(pitch="") if is_free else alike
        tonic = alike.measure.tonic
        measure = alike.measure._replace(tie=self.any_letter(tie, tonic))
        pitch = self.any_letter(alike.pitch, tonic) if alike.token == "note" else ""
        return alike._replace(pitch=pitch, measure=measure)

    def letters(self, tonic: str) -> str:
        """Return a letter of each kind that notes may have in a key of this tonic."""
        if tonic not in self._letters:
            known = [one for one in LETTERS & self._known if self.language.has_room(one)]
            alike = {self.any_letter(one, tonic) for one in known}
            self._letters[tonic] = "".join(sorted(alike))
        return self._letters[tonic]

    def any_letter(self, pitch: str, tonic: str) -> str:
        """Return a pitch with the letter that stands for all of which the same holds."""
        key = (pitch[0], tonic)
        if key not in self._stand_ins:
            kind = self._kind(*key)
            alike = (one for one in LETTERS & self._known if self._kind(one, tonic) == kind)
            self._stand_ins[key] = min(alike)
        return self._stand_ins[key] + pitch[1:]

    def _kind(self, letter: str, tonic: str) -> tuple[bool, ...]:
        is_upper = letter.isupper()
        if not self.knows_pitches:
            return (is_upper,)
        is_home = self.language.wishes.ends_on_tonic and letter.upper() == tonic
        marked = letter + ("," if is_upper else "'")
        return (is_upper, self.language.holds(letter), self.language.holds(marked), is_home)


def is_end(state: State) -> bool:
    """Return whether a tune has just ended."""
    return isinstance(state, End)
