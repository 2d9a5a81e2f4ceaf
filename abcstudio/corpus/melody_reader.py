"""A tune's melody straight from its text, some thirty times faster than by way of a `Score`.

What decides pitch and length is read (key, unit note length, accidentals, ties, tuplets, broken
rhythm, chords); everything else is passed over. Texts that use more of ABC than that (several
voices, overlays, macros) are left to the parser. `music_matches` is too slow for this: it tells
signs apart that a melody does not need. `tests/unit/corpus/test_melody_reader.py` holds that both
find the same contours, in the bundled tunes too.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.limits import MAX_TUPLET
from abcstudio.notation.meter import Meter
from abcstudio.notation.pitch import STEPS, Pitch
from abcstudio.notation.values.key_field import NO_KEY, parse_key
from abcstudio.notation.values.lengths import length_of
from abcstudio.notation.values.meter_field import FREE_METER, parse_meter, parse_unit_note_length
from abcstudio.notation.values.tuplets import usual_q

# Halves to the tenth, thirds of thirds, fifths and sevenths of a whole note are whole numbers.
PER_WHOLE_NOTE = 2**10 * 3**2 * 5 * 7

_LENGTH = r"\d*(?:/+\d*)?"
# Possessive where Python 3.11.2 knows how, which makes the whole quicker: single characters.
_NOTE = r"(?:\^\^?+|__?+|=)?[A-Ga-g][',]*+\d*+(?:/++\d*+)?(?:[ \t]*+\.?+-)?"
_TOKEN = re.compile(
    rf"""
    ^[A-Za-z+][ \t]*:(?![|:])[^\n]*                  # a field's line
    | %[^\n]* | "[^"\n]*" | ![^!|\n]*! | \{{[^}}\n]*\}}
    | {_NOTE}
    | [zx]{_LENGTH}
    | \.?(?:\[(?=\|)|\||:(?=[:|\]]|\[\|))(?:[|:\]]|\[(?=\|))*    # a bar line
    | <+ | >+
    | \(\d+(?::\d*){{0,2}}
    | \[[A-Za-z][ \t]*:[^\]\n]*\]                         # a field inside a line
    | \[[^\]\n|:\d][^\]\n|:]*\]{_LENGTH}(?:[ \t]*\.?-)?   # a chord
    | [ZX]\d*
    """,
    re.VERBOSE | re.MULTILINE,
)
_BEYOND = re.compile(r"^(?:V|m|I):|\[[VI]:|&|^%%propagate|\^\d|[\^_]/", re.MULTILINE)
_ONE_NOTE = re.compile(
    rf"(?P<sign>\^\^?|__?|=)?(?P<letter>[A-Ga-g])(?P<marks>[',]*)(?P<length>{_LENGTH})"
    r"(?P<tie>[ \t]*\.?-)?"
)
_ONE_CHORD = re.compile(rf"\[(?P<notes>.*)\](?P<length>{_LENGTH})(?P<tie>[ \t]*\.?-)?")
_SIGNS = {"^": 1, "^^": 2, "=": 0, "_": -1, "__": -2}


class _Note(NamedTuple):
    """A note as written; `natural` is its MIDI number without any alter."""

    step: str
    natural: int
    alter: int | None
    length: tuple[int, int]
    is_tied: bool


class MelodySign(NamedTuple):
    """One token, understood; `kind` names the method of `_Reader` that takes it."""

    kind: str
    notes: tuple[_Note, ...] = ()
    length: tuple[int, int] = (1, 1)
    is_tied: bool = False
    text: str = ""


class HeaderFacts(NamedTuple):
    """What the fields of a tune say of its notes.

    Attributes:
        unit: The unit note length, in parts of a whole note; 0 where none is known.
        is_compound: Whether the meter is compound.
        alters: By how many semitones the key alters each of `STEPS`.
    """

    unit: int
    is_compound: bool
    alters: tuple[int, ...]


def can_read(text: str) -> bool:
    """Return whether `read_melody` understands all that decides this tune's melody."""
    return not _BEYOND.search(text)


