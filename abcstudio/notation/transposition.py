"""Transposing a tune's text in place: notes, keys, chord symbols; all else stays.

Every pitch moves by the same distance on the line of fifths (F C G D A E B F# ...). So each letter
moves to one other letter whatever its alter, a note without an accidental needs none afterwards,
and the spelling is right by construction.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.key_field import ACCIDENTAL, TONIC, parse_key
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.lexer import music_matches
from abcstudio.notation.lines import Line, LineKind, scan_lines
from abcstudio.notation.music_reader import alter_of
from abcstudio.notation.pitch import Pitch

_FIFTHS = "FCGDAEB"
_CHORD = re.compile(r"(?<![A-Za-z])([A-G])(##|bb|#|b|♯|♭)?(?=[^a-z]|maj|min|m|dim|aug|sus|add|o|$)")
_MAX_SEMITONES = 48


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    replacement: str


def transpose(text: str, semitones: int) -> str:
    """Return a text with every tune moved by semitones; never raises on bad ABC.

    Raises:
        ValueError: More than four octaves.
    """
    if abs(semitones) > _MAX_SEMITONES:
        raise ValueError(f"{semitones} semitones are more than {_MAX_SEMITONES}")
    if semitones == 0:
        return text
    edits: list[_Edit] = []
    for lines in _tunes(text):
        edits.extend(_Transposer(text, lines, semitones).edits())
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces.append(text[position : edit.start])
        pieces.append(edit.replacement)
        position = edit.end
    pieces.append(text[position:])
    return "".join(pieces)


def _tunes(text: str) -> Iterator[list[Line]]:
    lines: list[Line] = []
    for line in scan_lines(text):
        if line.letter == "X" and lines:
            yield lines
            lines = []
        lines.append(line)
    if lines:
        yield lines


class _Transposer:
    def __init__(self, text: str, lines: list[Line], semitones: int) -> None:
        self._text = text
        self._lines = lines
        self._semitones = semitones
        self._shift = _best_shift(list(_keys(text, lines)) or [0], semitones)

    def edits(self) -> Iterator[_Edit]:
        """Yield the changes in the order of the text."""
        has_key = False
        for line in self._lines:
            if line.kind is LineKind.FIELD and line.letter == "K":
                has_key = True
                yield from self._key(line.value_start, line.content_end)
            elif line.kind is LineKind.MUSIC:
                if not has_key:
                    has_key = True
                    tonic = _name(*self._moved(0, "C"))
                    yield _Edit(line.start, line.start, f"K:{tonic}\n")
                yield from self._music(line)

    def _music(self, line: Line) -> Iterator[_Edit]:
        for kind, match in music_matches(self._text, line.start, line.content_end):
            if kind == "note":
                yield self._note(match)
            elif kind == "quoted" and match["quoted_text"][:1] not in tuple("^_<>@"):
                start = match.start("quoted_text")
                text = _CHORD.sub(self._chord_letter, match["quoted_text"])
                yield _Edit(start, match.end("quoted_text"), text)
            elif kind == "inline_field" and match["field_letter"] == "K":
                yield from self._key(match.start("field_value"), match.end("field_value"))

    def _note(self, match: re.Match[str]) -> _Edit:
        letter, marks, accidental = match["letter"], match["marks"], match["accidental"]
        octave = (5 if letter.islower() else 4) + marks.count("'") - marks.count(",")
        alter = (alter_of(accidental) if accidental else None) or Fraction(0)
        step, moved_alter = self._moved(alter, letter.upper())
        # The letter's own distance says how far the note moves on the staff, octaves included.
        natural_step, natural_alter = self._moved(0, letter.upper())
        number = Pitch(letter.upper(), Fraction(0), octave).midi_number + self._semitones
        bare = Pitch(natural_step, Fraction(natural_alter), 4).midi_number
        moved_octave = 4 + int(number - bare) // 12
        sign = _accidental(moved_alter) if accidental else ""
        written = sign + _letter(step, moved_octave)
        return _Edit(match.start(), match.end("marks"), written)

    def _moved(self, alter: Fraction | int, step: str) -> tuple[str, Fraction]:
        """Return the step and alter that a step and alter become."""
        whole = int(alter // 1)
        position = _FIFTHS.index(step) + 7 * whole + self._shift
        return _FIFTHS[position % 7], position // 7 + (alter - Fraction(whole))

    def _chord_letter(self, match: re.Match[str]) -> str:
        sign = match[2] or ""
        alter = sum({"#": 1, "♯": 1}.get(character, -1) for character in sign)
        return _name(*self._moved(alter, match[1]))

    def _key(self, start: int, end: int) -> Iterator[_Edit]:
        value = self._text[start:end]
        reading = parse_key(value)
        if reading.key is None:
            return
        key = reading.key
        if not key.tonic or key.highland_pipes or not key.mode:
            yield self._rewritten_key(value, start, key)
            return
        tonic = TONIC.search(value)
        if tonic is None:
            return
        alter = sum({"#": 1, "♯": 1}.get(character, -1) for character in tonic[2] or "")
        name = _name(*self._moved(alter, tonic[1].upper()))
        yield _Edit(start + tonic.start(), start + tonic.end(), name)
        if not key.explicit:
            return
        for match in ACCIDENTAL.finditer(value, tonic.end()):
            yield self._key_accidental(match, start)

    def _key_accidental(self, match: re.Match[str], start: int) -> _Edit:
        alter = alter_of(match[0][: -len(match[4])]) or Fraction(0)
        step, moved = self._moved(alter, match[4].upper())
        return _Edit(start + match.start(), start + match.end(), _accidental(moved) + step.lower())

    def _rewritten_key(self, value: str, start: int, key: KeySignature) -> _Edit:
        """Spell out a key that has no ordinary name: none, exp and the highland pipes'."""
        position = _value_end(value)
        words = value[position:]
        if key.highland_pipes:
            name = f"{_name(*self._moved(0, 'A'))}mix"
        elif not key.explicit and not key.tonic:
            name = _name(*self._moved(0, "C"))
        else:
            alters = (self._moved(key.alter_of(step), step) for step in _FIFTHS)
            signs = "".join(_accidental(alter) + step.lower() for step, alter in alters if alter)
            tonic = key.tonic or "C"
            name = _name(*self._moved(tonic.count("#") - tonic.count("b"), tonic[0]))
            name = f"{name} exp {signs}".rstrip()
            words = " ".join(word for word in words.split() if word[0] not in "^_=")
        rest = words.strip()
        return _Edit(start, start + len(value), f"{name} {rest}".rstrip())


