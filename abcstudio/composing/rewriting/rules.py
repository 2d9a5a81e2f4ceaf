"""The rules of a hole, by what of it is kept."""

from collections.abc import Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from abcstudio.composing.clock.signs import LETTERS
from abcstudio.composing.rewriting.contour import Contour
from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.hole_clock import HoleClock
from abcstudio.composing.rewriting.hole_streams import HoleRules
from abcstudio.composing.rewriting.kept import Kept
from abcstudio.composing.rewriting.reading.hole_reading import HoleReading
from abcstudio.composing.rewriting.rhythm_rules import RhythmRules
from abcstudio.errors import RewritingError
from abcstudio.learning.sampling.constraint import Mask

State = TypeVar("State")


class MelodyRules(HoleRules[State], Protocol):
    """Rules that know the notes of the melody."""

    def pitch_begun(self, number: int, state: State) -> str:
        """Return letter and marks of the note of the melody that is being written, "" for none."""

    def can_end_after(self, number: int, state: State, notes: int) -> bool:
        """Return whether a stretch can end once so many notes more have begun."""


class ContourState(NamedTuple, Generic[State]):
    """Where in a stretch.

    Attributes:
        inner: Where the other rules are.
        begun: How many notes of the stretch have begun.
        pitch: Letter and marks of the latest note.
        before: Those of the one before it.
    """

    inner: State
    begun: int = 0
    pitch: str = ""
    before: str = ""


class ContourRules(Generic[State]):
    """Rules for `HoleStreams`: those of others, and each note goes up or down as the one there."""

    def __init__(self, hole: Hole, rules: MelodyRules[State], contour: Contour) -> None:
        """Make them.

        Args:
            hole: The hole, with its melody.
            rules: What may come in it otherwise.
            contour: That of the melody.
        """
        self.characters = rules.characters
        self._rules, self._contour = rules, contour
        self._notes = [
            [at for at, note in enumerate(hole.melody)
             if note.is_written and one.place.start <= note.place < one.place.end]
            for one in hole.stretches
        ]  # fmt: skip
        self._rows: dict[tuple[int, ContourState[State]], Mask] = {}

    def can_fill(self) -> bool:
        """Return whether each stretch can be filled, and what is kept behind it be written."""
        return (
            self._contour.is_possible
            and self._rules.can_fill()
            and all(
                self._rules.can_end_after(number, self._rules.begin(number, None), len(notes))
                for number, notes in enumerate(self._notes)
            )
        )

    def begin(self, number: int, before: ContourState[State] | None) -> ContourState[State]:
        """Return the state at the start of a stretch, from that at the end of the one before."""
        if before is None:
            return ContourState(self._rules.begin(number, None))
        return ContourState(self._rules.begin(number, before.inner), 0, before.pitch, before.before)

    def allowed(self, number: int, state: ContourState[State]) -> Mask:
        """Return what may come in a stretch, by its number, (vocab_size,)."""
        key = (number, state)
        if key not in self._rows:
            row = self._rules.allowed(number, state.inner).copy()
            for place in row.nonzero()[0]:
                row[place] = self._may(number, state, self.characters[place])
            self._rows[key] = row
        return self._rows[key]

    def _may(self, number: int, state: ContourState[State], character: str) -> bool:
        if self._rules.is_end(number, state.inner, character):
            return self.is_end(number, state, character)
        after = self.step(number, state, character)
        left = len(self._notes[number]) - after.begun
        if left < 0 or not self._rules.can_end_after(number, after.inner, left):
            return False
        is_longer = after.begun == state.begun and self._rules.pitch_begun(number, after.inner)
        if is_longer and after.pitch != state.pitch:
            return self._is_whole(number, after)
        if not self._is_whole(number, state):
            return False
        place = self._notes[number][after.begun - 1] if after.begun > state.begun else None
        return place is None or self._contour.may_begin(place, after.before, after.pitch)

    def _is_whole(self, number: int, state: ContourState[State]) -> bool:
        """Return whether the latest note, if there is one, may be left as it is."""
        if not state.begun:
            return True
        place = self._notes[number][state.begun - 1]
        return self._contour.holds(place, state.before, state.pitch)

    def step(self, number: int, state: ContourState[State], character: str) -> ContourState[State]:
        """Return the state after a character of a stretch."""
        inner = self._rules.step(number, state.inner, character)
        pitch = self._rules.pitch_begun(number, inner)
        if pitch and character in LETTERS:
            return ContourState(inner, state.begun + 1, pitch, state.pitch)
        return state._replace(inner=inner, pitch=pitch or state.pitch)

    def is_end(self, number: int, state: ContourState[State], character: str) -> bool:
        """Return whether a character that may come is the first one behind a stretch."""
        is_end = self._rules.is_end(number, state.inner, character)
        is_all = state.begun == len(self._notes[number])
        return is_end and is_all and self._is_whole(number, state)

    def written(self, music: Sequence[str]) -> tuple[str, ...]:
        """Return what stands in the tune's stretches with a filling."""
        return self._rules.written(music)


def rules_for(
    hole: Hole,
    reading: HoleReading,
    characters: str,
    kept: Kept,
) -> HoleRules[Any]:
    """Return what may come in a hole.

    Args:
        hole: The hole, made for what is kept.
        reading: How a model reads the tune.
        characters: The model's vocabulary.
        kept: What stays.

    Raises:
        RewritingError: No other notes have the contour.
    """
    rules: RhythmRules | HoleClock = HoleClock(hole, reading, characters)
    if kept.rhythm:
        rules = RhythmRules(hole, reading, characters)
    if not hole.melody:
        return rules
    contour = Contour(hole.melody, characters, hole.home)
    if not contour.is_possible:
        raise RewritingError("rewriting.no_contour")
    return ContourRules(hole, rules, contour)
