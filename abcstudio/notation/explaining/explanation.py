"""What the ABC at a place means, in sentences for a musician (`abcstudio.explanation_messages`)."""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from abcstudio.messages import Phrase, as_sentence
from abcstudio.notation.explaining.explained_directives import (
    explain_comment,
    explain_directive_line,
)
from abcstudio.notation.explaining.explained_fields import FieldExplainer
from abcstudio.notation.explaining.explained_marks import explain_decoration, explain_quoted
from abcstudio.notation.explaining.explained_notes import NoteExplainer
from abcstudio.notation.explaining.explained_score import ExplainedScore
from abcstudio.notation.lexing.lexer import Token, TokenKind, line_tokens
from abcstudio.notation.lexing.lines import Line, LineKind, field_of, scan_lines
from abcstudio.notation.score import InformationField, Score
from abcstudio.notation.spans import Span
from abcstudio.notation.values.bar_lines import read_bar_line, read_passes

_STYLES = {
    "single": "bar", "double": "bar-double", "thin-thick": "bar-final",
    "thick-thin": "bar-opening", "dotted": "bar-dotted", "invisible": "bar-invisible",
}  # fmt: skip
_PLAIN = {
    TokenKind.SPACER: "spacer",
    TokenKind.SLUR_START: "slur-starts",
    TokenKind.SLUR_END: "slur-ends",
    TokenKind.TIE: "tie",
    TokenKind.SCORE_BREAK: "score-break",
    TokenKind.CONTINUATION: "continuation",
    TokenKind.UNKNOWN: "unknown",
    TokenKind.UNCLOSED_QUOTE: "unclosed-quote",
}
_TIMED_ENDS = {
    TokenKind.NOTE, TokenKind.CHORD_END, TokenKind.REST, TokenKind.SLUR_END, TokenKind.TIE
}  # fmt: skip
_TIMED_STARTS = {
    TokenKind.NOTE, TokenKind.REST, TokenKind.CHORD_START, TokenKind.GRACE_START, TokenKind.TUPLET,
    TokenKind.SLUR_START, TokenKind.DECORATION, TokenKind.QUOTED,
}  # fmt: skip
_QUIET = {TokenKind.SPACE, TokenKind.LINE_END}


@dataclass(frozen=True, slots=True)
class Explanation:
    """What some characters mean: their place, and the sentences in order, the chief one first."""

    span: Span
    sentences: tuple[Phrase, ...]

    def __str__(self) -> str:
        return " ".join(
            as_sentence(str(each), [str(part) for part in each.phrases()])
            for each in self.sentences
        )


MAX_EXPLAINED_LINE = 10_000
"""Characters of a line up to which it is explained; no line of music is a tenth as long."""


