"""Characters that lead on towards the end of a tune: where a search for it looks."""

from collections.abc import Iterator

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.shortest import characters_needed
from abcstudio.composing.clock.signs import VALUES, ways_in, word_ways
from abcstudio.composing.clock.states import Body, Header, State

_SHORT_WAY = "|:])}\n2348/156790"

Way = tuple[State, int]
"""Where a character leads, as far as it matters for the end, and about what is needed behind it."""


class WaysOn:
    """Characters of which one leads to the end on a short way, if any does.

    Where they lead depends on the clock alone, not on what was asked before: searches that must not
    know of each other may share it.

    Attributes:
        clock: Whose states.
    """

    def __init__(self, clock: MeasureClock) -> None:
        self.clock = clock
        self._ways_from: dict[State, tuple[Way, ...]] = {}
        # Many ways lead to the same state, which is kept once.
        self._same: dict[State, State] = {}
        known = clock.characters
        self._ways = "".join(one for one in _SHORT_WAY if one in known)
        self._any_word = clock.letters("")
        self.marks = ",'" if clock.language.wishes.compass else ""

    @property
    def states_known(self) -> int:
        """Of how many states the ways are remembered."""
        return len(self._ways_from)

    def ways(self, state: State) -> tuple[Way, ...]:
        """Return where the characters lead that may be tried; they are remembered."""
        found = self._ways_from.get(state)
        if found is None:
            found = self._ways_from[state] = tuple(self._found(state))
        return found

    def _found(self, state: State) -> Iterator[Way]:
        wishes = self.clock.language.wishes
        for character in self.after(state):
            after = self.clock.next_state(state, character)
            if after is not None:
                far = self.clock.as_far(after)
                yield self._same.setdefault(far, far), characters_needed(far, wishes)

    def after(self, state: State) -> str:
        """Return those that may be tried in a state that is not the end."""
        if isinstance(state, Header):
            return self._in_header(state)
        assert isinstance(state, Body)
        ways = word_ways(state.token, state.text)
        if ways is not None:
            return ways
        pattern, tie = self.clock.language.wishes.pattern, state.measure.tie
        if pattern:
            letters = tie or self.clock.letters(state.measure.tonic)
            return ways_in(pattern, state.place, letters)
        return self.notes(state) + self._ways

    def notes(self, body: Body) -> str:
        """Return what a note may begin with, and the octave marks that may belong to it."""
        if body.measure.tie:
            return body.measure.tie
        return self.clock.letters(body.measure.tonic) + self.marks

    def _in_header(self, header: Header) -> str:
        letter, value = header.line[:1], header.line[2:]
        if len(header.line) < 2:
            return "XMKLR:" + self._any_word
        if letter in VALUES:
            return VALUES[letter].after(value) + "\n"
        if letter == "X":
            return "1\n"
        if letter == "R" and self.clock.language.wishes.rhythm:
            return self.clock.characters
        # Any word will do.
        return "\n" if value else self._any_word
