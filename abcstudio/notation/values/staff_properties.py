"""What `K:` and `V:` fields say about a staff: clef, octave, transposing, name (ABC 2.1, 4.6)."""

import re
from dataclasses import dataclass, replace

from abcstudio.notation.score import Clef
from abcstudio.notation.text_strings import decode_text
from abcstudio.notation.values.clef_words import parse_clef, small_int

_MAX_OCTAVES = 4
_MAX_SEMITONES = 48
_MAX_STAFF_LINES = 12
_STEPS = "CDEFGAB"
_SEMITONES = (0, 2, 4, 5, 7, 9, 11)
_ALTERS = {"^": 1, "^^": 2, "_": -1, "__": -2, "=": 0, "": 0}
_PITCH = re.compile(r"(\^\^?|__?|=)?([A-Ga-g])([,']{0,6})")
_PITCHES = re.compile(rf"({_PITCH.pattern})/?({_PITCH.pattern})?")
_OF_CLEF = {"G": 32, "F": 24, "C": 28, "perc": 32, "none": 32}
"""On which place of the staff the clef's own line is: 28 is the middle C, 29 the D above it."""


@dataclass(slots=True, kw_only=True)
class StaffProperties:
    """What the words of a field have said so far; None for what was not said.

    Attributes:
        octave: Octaves that the notes are shifted by.
        transpose: Semitones added when the staff sounds.
        middle: The note on the middle line, as written.
        staff_lines: How many lines the staff has.
    """

    clef: Clef | None = None
    octave: int | None = None
    transpose: int | None = None
    middle: str | None = None
    staff_lines: int | None = None
    name: str | None = None
    short_name: str | None = None

    def take(self, name: str, value: str) -> bool:
        """Take a word `name=value`, or a bare one whose name is ""; False when it means nothing."""
        if name in ("", "clef"):
            clef = parse_clef(value)
            self.clef = clef or self.clef
            return clef is not None
        if name in ("octave", "oct"):
            self.octave = small_int(value, _MAX_OCTAVES)
        elif name in ("transpose", "t"):
            self.transpose = small_int(value, _MAX_SEMITONES)
        elif name in ("sound", "shift", "instrument"):
            self.transpose = _interval(value, is_written_first=name != "instrument")
        elif name in ("middle", "m"):
            self.middle = value if _PITCH.fullmatch(value) else None
        elif name in ("stafflines", "staves"):
            self.staff_lines = small_int(value, _MAX_STAFF_LINES)
        elif name in ("name", "nm"):
            self.name = decode_text(value.replace("\\n", " "))
        elif name in ("subname", "snm", "sname"):
            self.short_name = decode_text(value.replace("\\n", " "))
        return True

    def clef_on(self, current: Clef) -> Clef:
        """Return the clef that the words name, put right by `middle=`; else the current one."""
        clef = self.clef or current
        return clef if self.middle is None else _with_middle(clef, self.middle)


def _interval(value: str, *, is_written_first: bool) -> int | None:
    """Return the semitones between two notes such as `CD`; a lone one is how `c` sounds."""
    match = _PITCHES.fullmatch(value)
    if match is None:
        return None
    first = _semitones(match[1])
    if match[5] is None:
        return first - _semitones("c")
    second = _semitones(match[5])
    return second - first if is_written_first else second - _semitones("c")


def _semitones(note: str) -> int:
    match = _PITCH.fullmatch(note)
    assert match is not None
    step = _SEMITONES[_STEPS.index(match[2].upper())]
    return 12 * _octave(match) + step + _ALTERS[match[1] or ""]


def _octave(match: re.Match[str]) -> int:
    return 4 + match[2].islower() + match[3].count("'") - match[3].count(",")


def _with_middle(clef: Clef, middle: str) -> Clef:
    """Return a clef on the line that puts a note on the middle one, drawn octaves away if need be.

    So `clef=bass middle=d` is a bass clef whose notes are written two octaves higher than drawn.
    """
    match = _PITCH.fullmatch(middle)
    assert match is not None
    wanted = 7 * _octave(match) + _STEPS.index(match[2].upper())
    ways: list[tuple[bool, int, int]] = []
    for octaves in range(-_MAX_OCTAVES, _MAX_OCTAVES + 1):
        line, rest = divmod(6 - (wanted - _OF_CLEF[clef.shape] - 7 * octaves), 2)
        if rest == 0 and 1 <= line <= 5:
            ways.append((line != clef.line, abs(octaves), octaves))
    if not ways:
        return clef
    octaves = min(ways)[2]
    line = 3 - (wanted - _OF_CLEF[clef.shape] - 7 * octaves) // 2
    return replace(clef, line=line, drawn_octaves=-octaves)
