"""What can be written at a place of ABC text, from what stands before it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from abcstudio.notation.assistance import completion_lists as lists
from abcstudio.notation.assistance.chord_completions import chords
from abcstudio.notation.assistance.completion_lists import Entries
from abcstudio.notation.key_signature import KeySignature
from abcstudio.notation.spans import Span
from abcstudio.notation.values.decorations import looks_like_decoration
from abcstudio.notation.values.key_field import NO_KEY, parse_key
from abcstudio.notation.values.meter_field import parse_meter

_DIRECTIVE = re.compile(r"(?:%%[ \t]*|I:[ \t]*|.*\[I:[ \t]*)(?P<rest>.*)\Z")
_FIELD = re.compile(r"(?P<letter>[A-Za-z])[ \t]*:(?P<value>[^%]*)\Z")
_INLINE = re.compile(r".*\[(?P<letter>[KMLQPVUR]):(?P<value>[^\]]*)\Z")
_DECORATION = re.compile(r"!([^\s!|\"]*)\Z")
_WHOLE_DECORATION = re.compile(r"!([^!\s|]+)!")
_QUOTED = re.compile(r'"[^"]*"')
_KEY = re.compile(r"^K:([^\n%]*)|\[K:([^\]\n]*)\]", re.MULTILINE)
_METER = re.compile(r"^M:([^\n%]*)|\[M:([^\]\n]*)\]", re.MULTILINE)
_NUMBER = re.compile(r"^X:[ \t]*(\d{1,9})", re.MULTILINE)
_VOICE = re.compile(r"(?:^V:|\[V:)[ \t]*([^\s\]]+)", re.MULTILINE)
_RHYTHM = re.compile(r"^R:[ \t]*([^\n%]+)", re.MULTILINE)
_CLOSING = ('"', "!")
_PROGRAM_WORDS = ("program", "chordprog", "bassprog")
_NO_NOTE = re.compile(r"[^A-Ga-gzxZXy]")
_LOOKS_BACK, _LOOKS_BACK_IN_LINE = 20_000, 2_000
_State = Literal["free", "header", "body"]


@dataclass(frozen=True, slots=True)
class Completions:
    """What can be written at a place.

    Attributes:
        span: What an entry takes the place of: what has been typed of it.
        entries: At least one; those that are used most come first.
        opens_itself: They are worth showing without having been asked for.
    """

    span: Span
    entries: Entries
    opens_itself: bool


def completions_at(text: str, offset: int, rhythms: Sequence[str] = ()) -> Completions | None:
    """Return what can be written at a place; None where everything or nothing can.

    Args:
        text: Any number of tunes.
        offset: Where the caret stands.
        rhythms: Names for `R:` besides those of the text.
    """
    return _Place(text, offset, rhythms).completions()


class _Place:
    def __init__(self, text: str, offset: int, rhythms: Sequence[str]) -> None:
        self._text = text
        self._offset = offset
        self._rhythms = rhythms
        self._line_start = text.rfind("\n", 0, offset) + 1
        line_end = text.find("\n", offset)
        self._before = text[max(self._line_start, offset - _LOOKS_BACK_IN_LINE) : offset]
        self._after = text[offset : len(text) if line_end < 0 else line_end]

    def completions(self) -> Completions | None:
        before = self._before
        if match := _DIRECTIVE.match(before):
            return self._directive(match["rest"])
        if "%" in before.replace("\\%", ""):
            return None
        if not before.strip() or (len(before) == 1 and before.isalpha()):
            return self._line_start_field()
        match = _FIELD.match(before) if not before.startswith("|") else None
        match = match or _INLINE.match(before)
        if match is not None:
            return self._field(match["letter"], match["value"])
        return self._music()

    def _offer(self, typed: str, entries: Entries, *, opens: bool = True) -> Completions | None:
        """Return the entries that begin with what has been typed, exact beginnings first."""
        folded = typed.casefold()
        fitting = [one for one in entries if (one.name or one.text).casefold().startswith(folded)]
        fitting.sort(key=lambda one: not (one.name or one.text).startswith(typed))
        if not fitting or [one.text for one in fitting] == [typed]:
            return None
        start = self._offset - len(typed)
        # A closing sign that stands there already is not written twice.
        closing = fitting[0].text[-1:]
        end = self._offset + (closing in _CLOSING and self._after.startswith(closing))
        # Decorations and chords stand right before notes; elsewhere a word is being changed.
        inside_word = closing not in _CLOSING and self._after[:1].isalnum()
        return Completions(Span(start, end), tuple(fitting), opens and not inside_word)

    def _line_start_field(self) -> Completions | None:
        if self._after.strip():
            return None
        state, typed = self._state(), self._before
        entries = lists.fields(in_header=state != "body")
        if not typed.strip(" "):
            return self._offer(typed, entries, opens=False)
        opens = state != "body" or bool(_NO_NOTE.match(typed))
        return self._offer(typed, entries, opens=opens)

    def _directive(self, rest: str) -> Completions | None:
        words = rest.split(" ")
        if len(words) == 1:
            return self._offer(rest, lists.directives())
        if words[0] == "MIDI" and len(words) == 2:
            return self._offer(words[1], lists.midi_words())
        if words[0] == "MIDI" and len(words) == 3 and words[1] in _PROGRAM_WORDS:
            return self._offer(words[2], lists.programs())
        if words[0] == "propagate-accidentals" and len(words) == 2:
            return self._offer(words[1], lists.plain(("pitch", "octave", "not")))
        return None

    def _field(self, letter: str, value: str) -> Completions | None:
        makers: dict[str, Callable[[], Entries]] = {
            "M": lists.meters, "L": lists.unit_note_lengths, "Q": self._tempos,
            "U": lists.user_symbols, "X": self._number, "R": self._rhythm_names,
            "P": self._parts, "C": self._composers,
        }  # fmt: skip
        if letter in "sU" and (match := _DECORATION.search(value)) and value.count("!") % 2:
            return self._offer(match[1], lists.decorations())
        typed = value.lstrip()
        if letter == "K":
            return self._words(typed, lists.keys(), lists.key_words())
        if letter == "V":
            return self._words(typed, self._voices(), lists.voice_words())
        return self._offer(typed, makers[letter]()) if letter in makers else None

    def _words(self, typed: str, first: Entries, later: Entries) -> Completions | None:
        """Return what can stand first in a field's value, or after its first word."""
        if " " not in typed:
            return self._offer(typed, first)
        return self._offer(typed.rsplit(" ", 1)[1], later, opens=not typed.endswith(" "))

    def _music(self) -> Completions | None:
        if self._state() == "header":
            return None
        before = self._before
        if before.count('"') % 2:
            typed = before[before.rindex('"') + 1 :]
            if typed[:1] in ("^", "_", "<", ">", "@") and typed:
                return None
            entries = chords(self._key(), typed)
            return self._offer(typed, entries if typed else (*entries, *lists.annotations()))
        plain = _QUOTED.sub(lambda match: " " * len(match[0]), before)
        match = _DECORATION.search(_WHOLE_DECORATION.sub(_blanked, plain))
        if match is not None:
            return self._offer(match[1], lists.decorations())
        return None

    def _state(self) -> _State:
        """Return where the line stands, from the lines above it."""
        end, has_fields = self._line_start - 1, False
        while end >= 0 and self._line_start - end < _LOOKS_BACK:
            start = self._text.rfind("\n", 0, end) + 1
            line = self._text[start:end]
            if line.startswith("K:"):
                return "body"
            if line.startswith("X:"):
                return "header"
            if not line.strip():
                return "header" if has_fields else "free"
            if line[1:2] != ":" and not line.startswith("%"):
                return "body"
            has_fields = has_fields or line[1:2] == ":"
            end = start - 1
        return "header" if has_fields else "free"

    def _key(self) -> KeySignature:
        return parse_key(_last_value(_KEY, self._near())).key or NO_KEY

    def _near(self) -> str:
        return self._text[max(0, self._offset - _LOOKS_BACK) : self._offset]

    def _tempos(self) -> Entries:
        meter = parse_meter(_last_value(_METER, self._near()))
        if meter is not None and meter.is_compound:
            return lists.tempos(Fraction(3, 8))
        is_cut = meter is not None and meter.beat_unit == 2
        return lists.tempos(Fraction(1, 2) if is_cut else Fraction(1, 4))

    def _number(self) -> Entries:
        numbers = [int(match[1]) for match in _NUMBER.finditer(self._text)
                   if match.start() != self._line_start]  # fmt: skip
        return lists.plain((str(max(numbers, default=0) + 1),))

    def _rhythm_names(self) -> Entries:
        own = (
            match[1].strip()
            for match in _RHYTHM.finditer(self._text)
            if match.start() != self._line_start
        )
        return lists.plain((*own, *self._rhythms))

    def _voices(self) -> Entries:
        used = (match[1] for match in _VOICE.finditer(self._near()[: -len(self._before) or None]))
        return lists.plain((*used, "1", "2"))

    def _parts(self) -> Entries:
        if self._state() == "body":
            return lists.plain("ABCDEF")
        return lists.plain(("AB", "AABB", "ABAC", "ABC", "AABBCC"))

    def _composers(self) -> Entries:
        return lists.plain(("Trad.",))


def _blanked(match: re.Match[str]) -> str:
    """Return blanks for a decoration, and what stands between two old line breaks as it is."""
    return " " * len(match[0]) if looks_like_decoration(match[1]) else match[0]


def _last_value(pattern: re.Pattern[str], text: str) -> str:
    """Return what the last field of a kind says, "" where there is none."""
    value = ""
    for match in pattern.finditer(text):
        value = match[1] if match[1] is not None else match[2]
    return value.strip()
