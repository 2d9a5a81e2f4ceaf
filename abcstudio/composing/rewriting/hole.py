"""A hole in a tune: the music of some measures, which is to be composed anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from abcstudio.composing.clock.states import Body
from abcstudio.composing.rewriting.melody import MelodyNote
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
    """

    place: Span
    start: Body
    goes_on: bool = False
    opened: int = 0
    closed: int = 0
    unaltered: frozenset[str] = frozenset()

    def moved(self, by: int) -> "HoleStretch":
        """Return it so many characters later."""
        return replace(self, place=Span(self.place.start + by, self.place.end + by))


@dataclass(frozen=True, slots=True)
class Hole:
    """Some measures of a tune, of which the music is to be composed anew.

    Attributes:
        text: The tune.
        stretches: In the order of the text; what stands between them is kept.
        place: Where the music of the measures stands, what of it stays too.
        melody: The notes of the measures, where their contour is kept.
    """

    text: str
    stretches: tuple[HoleStretch, ...]
    place: Span
    melody: tuple[MelodyNote, ...] = ()

    @property
    def music(self) -> tuple[str, ...]:
        """What stands in the stretches now."""
        return tuple(stretch.place.of(self.text) for stretch in self.stretches)

    def filled(self, music: Sequence[str]) -> str:
        """Return the tune with other music in the stretches; slurs across their edges stay."""
        pieces, place = [], 0
        for stretch, piece in zip(self.stretches, music, strict=True):
            slurred = "(" * stretch.opened + piece + ")" * stretch.closed
            pieces += [self.text[place : stretch.place.start], slurred]
            place = stretch.place.end
        return "".join([*pieces, self.text[place:]])

    def filled_measures(self, music: Sequence[str]) -> str:
        """Return what stands in the measures with other music in the stretches."""
        behind = len(self.text) - self.place.end
        filled = self.filled(music)
        return filled[self.place.start : len(filled) - behind]

    def moved(self, text: str, by: int) -> "Hole":
        """Return the same hole in another text, in which it stands so many characters later."""
        return replace(
            self,
            text=text,
            stretches=tuple(one.moved(by) for one in self.stretches),
            place=Span(self.place.start + by, self.place.end + by),
        )