def read_melody(text: str, *, with_pickup: bool = False) -> list[tuple[int, int]]:
    """Return the MIDI number and the length of each note.

    Lengths count in `PER_WHOLE_NOTE`. A rest belongs to the note before, a tie makes one note of
    two, and of a chord the highest note counts. The notes before the first bar line are left out
    when they fill no measure of the header's meter, unless a pickup is asked for.
    """
    reader = _Reader(with_pickup=with_pickup)
    takers = {
        "field": reader.field,
        "note": reader.note,
        "chord": reader.chord,
        "rest": reader.rest,
        "measures": reader.measures,
        "bar": reader.bar,
        "broken": reader.broken,
        "tuplet": reader.tuplet,
    }
    for token in tokens_of(text):
        sign = understood(token)
        if sign is not None:
            takers[sign.kind](sign)
    return list(zip(reader.pitches, reader.lengths, strict=True))


def header_facts(fields: Iterable[MelodySign]) -> HeaderFacts:
    """Return what a tune's fields say of its notes, the fields in the order in which they stand."""
    reader = _Reader(with_pickup=True)
    for field in fields:
        reader.field(field)
    return reader.header


def tokens_of(text: str) -> list[str]:
    """Return the signs of a tune's text that `understood` may know."""
    return _TOKEN.findall(text)


class _Reader:
    """What is in force while the signs of one tune go by.

    Attributes:
        pitches, lengths: The notes so far.
    """

    def __init__(self, *, with_pickup: bool) -> None:
        self.pitches: list[int] = []
        self.lengths: list[int] = []
        self._meter: Meter = FREE_METER
        self._unit = 0
        self._key_alters = _alters(NO_KEY)
        self._altered: dict[str, int] = {}
        # Pitches that a tie carries over a bar line keep their alter.
        self._carried: dict[int, int] = {}
        self._tied: dict[int, int] = {}
        self._pickup_is_over = with_pickup
        self._last = 0
        self._broken = ""
        self._tuplet = (1, 1)
        self._tuplet_left = 0

    @property
    def header(self) -> HeaderFacts:
        alters = tuple(self._key_alters[step] for step in STEPS)
        return HeaderFacts(self._unit, self._meter.is_compound, alters)

    def field(self, sign: MelodySign) -> None:
        name, value = sign.text[0], sign.text[2:]
        if name == "K":
            self._key_alters = _alters_of(value) or self._key_alters
            self._unit = self._unit or _scaled(self._meter.default_unit_note_length)
        elif name == "L":
            self._unit = _unit_of(value) or self._unit
        elif name == "M":
            self._meter = _meter_of(value) or self._meter

    def note(self, sign: MelodySign) -> None:
        note = sign.notes[0]
        step, natural, alter, factor, is_tied = note
        if alter is None and not self._altered and not self._carried:
            pitch = natural + self._key_alters[step]
        else:
            pitch = self._pitch(note)
            self._carried = {}
        if self._tuplet_left or self._broken:
            length = self._length(factor)
        else:
            length = self._last = self._unit * factor[0] // factor[1]
        if self._tied:
            self._add(pitch, length)
            self._tied = {}
        else:
            self.pitches.append(pitch)
            self.lengths.append(length)
        if is_tied:
            self._tied[pitch] = natural

    def chord(self, sign: MelodySign) -> None:
        pitches = [self._pitch(note) for note in sign.notes]
        self._add(max(pitches), self._length(sign.length))
        self._carried = {}
        self._tied = {
            sounding: note.natural
            for sounding, note in zip(pitches, sign.notes, strict=True)
            if sign.is_tied or note.is_tied
        }

    def rest(self, sign: MelodySign) -> None:
        length = self._length(sign.length)
        if self.lengths:
            self.lengths[-1] += length

    def measures(self, sign: MelodySign) -> None:
        if self.lengths:
            self.lengths[-1] += sign.length[0] * _scaled(self._meter.measure_duration)

    def bar(self, _sign: MelodySign) -> None:
        self._altered.clear()
        if self._carried or self._tied:
            self._carried = {natural: sounding for sounding, natural in self._tied.items()}
        self._broken = ""
        self._tuplet_left = self._last = 0
        if self.pitches and not self._pickup_is_over:
            self._pickup_is_over = True
            if sum(self.lengths) < _scaled(self._meter.measure_duration):
                self.pitches.clear()
                self.lengths.clear()

    def broken(self, sign: MelodySign) -> None:
        if self._last and not self._broken:
            self._broken = sign.text

    def tuplet(self, sign: MelodySign) -> None:
        numbers = [int(number) if number else 0 for number in sign.text[1:].split(":")]
        p, q, r = (*numbers, 0, 0)[:3]
        if 2 <= p <= MAX_TUPLET:
            self._tuplet = (q or usual_q(p, is_compound=self._meter.is_compound), p)
            self._tuplet_left = min(r or p, MAX_TUPLET)

    def _add(self, pitch: int, length: int) -> None:
        if pitch in self._tied and self.pitches and self.pitches[-1] == pitch:
            self.lengths[-1] += length
        else:
            self.pitches.append(pitch)
            self.lengths.append(length)

    def _pitch(self, note: _Note) -> int:
        step, natural, alter, _, _ = note
        if alter is not None:
            self._altered[step] = alter
            return natural + alter
        if step in self._altered:
            return natural + self._altered[step]
        if natural in self._carried:
            return self._carried[natural]
        return natural + self._key_alters[step]

    def _length(self, factor: tuple[int, int]) -> int:
        """Return a length by unit, tuplet and broken rhythm, and correct the one before."""
        length = self._unit * factor[0] // factor[1]
        if self._tuplet_left:
            self._tuplet_left -= 1
            length = length * self._tuplet[0] // self._tuplet[1]
        plain = length
        if self._broken:
            part = 2 ** len(self._broken)
            longer, shorter = (2 * part - 1, 1)
            if self._broken[0] == "<":
                longer, shorter = shorter, longer
            if self.lengths:
                self.lengths[-1] += self._last * longer // part - self._last
            length = length * shorter // part
            self._broken = ""
        self._last = plain
        return length


