"""MusicXML's `direction` and `sound`: words, loudness, tempo, jumps, rehearsal letters."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple
from xml.etree.ElementTree import Element

from abcstudio.interchange.musicxml_reading.mark_names import (
    AT_END,
    dynamic_decoration,
    sound_decoration,
    words_decoration,
)
from abcstudio.interchange.musicxml_reading.remarks import Remarks
from abcstudio.interchange.musicxml_reading.values import decimal_of, integer, value_of, words_of
from abcstudio.interchange.xml_text import decimal

_RATE = re.compile(r"\d{1,4}(?:\.\d{1,6})?")
_WEDGES = ("crescendo", "diminuendo")
_PEDALS = {"start": "ped", "stop": "ped-up"}
_SILENT = ("dashes", "bracket", "image", "principal-voice", "scordatura", "accordion-registration")
_SLOWEST, _FASTEST = 1, 2_000
_LABEL = re.compile(r"[\w .'\-]{1,20}")


class ReadMark(NamedTuple):
    """One thing that a direction says.

    Attributes:
        kind: "decoration", "annotation", "tempo" or "part".
        is_after: It belongs to the end of the note before it.
    """

    kind: str
    text: str
    is_after: bool = False


class DirectionReader:
    """Reads directions; hairpins that open are remembered until they close."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks
        self._wedges: dict[int, str] = {}

    def marks(self, direction: Element) -> list[ReadMark]:
        """Return what a `direction` says."""
        signs = [sign for each in direction.iter("direction-type") for sign in each]
        sound = direction.find("sound")
        words = [words_of(sign.text) for sign in signs if sign.tag == "words"]
        tempo = tempo_value(signs, sound, [text for text in words if text])
        marks = [ReadMark("tempo", tempo)] if tempo else []
        place = "_" if direction.get("placement") == "below" else "^"
        for sign in signs:
            if sign.tag == "words" and tempo:
                continue
            marks += self._of(sign, place)
        jump = sound_decoration(sound) if sound is not None else ""
        if jump and not any(mark.kind == "decoration" for mark in marks):
            marks.append(ReadMark("decoration", jump, jump in AT_END))
        return marks

    def _of(self, sign: Element, place: str) -> Iterator[ReadMark]:
        text = words_of(sign.text)
        if sign.tag == "words":
            name = words_decoration(text)
            if name:
                yield ReadMark("decoration", name, True)
            elif text:
                yield ReadMark("annotation", place + text)
        elif sign.tag == "dynamics":
            yield from _dynamics(sign)
        elif sign.tag == "wedge":
            yield from self._wedge(sign)
        elif sign.tag in ("segno", "coda"):
            yield ReadMark("decoration", sign.tag)
        elif sign.tag == "pedal" and sign.get("type") in _PEDALS:
            yield ReadMark("decoration", _PEDALS[sign.get("type", "")])
        elif sign.tag == "rehearsal" and text:
            is_label = _LABEL.fullmatch(text) is not None
            yield ReadMark("part", text) if is_label else ReadMark("annotation", place + text)
        else:
            self._leave_out(sign)

    def _leave_out(self, sign: Element) -> None:
        if sign.tag == "octave-shift":
            self._remarks.note("octave_line")
        elif sign.tag not in (*_SILENT, "metronome", "pedal", "rehearsal"):
            self._remarks.note("other_sign")

    def _wedge(self, sign: Element) -> Iterator[ReadMark]:
        kind, number = sign.get("type"), integer(sign.get("number"), 1)
        if kind in _WEDGES:
            self._wedges[number] = kind
            yield ReadMark("decoration", f"{kind}(")
        elif kind == "stop" and number in self._wedges:
            yield ReadMark("decoration", f"{self._wedges.pop(number)})", True)


def _dynamics(sign: Element) -> Iterator[ReadMark]:
    for each in sign:
        name = dynamic_decoration(each)
        text = words_of(each.text) if each.tag == "other-dynamics" else each.tag
        if name:
            yield ReadMark("decoration", name)
        elif text:
            yield ReadMark("annotation", f"_{text}")


def tempo_value(signs: Iterable[Element], sound: Element | None, words: list[str]) -> str:
    """Return the value of a `Q:` field, "" where no tempo is told."""
    text = " ".join(words).replace('"', "'")
    name = f'"{_in_field(text)}" ' if text else ""
    for sign in signs:
        if sign.tag == "metronome" and (metronome := _metronome(sign)):
            return name + metronome
    rate = decimal_of(sound.get("tempo")) if sound is not None else None
    if rate is not None and _SLOWEST <= rate <= _FASTEST:
        return f"{name}1/4={decimal(rate)}"
    return ""


def _metronome(sign: Element) -> str:
    """Return a metronome mark as `3/8=60`, "" for none; that of several notes is their sum."""
    beat = value_of(sign, "beat-unit")
    found = _RATE.search(words_of(sign.findtext("per-minute")))
    if beat is None or found is None:
        return ""
    tied = [value_of(each, "beat-unit") for each in sign.iter("beat-unit-tied")]
    beat += sum((value for value in tied if value is not None), Fraction(0))
    if not _SLOWEST <= beat * 4 * Fraction(found[0]) <= _FASTEST or beat.denominator > 1024:
        return ""
    return f"{beat.numerator}/{beat.denominator}={decimal(Fraction(found[0]))}"


def _in_field(text: str) -> str:
    """Return words that can stand within the brackets of an inline field."""
    for sign in "\\%&":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("[", "(").replace("]", ")")
