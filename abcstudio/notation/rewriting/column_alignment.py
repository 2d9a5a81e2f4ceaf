"""Bar lines under one another: blanks before them, and nothing else, are changed."""

from collections.abc import Iterator
from dataclasses import dataclass

from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.measures.measures import split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.spans import Span


@dataclass(frozen=True, slots=True)
class _Cell:
    """The music before a bar line (`start` to `end`), and the bar line (`bar_start` to `bar_end`).

    A pickup and the bar lines at the start of a line go into the first cell.
    """

    start: int
    end: int
    bar_start: int
    bar_end: int


def align_bar_lines(text: str) -> str:
    """Return a tune's text with the bar lines of its lines under one another."""
    pickups = _pickup_ends(text)
    rows = [
        cells
        for line in scan_lines(text)
        if line.kind is LineKind.MUSIC and (cells := list(_cells(text, line, pickups)))
    ]
    edits: list[Edit] = []
    reached = [0] * len(rows)
    for column in range(max(map(len, rows), default=0)):
        here = [number for number, cells in enumerate(rows) if column < len(cells)]
        widths = {n: reached[n] + rows[n][column].end - rows[n][column].start for n in here}
        widest = max(widths.values())
        has_gap = any(
            rows[n][column].end < rows[n][column].bar_start for n in here if widths[n] == widest
        )
        for number in here:
            cell = rows[number][column]
            gap = " " * (widest + has_gap - widths[number])
            if text[cell.end : cell.bar_start] != gap:
                edits.append(Edit(Span(cell.end, cell.bar_start), gap))
            reached[number] = widest + has_gap + cell.bar_end - cell.bar_start
    return apply_changes(text, edits)


def _cells(text: str, line: Line, pickups: set[int]) -> Iterator[_Cell]:
    start = bar_start = bar_end = line.start
    has_music = is_bar = False
    for kind, match in music_matches(text, line.start, line.content_end):
        if kind == "bar_line":
            if not is_bar:
                bar_start = match.start()
            bar_end, is_bar = match.end(), True
        elif kind != "space":
            if is_bar and has_music and bar_start not in pickups:
                yield _cell(text, start, bar_start, bar_end)
                start = bar_end
            has_music, is_bar = True, False
    if is_bar and has_music:
        yield _cell(text, start, bar_start, bar_end)


def _cell(text: str, start: int, bar_start: int, bar_end: int) -> _Cell:
    content = text[start:bar_start]
    return _Cell(start, start + len(content.rstrip(" \t")), bar_start, bar_end)


def _pickup_ends(text: str) -> set[int]:
    """Return where the bar lines after pickups stand."""
    score = parse(text)
    return {
        measure.right.span.start
        for voice in score.voices
        for measure in split_measures(voice, score.meter)
        if measure.is_pickup and measure.right is not None
    }
