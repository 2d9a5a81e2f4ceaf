"""Decorations, chord symbols and annotations, from music and symbol lines (ABC 2.1, 4.14-4.19)."""

import re
from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.diagnostics import Fix
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.score import Annotation, ChordSymbol, Decoration
from abcstudio.notation.spans import Span
from abcstudio.notation.text_strings import decode_text
from abcstudio.notation.values.chord_kinds import knows_kind
from abcstudio.notation.values.decorations import SHORTHANDS, decoration_name, similar_name

Mark = Annotation | ChordSymbol | Decoration

_CHORD_NAME = re.compile(r"\(?[A-Ga-g][#b♯♭]?\S*|/[A-Ga-g][#b]?|N\.?C\.?|[xX]", re.IGNORECASE)
_BETWEEN_CHORDS = re.compile(r"[\s;|()]+")
_ROOT = re.compile(r"[A-Ga-g]")
_SMALL_ROOT = re.compile(r"[a-g]")
_SYLLABLES = ("Do", "Fa")
"""Notes of the sung scale: `Do` would be read as D diminished."""

_OPEN_QUOTE = re.compile(r"\"([A-G][^\s\"|\[\]]*)(?=[ \t\[]|\Z)")
_TIGHT_OPEN_QUOTE = re.compile(
    r"\"([A-G][b#]?(?:maj7|min7|dim|sus4|sus2|aug|min|m7|m|7|6)?)(?=[A-Ga-gz])"
)
"""Where the notes follow a chord at once, they might belong to it."""

_ANNOTATION_PLACES = "^_<>@"


class MarkReader:
    """Reads the marks of notes and reports what is wrong with them.

    Attributes:
        text: That of the whole tune.
        shorthands: What single characters such as `T` stand for: a decoration's name, "nil", or
            a text in quotes; `U:` fields change it.
    """

    NOT_CARRIED: ClassVar = frozenset(("_log", "text"))

    def __init__(self, log: DiagnosticLog, text: str) -> None:
        self._log = log
        self.text = text
        self.shorthands: dict[str, str] = dict(SHORTHANDS)

    def quoted(self, text: str, span: Span) -> Annotation | ChordSymbol:
        """Return what a text in quotes is: an annotation by its first character, else a chord."""
        if text[:1] and text[0] in _ANNOTATION_PLACES:
            return Annotation(decode_text(text[1:]), text[0], span)
        symbol = text.strip()
        if symbol:
            self._check_chord(symbol, text, span)
        return ChordSymbol(decode_text(symbol), span)

    def _check_chord(self, symbol: str, text: str, span: Span) -> None:
        """Report a text that is no chord, or a chord of an unknown kind."""
        code = ""
        fix: Fix | None = Fix("notation.fix-make-annotation", span, f'"^{text}"')
        capital = symbol[0].upper() + symbol[1:]
        if not _CHORD_NAME.fullmatch(symbol):
            code = "chord-symbol-unknown"
        elif _ROOT.match(symbol) and (capital in _SYLLABLES or not _is_chord(decode_text(capital))):
            code = "chord-kind-unknown"
        elif _SMALL_ROOT.match(symbol):
            code = "chord-root-small"
            fix = Fix("notation.fix-capital", span, f'"{capital}"')
        if code and "|" in text:
            # Music stands in it: the quote that closes it was to open the next one.
            fix = closed_quote(self.text, span.start, span.end)
        if code:
            self._log.warn(code, span.start, span.end, fix, text=symbol[:40])

    def decoration(self, written: str, span: Span) -> Decoration:
        """Return the decoration that stands between two `!`; an unknown one keeps its name."""
        name = decoration_name(written)
        if not name:
            like = similar_name(written)
            fix = removal(self.text, span.start, span.end)
            if like:
                fix = Fix("notation.fix-decoration", span, f"!{like}!")
            self._log.warn("unknown-decoration", span.start, span.end, fix, name=written[:40])
            name = written.strip()
        return Decoration(name, span)

    def shorthand(self, sign: str, span: Span) -> Mark | None:
        """Return what a single character stands for; None for nothing."""
        meaning = self.shorthands.get(sign, "")
        if meaning == "nil":
            return None
        if not meaning:
            fix = removal(self.text, span.start, span.end)
            self._log.warn("shorthand-undefined", span.start, span.end, fix, sign=sign)
            return None
        if meaning.startswith('"'):
            return self.quoted(meaning.strip('"'), span)
        return Decoration(meaning, span)


def closed_quote(text: str, start: int, end: int) -> Fix | None:
    """Return the fix that closes a quote behind a chord symbol; None where it holds none.

    Args:
        text: The tune.
        start: Where the quote begins.
        end: Where the bar line or the end of the line is, or the quote that closes it too late.
    """
    rest = text[start:end]
    match = _OPEN_QUOTE.match(rest)
    is_guess = match is None or not _is_chord(match[1])
    if is_guess:
        match = _TIGHT_OPEN_QUOTE.match(rest)
    if match is None or not _is_chord(match[1]):
        return None
    span = Span(start, start + match.end())
    return Fix("notation.fix-close-quote", span, f'"{match[1]}"', is_guess=is_guess)


def _is_chord(symbol: str) -> bool:
    """Whether a symbol is a chord of a known kind, or several of them such as `G(Em)`."""
    return knows_kind(symbol) or all(map(knows_kind, _BETWEEN_CHORDS.split(symbol.rstrip(")"))))
