"""Symbol lines `s:`: decorations, chord symbols, annotations under notes (ABC 2.1, 4.15)."""

import re
from collections.abc import Sequence

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.limits import MAX_MARKS
from abcstudio.notation.reader.lyrics import after_bar_line, next_note
from abcstudio.notation.reader.marks import Mark, MarkReader
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.reader.voice.drafts import TimedDraft
from abcstudio.notation.reader.voice.voice_builder import Item
from abcstudio.notation.score import Annotation, ChordSymbol
from abcstudio.notation.spans import Span

_PIECE = re.compile(
    r'"(?P<quoted>(?:[^"\\]|\\.)*)"|!(?P<name>[^!|]+)!|\+(?P<plussed>[^+\s|]+)\+|(?P<skip>\*)'
    r"|(?P<bar>\|)|(?P<shorthand>[.~H-Wh-w])|(?P<space>\s+)|(?P<unknown>[^\s*|]+)"
)


def align_symbols(
    items: Sequence[Item], value: str, start: int, marks: MarkReader, log: DiagnosticLog
) -> None:
    """Give the symbols of one `s:` line, which begins at `start`, to the notes of `items`."""
    place = left_over = 0
    for match in _PIECE.finditer(value):
        kind = match.lastgroup
        span = Span(start + match.start(), start + match.end())
        if kind == "space":
            continue
        if kind == "bar":
            place = after_bar_line(items, place)
            continue
        if kind == "unknown":
            fix = removal(marks.text, span.start, span.end)
            log.warn("symbol-unknown", span.start, span.end, fix, symbol=match[0][:40])
            continue
        place = next_note(items, place)
        draft = items[place] if place < len(items) else None
        place += 1
        if kind == "skip":
            continue
        mark = _mark(match, span, marks)
        if draft is None:
            left_over += 1
        elif mark is not None:
            assert isinstance(draft, TimedDraft)
            _attach(mark, draft)
    if left_over:
        log.warn("symbols-too-many", start, start + len(value), count=left_over)


def _mark(match: re.Match[str], span: Span, marks: MarkReader) -> Mark | None:
    if match["quoted"] is not None:
        return marks.quoted(match["quoted"], span)
    if match["shorthand"] is not None:
        return marks.shorthand(match["shorthand"], span)
    return marks.decoration(match["name"] or match["plussed"], span)


def _attach(mark: Mark, draft: TimedDraft) -> None:
    if isinstance(mark, ChordSymbol):
        draft.chord_symbols = (*draft.chord_symbols, mark)[:MAX_MARKS]
    elif isinstance(mark, Annotation):
        draft.annotations = (*draft.annotations, mark)[:MAX_MARKS]
    else:
        draft.decorations = (*draft.decorations, mark)[:MAX_MARKS]
