"""Macros: `m:` fields that let short signs stand for longer music (ABC 2.1, section 9)."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.limits import (
    MAX_MACRO_LENGTH,
    MAX_MACRO_NESTING,
    MAX_MACRO_TEXT,
    MAX_MACROS,
    MAX_OCTAVE_MARKS,
)
from abcstudio.notation.score import InformationField

_NOTE = r"(?:\^\^?|__?|=)?[A-Ga-g][,']*"
_NOTE_PARTS = re.compile(r"([\^_=]*)([A-Ga-g])([,']*)")
_ENDS_OPEN = re.compile(r"[A-Ga-gzx\d/,']\Z")
_STARTS_WITH_NOTE = re.compile(r"[A-Ga-g]")
_NO_MACRO_INSIDE = r'"[^"\n]*"|![^!\n|]*!|\[[A-Za-z]:[^\[\]\n]*\]'
_RELATIVE = re.compile(rf"(?P<kept>{_NO_MACRO_INSIDE})|(?P<letter>[h-z])")
_LETTERS = "CDEFGAB"


@dataclass(frozen=True, slots=True)
class _Macro:
    target: str
    replacement: str
    is_transposing: bool


@dataclass(frozen=True, slots=True)
class _Use:
    """A macro's use: where it stands in the text, and where its music stands in the expansion."""

    start: int
    end: int
    music_start: int
    music_end: int


class ExpandedLine:
    """A line of music with its macros written out, each sign at the place of the macro's use."""

    def __init__(self, text: str, start: int, uses: list[_Use]) -> None:
        self.text = text
        self._start = start
        self.uses = uses
        self._music_starts = [use.music_start for use in uses]

    def matches(self) -> Iterator[tuple[str, "PlacedMatch"]]:
        """Yield what `music_matches` does, with places in the text instead of in the expansion."""
        for kind, match in music_matches(self.text, 0, len(self.text)):
            yield kind, PlacedMatch(match, self)

    def place(self, position: int, *, is_end: bool) -> int:
        """Return where a position of the expansion is in the tune's text."""
        number = bisect_right(self._music_starts, position - is_end) - 1
        if number < 0:
            return self._start + position
        use = self.uses[number]
        if position - is_end < use.music_end:
            return use.end if is_end else use.start
        return use.end + position - use.music_end


class PlacedMatch:
    """A token's match in an expansion that tells its places in the tune's text."""

    __slots__ = ("_line", "_match", "lastgroup")

    def __init__(self, match: re.Match[str], line: ExpandedLine) -> None:
        self._match = match
        self._line = line
        self.lastgroup = match.lastgroup

    def __getitem__(self, name: int | str) -> str:
        found: str = self._match[name]
        return found

    def group(self, *names: int | str) -> tuple[str, ...]:
        """Return several groups, like `re.Match.group` with two names or more."""
        return tuple(self._match[name] for name in names)

    def start(self, name: int | str = 0) -> int:
        """Return where a group begins in the tune's text; -1 when it is not there."""
        at = self._match.start(name)
        return at if at < 0 else self._line.place(at, is_end=False)

    def end(self, name: int | str = 0) -> int:
        """Return where a group ends in the tune's text; -1 when it is not there."""
        at = self._match.end(name)
        return at if at < 0 else self._line.place(at, is_end=True)

    def span(self) -> tuple[int, int]:
        """Return where the token is in the tune's text."""
        return self.start(), self.end()


