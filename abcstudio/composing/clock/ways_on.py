"""Characters that lead on towards the end of a tune: where a search for it looks."""

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.pattern import ways_in
from abcstudio.composing.clock.signs import VALUES, word_ways
from abcstudio.composing.clock.states import Body, Header, State

_SHORT_WAY = "|:])}\n2348/156790"


class WaysOn:
    """Characters of which one leads to the end on a short way, if any does."""

    def __init__(self, clock: MeasureClock) -> None:
        self._clock = clock
        known = clock.characters
        self._ways = "".join(one for one in _SHORT_WAY if one in known)
        self._any_word = clock.letters("")
        self.marks = ",'" if clock.language.wishes.compass else ""

    def after(self, state: State) -> str:
        """Return those that may be tried in a state that is not the end."""
        if isinstance(state, Header):
            return self._in_header(state)
        assert isinstance(state, Body)
        ways = word_ways(state.token, state.text)
        if ways is not None:
            return ways
        pattern, tie = self._clock.language.wishes.pattern, state.measure.tie
        if pattern:
            letters = tie or self._clock.letters(state.measure.tonic)
            return ways_in(pattern, state.place, letters)
        return self.notes(state) + self._ways

    def notes(self, body: Body) -> str:
        """Return what a note may begin with, and the octave marks that may belong to it."""
        if body.measure.tie:
            return body.measure.tie
        return self._clock.letters(body.measure.tonic) + self.marks

    def _in_header(self, header: Header) -> str:
        letter, value = header.line[:1], header.line[2:]
        if len(header.line) < 2:
            return "XMKLR:" + self._any_word
        if letter in VALUES:
            return VALUES[letter].after(value) + "\n"
        if letter == "X":
            return "1\n"
        if letter == "R" and self._clock.language.wishes.rhythm:
            return self._clock.characters
        # Any word will do.
        return "\n" if value else self._any_word
