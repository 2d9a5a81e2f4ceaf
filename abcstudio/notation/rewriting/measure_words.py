"""Lyrics that follow their notes when these have changed their places."""

from collections.abc import Iterator, Mapping

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.lexing.lines import Line
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.lyric_writing import lyric_lines
from abcstudio.notation.rewriting.music_blocks import MusicBlock, music_blocks
from abcstudio.notation.score import Chord, Score
from abcstudio.notation.spans import Span


def words_edits(
    old: Score, changed: Score, came_from: Mapping[int, Chord | None]
) -> tuple[Edit, ...]:
    """Return the edits of a changed tune that write the words anew under lines that need it.

    Args:
        old: The tune before.
        changed: The tune with its notes in other places.
        came_from: By the first character of each chord in `changed`, that chord as it was.

    Raises:
        EditError: The words cannot follow their notes.
    """
    chords = _chords(changed)
    wanted = [_sung(came_from.get(chord.span.start)) for chord in chords]
    left_over = _left_over(changed)
    if len(left_over) <= len(_left_over(old)):
        left_over = []
    if [_sung(chord) for chord in chords] == wanted and not left_over:
        return ()
    for keeps_empty in (False, True):
        edits = tuple(_edits(old, changed, came_from, left_over, keeps_empty=keeps_empty))
        fixed = parse(apply_changes(changed.text, edits))
        if [_sung(chord) for chord in _chords(fixed)] == wanted:
            return edits
    raise EditError("edit.lyrics_would_change")


def _left_over(score: Score) -> list[int]:
    """Return where words stand that no note sings."""
    return [d.span.start for d in score.diagnostics if d.code == "lyrics-too-long"]


def _edits(
    old: Score,
    changed: Score,
    came_from: Mapping[int, Chord | None],
    left_over: list[int],
    *,
    keeps_empty: bool,
) -> Iterator[Edit]:
    for block in music_blocks(changed.text):
        inside = [
            chord
            for chord in _chords(changed)
            if block.span.start <= chord.span.start < block.span.end
        ]
        before = [came_from.get(chord.span.start) for chord in inside]
        is_right = [_sung(chord) for chord in inside] == [_sung(chord) for chord in before]
        if is_right and not any(block.span.start <= place < block.span.end for place in left_over):
            continue
        if block.is_fixed:
            raise EditError("edit.lyrics_would_change")
        yield from _block_edits(old, changed, came_from, block, keeps_empty)


def _block_edits(
    old: Score,
    changed: Score,
    came_from: Mapping[int, Chord | None],
    block: MusicBlock,
    keeps_empty: bool,
) -> Iterator[Edit]:
    text = changed.text
    words = block.words
    prefix = (text[words[0].start : words[0].value_start] if words else "w:") + " "
    for line in block.lines:
        sung = []
        for chord in _chords(changed):
            origin = came_from.get(chord.span.start)
            if origin is not None and line.start <= chord.span.start < line.content_end:
                sung.append(origin)
        verses = max((s.verse for chord in sung for s in chord.syllables), default=0)
        end = _end_of(text, line)
        written = lyric_lines(old.text, sung, verses, prefix, keeps_empty=keeps_empty)
        yield Edit(Span(end, end), "".join(f"\n{verse}" for verse in written))
    for word in words:
        # From the end of the line before, so that no empty line is left.
        yield Edit(Span(len(text[: word.start].rstrip("\r\n")), _end_of(text, word)), "")


def _end_of(text: str, line: Line) -> int:
    return line.start + len(text[line.start : line.end].rstrip("\r\n"))


def _chords(score: Score) -> list[Chord]:
    chords = [e for voice in score.voices for e in voice.elements if isinstance(e, Chord)]
    return sorted(chords, key=lambda chord: chord.span.start)


def _sung(chord: Chord | None) -> tuple[tuple[str, int, bool, bool], ...]:
    syllables = chord.syllables if chord is not None else ()
    return tuple((s.text, s.verse, s.hyphen, s.extender) for s in syllables)
