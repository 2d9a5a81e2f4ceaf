"""Numbering and ordering the tunes of a tunebook (ABC 2.1, 2.2.1 and 3.1.1)."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Literal

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.rewriting.tune_moves import with_gap
from abcstudio.notation.spans import Span

TuneOrder = Literal["title", "number"]

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,9}")
_PIECES = re.compile(r"(\d{1,9})|([^\W\d_]+)")


def renumber(text: str, first: int = 1) -> str:
    """Return a text whose tunes are numbered through by their `X:` fields.

    Raises:
        EditError: No line of the text begins with `X:`.
        ValueError: The first number is negative.
    """
    if first < 0:
        raise ValueError(f"a tune cannot have the number {first}")
    numbers = count(first)
    edits = []
    for line in _reference_numbers(text):
        value = text[line.value_start : line.content_end]
        start = line.value_start + len(value) - len(value.lstrip())
        edits.append(Edit(Span(start, start + len(value.strip())), str(next(numbers))))
    if not edits:
        raise EditError("edit.no_tunes")
    return apply_changes(text, edits)


def sort_tunes(text: str, order: TuneOrder = "title") -> str:
    """Return a tunebook with its tunes in another order, equal ones as they stood.

    Titles are ordered as an index is: without a leading article, numbers by their value. Comments
    and directives directly above an `X:` go with its tune; what else stands between two tunes goes
    with the first.

    Raises:
        EditError: No line of the text begins with `X:`.
    """
    starts = list(_tune_starts(text))
    if not starts:
        raise EditError("edit.no_tunes")
    tunes = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    key = _title_key if order == "title" else _number_key
    ordered = sorted(tunes, key=key)
    if ordered == tunes:
        return text
    line_end = "\r\n" if "\r\n" in text else "\n"
    parted = "".join(with_gap(tune, line_end) for tune in ordered)
    # The text ends as it did.
    end = tunes[-1][len(tunes[-1].rstrip("\r\n")) :]
    return text[: starts[0]] + parted.rstrip("\r\n") + end


def _reference_numbers(text: str) -> Iterator[Line]:
    for line in scan_lines(text):
        if line.kind is LineKind.FIELD and line.letter == "X":
            yield line


def _tune_starts(text: str) -> Iterator[int]:
    """Yield where each tune begins, with the comments directly above it."""
    above = -1
    for line in scan_lines(text):
        if line.kind is LineKind.FIELD and line.letter == "X":
            yield line.start if above < 0 else above
            above = -1
        elif line.kind is LineKind.BLANK:
            above = line.end
        elif line.kind not in (LineKind.COMMENT, LineKind.DIRECTIVE):
            above = -1


def _title_key(tune: str) -> tuple[tuple[bool, int, str], ...]:
    title = _value(tune, "T")
    pieces = _PIECES.findall(title[match.end() :] if (match := _ARTICLE.match(title)) else title)
    key = tuple((not digits, int(digits or 0), word.casefold()) for digits, word in pieces)
    # A tune without a title comes last.
    return key or ((True, 0, "\U0010ffff"),)


def _number_key(tune: str) -> tuple[bool, int]:
    match = _NUMBER.search(_value(tune, "X"))
    return (match is None, int(match[0]) if match else 0)


def _value(tune: str, letter: str) -> str:
    for line in scan_lines(tune):
        if line.kind is LineKind.FIELD and line.letter == letter:
            return tune[line.value_start : line.content_end].strip()
    return ""
