"""Fields that go on over several lines, as one line each (ABC 2.1, 3.3)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from abcstudio.notation.lexing.lines import Line, LineKind


def join_continued(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines with each field and the `+:` lines after it as one.

    Comments may stand between them, and the line then reaches to the last piece's end.
    """
    pieces: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if pieces and _continues(line, pieces[0].letter):
            pieces.append(line)
            waiting.clear()
        elif pieces and line.kind is LineKind.COMMENT:
            waiting.append(line)
        else:
            if pieces:
                yield _joined(pieces)
                yield from waiting
                waiting.clear()
                pieces.clear()
            if line.kind is LineKind.FIELD:
                pieces.append(line)
            else:
                yield line
    if pieces:
        yield _joined(pieces)
    yield from waiting


def _continues(line: Line, letter: str) -> bool:
    """Whether a line goes on with a field: `+:`, and in older tunes the lines of a history."""
    return line.letter == "+" or (letter == "H" and line.kind is LineKind.TEXT and line.in_header)


def _joined(pieces: list[Line]) -> Line:
    first, last = pieces[0], pieces[-1]
    if first is last:
        return first
    gaps = tuple(
        (before.content_end, after.value_start if after.letter else after.start)
        for before, after in pairwise(pieces)
    )
    return replace(first, content_end=last.content_end, end=last.end, gaps=gaps)
