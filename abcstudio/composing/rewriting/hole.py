"""A hole in a tune: the music of some measures, which is to be composed anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from abcstudio.composing.clock.states import WHOLE_NOTE, Body
from abcstudio.composing.rewriting.melody import MelodyNote
from abcstudio.notation.editing.staying_signs import StayingSign, with_signs
from abcstudio.notation.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class HoleStretch:
    """A part of a hole without a bar line, a field or the end of a line in it.

    Attributes:
        place: Where it stands in the tune's text.
        start: The clock's state at its start; no more time is left in it than the stretch lasts.
        goes_on: Nothing but a plain bar line parts it from the next one: a tie may cross that.
        opened, closed: How many slurs begin in it that end behind it, and end in it that began
            before it.
        unaltered: The letters before which no accidental may come, for it would hold for notes
            behind it that stay.
        signs: What stays of what stands over its notes.
    """

    place: Span
    start: Body
    goes_on: bool = False
    opened: int = 0
    closed: int = 0
    unaltered: frozenset[str] = frozenset()
    signs: tuple[StayingSign, ...] = ()

    def written(self, music: str) -> str:
        """Return what stands in the tune with other music in it: with its signs and slurs."""
        measure = self.start.measure
        unit = Fraction(measure.unit, WHOLE_NOTE)
        signed = with_signs(music, self.signs, unit, is_compound=measure.is_compound)
        return "(" * self.opened + signed + ")" * self.closed

    def moved(self, by: int) -> "HoleStretch":
        """Return it so many characters later."""
        return replace(self, place=self.place.moved(by))


class Returning(NamedTuple):
    """Where the music of a stretch, given by its number, stands once more."""

    place: Span
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """Some measures of a tune, of which the music is to be composed anew.

    Attributes:
        text: The tune.
        stretches: In the order of the text; what stands between them is kept.
        place: Where the music of the measures stands, what of it stays too.
        melody: The notes of the measures, where their contour is kept.
        returns: Where else the music of the stretches stands and is to change with them, in the
            order of the text.
        home: The letter of the tonic in capitals, where the last note is to be that; else "".
    """

    text: str
    stretches: tuple[HoleStretch, ...]
    place: Span
    melody: tuple[MelodyNote, ...] = ()
    returns: tuple[Returning, ...] = ()
    home: str = ""

    @property
    def music(self) -> tuple[str, ...]:
        """What stands in the stretches now."""
        return tuple(stretch.place.of(self.text) for stretch in self.stretches)

    def filled(self, music: Sequence[str]) -> str:
        """Return the tune with other music in the stretches, with signs and slurs that stay."""
        written = [one.written(piece) for one, piece in zip(self.stretches, music, strict=True)]
        own = [Returning(one.place, number) for number, one in enumerate(self.stretches)]
        pieces, place = [], 0
        for where, number in sorted([*own, *self.returns], key=lambda one: one.place.start):
            pieces += [self.text[place : where.start], written[number]]
            place = where.end
        return "".join([*pieces, self.text[place:]])

    def filled_measures(self, music: Sequence[str]) -> str:
        """Return what stands in the measures with other music in the stretches."""
        behind = len(self.text) - self.place.end
        filled = replace(self, returns=()).filled(music)
        return filled[self.place.start : len(filled) - behind]

    def moved(self, text: str, by: int) -> "Hole":
        """Return the same hole in another text, in which it stands so many characters later."""
        return replace(
            self,
            text=text,
            stretches=tuple(one.moved(by) for one in self.stretches),
            place=self.place.moved(by),
            returns=tuple(Returning(one.place.moved(by), one.number) for one in self.returns),
        )