class Explainer:
    """Explains the text of one score, token by token; what it looks up is kept."""

    def __init__(self, score: Score) -> None:
        self._score = score
        self._text = score.text

    def prepare(self) -> None:
        """Look up now what the first explanation would have to wait for."""
        self._places = ExplainedScore(self._score)
        _ = self._starts, self._notes, self._fields

    def at(self, offset: int) -> Explanation | None:
        """Return what stands at a place; None outside of the text, in an empty and a huge line.

        At a blank or at the end of a line it is what stands before the place, as for a caret that
        follows what has just been typed.
        """
        if not 0 <= offset <= len(self._text) or not self._lines:
            return None
        line = self._lines[max(0, bisect_right(self._starts, offset) - 1)]
        if line.end - line.start > MAX_EXPLAINED_LINE:
            return None
        tokens = tuple(line_tokens(self._text, line))
        index = max(0, bisect_right([token.span.start for token in tokens], offset) - 1)
        before = index - (tokens[index].span.start == offset)
        if tokens[index].kind in _QUIET and before >= 0 and before != index:
            index = before
        return Explanation(tokens[index].span, self._sentences(line, tokens, index, offset))

    def of_token(self, offset: int) -> Explanation | None:
        """Return what the very character at a place means, blanks and ends of lines too."""
        found = self.at(offset)
        if found is None or found.span.start <= offset < found.span.end:
            return found
        line = self._lines[max(0, bisect_right(self._starts, offset) - 1)]
        if line.end - line.start > MAX_EXPLAINED_LINE:
            return None
        tokens = tuple(line_tokens(self._text, line))
        index = max(0, bisect_right([token.span.start for token in tokens], offset) - 1)
        return Explanation(tokens[index].span, self._sentences(line, tokens, index, offset))

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        return tuple(scan_lines(self._text))

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self._lines]

    @cached_property
    def _places(self) -> ExplainedScore:
        return ExplainedScore(self._score)

    @cached_property
    def _notes(self) -> NoteExplainer:
        return NoteExplainer(self._text, self._places)

    @cached_property
    def _fields(self) -> FieldExplainer:
        return FieldExplainer(self._places)

    def _sentences(
        self, line: Line, tokens: tuple[Token, ...], index: int, offset: int
    ) -> tuple[Phrase, ...]:
        token = tokens[index]
        if token.kind is TokenKind.COMMENT:
            comment = token.span.of(self._text)
            return explain_comment(comment, is_first_line=token.span.start == 0)
        if token.kind is TokenKind.LINE_END:
            return (self._line_end(line),)
        if line.kind is LineKind.FIELD:
            field = field_of(self._text, line)
            if field.letter == "w" and token.kind is TokenKind.FIELD_VALUE:
                return self._fields.explain_lyrics(field, offset)
            return self._fields.explain(field, in_header=line.in_header)
        if line.kind is LineKind.DIRECTIVE:
            return explain_directive_line(token.span.of(self._text))
        if line.kind is LineKind.TEXT:
            return (Phrase("explain.text-in-header" if line.in_header else "explain.text"),)
        if line.kind is not LineKind.MUSIC:
            return (Phrase("explain.space-plain"),)
        return self._notes.explain(tokens, index) or self._sign(token, tokens, index)

    def _sign(self, token: Token, tokens: tuple[Token, ...], index: int) -> tuple[Phrase, ...]:
        kind, written = token.kind, token.span.of(self._text)
        if kind is TokenKind.BAR_LINE:
            return (_bar_line(written),)
        if kind is TokenKind.VARIANT_ENDING:
            return (_ending(written),)
        if kind is TokenKind.BROKEN_RHYTHM:
            return (_broken_rhythm(written),)
        if kind is TokenKind.QUOTED:
            return explain_quoted(written[1:-1])
        if kind is TokenKind.DECORATION:
            return explain_decoration(written, self._score, token.span.start)
        if kind is TokenKind.INLINE_FIELD:
            return self._inline_field(token)
        if kind is TokenKind.OVERLAY:
            end = "starts" if written.startswith("(") else "ends" if written.endswith(")") else ""
            return (Phrase(f"explain.overlay-{end}" if end else "explain.overlay"),)
        if kind is TokenKind.SPACE:
            return (Phrase(_space(tokens, index)),)
        dotted = (Phrase("explain.dotted-line"),) if written[0] == "." and len(written) > 1 else ()
        return (Phrase(f"explain.{_PLAIN[kind]}"), *dotted)

    def _inline_field(self, token: Token) -> tuple[Phrase, ...]:
        written = token.span.of(self._text)
        raw = written[3:-1]
        start = token.span.start + 3 + len(raw) - len(raw.lstrip())
        value = raw.strip()
        value_span = Span(start, start + len(value))
        field = InformationField(written[1], value, token.span, value_span)
        return self._fields.explain(field, in_header=False)

    def _line_end(self, line: Line) -> Phrase:
        if line.kind is LineKind.BLANK:
            return Phrase("explain.empty-line")
        is_score_line = line.kind is LineKind.MUSIC and not any(
            directive.name == "linebreak" for directive in self._score.directives
        )
        continues = self._text[line.start : line.content_end].rstrip().endswith("\\")
        ends = is_score_line and not continues
        return Phrase("explain.line-end-score" if ends else "explain.line-end")


def _bar_line(written: str) -> Phrase:
    style, closes, opens = read_bar_line(written)
    if closes and opens:
        return Phrase("explain.repeat-ends-and-begins")
    if closes > 1:
        return Phrase("explain.repeat-ends-times", {"times": closes + 1})
    if closes:
        return Phrase("explain.repeat-ends")
    return Phrase("explain.repeat-begins") if opens else Phrase(f"explain.{_STYLES[style]}")


def _ending(written: str) -> Phrase:
    passes = read_passes(written)
    if not passes:
        return Phrase("explain.ending-none")
    if passes in ((1,), (2,)):
        return Phrase("explain.ending-first" if passes == (1,) else "explain.ending-second")
    return Phrase("explain.ending-passes", {"passes": ", ".join(map(str, passes))})


def _broken_rhythm(written: str) -> Phrase:
    if len(written) == 1:
        return Phrase("explain.broken-dotted" if written == ">" else "explain.broken-snap")
    less = Fraction(1, 2 ** min(len(written), 10))
    name = "long-short" if written[0] == ">" else "short-long"
    return Phrase(f"explain.broken-{name}", {"more": 2 - less, "less": less})


def _space(tokens: tuple[Token, ...], index: int) -> str:
    """Return the message about a blank: between two notes it ends the beam."""
    is_between = 0 < index < len(tokens) - 1 and tokens[index - 1].kind in _TIMED_ENDS
    beams = is_between and tokens[index + 1].kind in _TIMED_STARTS
    return "explain.space" if beams else "explain.space-plain"
