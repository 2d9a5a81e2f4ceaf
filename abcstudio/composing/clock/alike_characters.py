"""Characters that lead to the same in a state of the clock, so that only one is tried."""

from collections.abc import Callable, Sequence

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.header import FREE_TEXTS, NEVER_IN_TEXT
from abcstudio.composing.clock.signs import LETTERS, word_ways
from abcstudio.composing.clock.states import Body, Header, State

Group = tuple[str, list[int]]


class AlikeCharacters:
    """Groups the characters of a vocabulary."""

    def __init__(self, clock: MeasureClock) -> None:
        self._clock = clock
        self._single = [(one, [place]) for place, one in enumerate(clock.characters)]
        self._in_text = self._grouped(lambda one: one in NEVER_IN_TEXT or one == " " or "text")
        self._wished = frozenset(clock.language.wishes.fields)
        self._notes: dict[str, Sequence[Group]] = {}
        self._places: dict[int, list[list[int]]] = {}

    def groups(self, state: State) -> Sequence[Group]:
        """Return one character each, with the places of all that are like it.

        All is meant of the essence of where they lead.
        """
        if isinstance(state, Header):
            letter = state.line[:1]
            is_free = letter in FREE_TEXTS and letter not in self._wished and len(state.line) > 1
            return self._in_text if is_free else self._single
        if not isinstance(state, Body) or state.measure.tie:
            return self._single
        is_word = word_ways(state.token, state.text) is not None
        return self._single if is_word else self._of_notes(state.measure.tonic)

    def to(self, state: State, place: int) -> list[int]:
        """Return the places of the characters that are like the one of a place, itself included."""
        groups = self.groups(state)
        places = self._places.get(id(groups))
        if places is None:
            of_each = {one: alike for _, alike in groups for one in alike}
            places = self._places[id(groups)] = [of_each[one] for one in range(len(of_each))]
        return places[place]

    def _of_notes(self, tonic: str) -> Sequence[Group]:
        if tonic not in self._notes:
            clock = self._clock
            self._notes[tonic] = self._grouped(
                lambda one: one not in LETTERS or clock.any_letter(one, tonic)
            )
        return self._notes[tonic]

    def _grouped(self, kind: Callable[[str], str | bool]) -> Sequence[Group]:
        """Group the characters of one kind; those of which it is True are like no other."""
        places: dict[str, list[int]] = {}
        for place, character in enumerate(self._clock.characters):
            found = kind(character)
            places.setdefault(character if found is True else f"all {found}", []).append(place)
        return [(self._clock.characters[alike[0]], alike) for alike in places.values()]
