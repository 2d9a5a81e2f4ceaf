"""The rhythm of a tune as text: its meter, its unit note length, its music with open pitches."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from abcstudio.composing.clock.signs import FREE, METERS, UNITS
from abcstudio.corpus.tunebook import body_of, header_fields
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.values.lengths import length_of
from abcstudio.notation.values.meter_field import parse_meter
from abcstudio.notation.values.spelling import length_text

MOST_CHARACTERS = 4000

_FIELD_LINE = re.compile(r"([A-Za-z]):(.*)")
_COMMENT = re.compile(r"%.*")
_SPACES = re.compile(r" {2,}")
_BEFORE_ENDING = re.compile(r"\| (?=\d)")
_DROPPED = (
    "decoration", "quoted", "slur_start", "slur_end", "spacer", "continuation", "inline_field",
)  # fmt: skip
_AS_WRITTEN = ("bar_line", "broken_rhythm", "tie", "tuplet")


class Rhythm(NamedTuple):
    """The parts of a rhythm's text.

    Attributes:
        pattern: The lines of music, each ended, with `FREE` in place of each pitch.
    """

    meter: str
    unit: str
    pattern: str


NO_RHYTHM = Rhythm("", "", "")


def rhythm_of(text: str) -> str:
    """Return the rhythm of a tune's only voice, which `parts_of` takes.

    Grace notes, decorations, chord symbols, slurs and words are left out; of a chord one note
    stays.

    Raises:
        ValueError: It has none that can be written so.
    """
    given = dict(header_fields(text))
    meter = given.get("M", "")
    lines = [line for line in map(_music, _COMMENT.sub("", body_of(text)).split("\n")) if line]
    if meter not in METERS or "V" in given or not any(FREE in line for line in lines):
        raise ValueError("no rhythm")
    unit = given.get("L") or _usual_unit(meter)
    found = f"M:{meter}\nL:{unit}\n" + "".join(f"{line}\n" for line in lines)
    parts_of(found)
    return found


def parts_of(rhythm: str) -> Rhythm:
    """Return the parts of a rhythm's text.

    Raises:
        ValueError: It is none.
    """
    meter, unit, pattern = (*rhythm.split("\n", 2), "", "")[:3]
    if len(rhythm) > MOST_CHARACTERS:
        raise ValueError("too long")
    is_rhythm = meter.startswith("M:") and unit.startswith("L:") and FREE in pattern
    if not is_rhythm or meter[2:] not in METERS or unit[2:] not in UNITS or "\n\n" in pattern:
        raise ValueError("no rhythm")
    return Rhythm(meter[2:], unit[2:], pattern)


def _usual_unit(meter: str) -> str:
    read = parse_meter(meter)
    assert read is not None
    return str(read.default_unit_note_length)


def _music(line: str) -> str:
    """Return a line of music with open pitches; "" where it is none."""
    if field := _FIELD_LINE.match(line):
        return line.strip() if field[1] in "ML" else ""
    written = _SPACES.sub(" ", "".join(_signs(line))).strip()
    return _BEFORE_ENDING.sub("|", written)


def _signs(line: str) -> Iterator[str]:
    within = ""
    chord: list[str] = []
    for kind, match in music_matches(line, 0, len(line)):
        if kind in ("grace_start", "chord_start"):
            within, chord = kind, []
        elif kind in ("grace_end", "chord_end"):
            within = ""
            if chord:
                yield FREE + _product(chord[0], match["chord_length"])
        elif kind == "note" and within == "chord_start":
            chord.append(match["length"])
        elif not within:
            yield FREE + match["length"] if kind == "note" else _sign(kind, match)


def _product(note: str, chord: str) -> str:
    """Return the length of a note by its own and that of its chord, as written where one is."""
    if not (note and chord):
        return note + chord
    own, whole = length_of(note), length_of(chord)
    if own is None or whole is None:
        raise ValueError(f"{note} {chord}")
    return length_text(own * whole)


def _sign(kind: str, match: re.Match[str]) -> str:
    if kind in _AS_WRITTEN:
        return match[0].lstrip(".")
    if kind == "space":
        return " "
    if kind == "rest":
        return "z" + match[0][1:]
    if kind == "variant_ending":
        return match[0].lstrip("[")
    if kind == "inline_field" and match[0][1] in "ML":
        return match[0]
    if kind in _DROPPED:
        return ""
    raise ValueError(kind)
