"""The lines of ABC text: fields, directives, comments, music, free text (ABC 2.1, 2.2)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from abcstudio.notation.score import InformationField
from abcstudio.notation.spans import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_FIELD = re.compile(r"[ \t]*([A-Za-z+])[ \t]*:")
_BODY_FIELD = re.compile(r"([A-Za-z+]):(?![|:\]]|\[\|)")
_REFERENCE_NUMBER = re.compile(r"^[ \t]*X[ \t]*:", re.MULTILINE)
_KEY_OR_END = re.compile(r"^(?:[ \t]*(K)[ \t]*:|[ \t]*X[ \t]*:|[ \t]*$)", re.MULTILINE)
_COMMENT = re.compile(r"(?<!\\)%")
_BEGIN = re.compile(r"%%[ \t]*begin(\w+)")


class LineKind(StrEnum):
    """What a line is."""

    BLANK = "blank"
    FIELD = "field"
    DIRECTIVE = "directive"
    COMMENT = "comment"
    MUSIC = "music"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line.

    Attributes:
        kind: What it is.
        start: Its first character.
        content_end: Where its meaning ends: before a comment and before the line's end.
        end: Where the next line begins.
        letter: Of a field.
        value_start: Where a field's value begins, after the colon.
        in_header: The line stands before the end of the tune header.
        gaps: Of a field that `+:` continues: what stands between its pieces, as starts and ends.
    """

    kind: LineKind
    start: int
    content_end: int
    end: int
    letter: str = ""
    value_start: int = 0
    in_header: bool = False
    gaps: tuple[tuple[int, int], ...] = ()


class _State(StrEnum):
    FREE = "between tunes"
    HEADER = "tune header"
    BODY = "tune body"


def scan_lines(text: str, body_from: int = 0) -> Iterator[Line]:
    """Classify every line of `text`; the lines cover it without gaps.

    Args:
        text: Any number of tunes.
        body_from: Where to begin, when not at the start: at a line in the body of a tune.
    """
    first_tune = _REFERENCE_NUMBER.search(text)
    state = _State.BODY if body_from else _State.FREE
    block = ""
    started = body_from > 0
    header_reaches = -1
    position = body_from
    while position < len(text):
        whole = _LINE.match(text, position)
        assert whole is not None
        end = whole.end()
        line = _classify(text, position, whole.end(1), end, state=state, block=block)
        if line.kind is LineKind.DIRECTIVE:
            block = _block_after(text[position:end], block)
        elif line.kind is LineKind.BLANK:
            state = _State.FREE
        elif line.kind is LineKind.FIELD:
            state = _state_after(line.letter, state)
            started = True
        elif line.kind is LineKind.TEXT and _is_music_without_header(first_tune, position, started):
            line = Line(
                kind=LineKind.MUSIC, start=line.start, content_end=line.content_end, end=line.end
            )
        if line.kind is LineKind.MUSIC and state is _State.HEADER:
            if position >= header_reaches:
                header_reaches = _key_line_after(text, position)
            if position < header_reaches:
                line = Line(
                    kind=LineKind.TEXT,
                    start=line.start,
                    content_end=line.content_end,
                    end=line.end,
                    in_header=True,
                )
        if line.kind is LineKind.MUSIC:
            state = _State.BODY
            started = True
        yield line
        position = end


def _classify(text: str, start: int, stop: int, end: int, state: _State, block: str) -> Line:
    if block or text.startswith("%%", start):
        return Line(
            kind=LineKind.DIRECTIVE,
            start=start,
            content_end=stop,
            end=end,
            in_header=state is not _State.BODY,
        )
    comment = _COMMENT.search(text, start, stop) if "%" in text[start:stop] else None
    content_end = comment.start() if comment else stop
    if start == content_end or text[start:content_end].isspace():
        return Line(
            kind=LineKind.COMMENT if comment else LineKind.BLANK,
            start=start,
            content_end=content_end,
            end=end,
        )
    field = (_BODY_FIELD if state is _State.BODY else _FIELD).match(text, start, content_end)
    if field:
        in_header = state is not _State.BODY or field[1] == "X"
        return Line(
            kind=LineKind.FIELD,
            start=start,
            content_end=content_end,
            end=end,
            letter=field[1],
            value_start=field.end(),
            in_header=in_header,
        )
    kind = LineKind.TEXT if state is _State.FREE else LineKind.MUSIC
    return Line(kind=kind, start=start, content_end=content_end, end=end)


def _key_line_after(text: str, position: int) -> int:
    """Return where the `K:` field of the same header stands; -1 when none follows."""
    match = _KEY_OR_END.search(text, position)
    return match.start() if match and match[1] else -1


def _state_after(letter: str, state: _State) -> _State:
    if letter == "K":
        return _State.BODY
    if letter == "X" or state is _State.FREE:
        return _State.HEADER
    return state


def _block_after(line: str, block: str) -> str:
    """Return the name of the `%%begin...` block that the next line stands in, "" for none."""
    if block:
        return "" if re.match(rf"%%[ \t]*end{re.escape(block)}", line) else block
    begin = _BEGIN.match(line)
    return begin[1] if begin else ""


def _is_music_without_header(
    first_tune: re.Match[str] | None, position: int, started: bool
) -> bool:
    """Whether a bare line opens a tune that has no header at all."""
    return not started and (first_tune is None or first_tune.start() < position)


FILE_FIELDS = frozenset("ABCDFGHILMmNOrRSUZ")
"""What a file header may hold."""
HEADER_ONLY = frozenset("ABCDFGHOSXZ")
"""What belongs above `K:`."""
KNOWN_FIELDS = frozenset("ABCDEFGHIKLMmNOPQRrSsTUVWwXZ")
"""The fields of ABC 2.1 and its forerunners."""
_TEXT_FIELDS = frozenset("ABCDFGHNORSTWZ")
INLINE_FIELDS = frozenset("IKLMmNPQRrUV")
"""What may stand in brackets within music."""


def field_of(text: str, line: Line) -> InformationField:
    """Return the field of a line; the pieces that `+:` adds stand where they do in the text."""
    pieces: list[str] = []
    place = line.value_start
    for start, end in line.gaps:
        pieces += (text[place:start], " " * (end - start))
        place = end
    raw = "".join((*pieces, text[place : line.content_end]))
    start = line.value_start + len(raw) - len(raw.lstrip())
    value = raw.strip()
    span = Span(line.start, line.content_end)
    value_span = Span(start, start + len(value))
    if line.gaps and line.letter in _TEXT_FIELDS:
        value = " ".join(value.split())
    return InformationField(line.letter, value, span, value_span)
