"""Where the tunes of a text begin: at their `X:` lines, and at headers that lack theirs."""

import re
from collections.abc import Iterator, Set

_REFERENCE_NUMBER = re.compile(r"X[ \t]*:")
_NUMBER_LINE = re.compile(r"[ \t]*X[ \t]*:")
# What may begin a header without `X:`. The search is quick as long as it looks for a line feed.
_BEGINNING = re.compile(r"(?:[ \t\r]*\n)?(?=[ \t]*[A-Za-z%])(?![ \t]*X[ \t]*:)")
_BLOCK = re.compile(r"\n[ \t\r]*\n(?=[ \t]*[A-Za-z%])(?![ \t]*X[ \t]*:)")
# Fields, comments and directives; `d:|` and `c::` are music.
_HEADER_LINES = re.compile(r"(?:[ \t]*+(?:%|[A-Za-z+][ \t]*+:(?![|:\]]))[^\n]*+(?:\n|\Z))*")
_FIELD = re.compile(r"^[ \t]*([A-Za-z])[ \t]*:", re.MULTILINE)
_LINE = re.compile(r"[^\n]*")


def tune_starts(text: str, start: int = 0, end: int | None = None) -> list[int]:
    r"""Return where the tunes of a text begin, or those of some whole lines of it.

    A tune begins at its `X:` line. One that lacks it begins at the first field of a header after an
    empty line: one with `T:` and `K:`. What stands before all tunes is a file header (ABC 2.1,
    2.2.2) unless it has a `K:` and music, or a `T:` and music in measures, which no file header
    has. All else between tunes is free text. Of a text without any `X:` that begins with free text
    nothing is known.

    Args:
        text: Its lines end in `\n` or `\r\n`.
        start: 0, or where an `X:` line begins.
        end: The end of the text, or where an `X:` line begins.
    """
    stop = len(text) if end is None else end
    numbered = _numbered(text, start, stop)
    first_number = numbered[0] if numbered else stop
    bare = list(_without_number(text, start, stop, first_number))
    if not bare:
        return numbered
    if first_number == len(text) and _has_free_text(text[start : bare[0]]):
        return []
    return sorted([*numbered, *bare])


def is_numbered(text: str, start: int) -> bool:
    """Return whether a tune that begins at a place has its `X:` line."""
    return _NUMBER_LINE.match(text, start) is not None


def _numbered(text: str, start: int, stop: int) -> list[int]:
    """Return where the lines of `X:` begin."""
    starts = []
    # An `X` is found far more quickly than the start of a line.
    for match in _REFERENCE_NUMBER.finditer(text, start, stop):
        line_start = text.rfind("\n", 0, match.start()) + 1
        if not text[line_start : match.start()].strip(" \t"):
            starts.append(line_start)
    return starts


def _without_number(text: str, start: int, stop: int, first_number: int) -> Iterator[int]:
    """Yield where the headers without `X:` begin."""
    is_first = True
    for block in _blocks(text, start, stop):
        header = _HEADER_LINES.match(text, block, stop)
        fields = list(_FIELD.finditer(header[0])) if header else []
        letters = {field[1] for field in fields}
        is_first = is_first and block < first_number
        # An `X:` that is not the first field still belongs to this header.
        if header is None or "X" in letters or is_numbered(text, header.end()):
            continue
        if {"T", "K"} <= letters or (is_first and _has_music(text, header.end(), stop, letters)):
            yield block + fields[0].start()
            is_first = False


def _blocks(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where the lines after empty ones begin, and the first line."""
    beginning = _BEGINNING.match(text, start, stop)
    if beginning is not None:
        yield beginning.end()
    for match in _BLOCK.finditer(text, start, stop):
        yield match.end()


def _has_music(text: str, header_end: int, stop: int, letters: Set[str]) -> bool:
    """Return whether music follows a header of some fields directly."""
    line = _LINE.match(text, header_end, stop)
    words = line[0].strip() if line else ""
    return bool(words) and ("K" in letters or ("T" in letters and "|" in words))


def _has_free_text(text: str) -> bool:
    """Return whether lines are more than a file header."""
    lines = (line for line in text.split("\n") if line.strip())
    return any(not _HEADER_LINES.fullmatch(line) for line in lines)
