"""What may come at each place of a hole: the clock, held to the time of each stretch."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from abcstudio.composing.clock.clock import MeasureClock
from abcstudio.composing.clock.notes import tie_over_bar
from abcstudio.composing.clock.signs import LETTERS
from abcstudio.composing.clock.states import Body
from abcstudio.composing.clock.wishes import FormSection, Language, Wishes
from abcstudio.composing.guard.shared_tables import shared_table
from abcstudio.composing.rewriting.hole import Hole
from abcstudio.composing.rewriting.note_count import NoteCount
from abcstudio.composing.rewriting.reading.hole_reading import HoleReading
from abcstudio.learning.sampling.constraint import Mask

_NEVER = "|:\n"
_FIELDS = "KLM"
_NOT_AT_START = " "
_NOT_AT_END = " ["
# Where notes are counted, each is one of the melody.
_NO_NOTE = "[-zx"
_WORDS = ('"', "!")
_ACCIDENTALS = "^_="
# The clock sees from these that the music can come to its end.
_ENDING = "|]\n"


class HoleClock:
    """Rules for `HoleStreams`: each stretch is filled for its time; rows are remembered."""

    def __init__(
        self,
        hole: Hole,
        reading: HoleReading,
        characters: str,
    ) -> None:
        """Make it.

        Args:
            hole: The hole; where its contour is kept, only notes without accidentals may come.
            reading: How a model reads the tune.
            characters: The model's vocabulary.
        """
        self.characters = characters
        more = "".join(one for one in _ENDING if one not in characters)
        self._is_counted = bool(hole.melody)
        rules = Wishes(has_accidentals=not self._is_counted)
        clock = MeasureClock(Language(wishes=rules), characters + more)
        self._clocks = [clock] * len(hole.stretches)
        # What may come in a state is the same in all holes: found once, for all of them.
        self._tables = [shared_table(characters + more, Language(wishes=rules))] * len(
            hole.stretches
        )
        if hole.home:
            # As if only one measure were left of the tune, which ends on the tonic.
            rules = replace(rules, form=(FormSection(1, False),), ends_on_tonic=True)
            self._clocks[-1] = MeasureClock(Language(wishes=rules), characters + more)
            self._tables[-1] = shared_table(characters + more, Language(wishes=rules))
        self._has_home = bool(hole.home)
        self._counts = NoteCount(characters)
        self._stretches = hole.stretches
        self._ends = [join[:1] for join in reading.joins]
        self._number_of = {one: number for number, one in enumerate(clock.characters)}
        self._rows: dict[tuple[int, Body], Mask] = {}

    def can_fill(self) -> bool:
        """Return whether each stretch can be filled, and what is kept behind it be written."""
        return all(
            end
            and self._knows(stretch.start.measure.tie)
            and table.can_end(table.number(stretch.start))
            for end, stretch, table in zip(self._ends, self._stretches, self._tables, strict=True)
        )

    def _knows(self, tie: str) -> bool:
        return set(tie.rstrip("|")) <= set(self.characters)

    def allowed(self, number: int, state: Body) -> Mask:
        """Return what may come in a stretch, by its number, (vocab_size,)."""
        row = self._rows.get((number, state))
        if row is None:
            alike = self._clocks[number].alike(state)
            assert isinstance(alike, Body)
            row = self._rows.get((number, alike))
            if row is None:
                row = self._rows[number, alike] = self._row(number, alike)
            self._rows[number, state] = row
        return row

    def begin(self, number: int, before: Body | None) -> Body:
        """Return the state at the start of a stretch, from that at the end of the one before.

        A tie over the bar line between them goes on.
        """
        start = self._stretches[number].start
        end = self.at_end(number - 1, before) if before is not None else None
        if end is None or not end.measure.tie:
            return start
        return start._replace(measure=start.measure._replace(tie=tie_over_bar(end.measure.tie)))

    def step(self, number: int, state: Body, character: str) -> Body:
        """Return the state after a character of a stretch."""
        after = self._clocks[number].step(state, character)
        assert isinstance(after, Body)
        return after

    def is_end(self, number: int, state: Body, character: str) -> bool:
        """Return whether a character that may come is the first one behind a stretch."""
        return character == self._ends[number] and self.at_end(number, state) is not None

    def at_end(self, number: int, state: Body) -> Body | None:
        """Return the state once the last note is whole and no time is left; None before that."""
        behind = self._clocks[number].step(state, "|")
        if not isinstance(behind, Body) or behind.measure.need:
            return None
        is_last = self._has_home and number + 1 == len(self._stretches)
        return None if is_last and not behind.measure.is_home else behind

    def pitch_begun(self, _number: int, state: Body) -> str:
        """Return letter and marks of the note that is being written, "" for none."""
        return state.pitch if state.token == "note" else ""

    def can_end_after(self, _number: int, state: Body, notes: int) -> bool:
        """Return whether a stretch can end once so many notes more have begun."""
        return self._counts.fits(state, notes)

    def written(self, music: Sequence[str]) -> tuple[str, ...]:
        """Return what stands in the tune's stretches with a filling."""
        return tuple(music)

    def _row(self, number: int, state: Body) -> Mask:
        table = self._tables[number]
        row: Mask = table.allowed(np.array([table.number(state)]))[0][0]
        left_out = _NEVER + _left_out_by_place(state)
        stays = self._stretches[number].unaltered
        if _is_altered(state):
            left_out += "".join(stays)
        if not (LETTERS & {*self.characters}) - stays:
            left_out += _ACCIDENTALS
        if self._is_counted and state.token not in _WORDS:
            left_out += _NO_NOTE
        if not self._may_tie(number, state):
            left_out += "-"
        end = self.at_end(number, state)
        if end is not None:
            left_out += _NOT_AT_END
        for character in left_out:
            if character in self._number_of:
                row[self._number_of[character]] = False
        if end is not None and not end.measure.slurs:
            row[self._number_of[self._ends[number]]] = True
        own: Mask = row[: len(self.characters)]
        return own

    def _may_tie(self, number: int, state: Body) -> bool:
        """Return whether a tie at the end of a stretch, if it would be there, leads somewhere."""
        tied = self._clocks[number].step(state, "-")
        if not isinstance(tied, Body) or tied.measure.need:
            return True
        return self._stretches[number].goes_on and not tied.measure.slurs


def _left_out_by_place(state: Body) -> str:
    """Return what must not come where a stretch begins, or where a field might."""
    if not state.token and state.measure.need == state.measure.full:
        return _NOT_AT_START
    return _FIELDS if state.token == "[" else ""


def _is_altered(state: Body) -> bool:
    """Return whether an accidental has come, and its letter must."""
    is_group = state.token in ("grace", "chord")
    return state.token == "accidental" or (is_group and state.text[1:2] == "^")
