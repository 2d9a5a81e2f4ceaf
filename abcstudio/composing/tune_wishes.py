"""What a person wishes of a tune: few plain values, as options, settings and takes keep them."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, NamedTuple

from abcstudio.composing.clock.signs import KEYS, METERS
from abcstudio.composing.clock.wishes import (
    COMPASSES,
    WITH,
    WITHOUT,
    Compass,
    FormSection,
    Wishes,
    form_of,
    step_of,
)
from abcstudio.composing.laid_rhythm import rhythm_in_form
from abcstudio.composing.rhythm_of import NO_RHYTHM, Rhythm, parts_of
from abcstudio.field_values import Choice, Flag, String, Values, Whole, fitting, kept, values_of
from abcstudio.notation.values.key_field import parse_key

MOST_SECTIONS = 8
MEASURES = Whole(1, 64)
"""Of one section."""

_LONGEST_RHYTHM = 40
_NOT_IN_A_LINE = re.compile(r"[%\\\x00-\x1f\x7f]")
_PITCH = r"([A-G],?|[a-g]'?|[A-G][3-6])"
_BETWEEN = re.compile(rf"{_PITCH}\s*-\s*{_PITCH}")
_MODES = {
    "major": "", "ionian": "", "minor": "m", "aeolian": "m", "dorian": "dor", "mixolydian": "mix",
    "phrygian": "phr", "lydian": "lyd", "locrian": "loc",
}  # fmt: skip


class FormLetters(NamedTuple):
    """The sections' letters, as AABB; "" for any form."""

    def accepted(self, value: Any) -> str:
        """Return them in capitals."""
        letters: str = String(4 * MOST_SECTIONS).accepted(value).strip().upper()
        if letters and len(form_of(letters, 1)) > MOST_SECTIONS:
            raise ValueError(letters)
        return letters


class RangeName(NamedTuple):
    """An instrument, or the lowest and the highest note such as D-b or D4-B5; "" for any."""

    def accepted(self, value: Any) -> str:
        """Return it as it is kept."""
        name: str = String(40).accepted(value).strip()
        if name and name.lower() in COMPASSES:
            return name.lower()
        if name:
            compass = _between(name)
            if compass.low > compass.high:
                raise ValueError(name)
        return name


class MeterValue(NamedTuple):
    """A value of `M:` that the clock counts in; "" for any."""

    def accepted(self, value: Any) -> str:
        """Return it."""
        meter: str = String(40).accepted(value).strip()
        if meter and meter not in METERS:
            raise ValueError(meter)
        return meter


class KeyValue(NamedTuple):
    """A value of `K:` with its mode, if any; "" for any."""

    def accepted(self, value: Any) -> str:
        """Return it as it stands, or as models know it where it is written otherwise."""
        key: str = String(40).accepted(value).strip()
        return key if not key or key in KEYS else _usual_key(key)


class RhythmText(NamedTuple):
    """What `rhythm_of` makes of a tune; "" for any."""

    def accepted(self, value: Any) -> str:
        """Return it."""
        text: str = String().accepted(value)
        if text:
            parts_of(text)
        return text


class RhythmValue(NamedTuple):
    """A value of `R:`; "" for any."""

    def accepted(self, value: Any) -> str:
        """Return it."""
        rhythm: str = String(_LONGEST_RHYTHM).accepted(value).strip()
        if _NOT_IN_A_LINE.search(rhythm):
            raise ValueError(rhythm)
        return rhythm


