"""Writing the lines of a tune's music anew: so many measures a line, and no old `!` breaks.

Only blanks, line ends, the signs for them and the lyrics under the lines change; music that stands
under another field, comment or voice keeps lines of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from abcstudio.errors import EditError
from abcstudio.notation.editing.writer import Edit, apply_changes
from abcstudio.notation.lexing.lexer import MUSIC
from abcstudio.notation.measures.measures import Measure, is_section_bar, split_measures
from abcstudio.notation.reader.parser import parse
from abcstudio.notation.rewriting.column_alignment import align_bar_lines
from abcstudio.notation.rewriting.music_blocks import (
    Break,
    MusicBlock,
    has_break_signs,
    line_breaks,
    music_blocks,
    rewritten,
)
from abcstudio.notation.rewriting.tune_texts import require_same_sound, tune_by_tune
from abcstudio.notation.score import BarLine, Chord, Rest, Score, VariantEnding, Voice
from abcstudio.notation.spans import Span

MAX_MEASURES_PER_LINE = 64

Breaks = Callable[[Score, MusicBlock, Voice], Sequence[Break]]


def measures_per_line(text: str, count: int, *, align: bool = False) -> str:
    """Return a text whose lines of music have `count` measures each.

    A pickup does not count. A section begins a line of its own, and a second ending stays beside
    the end of the first where that began inside a line.

    Args:
        text: One or several tunes.
        count: From 1 to `MAX_MEASURES_PER_LINE`.
        align: Also put the bar lines under one another.

    Raises:
        EditError: The lines of a tune cannot be moved; nothing is to be changed.
        ValueError: The count is out of range.
    """
    if not 1 <= count <= MAX_MEASURES_PER_LINE:
        raise ValueError(f"a line cannot have {count} measures")

    def change(tune: str) -> str:
        def breaks(score: Score, block: MusicBlock, voice: Voice) -> Sequence[Break]:
            return _Counter(score, block, voice, count).breaks()

        relined = _relined(tune, breaks)
        return align_bar_lines(relined) if align else relined

    return tune_by_tune(text, change)


def modern_line_breaks(text: str) -> str:
    """Return a text in which line ends stand for the old line breaks `!` (and `$`).

    Raises:
        EditError: The lines of a tune cannot be moved; nothing is to be changed.
    """

    def breaks(score: Score, block: MusicBlock, _voice: Voice) -> Sequence[Break]:
        return line_breaks(score.text, block)

    def change(tune: str) -> str:
        return _relined(tune, breaks, lambda block: has_break_signs(tune, block))

    return tune_by_tune(text, change)


def _relined(
    text: str, breaks_of: Breaks, touches: Callable[[MusicBlock], bool] = lambda _block: True
) -> str:
    score = parse(text)
    if any(directive.name == "linebreak" for directive in score.directives):
        raise EditError("edit.line_break_sign")
    for keeps_empty_words in (False, True):
        changed = apply_changes(text, _edits(score, breaks_of, touches, keeps_empty_words))
        require_same_sound(text, changed)
        if _sung(score) == _sung(parse(changed)):
            return changed
    raise EditError("edit.lyrics_would_change")


def _edits(
    score: Score,
    breaks_of: Breaks,
    touches: Callable[[MusicBlock], bool],
    keeps_empty_words: bool,
) -> Iterator[Edit]:
    for block in music_blocks(score.text):
        voice = _voice_of(score, block)
        if voice is None or not touches(block):
            continue
        edit = rewritten(
            score.text,
            block,
            breaks_of(score, block, voice),
            [e for e in voice.elements if isinstance(e, Chord) and _is_in(e.span, block)],
            keeps_empty_words=keeps_empty_words,
        )
        if edit is not None and block.is_fixed:
            raise EditError("edit.lines_fixed")
        if edit is not None:
            yield edit


def _sung(score: Score) -> list[object]:
    return [
        [(s.text, s.verse, s.hyphen, s.extender) for s in element.syllables]
        for voice in score.voices
        for element in voice.elements
        if isinstance(element, Chord | Rest)
    ]


def _is_in(span: Span, block: MusicBlock) -> bool:
    return block.span.start <= span.start < block.span.end


def _voice_of(score: Score, block: MusicBlock) -> Voice | None:
    """Return the voice that a block's music belongs to."""
    for voice in score.voices:
        if voice.overlay_of is None and any(
            isinstance(e, Chord | Rest) and e.span.start < e.span.end and _is_in(e.span, block)
            for e in voice.elements
        ):
            return voice
    return None


