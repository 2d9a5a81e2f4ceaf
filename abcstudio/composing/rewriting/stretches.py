"""Where in a tune's text some music stands, cut at bar lines, fields and line ends."""

from collections.abc import Iterator

from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.spans import Span

_CUTS = frozenset({"bar_line", "inline_field", "overlay"})
_BLANK = frozenset({"space", "continuation", "score_break", "unknown"})
_ENDS = frozenset({"note", "rest", "measure_rest", "chord_end", "tie", "slur_end", "broken_rhythm"})


def music_stretches(text: str, between: Span) -> Iterator[Span]:
    """Yield the stretches of music in a part of a tune's text.

    A stretch begins with the first sign of its first note and ends with its last note: what stands
    between that and a bar line, such as the number of an ending or `!fine!`, belongs to neither.
    """
    for line in scan_lines(text):
        is_inside = line.start < between.end and between.start < line.content_end
        if is_inside and line.kind is LineKind.MUSIC:
            yield from _of_line(text, line, between)


def _of_line(text: str, line: Line, between: Span) -> Iterator[Span]:
    start, end = -1, -1
    # From the start of the line: the digit of an ending is known by the bar line before it.
    for kind, match in music_matches(text, line.start, min(line.content_end, between.end)):
        if match.start() < between.start or kind in _BLANK:
            continue
        if kind in _CUTS:
            if end > start >= 0:
                yield Span(start, end)
            start = end = -1
        elif start >= 0 or kind != "variant_ending":
            start = match.start() if start < 0 else start
            end = match.end() if kind in _ENDS else end
    if end > start >= 0:
        yield Span(start, end)