@dataclass(frozen=True, slots=True, kw_only=True)
class TuneWishes:
    """What is wished; the defaults wish for nothing.

    Attributes:
        form: The sections' letters; one that is written twice is repeated.
        measures: Of each section, pickups aside; without a form they mean nothing.
        range: Where all notes lie: an instrument's name, or lowest and highest note.
        pickup: Whether a tune begins "with" a pickup or "without" one; a rhythm of a tune has its
            own.
        meter, key, rhythm: Lines of the header; meter and key do not change then.
        accidentals: Whether any may be written in the music.
        ends_on_tonic: The last note is the key's tonic.
        rhythm_of: The rhythm of a tune: its meter, its unit note length, its music with open
            pitches.
        new: No four measures in a row are those of a known tune, in any key.
    """

    form: str = kept("", FormLetters())
    measures: int = kept(8, MEASURES)
    range: str = kept("", RangeName())
    pickup: str = kept("", Choice(("", WITH, WITHOUT)))
    meter: str = kept("", MeterValue())
    key: str = kept("", KeyValue())
    rhythm: str = kept("", RhythmValue())
    accidentals: bool = kept(True, Flag())
    ends_on_tonic: bool = kept(False, Flag())
    rhythm_of: str = kept("", RhythmText())
    new: bool = kept(False, Flag())

    @property
    def are_given(self) -> bool:
        """Whether anything is wished."""
        return bool(self.data())

    @property
    def total_measures(self) -> int:
        """How many measures are written in all, 0 for any number."""
        return sum(section.measures for section in self.for_clock().form)

    @property
    def pattern_length(self) -> int:
        """How many characters the music of a wished rhythm has at least, 0 for any number."""
        return len(self.for_clock().pattern)

    def data(self) -> dict[str, Any]:
        """Return what is wished as plain data, all else left out."""
        values, nothing = asdict(self), asdict(NO_WISHES)
        said = {name for name, value in values.items() if value != nothing[name]} - {"measures"}
        if self.form:
            said.add("measures")
        return {name: value for name, value in values.items() if name in said}

    def each(self) -> Mapping[str, "TuneWishes"]:
        """Return each wish alone, by its name."""
        names = [name for name in self.data() if name != "measures"]
        alone = {name: replace(NO_WISHES, **{name: getattr(self, name)}) for name in names}
        if self.form:
            alone["form"] = replace(alone["form"], measures=self.measures)
        return alone

    def for_clock(self) -> Wishes:
        """Return the wishes as rules of the measure clock."""
        form = form_of(self.form, self.measures) if self.form else ()
        given = _rhythm_in(self.rhythm_of, form) if self.rhythm_of else NO_RHYTHM
        return Wishes(
            form=form,
            compass=_compass(self.range) if self.range else None,
            meter=self.meter or given.meter,
            unit=given.unit,
            pattern=given.pattern,
            pickup="" if given.pattern else self.pickup,
            key=self.key,
            rhythm=self.rhythm,
            has_accidentals=self.accidentals,
            ends_on_tonic=self.ends_on_tonic,
        )


NO_WISHES = TuneWishes()


def wishes_from(data: Mapping[str, Any]) -> TuneWishes:
    """Return the wishes that some data tells; what does not fit is not wished."""
    return TuneWishes(**fitting(TuneWishes, data))


def values_of_wish(name: str) -> Values:
    """Return what a wish may be."""
    values: Values = values_of(TuneWishes, name)
    return values


def _rhythm_in(rhythm: str, form: tuple[FormSection, ...]) -> Rhythm:
    """Return a rhythm laid over a form; as it is where there is none, or it cannot be laid."""
    try:
        return parts_of(rhythm_in_form(rhythm, form) if form else rhythm)
    except ValueError:
        return parts_of(rhythm)


def _compass(name: str) -> Compass:
    return COMPASSES.get(name) or _between(name)


def _between(name: str) -> Compass:
    match = _BETWEEN.fullmatch(name)
    if match is None:
        raise ValueError(name)
    low, high = (_step(pitch) for pitch in match.groups())
    return Compass(low, high)


def _step(pitch: str) -> int:
    if pitch[-1].isdigit():
        # By its scientific name: C4 is the C of ABC.
        return step_of(pitch[0]) + 7 * (int(pitch[-1]) - 4)
    return step_of(pitch[0], pitch[1:])


def _usual_key(value: str) -> str:
    """Return a key such as "E minor" or "a dorian" in the letters of `K:`."""
    reading = parse_key(value)
    key = reading.key
    if key is None or reading.unknown or reading.misspelt or key.explicit or key.highland_pipes:
        raise ValueError(value)
    usual = key.tonic + _MODES.get(key.mode, "?")
    if usual not in KEYS:
        raise ValueError(value)
    return usual
