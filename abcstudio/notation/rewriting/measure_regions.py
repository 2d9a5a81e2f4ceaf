"""The measures of all voices side by side, each with the characters that are its music."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from abcstudio.errors import EditError
from abcstudio.notation.lexing.lexer import MUSIC, music_matches
from abcstudio.notation.lexing.lines import Line, LineKind, scan_lines
from abcstudio.notation.measures.measures import Measure, split_measures
from abcstudio.notation.score import Chord, Note, Rest, Score, Voice
from abcstudio.notation.spans import Span

_BLANK = frozenset({"space", "continuation", "score_break"})


@dataclass(frozen=True, slots=True)
class Region:
    """One measure of one voice.

    Attributes:
        music: From its first sign to its last; the digit of an ending and what its line ends with
            are not part of it.
        bar: Where the bar line after it is written, None where there is none.
        left: Where the bar line before it is written.
        holds_fields: A field, a comment or the end of a line stands in its music.
    """

    measure: Measure
    music: Span
    left: Span | None
    bar: Span | None
    holds_fields: bool

    @property
    def notes(self) -> tuple[Note, ...]:
        """Its notes, without grace notes."""
        return tuple(note for chord in self.chords for note in chord.notes)

    @property
    def chords(self) -> tuple[Chord, ...]:
        """Its notes and chords."""
        return tuple(e for e in self.measure.elements if isinstance(e, Chord))

    @property
    def duration(self) -> Fraction:
        """The sum of the lengths of its notes and rests, in whole notes."""
        return self.measure.duration


def regions_of(score: Score) -> list[list[Region]]:
    """Return the measures of each voice that is written in lines of its own.

    Raises:
        EditError: The voices have not the same measures.
    """
    rows = []
    for voice in score.voices:
        if voice.overlay_of is None:
            row = list(_row(score, voice))
            if row:
                rows.append(row)
    if not rows:
        raise EditError("edit.no_notes")
    lasts = {tuple(region.duration for region in row) for row in rows}
    if len({len(row) for row in rows}) > 1 or len(lasts) > 1:
        raise EditError("edit.voices_not_aligned")
    return rows


def measures_in(rows: list[list[Region]], text: str, span: Span) -> tuple[int, range]:
    """Return what a selection touches, or a caret stands in: the row and its measures there.

    Raises:
        EditError: There is no measure there.
    """
    for number, row in enumerate(rows):
        touched = [i for i, region in enumerate(row) if _overlaps(region.music, span)]
        if touched:
            return number, range(touched[0], touched[-1] + 1)
    line_start = _line_start(text, span.start)
    for number, row in enumerate(rows):
        before = [
            i
            for i, region in enumerate(row)
            if _line_start(text, region.music.start) == line_start
            and (region.left is None or region.left.end <= span.start)
        ]
        if before:
            return number, range(before[-1], before[-1] + 1)
        on_line = [i for i, r in enumerate(row) if _line_start(text, r.music.start) == line_start]
        if on_line:
            return number, range(on_line[0], on_line[0] + 1)
    raise EditError("edit.no_measure_here")


def _overlaps(music: Span, span: Span) -> bool:
    return music.start < span.end and span.start < music.end


def _row(score: Score, voice: Voice) -> Iterator[Region]:
    for measure in split_measures(voice, score.meter):
        timed = [e for e in measure.elements if isinstance(e, Chord | Rest)]
        if any(isinstance(e, Rest) and e.measures > 1 for e in timed):
            raise EditError("edit.rest_of_measures")
        left, right = measure.left, measure.right
        start = left.span.end if left is not None else _line_start(score.text, timed[0].span.start)
        end = right.span.start if right is not None else timed[-1].span.end
        music, holds_fields = _music(score.text, Span(start, end))
        if right is None:
            music = Span(music.start, _end_of_line_music(score.text, music.end))
        yield Region(
            measure,
            music,
            left.span if left is not None else None,
            right.span if right is not None else None,
            holds_fields,
        )


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _end_of_line_music(text: str, place: int) -> int:
    """Return the end of what belongs to the last note of a line that ends without a bar line."""
    while (match := MUSIC.match(text, place)) is not None and match.lastgroup in (
        "tie",
        "slur_end",
        "broken_rhythm",
    ):
        place = match.end()
    return place


def _music(text: str, between: Span) -> tuple[Span, bool]:
    """Return the music between two bar lines, and whether more than music stands in it."""
    pieces: list[Span] = []
    others: list[int] = []
    for line in scan_lines(text):
        if line.end <= between.start or line.start >= between.end:
            continue
        if line.kind is not LineKind.MUSIC:
            others.append(line.start)
            continue
        if "%" in text[line.content_end : line.end] and line.end < between.end:
            others.append(line.content_end)
        _sort_line(text, line, between, pieces, others)
    if not pieces:
        raise EditError("edit.no_measure_here")
    music = Span(pieces[0].start, pieces[-1].end)
    breaks = "\n" in music.of(text) or "\r" in music.of(text)
    return music, breaks or any(music.start <= place < music.end for place in others)


def _sort_line(text: str, line: Line, between: Span, pieces: list[Span], others: list[int]) -> None:
    """Add a line's signs of music to the pieces, the places of its inline fields to the others."""
    start, end = max(line.start, between.start), min(line.content_end, between.end)
    # From the start of the line: the digit of an ending is known by the bar line before it.
    for kind, match in music_matches(text, line.start, end):
        at = match.start()
        if at < start:
            continue
        if kind == "inline_field":
            others.append(at)
        elif kind == "variant_ending" and not pieces:
            continue
        elif kind not in _BLANK:
            pieces.append(Span(at, match.end()))