@dataclass(slots=True)
class _Boundary:
    """The bar lines between two measures, and what comes after them."""

    bars: list[BarLine]
    ending: VariantEnding | None
    is_last: bool

    @property
    def is_section(self) -> bool:
        return any(is_section_bar(bar) for bar in self.bars)


class _Counter:
    """Counts the measures of one block and says where its lines are to end."""

    def __init__(self, score: Score, block: MusicBlock, voice: Voice, count: int) -> None:
        self._text = score.text
        self._count = count
        self._elements = [e for e in voice.elements if _is_in(e.span, block)]
        self._measure_before: dict[Span, Measure] = {
            measure.right.span: measure
            for measure in split_measures(voice, score.meter)
            if measure.right is not None
        }
        self._in_line = 0
        self._at_first_ending = 0

    def breaks(self) -> list[Break]:
        """Return the breaks in order."""
        breaks: list[Break] = []
        self._note_ending(self._ending_after(0))
        for place, element in enumerate(self._elements):
            if not isinstance(element, BarLine):
                continue
            measure = self._measure_before.get(element.span)
            if measure is None:
                continue
            self._in_line += not measure.is_pickup
            boundary = self._boundary(place)
            if boundary.is_last:
                break
            if self._ends_line(boundary) and (found := self._break_at(boundary)) is not None:
                breaks.append(found)
                self._in_line = 0
            self._note_ending(boundary.ending)
        return breaks

    def _ends_line(self, boundary: _Boundary) -> bool:
        if self._in_line == 0:
            return False
        if boundary.ending is not None and min(boundary.ending.passes) > 1:
            if self._at_first_ending:
                # It stands beside what it replaces.
                self._in_line = self._at_first_ending
                return False
            return True
        # A first ending goes on with its section, whatever bar line stands before it.
        is_section = boundary.is_section and boundary.ending is None
        return self._in_line >= self._count or is_section

    def _note_ending(self, ending: VariantEnding | None) -> None:
        if ending is not None and min(ending.passes) == 1:
            self._at_first_ending = self._in_line

    def _boundary(self, place: int) -> _Boundary:
        bars: list[BarLine] = []
        for index in range(place, len(self._elements)):
            element = self._elements[index]
            if isinstance(element, Chord | Rest):
                return _Boundary(bars, self._ending_after(place), is_last=False)
            if isinstance(element, BarLine):
                bars.append(element)
        return _Boundary(bars, None, is_last=True)

    def _ending_after(self, place: int) -> VariantEnding | None:
        """Return the ending that begins before the next note from `place` on."""
        for element in self._elements[place:]:
            if isinstance(element, Chord | Rest):
                break
            if isinstance(element, VariantEnding):
                return element
        return None

    def _break_at(self, boundary: _Boundary) -> Break | None:
        """Return the break between two measures; None where a macro wrote the bar line."""
        bars = boundary.bars
        opening = next((i for i, bar in enumerate(bars) if bar.opens_repeat), None)
        if opening == 0:
            return self._split(bars[0])
        last = bars[-1] if opening is None else bars[opening - 1]
        end = last.span.end
        if not self._is_written(last):
            return None
        ending = boundary.ending
        if ending is not None and not self._text[end : ending.span.start].strip(" \t\r\n\\"):
            start = ending.span.start
            return Break(end, start, after="" if self._text.startswith("[", start) else "[")
        return Break(end, end)

    def _split(self, bar: BarLine) -> Break | None:
        """Return the break inside a bar line that belongs to both lines: `::`, `|:`."""
        if not self._is_written(bar):
            return None
        line_start = max(self._text.rfind(end, 0, bar.span.start) for end in "\r\n") + 1
        if not self._text[line_start : bar.span.start].strip():
            return Break(bar.span.start, bar.span.start)
        ends = ":" * bar.closes_repeat + "|"
        if not bar.closes_repeat and bar.span.of(self._text).startswith("||"):
            ends = "||"
        return Break(bar.span.start, bar.span.end, ends, "|" + ":" * bar.opens_repeat)

    def _is_written(self, bar: BarLine) -> bool:
        match = MUSIC.match(self._text, bar.span.start)
        is_bar_line = match is not None and match.lastgroup == "bar_line"
        return is_bar_line and match is not None and match.end() == bar.span.end
