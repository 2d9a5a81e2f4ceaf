"""Numbering and ordering the tunes of a tunebook (ABC 2.1, 2.2.1 and 3.1.1)."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import Literal

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.rewriting.tune_moves import tune_blocks, with_gap
from abcstudio.notation.spans import Span
from abcstudio.notation.values.alphabets import letter_key

TuneOrder = Literal["title", "number"]

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,9}")
_COMMENT = re.compile(r"(?<!\\)%")
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


def sort_tunes(
    text: str, starts_in: Callable[[str], Sequence[int]], order: TuneOrder = "title"
) -> str:
    """Return a tunebook with its tunes in another order, equal ones as they stood.

    Titles are ordered as an index is: without a leading article, numbers by their value. Comments
    and directives directly above a tune go with it; what else stands between two tunes goes with
    the first. A tune that is one only because it stands before all others stays there.

    Args:
        text: The tunebook.
        starts_in: Returns where the tunes of a text begin.
        order: What the tunes are ordered by.

    Raises:
        EditError: The text has no tunes.
    """
    starts = list(starts_in(text))
    if not starts:
        raise EditError("edit.no_tunes")
    ordered = _ordered(text, starts, order)
    if len(starts_in(ordered)) < len(starts) and starts[1:]:
        return _ordered(text, starts[1:], order)
    return ordered


def _ordered(text: str, starts: Sequence[int], order: TuneOrder) -> str:
    head, blocks = tune_blocks(text, starts)
    key = _title_key if order == "title" else _number_key
    # A tune is known by its own lines: what stands above it may look like a field.
    ordered = sorted(blocks, key=lambda block: key(block.text[block.inside :]))
    if ordered == blocks:
        return text
    line_end = "\r\n" if "\r\n" in text else "\n"
    parted = "".join(with_gap(block.text, line_end) for block in ordered)
    # The text ends as it did.
    end = text[len(text.rstrip("\r\n")) :]
    # A tune without `X:` is known by the empty line before it.
    head = with_gap(head, line_end) if head.strip() else head
    return head + parted.rstrip("\r\n") + end


def _reference_numbers(text: str) -> Iterator[Line]:
    for line in scan_lines(text):
        if line.kind is LineKind.FIELD and line.letter == "X":
            yield line


def _title_key(tune: str) -> tuple[tuple[bool, int, str], ...]:
    title = _value(tune, "T")
    pieces = _PIECES.findall(title[match.end() :] if (match := _ARTICLE.match(title)) else title)
    key = tuple((not digits, int(digits or 0), letter_key(word)) for digits, word in pieces)
    # A tune without a title comes last.
    return key or ((True, 0, "\U0010ffff"),)


def _number_key(tune: str) -> tuple[bool, int]:
    match = _NUMBER.search(_value(tune, "X"))
    return (match is None, int(match[0]) if match else 0)


def _value(tune: str, letter: str) -> str:
    """Return the first value of a field; of a header without `X:` the fields count too."""
    match = re.search(rf"^[ \t]*{letter}[ \t]*:[ \t]*([^\r\n]*)", tune, re.MULTILINE)
    return "" if match is None else _COMMENT.split(match[1], maxsplit=1)[0].strip()
