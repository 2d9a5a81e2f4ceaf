"""Tunes without problems, told from their text ten times quicker than by reading them.

A plain tune has a header of one-line fields and one voice of notes, rests, chords, grace notes,
triplets, broken rhythm, slurs and endings. What can be wrong with it stands in its fields, in the
length of its measures or in its repeats. Its fields are read as always. Of its music only the
length of what stands between two bar lines is found, mostly from memory, and the checks of the
reader are given one long note for it. Any other tune is left to the reader, and so is one in which
the checks find something. A test holds both against each other.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from abcstudio.corpus.melody_reader import PER_WHOLE_NOTE
from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.measures.measure_checks import check_measures
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.measures.repeat_checks import check_endings, check_repeats
from abcstudio.notation.meter import Meter
from abcstudio.notation.reader.field_reader import FieldReader
from abcstudio.notation.reader.marks import MarkReader
from abcstudio.notation.reader.tune_header import TuneHeader
from abcstudio.notation.score import (
    BarLine,
    Chord,
    Element,
    InformationField,
    LineBreak,
    VariantEnding,
    Voice,
)
from abcstudio.notation.spans import Span
from abcstudio.notation.values.accidentals import alter_of
from abcstudio.notation.values.bar_lines import read_bar_line
from abcstudio.notation.values.decorations import SHORTHANDS, decoration_name
from abcstudio.notation.values.lengths import fraction, length_of
from abcstudio.notation.values.staff_properties import StaffProperties

_LONGEST_TEXT = 20_000
_LONGEST_NOTE = 16
_MOST_LENGTHS = 1_000
# Lengths are counted in so many parts of the unit note length.
_FINEST = 96

_NOWHERE = Span(0, 0)
_NUMBER = re.compile(r"X:[ \t]*\d*[ \t]*")
_HEADER_FIELD = re.compile(r"([ABCDFGHNORSTZMLQK]):(.*)")
_TEXT_FIELDS = frozenset("ABCDFGHNORSTZ")
_BODY_FIELD = re.compile(r"[A-Za-z+]:(?![|:\]]|\[\|)")
_BAR_LINE = re.compile(r"(\.?(?:\[(?=\|)|\||:(?=[:|\]]|\[\|))(?:[|:\]]|\[(?=\|))*)")
_ENDING = re.compile(r"(?:([1-9])|[ \t]*\[([1-9]))(?![\d,\-])")

_LENGTH = r"\d*(?:/+\d*)?"
_NOTE = rf"[A-Ga-g][',]{{0,3}}{_LENGTH}"
_NOTES_ONLY = re.compile(rf"(?:{_NOTE}|[ \t])*")
_LENGTHS = re.compile(rf"[A-Ga-g][',]*({_LENGTH})")
_SHORTHAND_SIGNS = "".join(map(re.escape, SHORTHANDS))
_SIGN = re.compile(
    rf"""
    (?P<note>(?P<accidental>\^\^?|__?|=)?(?P<letter>[A-Ga-g])[',]{{0,3}}(?P<length>{_LENGTH}))
    |(?P<blank>[ \t]+)
    |(?P<rest>[zx](?P<rest_length>{_LENGTH}))
    |(?P<broken>[<>](?![<>]))
    |(?P<triplet>\(3(?![\d:]))
    |(?P<slur>\((?![\d&]))
    |(?P<slur_end>\))
    |"(?P<quoted>[^"\\]*)"
    |(?P<grace>\{{/?(?:{_NOTE})+\}})
    |\[(?P<chord>(?:[A-Ga-g][',]{{0,3}}){{2,8}})\](?P<chord_length>{_LENGTH})
    |!(?P<exclaimed>[^!\s]+)!
    |(?P<shorthand>[{_SHORTHAND_SIGNS}](?![-(|]))
    """,
    re.VERBOSE,
)


class PlainMusic(NamedTuple):
    """The measures of a plain tune, as its melody has them; those without notes are left out.

    Attributes:
        sizes: How many notes each has.
        lengths: How long they last, with the rests behind them, in parts of a whole note, of which
            there are `PER_WHOLE_NOTE`.
        measure_length: How long a full one is.
    """

    sizes: tuple[int, ...]
    lengths: tuple[int, ...]
    measure_length: int


class _Header(NamedTuple):
    """What the fields say of the music.

    Attributes:
        unit: One of `_FINEST` parts of the unit note length, in parts of a whole note.
    """

    meter: Meter
    unit: int
    key: KeySignature


class _Stretch(NamedTuple):
    """What stands between two bar lines, or between one and the end of its line.

    Attributes:
        notes: How many notes it has.
        duration: How long it lasts, in parts of the unit note length.
        rest: How long the rests before its first note last.
        slurs: By how many more slurs are open after it.
        fewest_slurs: The same at the place where that is lowest.
        accidentals: How the first accidental of each step alters it.
    """

    notes: int
    duration: int
    rest: int = 0
    slurs: int = 0
    fewest_slurs: int = 0
    accidentals: tuple[tuple[str, Fraction], ...] = ()


class _Parts(dict[str, int]):
    """How many parts of the unit note length a written length has; 0 where it is not common."""

    def __missing__(self, written: str) -> int:
        length = length_of(written)
        is_common = length is not None and length <= _LONGEST_NOTE and not length * _FINEST % 1
        parts = int(length * _FINEST) if length is not None and is_common else 0
        if len(self) < _MOST_LENGTHS:
            self[written] = parts
        return parts


_PARTS = _Parts()

_Structure = tuple[str | int, ...]
"""Bar lines, endings and line ends as signs, the lengths of what stands between them as numbers."""


@lru_cache(maxsize=100_000)
def plain_music(text: str) -> PlainMusic | None:
    """Return the measures of a tune that surely has no problem; None for any other."""
    if len(text) > _LONGEST_TEXT or "%" in text or "\r" in text:
        return None
    first, *lines = text.rstrip().split("\n")
    end = next((at for at, line in enumerate(lines) if line.startswith("K:")), -1)
    fields = tuple(_fields(lines[: end + 1]))
    if not _NUMBER.fullmatch(first) or ("", "") in fields:
        return None
    header = _header(fields)
    return None if header is None else _music(lines[end + 1 :], header)


def _fields(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield letter and value of the fields that say something of the music; "" for no field."""
    for line in lines:
        match = _HEADER_FIELD.fullmatch(line)
        letter, value = match.groups() if match else ("", "")
        if letter not in _TEXT_FIELDS:
            yield letter, value.strip()


@lru_cache(maxsize=10_000)
def _header(fields: tuple[tuple[str, str], ...]) -> _Header | None:
    """Return what the fields of a header say; None where one is doubtful or there is no key."""
    log = DiagnosticLog()
    header = TuneHeader(FieldReader(log))
    for letter, value in fields:
        header.take(InformationField(letter, value, _NOWHERE, Span(0, len(value))))
    if not header.has("K"):
        return None
    reading = header.close(header.fields[-1])
    parts = header.unit_note_length * PER_WHOLE_NOTE
    is_plain = reading is not None and reading.key and reading.staff == StaffProperties()
    if log.found or not is_plain or parts % _FINEST:
        return None
    return _Header(header.meter, int(parts) // _FINEST, header.key)


def _music(body: list[str], header: _Header) -> PlainMusic | None:
    """Return the measures of a body under a header; None where something may be wrong."""
    structure: list[str | int] = []
    stretches: list[_Stretch] = []
    for line in body:
        if not line or line.isspace() or _BODY_FIELD.match(line):
            return None
        for at, part in enumerate(_BAR_LINE.split(line)):
            if at % 2:
                structure.append(part)
                continue
            ending = _ENDING.match(part)
            if ending is not None and (ending[1] is None or at):
                structure.append(f"[{ending[1] or ending[2]}")
                part = part[ending.end() :]
            stretch = _stretch(part)
            if stretch is None:
                return None
            stretches.append(stretch)
            if stretch.duration:
                structure.append(stretch.duration)
        structure.append("\n")
    if not _are_closed(stretches) or _has_needless_accidental(stretches, header.key):
        return None
    numbers = _measure_numbers(header, tuple(structure))
    if numbers is None:
        return None
    return _measures(numbers, [each for each in stretches if each.duration], header)


def _are_closed(stretches: list[_Stretch]) -> bool:
    """Whether all slurs are closed, and none that is not open."""
    is_open = 0
    for stretch in stretches:
        if is_open + stretch.fewest_slurs < 0:
            return False
        is_open += stretch.slurs
    return not is_open


def _has_needless_accidental(stretches: list[_Stretch], key: KeySignature) -> bool:
    """Whether an accidental says what the key says: it may answer another one, or be a slip."""
    signs = {sign for stretch in stretches for sign in stretch.accidentals}
    return any(key.alter_of(step) == alter for step, alter in signs)


@lru_cache(maxsize=100_000)
def _stretch(text: str) -> _Stretch | None:
    """Return what stands between two bar lines; None where it has what is not common."""
    if _NOTES_ONLY.fullmatch(text):
        parts = [_PARTS[written] for written in _LENGTHS.findall(text)]
        return _Stretch(len(parts), sum(parts), 0) if all(parts) else None
    reader = _StretchReader()
    at = 0
    while at < len(text):
        match = _SIGN.match(text, at)
        if match is None or not reader.take(match):
            return None
        at = match.end()
    return reader.stretch()


class _StretchReader:
    """Adds up the lengths of notes and rests."""

    def __init__(self) -> None:
        self._lengths: list[int] = []
        self._notes = self._rest = 0
        self._slurs = self._fewest = 0
        self._accidentals: dict[str, Fraction] = {}
        self._triplet_left = 0
        self._broken = ""

    def take(self, match: re.Match[str]) -> bool:
        """Take a sign; False where it may be wrong."""
        kind = match.lastgroup
        if kind == "note":
            return self._note(match)
        if kind == "rest":
            return self._timed(match["rest_length"], is_note=False)
        if kind == "chord_length":
            return self._timed(match["chord_length"], is_note=True)
        if kind == "broken":
            return self._break(match[0])
        if kind == "triplet":
            is_apart = not self._triplet_left and not self._broken
            self._triplet_left = 3
            return is_apart
        if kind in ("slur", "slur_end"):
            self._slurs += 1 if kind == "slur" else -1
            self._fewest = min(self._fewest, self._slurs)
            return kind == "slur" or bool(self._lengths)
        if kind == "quoted":
            return _is_clear_quotation(match["quoted"])
        return kind != "exclaimed" or bool(decoration_name(match["exclaimed"]))

    def stretch(self) -> _Stretch | None:
        """Return what was taken; None where a sign still waits for a note."""
        if self._triplet_left or self._broken:
            return None
        return _Stretch(
            notes=self._notes,
            duration=sum(self._lengths),
            rest=self._rest,
            slurs=self._slurs,
            fewest_slurs=self._fewest,
            accidentals=tuple(self._accidentals.items()),
        )

    def _note(self, match: re.Match[str]) -> bool:
        if match["accidental"]:
            alter = alter_of(match["accidental"])
            assert alter is not None
            self._accidentals.setdefault(match["letter"].upper(), alter)
        return self._timed(match["length"], is_note=True)

    def _timed(self, written: str, *, is_note: bool) -> bool:
        length = _PARTS[written]
        if self._triplet_left:
            self._triplet_left -= 1
            length, rest = divmod(2 * length, 3)
            length = 0 if rest else length
        if self._broken:
            half, rest = divmod(length, 2)
            if length != self._lengths[-1] or rest:
                return False
            half = half if self._broken == ">" else -half
            self._lengths[-1] += half
            length -= half
            self._broken = ""
        if not length:
            return False
        self._lengths.append(length)
        self._notes += is_note
        if not self._notes:
            self._rest += length
        return True

    def _break(self, sign: str) -> bool:
        """Take a sign of broken rhythm between two notes of their own."""
        if not self._lengths or self._triplet_left or self._broken:
            return False
        self._broken = sign
        return True


@lru_cache(maxsize=10_000)
def _is_clear_quotation(text: str) -> bool:
    log = DiagnosticLog()
    MarkReader(log, text).quoted(text, _NOWHERE)
    return not log.found


@lru_cache(maxsize=10_000)
def _measure_numbers(header: _Header, structure: _Structure) -> tuple[int, ...] | None:
    """Return the number of the measure of each length; None where a check finds something."""
    voice = Voice(voice_id="", elements=tuple(_elements(structure, header.unit)))
    measures = split_measures(voice, header.meter)
    log = DiagnosticLog()
    check_measures(measures, log)
    check_repeats(voice, measures, log, has_order=False)
    check_endings(voice, measures, log, has_order=False)
    if log.found:
        return None
    return tuple(
        measure.number
        for measure in measures
        for element in measure.elements
        if isinstance(element, Chord)
    )


def _elements(structure: _Structure, unit: int) -> Iterator[Element]:
    onset = 0
    for each in structure:
        if isinstance(each, int):
            length = each * unit
            yield _long_note(fraction(onset, PER_WHOLE_NOTE), fraction(length, PER_WHOLE_NOTE))
            onset += length
        elif each == "\n":
            yield LineBreak(_NOWHERE)
        elif each[0] == "[" and each[1:].isdigit():
            yield VariantEnding(_NOWHERE, (int(each[1:]),))
        else:
            yield BarLine(_NOWHERE, *read_bar_line(each))


def _long_note(onset: Fraction, duration: Fraction) -> Chord:
    return Chord(span=_NOWHERE, onset=onset, duration=duration, notated_duration=duration, notes=())


def _measures(
    numbers: tuple[int, ...], stretches: list[_Stretch], header: _Header
) -> PlainMusic | None:
    """Return the measures that have notes; None where none has."""
    sizes: list[int] = []
    lengths: list[int] = []
    latest = None
    for number, stretch in zip(numbers, stretches, strict=True):
        if sizes:
            lengths[-1] += stretch.rest * header.unit
        if not stretch.notes:
            continue
        if number != latest:
            latest = number
            sizes.append(0)
            lengths.append(0)
        sizes[-1] += stretch.notes
        lengths[-1] += (stretch.duration - stretch.rest) * header.unit
    if not sizes:
        return None
    full = int(header.meter.measure_duration * PER_WHOLE_NOTE)
    return PlainMusic(tuple(sizes), tuple(lengths), full)
