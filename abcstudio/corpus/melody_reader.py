"""A tune's melody straight from its text, some thirty times faster than by way of a `Score`.

What decides pitch and length is read (key, unit note length, accidentals, ties, tuplets, broken
rhythm, chords); everything else is passed over. Texts that use more of ABC than that (several
voices, overlays, macros) are left to the parser. `music_matches` is too slow for this: it tells
signs apart that a melody does not need. `tests/unit/corpus/test_melody_reader.py` holds that both
find the same contours, in the bundled tunes too.
"""

import re
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
_NOTE = rf"(?:\^\^?|__?|=)?[A-Ga-g][',]*{_LENGTH}"
_TOKEN = re.compile(
    rf"""
    ^[A-Za-z+][ \t]*:(?![|:])[^\n]*                  # a field's line
    | %[^\n]* | "[^"\n]*" | ![^!|\n]*! | \{{[^}}\n]*\}}
    | {_NOTE}(?:[ \t]*\.?-)?
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


class _Sign(NamedTuple):
    """One token, understood; `kind` names the method of `_Reader` that takes it."""

    kind: str
    notes: tuple[_Note, ...] = ()
    length: tuple[int, int] = (1, 1)
    is_tied: bool = False
    text: str = ""


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
    for token in _TOKEN.findall(text):
        sign = _understood(token)
        if sign is not None:
            takers[sign.kind](sign)
    return list(zip(reader.pitches, reader.lengths, strict=True))


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

    def field(self, sign: _Sign) -> None:
        name, value = sign.text[0], sign.text[2:]
        if name == "K":
            key = parse_key(value).key
            if key is not None:
                self._key_alters = _alters(key)
            self._unit = self._unit or _scaled(self._meter.default_unit_note_length)
        elif name == "L":
            unit = parse_unit_note_length(value)
            if unit is not None:
                self._unit = _scaled(unit)
        elif name == "M":
            self._meter = parse_meter(value) or self._meter

    def note(self, sign: _Sign) -> None:
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

    def chord(self, sign: _Sign) -> None:
        pitches = [self._pitch(note) for note in sign.notes]
        self._add(max(pitches), self._length(sign.length))
        self._carried = {}
        self._tied = {
            sounding: note.natural
            for sounding, note in zip(pitches, sign.notes, strict=True)
            if sign.is_tied or note.is_tied
        }

    def rest(self, sign: _Sign) -> None:
        length = self._length(sign.length)
        if self.lengths:
            self.lengths[-1] += length

    def measures(self, sign: _Sign) -> None:
        if self.lengths:
            self.lengths[-1] += sign.length[0] * _scaled(self._meter.measure_duration)

    def bar(self, _sign: _Sign) -> None:
        self._altered.clear()
        self._carried = {natural: sounding for sounding, natural in self._tied.items()}
        self._broken = ""
        self._tuplet_left = self._last = 0
        if self.pitches and not self._pickup_is_over:
            self._pickup_is_over = True
            if sum(self.lengths) < _scaled(self._meter.measure_duration):
                self.pitches.clear()
                self.lengths.clear()

    def broken(self, sign: _Sign) -> None:
        if self._last and not self._broken:
            self._broken = sign.text

    def tuplet(self, sign: _Sign) -> None:
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
def _understood(token: str) -> _Sign | None:
    """Return what one token means; most tokens come again and again."""
    first = token[0]
    if first == "[" and token[1:2].isalpha() and token[2:3] == ":":
        return _Sign("field", text=token[1:-1])
    if first.isalpha() and token[1:].lstrip()[:1] == ":":
        return _Sign("field", text=first + token[1:].lstrip().partition("%")[0])
    if match := _ONE_NOTE.fullmatch(token):
        return _Sign("note", (_note(match),))
    if match := _ONE_CHORD.fullmatch(token):
        notes = tuple(_note(one) for one in _ONE_NOTE.finditer(match["notes"]))
        if not notes:
            return None
        own, outer = notes[0].length, _ratio(match["length"])
        length = own[0] * outer[0], own[1] * outer[1]
        return _Sign("chord", notes, length, bool(match["tie"]))
    if first in "zx":
        return _Sign("rest", length=_ratio(token[1:]))
    if first in "ZX":
        return _Sign("measures", length=(int(token[1:6] or "1"), 1))
    if first == "(":
        return _Sign("tuplet", text=token)
    if first in "<>":
        return _Sign("broken", text=token[:6])
    return _Sign("bar") if first in ".[|:" else None


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