def _keys(text: str, lines: list[Line]) -> Iterator[int]:
    """Yield the fifths of every key of a tune."""
    for line in lines:
        if line.kind is LineKind.FIELD and line.letter == "K":
            values = [text[line.value_start : line.content_end]]
        elif line.kind is LineKind.MUSIC:
            music = text[line.start : line.content_end]
            values = re.findall(r"\[K:([^\[\]]*)\]", music) if "[K:" in music else []
        else:
            continue
        for value in values:
            if (key := parse_key(value).key) is not None:
                yield key.fifths


def _best_shift(fifths: list[int], semitones: int) -> int:
    """Return the distance on the line of fifths that leaves the fewest sharps and flats."""
    base = (7 * semitones) % 12
    candidates = (base - 24, base - 12, base, base + 12)
    # Among equals (six sharps, six flats) the one nearer to the old key.
    return min(candidates, key=lambda shift: (max(abs(f + shift) for f in fifths), abs(shift)))


def _value_end(value: str) -> int:
    """Return where a key's name ends and its other words begin."""
    match = re.match(r"\s*(?:none|HP|Hp|[A-Ga-g](?:#|b)?\s*exp\w*)?", value, re.IGNORECASE)
    return match.end() if match else 0


def _name(step: str, alter: Fraction | int) -> str:
    return step + ("#" * int(alter) if alter > 0 else "b" * int(-alter))


def _accidental(alter: Fraction) -> str:
    if alter == 0:
        return "="
    sign = "^" if alter > 0 else "_"
    size = abs(alter)
    if size.denominator != 1 or size > 2:
        return f"{sign}{size.numerator}/{size.denominator}"
    return sign * int(size)


def _letter(step: str, octave: int) -> str:
    if octave >= 5:
        return step.lower() + "'" * (octave - 5)
    return step + "," * (4 - octave)