class Macros:
    """The macros in force, and how much music they have written so far."""

    def __init__(self, log: DiagnosticLog) -> None:
        self._log = log
        self._macros: dict[str, _Macro] = {}
        self._defined = 0
        self._written = 0
        self._overflowed = self._reported = False
        self._pattern: re.Pattern[str] | None = None
        self._in_order: list[_Macro] = []

    def __bool__(self) -> bool:
        return self._defined > 0

    def define(self, field: InformationField) -> None:
        """Take a definition such as `m: ~n2 = {o}n{m}n`; report one that cannot be kept."""
        target, equals, replacement = field.value.partition("=")
        if not target.strip():
            # `m: =n2 = ...` has its own sign of a natural first.
            more, equals, replacement = replacement.partition("=")
            target = f"{target}={more}"
        target, replacement = target.strip(), replacement.strip()
        start, end = field.span.start, field.span.end
        self._defined += 1
        if not equals or not target.strip("="):
            self._log.warn("bad-macro", start, end)
        elif max(len(target), len(replacement)) > MAX_MACRO_LENGTH:
            self._log.error("limit-macro-length", start, end, limit=MAX_MACRO_LENGTH)
        elif self._defined > MAX_MACROS:
            if self._defined == MAX_MACROS + 1:
                self._log.error("limit-macros", start, end, limit=MAX_MACROS)
        else:
            self._macros[target] = _Macro(target, replacement, "n" in target)
            self._pattern = None

    def expand(self, text: str, start: int, end: int) -> ExpandedLine | None:
        """Return a line of music with its macros written out; None when it uses none."""
        if not self._macros:
            return None
        if end - start > MAX_MACRO_TEXT:
            self._report_overflow(start, end)
            return None
        pattern = self._compiled()
        pieces: list[str] = []
        uses: list[_Use] = []
        length = 0
        copied = start
        for match in pattern.finditer(text, start, end):
            music = self._music(match, ())
            if music is None:
                continue
            pieces += (text[copied : match.start()], music)
            length += match.start() - copied
            uses.append(_Use(match.start(), match.end(), length, length + len(music)))
            length += len(music)
            copied = match.end()
        if self._overflowed:
            self._report_overflow(start, end)
        if not uses:
            return None
        self._log.macro_uses += ((use.start, use.end) for use in uses)
        pieces.append(text[copied:end])
        return ExpandedLine("".join(pieces), start, uses)

    def _compiled(self) -> re.Pattern[str]:
        if self._pattern is None:
            self._in_order = sorted(self._macros.values(), key=lambda macro: -len(macro.target))
            targets = "|".join(
                f"(?P<m{number}>{_target_pattern(macro, number)})"
                for number, macro in enumerate(self._in_order)
            )
            self._pattern = re.compile(f"{targets}|(?:{_NO_MACRO_INSIDE})")
        return self._pattern

    def _music(self, match: re.Match[str], inside: tuple[_Macro, ...]) -> str | None:
        """Return the music that a use stands for; None when it is to be left as it stands."""
        name = match.lastgroup
        if name is None:
            return None
        macro = self._in_order[int(name[1:])]
        if macro in inside:
            return None
        if len(inside) >= MAX_MACRO_NESTING or self._written > MAX_MACRO_TEXT:
            self._overflowed = True
            return None
        music = macro.replacement
        if macro.is_transposing:
            music = _transposed(music, match[f"n{name[1:]}"])
        self._written += len(music)
        within = (*inside, macro)

        def music_within(use: re.Match[str]) -> str:
            written = self._music(use, within)
            return use[0] if written is None else written

        return self._compiled().sub(music_within, music)

    def _report_overflow(self, start: int, end: int) -> None:
        if not self._reported:
            self._reported = True
            self._log.error("limit-macro-text", start, end, limit=MAX_MACRO_TEXT)


def _target_pattern(macro: _Macro, number: int) -> str:
    """Return the expression that finds a macro's uses: whole notes only, never a part of one."""
    pattern = re.escape(macro.target)
    before = after = ""
    if macro.is_transposing:
        first, _, rest = macro.target.partition("n")
        rest = re.escape(rest).replace("n", rf"(?P=n{number})")
        pattern = rf"{re.escape(first)}(?P<n{number}>{_NOTE}){rest}"
    if _STARTS_WITH_NOTE.match(macro.target) or macro.target[0] == "n":
        before = r"(?<![\^_=])"
    if _ENDS_OPEN.search(macro.target) or macro.target[-1] == "n":
        after = r"(?![\d/,'])"
    return f"{before}{pattern}{after}"


def _transposed(replacement: str, note: str) -> str:
    """Return a replacement with its letters h to z as notes around `note`, which is n."""
    parts = _NOTE_PARTS.fullmatch(note)
    assert parts is not None
    _accidental, letter, marks = parts.groups()
    octave = letter.islower() + marks.count("'") - marks.count(",")
    base = _LETTERS.index(letter.upper()) + 7 * octave

    def write(match: re.Match[str]) -> str:
        if match["kept"] is not None:
            return match["kept"]
        if match["letter"] == "n":
            return note
        return _note_at(base + ord(match["letter"]) - ord("n"))

    return _RELATIVE.sub(write, replacement)


def _note_at(position: int) -> str:
    """Return the letter and octave marks of a place on the staff; 0 is `C`, 7 is `c`."""
    octave, step = divmod(position, 7)
    if octave > 0:
        return _LETTERS[step].lower() + "'" * min(octave - 1, MAX_OCTAVE_MARKS)
    return _LETTERS[step] + "," * min(-octave, MAX_OCTAVE_MARKS)
