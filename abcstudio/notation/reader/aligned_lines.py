"""Which notes the `w:` and `s:` lines of a tune belong to (ABC 2.1, 4.15, 5.1 and 7.4)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from abcstudio.notation.diagnostic_log import DiagnosticLog
from abcstudio.notation.limits import MAX_MARKS, MAX_VERSES
from abcstudio.notation.reader.lyrics import LyricLine, after_bar_line, next_note
from abcstudio.notation.reader.marks import Mark, MarkReader
from abcstudio.notation.reader.overlays import Overlays, place_of
from abcstudio.notation.reader.removal import removal
from abcstudio.notation.reader.voice.drafts import TimedDraft
from abcstudio.notation.reader.voice.voice_builder import Item, VoiceBuilder
from abcstudio.notation.score import Annotation, ChordSymbol
from abcstudio.notation.spans import Span

Reach = tuple[tuple[int, int, int, int], ...]


OnReach = Callable[[VoiceBuilder, int], None]

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


@dataclass(slots=True)
class _Reach:
    """How far the lines of one letter have come in one voice, as indices into its items.

    Attributes:
        line: Where the latest line of music begins.
        free: Where the music begins that no such line belongs to yet.
        start: Where the music begins that the latest such line belongs to.
        count: Such lines since the latest line of music.
    """

    line: int = 0
    free: int = 0
    start: int = 0
    count: int = 0


@dataclass(slots=True)
class _VoiceReach:
    lyrics: _Reach = field(default_factory=_Reach)
    symbols: _Reach = field(default_factory=_Reach)


class AlignedLines:
    """Gives `w:` and `s:` lines to the notes before them.

    Args of the constructor:
        on_reach: Called with the voice and the index of its first item that a line may change.

    Attributes:
        postponed: A line belongs to all the music since the latest such line, as ABC 2.1 says;
            else, as in older tunes, to the line of music before it unless it is too long for that.
    """

    NOT_CARRIED: ClassVar = frozenset(("_log", "_marks", "_overlays", "_reaches", "_on_reach"))

    def __init__(
        self,
        log: DiagnosticLog,
        marks: MarkReader,
        overlays: Overlays,
        on_reach: OnReach | None = None,
    ) -> None:
        self._log = log
        self._marks = marks
        self._overlays = overlays
        self._reaches: dict[str, _VoiceReach] = {}
        self.postponed = False
        self._on_reach = on_reach

    def release(self) -> None:
        """Let go of what is called back."""
        self._on_reach = None

    def begin_music(self, voice: VoiceBuilder, *, continued: bool) -> None:
        """Note that a line of music of a voice begins, maybe as the continuation of one."""
        count = len(voice.items)
        of_voice = self._reaches.setdefault(voice.voice_id, _VoiceReach())
        for reach in (of_voice.lyrics, of_voice.symbols):
            if reach.count:
                reach.free = count
                reach.count = 0
            if not continued:
                reach.line = count

    def reach_of(self, voice_id: str) -> Reach:
        """Return how far the lines of each letter have come in a voice, as plain numbers."""
        of_voice = self._reaches.get(voice_id) or _VoiceReach()
        return tuple(
            [
                (reach.line, reach.free, reach.start, reach.count)
                for reach in (of_voice.lyrics, of_voice.symbols)
            ]
        )

    def set_reach(self, voice_id: str, reach: Reach) -> None:
        """Let the lines have come as far in a voice as `reach_of` said."""
        self._reaches[voice_id] = _VoiceReach(*(_Reach(*numbers) for numbers in reach))

    def lyrics(self, voice: VoiceBuilder, value: str, start: int) -> None:
        """Give the syllables of a `w:` line to the notes before it."""
        reach = self._reaches.setdefault(voice.voice_id, _VoiceReach()).lyrics
        reach.count += 1
        if not self._has_room(reach, value, start):
            return
        if reach.count == 1:
            reach.start = reach.free if self.postponed else reach.line
        line = LyricLine(self._items(voice, reach.start), value, start, reach.count)
        if line.left_over and reach.count == 1 and reach.free < reach.start:
            longer = LyricLine(self._items(voice, reach.free), value, start, 1)
            if longer.left_over < line.left_over:
                line, reach.start = longer, reach.free
        line.apply()
        if line.left_over:
            self._log.warn("lyrics-too-long", start, start + len(value), count=line.left_over)

    def symbols(self, voice: VoiceBuilder, value: str, start: int) -> None:
        """Give the symbols of an `s:` line to the notes before it."""
        reach = self._reaches.setdefault(voice.voice_id, _VoiceReach()).symbols
        reach.count += 1
        if not self._has_room(reach, value, start):
            return
        first = reach.free if self.postponed else reach.line
        align_symbols(self._items(voice, first), value, start, self._marks, self._log)

    def _has_room(self, reach: _Reach, value: str, start: int) -> bool:
        """Whether there may be as many such lines; the first one too many is reported."""
        if reach.count == MAX_VERSES + 1:
            self._log.error("limit-verses", start, start + len(value), limit=MAX_VERSES)
        return reach.count <= MAX_VERSES

    def _items(self, voice: VoiceBuilder, first: int) -> list[Item]:
        """Return a voice's items from an index on, with those of its overlays among them."""
        if self._on_reach is not None:
            self._on_reach(voice, first)
        items = voice.items[first:]
        if items and self._overlays.has_any(voice):
            items += self._overlays.notes_since(voice, items, place_of(items[0]))
            items.sort(key=place_of)
        return items
