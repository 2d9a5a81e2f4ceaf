"""One tune's lines to the edits that move its notes along the line of fifths."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.notation.chord_names import alter_of_name, with_moved_roots
from abcstudio.notation.editing.writer import Edit
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import Line, LineKind
from abcstudio.notation.pitch import Pitch
from abcstudio.notation.reader.tune_header import VOICE_ID
from abcstudio.notation.spans import Span
from abcstudio.notation.values.accidentals import alter_of
from abcstudio.notation.values.key_field import ACCIDENTAL, TONIC, parse_key
from abcstudio.notation.values.spelling import (
    CIRCLE,
    accidental_text,
    letter_text,
    place_in_fifths,
    step_at_fifths,
    step_name,
)

_ANNOTATION_PLACES = tuple("^_<>@")
_INLINE_KEY = re.compile(r"\[K:([^\[\]]*)\]")
_EXPLICIT_WORD = re.compile(r"(?:(?:\^\^?|__?|=)(?:\d{1,3}/\d{1,3})?[A-Ga-g])+")
_PROPERTY = re.compile(r"(?:\b|\s)(?:clef|middle|octave|transpose|name|nm|t|m)\s*$")
_MAX_FIFTHS = 7


@dataclass(frozen=True, slots=True)
class Motion:
    """How far notes move: in semitones, and on the line of fifths (None: as suits the keys)."""

    semitones: int
    fifths: int | None


def keys_of(text: str, lines: list[Line]) -> Iterator[KeySignature]:
    """Yield every key of a tune in the order of the text."""
    for line in lines:
        if line.kind is LineKind.FIELD and line.letter == "K":
            values = [text[line.value_start : line.content_end]]
        elif line.kind is LineKind.MUSIC:
            values = _INLINE_KEY.findall(text, line.start, line.content_end)
        else:
            continue
        for value in values:
            if (key := parse_key(value).key) is not None:
                yield key


class Transposer:
    """Walks one tune.

    With `keys_apart`, a key that the shift would give more than seven sharps or flats is spelled
    the other way, and so is the music under it.
    """

    def __init__(
        self, text: str, lines: list[Line], semitones: int, shift: int, *, keys_apart: bool = False
    ) -> None:
        self._text = text
        self._lines = lines
        self._semitones = semitones
        self._tune_shift = self._shift = shift
        self._keys_apart = keys_apart
        self._voice = ""
        self._shift_of_voice: dict[str, int] = {}
        self._has_key = False
        self._largest_alter = Fraction(0)

    def writes_triple_accidentals(self) -> bool:
        """Whether some note would need three sharps or flats, which few programs read."""
        for _ in self.edits():
            pass
        return self._largest_alter > 2

    def edits(self) -> Iterator[Edit]:
        """Yield the changes in the order of the text."""
        for line in self._lines:
            if line.kind is LineKind.FIELD:
                yield from self._field(line)
            elif line.kind is LineKind.MUSIC:
                if not self._has_key:
                    yield self._missing_key(line)
                yield from self._music(line.start, line.content_end)

    def _field(self, line: Line) -> Iterator[Edit]:
        if line.letter == "K":
            yield from self._key(line.value_start, line.content_end)
        elif line.letter == "V":
            self._enter_voice(self._text[line.value_start : line.content_end])
        elif line.letter == "m":
            value = self._text[line.value_start : line.content_end]
            # Only the music around a macro's `n` follows the notes by itself (ABC 2.1, 9).
            if "n" not in value.partition("=")[0]:
                yield from self._music(line.value_start, line.content_end)

    def _missing_key(self, line: Line) -> Edit:
        self._has_key = True
        whole = self._text[line.start : line.end]
        line_end = whole[len(whole.rstrip("\r\n")) :] or "\n"
        return Edit(Span(line.start, line.start), f"K:{self._moved_name('C', 0)}{line_end}")

    def _music(self, start: int, end: int) -> Iterator[Edit]:
        for kind, match in music_matches(self._text, start, end):
            if kind == "note":
                yield self._note(match)
            elif kind == "quoted" and not match["quoted_text"].startswith(_ANNOTATION_PLACES):
                span = Span(match.start("quoted_text"), match.end("quoted_text"))
                yield Edit(span, with_moved_roots(match["quoted_text"], self._moved_root))
            elif kind == "inline_field":
                if match["field_letter"] == "K":
                    yield from self._key(match.start("field_value"), match.end("field_value"))
                elif match["field_letter"] == "V":
                    self._enter_voice(match["field_value"])

    def _note(self, match: re.Match[str]) -> Edit:
        step, marks = match["letter"].upper(), match["marks"]
        octave = (5 if match["letter"].islower() else 4) + marks.count("'") - marks.count(",")
        # The letter's own distance says how far the note moves on the staff, octaves included.
        moved_step, alter = self._moved(step, Fraction(0))
        number = Pitch(step, Fraction(0), octave).midi_number + self._semitones
        moved_octave = 4 + int(number - Pitch(moved_step, alter, 4).midi_number) // 12
        sign = match["accidental"] or ""
        written = alter_of(sign) if sign else None
        if written is not None:
            _, alter = self._moved(step, written)
            self._largest_alter = max(self._largest_alter, abs(alter))
            sign = accidental_text(alter)
        head = sign + letter_text(moved_step, moved_octave)
        return Edit(Span(match.start(), match.end("marks")), head)

    def _moved(self, step: str, alter: Fraction) -> tuple[str, Fraction]:
        """Return the step and alter that a step and alter become."""
        whole = int(alter // 1)
        moved_step, moved_alter = step_at_fifths(place_in_fifths(step, whole) + self._shift)
        return moved_step, moved_alter + (alter - whole)

    def _moved_name(self, step: str, alter: int) -> str:
        return step_name(*self._moved(step, Fraction(alter)))

    def _moved_root(self, step: str, alter: int) -> str:
        """Return a chord's new root, with at most one sharp or flat."""
        place = place_in_fifths(step, alter) + self._shift
        while place >= 14:
            place -= 12
        while place < -7:
            place += 12
        return step_name(*step_at_fifths(place))

    # Keys

    def _enter_voice(self, value: str) -> None:
        if self._has_key and (voice := VOICE_ID.match(value)):
            self._voice = voice[1]
            self._shift = self._shift_of_voice.get(self._voice, self._tune_shift)

    def _key(self, start: int, end: int) -> Iterator[Edit]:
        value = self._text[start:end]
        key = parse_key(value).key
        is_first, self._has_key = not self._has_key, True
        if key is None:
            if is_first:
                # No key is C major's, whatever else stands there.
                name = self._moved_name("C", 0)
                yield Edit(Span(start, start), f"{name} " if value.strip() else name)
            return
        self._choose_shift(key.fifths, is_first)
        if not key.tonic or key.highland_pipes or not key.mode:
            yield self._rewritten_key(value, start, key)
            return
        tonic = TONIC.search(value)
        assert tonic is not None
        name = self._moved_name(tonic[1].upper(), alter_of_name(tonic[2]))
        yield Edit(Span(start + tonic.start(), start + tonic.end()), name)
        if key.explicit:
            for match in ACCIDENTAL.finditer(value, tonic.end()):
                if match[1] != "=" or not _PROPERTY.search(value, 0, match.start()):
                    yield self._key_accidental(match, start)

    def _choose_shift(self, fifths: int, is_first: bool) -> None:
        shift = self._tune_shift
        if self._keys_apart:
            while fifths + shift > _MAX_FIFTHS:
                shift -= 12
            while fifths + shift < -_MAX_FIFTHS:
                shift += 12
        self._shift = shift
        if is_first:
            self._tune_shift = shift
        else:
            self._shift_of_voice[self._voice] = shift

    def _key_accidental(self, match: re.Match[str], start: int) -> Edit:
        alter = alter_of(match[0][: -len(match[4])]) or Fraction(0)
        step, moved = self._moved(match[4].upper(), alter)
        return Edit(Span(start + match.start(), start + match.end()), _key_sign(step, moved))

    def _rewritten_key(self, value: str, start: int, key: KeySignature) -> Edit:
        """Spell out a key that has no ordinary name: none, exp and the highland pipes'."""
        words = value[_name_end(value) :]
        if key.highland_pipes:
            name = f"{self._moved_name('A', 0)}mix"
        elif not key.explicit and not key.tonic:
            name = self._moved_name("C", 0)
        else:
            alters = (self._moved(step, key.alter_of(step)) for step in CIRCLE)
            signs = "".join(
                accidental_text(alter) + step.lower() for step, alter in alters if alter
            )
            tonic = key.tonic or "C"
            name = f"{self._moved_name(tonic[0], alter_of_name(tonic[1:]))} exp {signs}".rstrip()
            words = " ".join(word for word in words.split() if not _EXPLICIT_WORD.fullmatch(word))
        return Edit(Span(start, start + len(value)), f"{name} {words.strip()}".rstrip())


def _key_sign(step: str, alter: Fraction) -> str:
    return accidental_text(alter) + step.lower()


def _name_end(value: str) -> int:
    """Return where a key's name ends and its other words begin."""
    match = re.match(r"\s*(?:none|HP|Hp|[A-Ga-g](?:#|b)?\s*exp\w*)?", value, re.IGNORECASE)
    return match.end() if match else 0
