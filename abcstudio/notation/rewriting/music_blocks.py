"""Runs of music lines that belong together, with their lyrics, and writing them in other lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from abcstudio.notation.editing.writer import Edit
from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.rewriting.lyric_writing import lyric_lines
from abcstudio.notation.score import Chord
from abcstudio.notation.spans import Span

_CONTINUED = re.compile(r"[ \t]*\\?[ \t]*$")
_PLAIN_START = re.compile(r"\|(?![|:\]\[\d])")
_PLAIN_END = re.compile(r"(?<![|:\[\]])\|$")
_VOICE = re.compile(r"\[V:")


@dataclass(slots=True)
class MusicBlock:
    """Lines of music of one voice with nothing but their lyrics between them.

    Attributes:
        lines: The lines of music.
        words: The `w:` lines (and `+:` lines) under them.
        is_fixed: The lines cannot be moved: voices change inside one, or `s:` lines and comments
            stand beside them.
    """

    lines: list[Line] = field(default_factory=list)
    words: list[Line] = field(default_factory=list)
    is_fixed: bool = False

    @property
    def span(self) -> Span:
        """From the first character to the end of the last line's content."""
        return Span(self.lines[0].start, max(self.lines[-1].content_end, *self._word_ends()))

    def _word_ends(self) -> list[int]:
        return [line.content_end for line in self.words] or [0]


@dataclass(frozen=True, slots=True)
class Break:
    """Where a line is to end: what is written up to `at` and after `resume`, and what is added.

    `before` ends the line, `after` begins the next: they take the place of a sign such as `::` that
    belongs to both.
    """

    at: int
    resume: int
    before: str = ""
    after: str = ""


def music_blocks(text: str) -> Iterator[MusicBlock]:
    """Yield the blocks of a tune in order."""
    block: MusicBlock | None = None
    closes = False
    for line in scan_lines(text):
        is_music = line.kind is LineKind.MUSIC
        is_words = line.kind is LineKind.FIELD and line.letter in ("w", "s", "+")
        if block is not None and not (is_words or (is_music and not closes)):
            yield block
            block = None
        if not (is_music or (is_words and block)):
            continue
        has_comment = "%" in text[line.content_end : line.end]
        if is_music:
            voices = [
                match.start() for match in _VOICE.finditer(text, line.start, line.content_end)
            ]
            if block is not None and voices:
                yield block
                block = None
            block = block or MusicBlock()
            block.lines.append(line)
            block.is_fixed |= any(text[line.start : place].strip() for place in voices)
            closes = has_comment
        elif block is not None:
            block.words.append(line)
            # A comment between a line and its words would have no place.
            block.is_fixed |= has_comment or closes or line.letter == "s"
    if block is not None:
        yield block


def line_breaks(text: str, block: MusicBlock) -> list[Break]:
    """Return the breaks that a block has: its line ends, and the signs `!` and `$`.

    A continued line has none.
    """
    breaks = []
    for line in block.lines:
        for kind, match in music_matches(text, line.start, line.content_end):
            if kind == "score_break":
                breaks.append(Break(match.start(), match.end()))
        end = _music_end(text, line)
        if "\\" not in text[end : line.content_end]:
            breaks.append(Break(end, end))
    return breaks


def has_break_signs(text: str, block: MusicBlock) -> bool:
    """Whether one of the signs `!` and `$` breaks a line of a block."""
    return any(
        kind == "score_break"
        for line in block.lines
        for kind, _ in music_matches(text, line.start, line.content_end)
    )


def rewritten(
    text: str,
    block: MusicBlock,
    breaks: Sequence[Break],
    chords: Sequence[Chord],
    *,
    keeps_empty_words: bool = False,
) -> Edit | None:
    """Return the edit that writes a block in the lines that `breaks` ask for; None for no change.

    Args:
        text: The tune.
        block: One of its blocks.
        breaks: In order; the end of the block needs none.
        chords: The chords of the block's voice that stand in it, with their syllables.
        keeps_empty_words: Write a `w:` line under each line once the block has any.
    """
    pieces = list(_pieces(text, block))
    new_lines: list[str] = []
    music_lines: list[str] = []
    start, begin = pieces[0][0], ""
    words = block.words
    verses = max((s.verse for chord in chords for s in chord.syllables), default=0)
    for break_ in (*breaks, Break(pieces[-1][1], pieces[-1][1])):
        music = _between(text, pieces, start, break_.at)
        line = begin + music + break_.before
        if line.strip():
            new_lines.append(line)
            music_lines.append(line)
            if words:
                sung = [chord for chord in chords if start <= chord.span.start < break_.at]
                prefix = text[words[0].start : words[0].value_start] + " "
                new_lines += lyric_lines(text, sung, verses, prefix, keeps_empty=keeps_empty_words)
        start, begin = break_.resume, break_.after
    if music_lines == [text[line.start : line.content_end].strip() for line in block.lines]:
        return None
    first = text[block.lines[0].start : block.lines[0].end]
    line_end = first[len(first.rstrip("\r\n")) :] or "\n"
    return Edit(block.span, line_end.join(new_lines) + _tail(text, block))


def _tail(text: str, block: MusicBlock) -> str:
    """Return what stands between the last line's music and its end, to be kept."""
    last = block.lines[-1]
    return "" if block.words else text[_music_end(text, last) : last.content_end]


def _pieces(text: str, block: MusicBlock) -> Iterator[tuple[int, int]]:
    """Yield where the music of a block stands, without line ends and signs for them."""
    for line in block.lines:
        start = line.start
        for kind, match in music_matches(text, line.start, line.content_end):
            if kind == "score_break":
                yield start, match.start()
                start = match.end()
        yield start, max(start, _music_end(text, line))


def _between(text: str, pieces: Sequence[tuple[int, int]], start: int, end: int) -> str:
    line = ""
    for piece_start, piece_end in pieces:
        piece = text[max(piece_start, start) : min(piece_end, end)].strip(" \t")
        if piece_start >= end or piece_end <= start or not piece:
            continue
        if line.endswith("|"):
            # One plain bar line of two: the old line ended with it and the next began with it.
            if _PLAIN_START.match(piece):
                piece = piece[1:].lstrip(" \t")
            elif piece.startswith("|") and _PLAIN_END.search(line):
                line = line[:-1].rstrip(" \t")
        # The digit of an ending stands right behind its bar line.
        gap = "" if piece[:1].isdigit() and line.endswith(("|", ":")) else " "
        line = f"{line}{gap}{piece}" if line and piece else line or piece
    return line


def _music_end(text: str, line: Line) -> int:
    match = _CONTINUED.search(text, line.start, line.content_end)
    return match.start() if match else line.content_end
