"""Changing how long the notes of a tune are written: halved, doubled, or in another `L:`.

Musicians halve and double to get rid of sixteenths or of too many flags: every note is written half
or twice as long under the same `L:`, the meter's lower number follows (6/8 becomes 6/4), so that
measures stay full, and so does the note that `Q:` counts, so that the tune is as fast as before. A
tune without `Q:` stays without one. Grace notes have no time of their own and stay.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.editing.length_style import LengthStyle
from abcstudio.notation.editing.sounding import ONE
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.meter import Meter
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.reader.tune_header import VOICE_ID
from abcstudio.notation.rewriting.length_fields import scaled_meter, scaled_tempo
from abcstudio.notation.rewriting.tune_texts import require_same_sound, tune_by_tune
from abcstudio.notation.score import Chord, MeterChange, Rest
from abcstudio.notation.spans import Span
from abcstudio.notation.values.meter_field import FREE_METER, parse_meter, parse_unit_note_length

DOUBLE = Fraction(2)
HALF = Fraction(1, 2)
# Notes of a macro's replacement may be written as letters relative to `n` (ABC 2.1, 9).
_MACRO_NOTE = re.compile(
    r'"[^"]*"|![^!]*!|\[[A-Za-z]:[^\]]*\]|(?P<head>[A-Ga-z][,\']*)(?P<length>\d*(?:/+\d*)?)'
)


def double_lengths(text: str) -> str:
    """Return a text with every tune in notes of twice the length, sounding as before.

    Raises:
        EditError: A tune's music would not stay as it is; nothing is to be changed.
    """
    return tune_by_tune(text, lambda tune: _scaled(tune, DOUBLE))


def halve_lengths(text: str) -> str:
    """Return a text with every tune in notes of half the length, sounding as before.

    Raises:
        EditError: A tune's music would not stay as it is; nothing is to be changed.
    """
    return tune_by_tune(text, lambda tune: _scaled(tune, HALF))


def with_unit_note_length(text: str, unit: Fraction) -> str:
    """Return a text with every tune under another `L:` and its lengths rewritten to fit.

    Music under an `L:` of its own in the body stays as it is written.

    Args:
        text: One or several tunes.
        unit: In whole notes.

    Raises:
        EditError: A tune's music would not stay as it is; nothing is to be changed.
    """
    return tune_by_tune(text, lambda tune: _with_unit(tune, unit))


def _scaled(text: str, by: Fraction) -> str:
    changed = apply_changes(text, _LengthWalker(text, by=by, unit=None).edits())
    require_same_sound(text, changed, stretch=by)
    return changed


def _with_unit(text: str, unit: Fraction) -> str:
    changed = apply_changes(text, _LengthWalker(text, by=ONE, unit=unit).edits())
    require_same_sound(text, changed)
    return changed


class _LengthWalker:
    """Walks one tune; `by` multiplies what is written, `unit` is another unit note length."""

    def __init__(self, text: str, *, by: Fraction, unit: Fraction | None) -> None:
        self._text = text
        self._lines = list(scan_lines(text))
        self._by = by
        self._old_unit, self._written_units = self._header_units()
        self._unit = unit or self._old_unit
        self._style = LengthStyle.of(text)
        self._tuplets = self._tuplets_to_spell() if by != 1 else {}
        self._voice = ""
        self._units: dict[str, Fraction] = {}
        self._in_header = True
        self._grace = False
        self._chord: list[re.Match[str]] | None = None

    def edits(self) -> Iterator[Edit]:
        """Yield the changes in the order of the text."""
        yield from self._unit_field()
        for line in self._lines:
            if line.kind is LineKind.FIELD:
                yield from self._field(line.letter, line.value_start, line.content_end)
                self._in_header = self._in_header and line.letter != "K"
            elif line.kind is LineKind.MUSIC:
                self._in_header = False
                yield from self._music(line.start, line.content_end)

    # The header

    def _header_units(self) -> tuple[Fraction, list[Line]]:
        """Return the unit note length of the header and the `L:` fields that say so."""
        meter, unit, fields = FREE_METER, None, []
        for line in self._header_lines():
            value = self._text[line.value_start : line.content_end]
            if line.letter == "M":
                meter = parse_meter(value) or meter
            elif line.letter == "L":
                unit = parse_unit_note_length(value) or unit
                fields.append(line)
        return unit or meter.default_unit_note_length, fields

    def _header_lines(self) -> Iterator[Line]:
        for line in self._lines:
            if line.kind is LineKind.FIELD:
                yield line
            if line.kind is LineKind.MUSIC or line.letter == "K":
                return

    def _unit_field(self) -> Iterator[Edit]:
        """Yield what makes the header say the unit note length."""
        value = f"{self._unit.numerator}/{self._unit.denominator}"
        if self._written_units:
            if self._unit != self._old_unit:
                for line in self._written_units:
                    yield _replace(self._text, line.value_start, line.content_end, value)
            return
        if self._default_after() == self._unit:
            return
        before = next(
            (line for line in self._lines if line.kind is LineKind.MUSIC or line.letter == "K"),
            None,
        )
        if before is not None:
            whole = self._text[before.start : before.end]
            line_end = whole[len(whole.rstrip("\r\n")) :] or "\n"
            yield Edit(Span(before.start, before.start), f"L:{value}{line_end}")

    def _default_after(self) -> Fraction:
        """Return the unit note length that the changed meter gives without an `L:`."""
        meter = FREE_METER
        for line in self._header_lines():
            if line.letter == "M":
                value = scaled_meter(self._text[line.value_start : line.content_end], self._by)
                meter = parse_meter(value) or meter
        return meter.default_unit_note_length

    def _tuplets_to_spell(self) -> dict[int, int]:
        """Return where tuplets stand whose time follows from a meter that changes, with their time.

        `(5`, `(7` and `(9` are played in the time of three in 6/8, and of two in 6/4 and 6/16.
        """
        score = parse(self._text)
        changes = (element for voice in score.voices for element in voice.elements)
        meters = [score.meter, *(e.meter for e in changes if isinstance(e, MeterChange))]
        if not any(_is_compound_after(meter, self._by) != meter.is_compound for meter in meters):
            return {}
        return {
            element.tuplet.span.start: element.tuplet.q
            for voice in score.voices
            for element in voice.elements
            if isinstance(element, Chord | Rest) and element.tuplet is not None
        }

    # Fields and voices

    def _field(self, letter: str, start: int, end: int) -> Iterator[Edit]:
        value = self._text[start:end]
        if letter == "M" and self._by != 1:
            yield Edit(Span(start, end), scaled_meter(value, self._by))
        elif letter == "Q":
            unit = self._old_unit if self._in_header else self._unit_here()
            yield Edit(Span(start, end), scaled_tempo(value, self._by, unit))
        elif letter == "m":
            yield from self._macro(start, end)
        elif letter == "V" and not self._in_header and (voice := VOICE_ID.match(value)):
            self._voice = voice[1]
        elif letter == "L" and not self._in_header and (own := parse_unit_note_length(value)):
            self._units[self._voice] = own

    def _unit_here(self) -> Fraction:
        return self._units.get(self._voice, self._old_unit)

    def _factor(self) -> Fraction:
        """Return what the lengths written here are multiplied by."""
        return self._by if self._voice in self._units else self._by * self._old_unit / self._unit

    # Music

    def _music(self, start: int, end: int) -> Iterator[Edit]:
        self._chord, self._grace = None, False
        for kind, match in music_matches(self._text, start, end):
            if kind == "grace_start" or kind == "grace_end":
                self._grace = kind == "grace_start"
            elif kind == "inline_field":
                first, last = match.span("field_value")
                yield from self._field(match["field_letter"], first, last)
            elif kind == "chord_start" and self._chord is None:
                self._chord = []
            elif kind == "chord_end" and self._chord is not None:
                yield from self._end_chord(match)
            elif not self._grace:
                yield from self._main_music(kind, match)
        yield from self._end_chord(None)

    def _main_music(self, kind: str, match: re.Match[str]) -> Iterator[Edit]:
        """Change what stands outside grace notes."""
        if kind == "note" and self._chord is not None:
            self._chord.append(match)
        elif kind == "note":
            yield self._length(match, "length")
        elif kind == "rest" and self._chord is None:
            yield self._length(match, "rest_length")
        elif kind == "tuplet" and (time := self._tuplets.get(match.start())):
            yield from _spelled_tuplet(match, time)
        elif kind == "bar_line":
            yield from self._end_chord(None)

    def _end_chord(self, bracket: re.Match[str] | None) -> Iterator[Edit]:
        """Change the notes of a chord, or the length after its bracket if theirs are unwritten."""
        notes, self._chord = self._chord or [], None
        if bracket is not None and not any(note["length"] for note in notes):
            yield self._length(bracket, "chord_length")
        else:
            for note in notes:
                yield self._length(note, "length")

    def _length(self, match: re.Match[str], group: str) -> Edit:
        changed = self._style.multiplied(match[group], self._factor())
        return Edit(Span(*match.span(group)), changed)

    def _macro(self, start: int, end: int) -> Iterator[Edit]:
        """Change the lengths of a macro's both sides; they are music of the voices under `L:`."""
        if self._units and self._unit != self._old_unit:
            raise EditError("edit.macro_between_units")
        for match in _MACRO_NOTE.finditer(self._text, start, end):
            if match["head"]:
                yield self._length(match, "length")


def _is_compound_after(meter: Meter, by: Fraction) -> bool:
    return Meter(meter.beats, int(meter.beat_unit / by) or 1).is_compound


def _spelled_tuplet(match: re.Match[str], time: int) -> Iterator[Edit]:
    """Yield the edit that writes the time of a tuplet such as `(5` out, `(5:3`."""
    p, *others = match[0][1:].split(":")
    if others and others[0]:
        return
    if p in ("5", "7", "9") or int(p) > 9:
        written = ":".join((f"({p}", str(time), *others[1:]))
        yield Edit(Span(match.start(), match.end()), written)


def _replace(text: str, start: int, end: int, value: str) -> Edit:
    """Return the edit that puts a field's value, the blanks around it kept."""
    written = text[start:end]
    left = start + len(written) - len(written.lstrip())
    return Edit(Span(left, left + len(written.strip())), value)