@lru_cache(maxsize=50_000)
def understood(token: str) -> MelodySign | None:
    """Return what one token means; most tokens come again and again."""
    first = token[0]
    if first == "[" and token[1:2].isalpha() and token[2:3] == ":":
        return MelodySign("field", text=token[1:-1])
    if first.isalpha() and token[1:].lstrip()[:1] == ":":
        return MelodySign("field", text=first + token[1:].lstrip().partition("%")[0])
    if match := _ONE_NOTE.fullmatch(token):
        return MelodySign("note", (_note(match),))
    if match := _ONE_CHORD.fullmatch(token):
        notes = tuple(_note(one) for one in _ONE_NOTE.finditer(match["notes"]))
        if not notes:
            return None
        own, outer = notes[0].length, _ratio(match["length"])
        length = own[0] * outer[0], own[1] * outer[1]
        return MelodySign("chord", notes, length, bool(match["tie"]))
    if first in "zx":
        return MelodySign("rest", length=_ratio(token[1:]))
    if first in "ZX":
        return MelodySign("measures", length=(int(token[1:6] or "1"), 1))
    if first == "(":
        return MelodySign("tuplet", text=token)
    if first in "<>":
        return MelodySign("broken", text=token[:6])
    return MelodySign("bar") if first in ".[|:" else None


def _note(match: re.Match[str]) -> _Note:
    letter, marks = match["letter"], match["marks"]
    step = letter.upper()
    octave = (4 if letter == step else 5) + marks.count("'") - marks.count(",")
    natural = int(Pitch(step, Fraction(0), octave).midi_number)
    sign = match["sign"]
    alter = _SIGNS[sign] if sign else None
    return _Note(step, natural, alter, _ratio(match["length"]), bool(match["tie"]))


def _ratio(written: str) -> tuple[int, int]:
    length = length_of(written) or Fraction(1)
    return length.numerator, length.denominator


def _scaled(duration: Fraction) -> int:
    return int(duration * PER_WHOLE_NOTE)


@lru_cache(maxsize=1000)
def _alters(key: KeySignature) -> dict[str, int]:
    return {step: int(key.alter_of(step)) for step in STEPS}


@lru_cache(maxsize=1000)
def _alters_of(field: str) -> dict[str, int] | None:
    key = parse_key(field).key
    return None if key is None else _alters(key)


@lru_cache(maxsize=1000)
def _unit_of(field: str) -> int:
    unit = parse_unit_note_length(field)
    return 0 if unit is None else _scaled(unit)


@lru_cache(maxsize=1000)
def _meter_of(field: str) -> Meter | None:
    return parse_meter(field)
