"""Which states can still end in a whole tune: asked of states of which only the essence is left.

`Reachability` says how far the end is, too. Here a search takes whole notes and bar lines as steps,
longest notes and closing bar lines first, and is content with any way.
"""

from collections.abc import Iterator
from itertools import islice

from abcstudio.composing.clock.clock import MeasureClock, is_end
from abcstudio.composing.clock.essence import Essence
from abcstudio.composing.clock.notes import note_end, rest_end
from abcstudio.composing.clock.reachability import STATES_A_TURN, most_states
from abcstudio.composing.clock.signs import LENGTHS_FROM, WORDS, scaled
from abcstudio.composing.clock.states import WHOLE_NOTE, Body, State
from abcstudio.composing.clock.tokens import settled
from abcstudio.composing.clock.ways_on import WaysOn
from abcstudio.stopping import stop_if_asked

_TIMED = ("note", "rest", "chord end")
_NOTHING_ADDED = ("ornament", " ")
# Those that end a section come first, those that open one last.
_BAR_LINES = (":|", "|]", "||", ":|2", "|", "|1", ":|:", "::", "|:")


class Endings:
    """Whether the end of a tune can be reached."""

    def __init__(self, clock: MeasureClock, essence: Essence) -> None:
        self._clock, self._essence = clock, essence
        self._language = clock.language
        self._ways_on = WaysOn(clock)
        self._can: dict[State, bool] = {}
        self._passed = 0
        known = frozenset(clock.characters)
        self._bar_lines = tuple(word for word in _BAR_LINES if known.issuperset(word))
        self._lengths = {
            begun: sorted(filter(known.issuperset, lengths), key=_ticks, reverse=True)
            for begun, lengths in LENGTHS_FROM.items()
        }
        self._words = {
            sign: [word for word in words if known.issuperset(word)]
            for sign, words in WORDS.items()
        }
        self._most_states = most_states(clock.language.wishes)

    def can_end(self, state: State) -> bool:
        """Return whether a whole tune can come of a state's text.

        Args:
            state: The essence of one.

        Raises:
            CancelledError: The work is to stop; what was found by then stays known.
        """
        if isinstance(state, Body) and state.measure.tie:
            state = self._clock.as_far(state)
        found = self._can.get(state)
        return self._search(state) if found is None else found

    def _search(self, start: State) -> bool:
        if is_end(start):
            return True
        seen, path, ways = {start}, [start], [self._after(start)]
        while ways:
            self._take_turns()
            for after in ways[-1]:
                known = is_end(after) or self._can.get(after)
                if known:
                    self._can.update(dict.fromkeys(path, True))
                    return True
                if known is None and after not in seen:
                    seen.add(after)
                    path.append(after)
                    ways.append(self._after(after))
                    break
            else:
                path.pop()
                ways.pop()
            if len(seen) > self._most_states:
                # Too far: only the start is given up.
                seen = {start}
                break
        self._can.update(dict.fromkeys(seen, False))
        return False

    def _take_turns(self) -> None:
        self._passed += 1
        if self._passed % STATES_A_TURN == 0:
            stop_if_asked()

    def _after(self, state: State) -> Iterator[State]:
        for after in self._ways(state):
            essence = self._essence.of(after)
            if isinstance(essence, Body) and essence.measure.tie:
                essence = self._clock.as_far(essence)
            yield essence

    def _ways(self, state: State) -> Iterator[State]:
        if not isinstance(state, Body) or self._language.wishes.pattern:
            return self._by(state, self._ways_on.after(state))
        if state.token in _TIMED:
            return self._timed(state)
        if state.token == "bar":
            return self._behind_bar_line(state)
        if state.token == "":
            return self._between(state)
        if state.token in WORDS:
            return self._behind_word(state)
        if state.token in _NOTHING_ADDED:
            behind = settled(state, self._language)
            return iter(()) if behind is None else iter((behind,))
        return self._by(state, self._ways_on.after(state))

    def _by(self, state: State, characters: str) -> Iterator[State]:
        for character in characters:
            after = self._clock.next_state(state, character)
            if after is not None:
                yield after

    def _timed(self, body: Body) -> Iterator[State]:
        """Yield where a note leads that has each of the lengths that it may yet have."""
        end = note_end if body.token == "note" else rest_end
        head, _, begun = body.text.rpartition("|")
        for length in self._lengths[begun]:
            text = f"{head}|{length}" if head else length
            after = end(body._replace(text=text), self._language)
            if after is not None:
                yield after
        if body.token == "note":
            yield from self._by(body, self._ways_on.marks or body.measure.tie[1:])

    def _between(self, body: Body) -> Iterator[State]:
        bar_lines = ":|" if body.part.opened else "|:"
        if body.measure.need == body.measure.full:
            yield from self._by(body, "\n)" + self._notes(body) + bar_lines)
        else:
            yield from self._by(body, ")" + bar_lines + self._notes(body))

    def _behind_bar_line(self, body: Body) -> Iterator[State]:
        for word in self._bar_lines:
            if word.startswith(body.text):
                whole = body._replace(text=word)
                yield from self._by(whole, "\n)" + self._notes(body))

    def _behind_word(self, body: Body) -> Iterator[State]:
        """Yield where a word leads; all words that may come lead to the same."""
        words = (word for word in self._words[body.token] if word.startswith(body.text))
        for word in islice(words, 1):
            yield from self._by(body._replace(text=word), body.token)

    def _notes(self, body: Body) -> str:
        """Return what a note may begin with, the tonic first."""
        tonic = body.measure.tonic
        return "".join(sorted(self._ways_on.notes(body), key=lambda one: one.upper() != tonic))


def _ticks(length: str) -> int:
    return scaled(WHOLE_NOTE, length) or 0
