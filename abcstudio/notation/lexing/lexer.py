"""Text to tokens, each with its place: for the highlighter and for the reader."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.spans import Span
from abcstudio.notation.values.decorations import decoration_name, looks_like_decoration


class TokenKind(StrEnum):
    """What a token is."""

    NOTE = "note"
    REST = "rest"
    MEASURE_REST = "measure_rest"
    SPACER = "spacer"
    SPACE = "space"
    BAR_LINE = "bar_line"
    VARIANT_ENDING = "variant_ending"
    BROKEN_RHYTHM = "broken_rhythm"
    TIE = "tie"
    SLUR_START = "slur_start"
    SLUR_END = "slur_end"
    TUPLET = "tuplet"
    CHORD_START = "chord_start"
    CHORD_END = "chord_end"
    GRACE_START = "grace_start"
    GRACE_END = "grace_end"
    DECORATION = "decoration"
    QUOTED = "quoted"
    UNCLOSED_QUOTE = "unclosed_quote"
    INLINE_FIELD = "inline_field"
    OVERLAY = "overlay"
    SCORE_BREAK = "score_break"
    CONTINUATION = "continuation"
    UNKNOWN = "unknown"
    FIELD_NAME = "field_name"
    FIELD_VALUE = "field_value"
    DIRECTIVE = "directive"
    COMMENT = "comment"
    LINE_END = "line_end"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind and its characters."""

    kind: TokenKind
    span: Span


_LENGTH = r"\d*(?:/+\d*)?"
MUSIC = re.compile(
    rf"""
    (?P<note>(?P<accidental>(?:\^\^?|__?|=)(?:\d+(?:/\d+)?|/\d*)?)?
        (?P<letter>[A-Ga-g])(?P<marks>[',]*)(?P<length>{_LENGTH}))
    |(?P<space>[ \t\xa0`]+)
    |(?P<bar_line>\.?(?:\[(?=\|)|\||:(?=[:|\]]|\[\|))(?:[|:\]]|\[(?=\|))*)
    |(?P<variant_ending>\[?\d+(?:[,\-]\d+)*)
    |(?P<rest>(?P<rest_letter>[zx])(?P<rest_length>{_LENGTH}))
    |(?P<broken_rhythm>>+|<+)
    |(?P<tuplet>\(\d+(?::\d*(?::\d*)?)?)
    |(?P<tie>\.?-)
    |(?P<slur_start>\.?\((?!&))
    |(?P<quoted>"(?P<quoted_text>(?:[^"\\]|\\.)*)")
    |(?P<unclosed_quote>"[^|]*)
    |(?P<grace_start>\{{/?)
    |(?P<grace_end>\}})
    |(?P<inline_field>\[(?P<field_letter>[A-Za-z]):(?P<field_value>[^\[\]]*)\])
    |(?P<chord_start>\[)
    |(?P<chord_end>\](?P<chord_length>{_LENGTH}))
    |(?P<measure_rest>(?P<measure_letter>[ZX])(?P<measure_count>\d*))
    |(?P<spacer>y{_LENGTH})
    |(?P<decoration>!(?P<exclaimed>[^!\r\n|]*)!|\+(?P<plussed>[^+\s|]+)\+|(?P<shorthand>[.~H-Wh-w]))
    |(?P<overlay>\(?&+\)?)
    |(?P<slur_end>\))
    |(?P<score_break>[!$])
    |(?P<continuation>\\)
    |(?P<unknown>.)
    """,
    re.VERBOSE | re.DOTALL,
)
"""One token of music code; the kind is the match's `lastgroup`. The frequent come first.

Where a group repeats it is possessive: going back would cost memory for each repetition.
"""


def music_matches(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield kind and match of every token of a line's music; together they cover it."""
    position = start
    after_bar_line = -1
    while position < end:
        for match in MUSIC.finditer(text, position, end):
            kind = match.lastgroup or "unknown"
            if kind == "bar_line":
                after_bar_line = match.end()
            elif kind == "variant_ending":
                if match[0][0] != "[" and match.start() != after_bar_line:
                    kind = "unknown"
            elif kind == "decoration" and match["shorthand"] is None and not _is_decoration(match):
                break
            yield kind, match
        else:
            return
        first = _SINGLE.match(text, match.start(), end)
        assert first is not None
        position = first.end()
        if match["plussed"] and _OLD_CHORD_NOTES.fullmatch(match["plussed"]):
            yield "chord_start", first
            for inner in MUSIC.finditer(text, position, match.end() - 1):
                yield inner.lastgroup or "unknown", inner
            closing = _OLD_CHORD_END.match(text, match.end() - 1, end)
            assert closing is not None
            yield "chord_end", closing
            position = closing.end()
        else:
            yield "score_break" if first[0] == "!" else "unknown", first


_SINGLE = re.compile(".", re.DOTALL)
_OLD_CHORD_NOTES = re.compile(rf"(?:(?:\^\^?|__?|=)?[A-Ga-g][',]*{_LENGTH}-?){{2,}}")
_OLD_CHORD_END = re.compile(rf"\+(?P<chord_length>{_LENGTH})")


def _is_decoration(match: re.Match[str]) -> bool:
    exclaimed = match["exclaimed"]
    if exclaimed is not None:
        return looks_like_decoration(exclaimed)
    return bool(decoration_name(match["plussed"]))


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text of any number of tunes, in order and without gaps."""
    tokens: list[Token] = []
    for line in scan_lines(text):
        tokens.extend(line_tokens(text, line))
    return tuple(tokens)


def line_tokens(text: str, line: Line) -> Iterator[Token]:
    """Yield the tokens of one line of a text, its end included."""
    stop = line.content_end
    if line.kind is LineKind.MUSIC:
        for kind, match in music_matches(text, line.start, stop):
            yield Token(TokenKind(kind), Span(match.start(), match.end()))
    elif line.kind is LineKind.FIELD:
        yield Token(TokenKind.FIELD_NAME, Span(line.start, line.value_start))
        yield from _token(TokenKind.FIELD_VALUE, line.value_start, stop)
    elif line.kind is LineKind.DIRECTIVE:
        yield from _token(TokenKind.DIRECTIVE, line.start, stop)
    elif line.kind is LineKind.TEXT:
        yield from _token(TokenKind.TEXT, line.start, stop)
    else:
        yield from _token(TokenKind.SPACE, line.start, stop)
    tail = text[stop : line.end]
    line_end = line.end - (len(tail) - len(tail.rstrip("\r\n")))
    yield from _token(TokenKind.COMMENT, stop, line_end)
    yield from _token(TokenKind.LINE_END, line_end, line.end)


def _token(kind: TokenKind, start: int, end: int) -> Iterator[Token]:
    if end > start:
        yield Token(kind, Span(start, end))
