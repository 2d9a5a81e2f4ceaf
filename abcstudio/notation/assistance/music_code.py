"""Where the notes are: the parts of a text that are music code and nothing else."""

from bisect import bisect_right
from functools import cached_property, lru_cache

from abcstudio.notation.lexing.lexer import TokenKind, music_matches
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.spans import Span

_NOT_NOTES = frozenset(
    {
        TokenKind.QUOTED, TokenKind.UNCLOSED_QUOTE, TokenKind.DECORATION, TokenKind.INLINE_FIELD,
        TokenKind.UNKNOWN,
    }
)  # fmt: skip


class MusicCode:
    """Tells the notes of a text from its fields, lyrics, remarks, texts in quotes, decorations."""

    def __init__(self, text: str) -> None:
        self._text = text

    def holds(self, span: Span) -> bool:
        """Return whether all characters of a place are music code of one line."""
        index = bisect_right(self._starts, span.start) - 1
        if index < 0:
            return False
        line = self._lines[index]
        if line.kind is not LineKind.MUSIC or span.end > line.content_end:
            return False
        start, end = span.start - line.start, span.end - line.start
        runs = _runs(self._text[line.start : line.content_end])
        run = runs[bisect_right(runs, start, key=lambda run: run[0]) - 1]
        return run[0] <= start and end <= run[1]

    @cached_property
    def _lines(self) -> tuple[Line, ...]:
        return tuple(scan_lines(self._text))

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self._lines]


@lru_cache(maxsize=4096)
def _runs(music: str) -> tuple[tuple[int, int], ...]:
    """Return the parts of a line of music between what is no music code; a line is read once."""
    runs: list[tuple[int, int]] = []
    start = 0
    for kind, match in music_matches(music, 0, len(music)):
        if kind in _NOT_NOTES:
            runs.append((start, match.start()))
            start = match.end()
    runs.append((start, len(music)))
    return tuple(runs)
