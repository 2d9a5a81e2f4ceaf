"""What is looked for: a few notes as they were typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from abcstudio.corpus.melody_index.melody import LineNote, melodies_of
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.score import Score
from abcstudio.recipes.finding.contour_text import is_contour, steps_of
from abcstudio.recipes.finding.query_readings import (
    QueryReadings,
    abc_readings,
    contour_readings,
    degree_readings,
    has_octaves,
    in_other_octaves,
    name_readings,
    pitch_readings,
)
from abcstudio.recipes.finding.read_as import QueryReading, ReadAs

_HEADER = re.compile(r"^\s*[A-Za-z]:(?!\|)", re.MULTILINE)
_SHARP = re.compile(r"[A-Ga-g][#♯♭]")
_FLAT = re.compile(r"[A-G]b(?![A-Za-z',])")
_NAME = re.compile(r"(?P<letter>[A-Ga-g])(?P<sign>[#♯]{1,2}|♭{1,2}|(?<=[A-G])bb?(?![A-Za-z',]))?")
_NAME_WITH_OCTAVE = re.compile(r"(?P<letter>[A-G])(?P<sign>##?|♯|♭|bb?)?(?P<octave>[0-9])")
_ACCIDENTALS = {"#": "^", "♯": "^", "♭": "_", "b": "_"}
_ONE_NAME = re.compile(r"[A-Ga-g](?:[#♯♭]{1,2}|(?<=[A-G])bb?)?[0-9]?")
_BETWEEN = re.compile(r"[\s,;|]+")
_NUMBERS = re.compile(r"[\d\s,;|]+")
_SIGNED = re.compile(r"[+\-−]?\d{1,2}")
_DEGREES = re.compile(r"[\d\s,;|'’.#b♯♭\-]+")
_DEGREE = re.compile(r"(?P<sign>[#b♯♭])?(?P<step>[1-9])(?P<marks>['’,.]*)")
_LOWEST_NUMBER, _HIGHEST_NUMBER = 20, 127
_MIDDLE_OCTAVE, _START = 4, 67


def other_readings(typed: str) -> tuple[QueryReadings, ...]:
    """Return the ways to read what was typed that are not ABC, the likeliest first."""
    if _HEADER.search(typed):
        return ()
    text = typed.strip()
    for read in (_contour, _intervals, _midi, _degrees, _names_with_octaves, _names):
        readings = read(text)
        if readings is not None:
            return (readings,)
    return ()


def has_foreign_signs(typed: str) -> bool:
    """Return whether ABC would misread what was typed: `F#`, `*UDR`, or no letters at all."""
    is_marked = is_contour(typed) and typed.strip().startswith("*")
    words = _words(typed)
    are_names = _are_names(words) or _are_octaves(words) or bool(_SHARP.search(typed))
    return is_marked or are_names or not re.search("[A-Ga-g]", typed)


def _contour(text: str) -> QueryReadings | None:
    return contour_readings(steps_of(text)) if is_contour(text) else None


def _intervals(text: str) -> QueryReadings | None:
    words = _words(text)
    is_signed = any(word[0] in "+-−" for word in words)
    if not is_signed or not all(_SIGNED.fullmatch(word) for word in words):
        return None
    steps = [int(word.replace("−", "-")) for word in words]
    pitches = [*accumulate(steps, initial=_START)]
    return pitch_readings(pitches, ReadAs.INTERVALS)


def _midi(text: str) -> QueryReadings | None:
    if not text or not _NUMBERS.fullmatch(text):
        return None
    numbers = [int(word[:6]) for word in _words(text)]
    if not numbers or not all(_LOWEST_NUMBER <= one <= _HIGHEST_NUMBER for one in numbers):
        return None
    return pitch_readings(numbers, ReadAs.MIDI) if len(numbers) > 1 else None


def _degrees(text: str) -> QueryReadings | None:
    if not _DEGREES.fullmatch(text):
        return None
    if all(word[-1] == "," for word in text.split()[:-1]):
        # Not an octave lower: commas between numbers.
        text = text.replace(",", " ")
    degrees, marked = list[tuple[int, int]](), False
    for match in _DEGREE.finditer(text):
        marks = match["marks"]
        octave = sum(1 if mark in "'’" else -1 for mark in marks if mark != ".")
        marked = marked or bool(octave) or int(match["step"]) > 7
        alter = 0 if not match["sign"] else 1 if match["sign"] in "#♯" else -1
        degrees.append((int(match["step"]) - 1 + 7 * octave, alter))
    return degree_readings(degrees, has_octaves=marked) if degrees else None


def _names_with_octaves(text: str) -> QueryReadings | None:
    """Read `F#4 A4 B4`, where each name has its octave."""
    matches = [_NAME_WITH_OCTAVE.fullmatch(word) for word in _words(text)]
    if not matches or not all(matches):
        return None
    notes = "".join(_with_octave(match) for match in matches if match is not None)
    return name_readings(f"X:1\nK:C\n{notes}", has_octaves=True)


def _with_octave(match: re.Match[str]) -> str:
    octave = int(match["octave"]) - _MIDDLE_OCTAVE
    letter = match["letter"].lower() if octave > 0 else match["letter"]
    return (
        _accidental(match["sign"]) + letter + ("'" * (octave - 1) if octave > 0 else "," * -octave)
    )


def _names(text: str) -> QueryReadings | None:
    """Read `F# A B`: ABC, but for the signs that stand behind their letters."""
    if not (_SHARP.search(text) or _FLAT.search(text)):
        return None
    notes = _NAME.sub(lambda match: _accidental(match["sign"]) + match["letter"], text)
    # A name without a sign is no altered note, whatever stands before it.
    tune = f"X:1\nK:C\n{notes}"
    return name_readings(tune, has_octaves=has_octaves(tune))


def _are_names(words: Sequence[str]) -> bool:
    """Return whether each word is one note name, some with a sign: `Bb A G`."""
    has_signs = any(len(word.rstrip("0123456789")) > 1 for word in words)
    return has_signs and all(_ONE_NAME.fullmatch(word) for word in words)


def _are_octaves(words: Sequence[str]) -> bool:
    """Return whether the digits are octaves (`D5 A4`), since no note lasts five units."""
    return all(map(_NAME_WITH_OCTAVE.fullmatch, words)) and any(word[-1] == "5" for word in words)


def _accidental(sign: str | None) -> str:
    return "=" if not sign else "".join(_ACCIDENTALS[one] for one in sign)


def _words(text: str) -> list[str]:
    return [*_each_word(text)]


def _each_word(text: str) -> Iterator[str]:
    return (word for word in _BETWEEN.split(text) if word)


_KEY = re.compile(r"^\s*K:", re.MULTILINE)
_FIELD = re.compile(r"[A-Za-z]:(?!\|)|%")


@dataclass(frozen=True, slots=True)
class MelodyQuery:
    """A melody to look for.

    Attributes:
        text: The tune that it was read as.
        score: That tune.
        notes: Those of its first voice.
        ways: All ways to read it; `text` is one of them.
        reading: That one, None where there are no notes.
    """

    text: str
    score: Score
    notes: tuple[LineNote, ...]
    ways: tuple[QueryReadings, ...] = ()
    reading: QueryReading | None = None

    @property
    def line(self) -> tuple[tuple[int, int], ...]:
        """Pitch and length of each note."""
        return tuple((note.pitch, note.length) for note in self.notes)

    @property
    def has_open_key(self) -> bool:
        """Whether it is read in the key that fits, for none was typed."""
        return self.reading is not None and bool(self.reading.keys)

    def read_as(self, reading: QueryReading, key: str = "") -> "MelodyQuery":
        """Return what is looked for, read in another way.

        Args:
            reading: One of the ways.
            key: The `K:` to read it in, where it is one of those that read it so.
        """
        text = reading.text
        if key and reading.keys:
            text = text.replace(f"K:{reading.keys[0]}", f"K:{key}", 1)
            reading = replace(reading, keys=(key,))
        return replace(_read(text), ways=self.ways, reading=reading)


def read_query(typed: str) -> MelodyQuery:
    """Read notes as they were typed: what a tune's header lacks is added, `K:C` without a key."""
    ways = _ways(typed)
    if not ways:
        return _read(as_tune(typed))
    reading = ways[0].each[0]
    return replace(_read(reading.text), ways=ways, reading=reading)


def _ways(typed: str) -> tuple[QueryReadings, ...]:
    others = other_readings(typed)
    if others and has_foreign_signs(typed):
        return others
    text = as_tune(typed)
    abc = abc_readings(text, has_key=bool(_KEY.search(typed)))
    return others if abc is None else (*others, abc, *in_other_octaves(abc))


def _read(text: str) -> MelodyQuery:
    score = parse(text)
    return MelodyQuery(text, score, next(iter(melodies_of(score)), ()))


def as_tune(typed: str) -> str:
    """Return typed notes as a tune."""
    lines = [line.strip() for line in typed.strip().splitlines() if line.strip()]
    count = next((at for at, line in enumerate(lines) if not _FIELD.match(line)), len(lines))
    header, music = lines[:count], lines[count:]
    key = next((at for at, line in enumerate(header) if line.startswith("K:")), None)
    if key is None:
        header.append("K:C")
    if not any(line.startswith("X:") for line in header):
        header.insert(0, "X:1")
    return "\n".join([*header, *music])
