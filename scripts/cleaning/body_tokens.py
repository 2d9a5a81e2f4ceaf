"""The music of a tune's body as tokens for cleaning: notes and marks in one spelling.

This reads what old tunebooks hold, not what the standard allows, and drops what is no music
(fingerings, bowings, remarks, line continuations). Lengths are in unit note lengths.
`music_matches` reads by the standard and keeps every sign, so this has an expression of its own;
`tests/unit/cleaning/test_body_tokens.py` holds that both read lengths alike.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class MusicTokenKind(StrEnum):
    """What a token of the music is."""

    NOTE = "note"
    REST = "rest"
    CHORD = "chord"
    GRACE = "grace"
    DECORATION = "decoration"
    SLUR_START = "slur start"
    SLUR_END = "slur end"
    TIE = "tie"
    BROKEN = "broken"
    TUPLET = "tuplet"
    SPACE = "space"
    BAR = "bar"
    ENDING = "ending"
    KEY = "key"
    METER = "meter"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MusicToken:
    """One token of the music.

    Attributes:
        text: In the cleaned spelling, ready to be written.
        length: Of a note, rest or chord, as written, in unit note lengths.
        pitches: Of a note or chord: accidental, letter and octave.
    """

    kind: MusicTokenKind
    text: str
    length: Fraction = Fraction(0)
    pitches: tuple[str, ...] = ()


_LENGTH = r"\d*(?:/+\d*)*"
_NOTE = rf"(?:\^\^?|__?|=)?[A-Ga-g][,']*{_LENGTH}"
_TOKEN = re.compile(
    rf"""
    (?P<comment>%[^\n]*)
  | (?P<field>^[A-Za-z+]:[^\n]*)
  | (?P<quoted>"[^"\n]*")
  | (?P<inline>\[[A-Za-z]:[^\]\n]*\])
  | (?P<ending>\[[1-9](?:[,-][1-9])*\.?)
  | (?P<bar>[:|]*\|[:|\]]*(?:[ ]*(?:\[[ ]?)?[1-9](?:[,-][1-9])*\.?(?!\d))?|\[\|[:|\]]*|::+)
  | (?P<tuplet>\([ ]?[2-9](?::\d?)*)
  | (?P<named>[!+][a-zA-Z.0-9()<>]+[!+])
  | (?P<grace>\{{[^}}\n]*\}})
  | (?P<chord>\[[^\]\n|]*\]{_LENGTH})
  | (?P<note>{_NOTE})
  | (?P<rest>[zx]{_LENGTH})
  | (?P<broken>[<>]+)
  | (?P<tie>-)
  | (?P<slur>[()])
  | (?P<decoration>[~T])
  | (?P<dropped>[.HuvkLMPSORJUV`*!\\$;y0-9,'])
  | (?P<space>[ \t\n]+)
  | (?P<unknown>.)
    """,
    re.VERBOSE | re.MULTILINE,
)
_PARTS = re.compile(r"(\^\^?|__?|=)?([A-Ga-g])([,']*)(.*)")
_CHORD = re.compile(r"\[(.*)\](.*)")
_ENDING_DIGITS = re.compile(r"[1-9](?:[,-][1-9])*")
_SIMPLE = {
    "tie": MusicTokenKind.TIE,
    "broken": MusicTokenKind.BROKEN,
    "decoration": MusicTokenKind.DECORATION,
    "space": MusicTokenKind.SPACE,
    "unknown": MusicTokenKind.UNKNOWN,
}


def music_tokens(body: str) -> tuple[MusicToken, ...]:
    """Return the tokens of a tune body; what a tune can do without is not among them."""
    tokens: list[MusicToken] = []
    for match in _TOKEN.finditer(body):
        group, text = match.lastgroup or "", match[0]
        if group in _SIMPLE:
            tokens.append(MusicToken(_SIMPLE[group], text))
        elif group == "note":
            tokens.append(_note(text))
        elif group == "rest":
            tokens.append(_rest(text))
        elif group in _READERS:
            tokens.extend(_READERS[group](text))
    return tuple(tokens)


def length_text(length: Fraction) -> str:
    """Return a length in its shortest spelling: "" for 1, `/` for a half, `3/` for `3/2`.

    `notation` writes `3/2`; the texts that the bundled model learned from have `3/`.
    """
    if length.denominator == 1:
        return "" if length == 1 else str(length.numerator)
    numerator = "" if length.numerator == 1 else str(length.numerator)
    return f"{numerator}/" if length.denominator == 2 else f"{numerator}/{length.denominator}"


def read_length(text: str) -> Fraction:
    """Read the length after a note: `3`, `/`, `//`, `3/2`; a senseless one counts as 1."""
    numerator, *denominators = text.split("/")
    length = Fraction(int(numerator) if numerator else 1)
    for denominator in denominators:
        divisor = int(denominator) if denominator else 2
        if divisor == 0:
            return Fraction(1)
        length /= divisor
    return length or Fraction(1)


def _note(text: str) -> MusicToken:
    pitch, length = _pitch_and_length(text)
    return MusicToken(MusicTokenKind.NOTE, pitch + length_text(length), length, (pitch,))


def _pitch_and_length(text: str) -> tuple[str, Fraction]:
    match = _PARTS.fullmatch(text)
    if match is None:
        return text, Fraction(1)
    octave = match[3].count("'") - match[3].count(",") + match[2].islower()
    letter = (
        match[2].lower() + "'" * (octave - 1) if octave > 0 else match[2].upper() + "," * -octave
    )
    return (match[1] or "") + letter, read_length(match[4])


def _rest(text: str) -> MusicToken:
    length = read_length(text[1:])
    return MusicToken(MusicTokenKind.REST, "z" + length_text(length), length)


def _chord(text: str) -> list[MusicToken]:
    match = _CHORD.fullmatch(text)
    inside = re.sub(r"\"[^\"]*\"|[.~uvHT()\s-]", "", match[1]) if match else ""
    notes = re.findall(_NOTE, inside)
    if match is None or not notes or "".join(notes) != inside:
        return [MusicToken(MusicTokenKind.UNKNOWN, text)]
    parts = [_pitch_and_length(note) for note in notes]
    length = parts[0][1] * read_length(match[2])
    pitches = tuple(dict.fromkeys(pitch for pitch, _ in parts))
    if len(pitches) == 1:
        return [MusicToken(MusicTokenKind.NOTE, pitches[0] + length_text(length), length, pitches)]
    # One length for the whole chord, written after it.
    text = f"[{''.join(pitches)}]{length_text(length)}"
    return [MusicToken(MusicTokenKind.CHORD, text, length, pitches)]


def _grace(text: str) -> list[MusicToken]:
    notes = re.findall(_NOTE, text)
    pitches = [_pitch_and_length(note)[0] for note in notes]
    return [MusicToken(MusicTokenKind.GRACE, "{" + "".join(pitches) + "}")] if pitches else []


def _bar(text: str) -> list[MusicToken]:
    digits = _ENDING_DIGITS.search(text)
    line = text[: digits.start()].rstrip(" [") if digits else text
    tokens = [MusicToken(MusicTokenKind.BAR, line)]
    return [*tokens, MusicToken(MusicTokenKind.ENDING, digits[0])] if digits else tokens


def _ending(text: str) -> list[MusicToken]:
    return [MusicToken(MusicTokenKind.ENDING, text.strip("[."))]


def _tuplet(text: str) -> list[MusicToken]:
    return [MusicToken(MusicTokenKind.TUPLET, text.replace(" ", "").rstrip(":"))]


def _slur(text: str) -> list[MusicToken]:
    return [MusicToken(MusicTokenKind.SLUR_START if text == "(" else MusicTokenKind.SLUR_END, text)]


def _field(text: str) -> list[MusicToken]:
    """Keep a change of key or meter; other fields in a body are remarks, words or layout."""
    letter, value = text.strip("[]").split(":", 1)
    value = value.split("%")[0].strip()
    if letter in "KM" and value:
        return [MusicToken(MusicTokenKind.KEY if letter == "K" else MusicTokenKind.METER, value)]
    return [MusicToken(MusicTokenKind.UNKNOWN, text)] if letter in "LV" else []


def _named(text: str) -> list[MusicToken]:
    name = text[1:-1].lower()
    letter = {"trill": "T", "tr": "T", "roll": "~"}.get(name)
    return [MusicToken(MusicTokenKind.DECORATION, letter)] if letter else []


def _quoted(text: str) -> list[MusicToken]:
    """Read the ornaments that stand as text; all else in quotes is fingering or remark."""
    letter = {"tr": "T", "tr.": "T", "~": "~"}.get(text.strip('"^_<>@ '))
    return [MusicToken(MusicTokenKind.DECORATION, letter)] if letter else []


_READERS = {
    "quoted": _quoted,
    "chord": _chord,
    "grace": _grace,
    "bar": _bar,
    "ending": _ending,
    "tuplet": _tuplet,
    "slur": _slur,
    "field": _field,
    "inline": _field,
    "named": _named,
}
