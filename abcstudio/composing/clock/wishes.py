"""What a tune composed in the clock is to be like: rules that remove states."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

WITH, WITHOUT = "with", "without"

_STEPS = "CDEFGAB"


class FormSection(NamedTuple):
    """A section of a form: its measures, pickups aside, and whether `|: :|` repeat it."""

    measures: int
    repeated: bool


class Compass(NamedTuple):
    """The lowest and the highest step, counted from the C of octave 0; accidentals do not count."""

    low: int
    high: int

    @property
    def ends(self) -> tuple[str, str]:
        """The lowest and the highest note by their scientific names: "D4", "B5"."""
        low, high = (f"{_STEPS[step % 7]}{step // 7}" for step in self)
        return low, high

    def holds(self, letter: str, marks: str = "") -> bool:
        """Return whether a note letter with its octave marks lies within."""
        return self.low <= step_of(letter, marks) <= self.high

    def has_room(self, letter: str) -> bool:
        """Return whether a note letter lies within with some octave marks."""
        steps = [step_of(letter) + 7 * octave for octave in range(3)]
        if letter.isupper():
            steps = [step_of(letter) - 7 * octave for octave in range(3)]
        return any(self.low <= step <= self.high for step in steps)


@lru_cache(maxsize=256)
def step_of(letter: str, marks: str = "") -> int:
    """Return the step of a note, counted from the C of octave 0 (ABC 2.1, 4.1)."""
    octave = (4 if letter.isupper() else 5) + marks.count("'") - marks.count(",")
    return 7 * octave + _STEPS.index(letter.upper())


def _compass(lowest: str, highest: str) -> Compass:
    return Compass(step_of(lowest[0], lowest[1:]), step_of(highest[0], highest[1:]))


COMPASSES: Mapping[str, Compass] = MappingProxyType(
    {
        "whistle": _compass("D", "b"),
        "flute": _compass("D", "b"),
        "fiddle": _compass("G,", "b"),
        "pipes": _compass("G", "a"),
        "voice": _compass("A,", "e"),
    }
)
"""Ranges by instrument: a whistle and a flute in D, a fiddle's first position, Highland pipes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What is asked of a tune; the defaults ask for nothing.

    Attributes:
        form: The sections in their order; empty for any.
        compass: Where all notes lie, grace notes too.
        meter, key: The values of these fields; "" for any. There is no change of them then.
        rhythm: The value of `R:`, "" for any.
        unit: The value of `L:`, "" for any.
        pattern: The music with open pitches, as `pattern.py` reads it; "" for any.
        pickup: `WITH` or `WITHOUT` one the tune begins; "" for either.
        has_accidentals: Whether any may be written.
        ends_on_tonic: The last note is the key's tonic.
    """

    form: tuple[FormSection, ...] = ()
    compass: Compass | None = None
    meter: str = ""
    key: str = ""
    rhythm: str = ""
    unit: str = ""
    pattern: str = ""
    pickup: str = ""
    has_accidentals: bool = True
    ends_on_tonic: bool = False

    @property
    def fields(self) -> dict[str, str]:
        """The fields that a header must have, by their letters."""
        values = {"R": self.rhythm, "M": self.meter, "L": self.unit, "K": self.key}
        return {letter: value for letter, value in values.items() if value}


def form_of(letters: str, measures: int) -> tuple[FormSection, ...]:
    """Return the sections of a form such as "AABB": a letter written twice is repeated.

    Args:
        letters: Equal letters stand together, two at most.
        measures: Of each section.

    Raises:
        ValueError: The letters are no such form.
    """
    groups = [(letter, len(list(group))) for letter, group in groupby(letters.upper())]
    names = [letter for letter, _ in groups]
    is_form = all(letter.isalpha() and count <= 2 for letter, count in groups)
    if not groups or not is_form or len(set(names)) < len(names):
        raise ValueError(letters)
    return tuple(FormSection(measures, count == 2) for _, count in groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """Which texts the clock lets through.

    Attributes:
        wishes: What is asked of the tune.
        careful: Only what other programs read as this one does: repeats that add up, tuplets and
            broken rhythm of the plainest kind; and a tune ends with a final bar line or a repeat.
            Else all that the reader of `notation` finds right.
        has_slurs: There is a sign that ends them.
        has_final_bar: The bar line that ends a tune can be written.
        swings_anyhow: A rhythm with swing is asked for in a meter in which some programs refuse it.
    """

    wishes: Wishes = Wishes()
    careful: bool = True
    has_slurs: bool = True
    has_final_bar: bool = True
    swings_anyhow: bool = False

    @property
    def refuses_odd_swing(self) -> bool:
        """Whether swing has only the meters in which any program plays it."""
        return self.careful and not self.swings_anyhow

    @property
    def needs_final_bar(self) -> bool:
        """Whether a double bar line only ends a section."""
        return self.careful and self.has_final_bar

    def has_room(self, letter: str) -> bool:
        """Return whether a note letter may come, with some octave marks."""
        compass = self.wishes.compass
        return compass is None or compass.has_room(letter)

    def holds(self, pitch: str) -> bool:
        """Return whether a note may be, its letter with all its marks."""
        compass = self.wishes.compass
        return compass is None or not pitch or compass.holds(pitch[0], pitch[1:])

    def may_change(self, letter: str) -> bool:
        """Return whether the music may change key, meter or unit note length."""
        wished = {"K": self.wishes.key, "M": self.wishes.meter}
        return not wished.get(letter)
