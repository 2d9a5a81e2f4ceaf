"""The voices of a score side by side, in columns from bar line to bar line."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from abcstudio.notation.limits import MAX_MEASURES_OF_REST
from abcstudio.notation.measures.measures import Measure, is_section_bar, split_measures
from abcstudio.notation.meter import Meter
from abcstudio.notation.score import (
    BarLine,
    Chord,
    ClefChange,
    Element,
    KeyChange,
    LineBreak,
    MeterChange,
    PartLabel,
    Rest,
    TempoChange,
    TransposeChange,
    VariantEnding,
    Voice,
)
from abcstudio.notation.spans import Span
from abcstudio.stopping import stoppable

CUT = BarLine(Span(0, 0), "invisible")
"""The bar line, never seen, where a measure goes on in the next system or in a variant ending."""

MAX_COUNTED_MEASURES = 20_000
"""Measures of one voice up to which its long rests are counted out."""

_CARRIED = (KeyChange, MeterChange, ClefChange, TransposeChange, TempoChange, PartLabel)


@dataclass(slots=True)
class Cell:
    """One voice's part of a column: what changes before its first note, and its music."""

    measure: Measure
    changes: list[Element]
    music: tuple[Element, ...]

    @property
    def is_full(self) -> bool:
        """Whether its notes last as long as the meter asks, with no cut in between."""
        measure = self.measure
        is_whole = measure.left is not CUT and measure.right is not CUT
        return is_whole and measure.duration >= measure.expected

    def changes_of(self, kind: type[Element]) -> list[Element]:
        """Return the changes of one kind."""
        return [change for change in self.changes if isinstance(change, kind)]


@dataclass(slots=True, kw_only=True)
class Column:
    """What stands between two bar lines in all voices; a voice that has ended has no cell.

    Attributes:
        ending: The variant ending that begins in it.
        closed_ending: The variant ending, begun here or before, that it is the last column of.
    """

    cells: list[Cell | None]
    left: BarLine | None
    right: BarLine | None
    number: int
    breaks_before: bool = False
    ending: VariantEnding | None = None
    closed_ending: VariantEnding | None = None

    @property
    def closes_ending(self) -> bool:
        """Whether a variant ending ends with it."""
        return self.closed_ending is not None

    @property
    def is_continuation(self) -> bool:
        """Whether it is the second part of a measure that was cut."""
        return self.left is CUT


def columns_of(
    voices: list[Voice],
    meter: Meter,
    cuts: tuple[type[Element], ...] = (),
    *,
    counts_rests: bool = False,
) -> list[Column]:
    """Return the columns of the staves.

    Args:
        voices: One a staff.
        meter: The one at the start.
        cuts: A measure goes on in a column of its own after an element of these kinds.
        counts_rests: A rest over several measures gives as many columns; where there are several
            staves it always does.
    """
    rows = [list(split_measures(voice, meter)) for voice in voices]
    if cuts:
        rows = [[piece for measure in row for piece in _cut(measure, cuts)] for row in rows]
    if counts_rests or len(rows) > 1:
        rows = [_count_rests(row) for row in rows]
    carried: list[list[Element]] = [[] for _ in rows]
    sides = stoppable(zip_longest(*rows))
    columns = [_column(measures, carried) for measures in sides]
    _join(columns)
    return columns


def _column(measures: tuple[Measure | None, ...], carried: list[list[Element]]) -> Column:
    cells: list[Cell | None] = []
    breaks = False
    ending: VariantEnding | None = None
    for row, measure in enumerate(measures):
        if measure is None:
            cells.append(None)
            continue
        before, music, after = _parted(measure.elements)
        changes = [*carried[row], *before]
        carried[row] = after
        if row == 0:
            breaks = any(isinstance(change, LineBreak) for change in changes)
            endings = [e for e in (*changes, *music) if isinstance(e, VariantEnding)]
            ending = endings[-1] if endings else None
        cells.append(Cell(measure, changes, music))
    main = next(measure for measure in measures if measure is not None)
    rights = [measure.right for measure in measures if measure is not None and measure.right]
    right = next((bar for bar in rights if is_section_bar(bar)), main.right)
    return Column(
        cells=cells,
        left=main.left,
        right=right,
        number=main.number,
        breaks_before=breaks,
        ending=ending,
    )


def _join(columns: list[Column]) -> None:
    """Let each column see its neighbour: one bar line between both, and where an ending closes."""
    inside: VariantEnding | None = None
    for column, after in zip_longest(columns, columns[1:]):
        has_own = column.right is not None and is_section_bar(column.right)
        if after is not None and after.left is not None and not has_own:
            column.right = after.left
        inside = column.ending or inside
        is_last = after is None or after.ending is not None
        is_section = column.right is not None and is_section_bar(column.right)
        if inside is not None and (is_last or is_section):
            column.closed_ending, inside = inside, None
    if columns:
        columns[0].breaks_before = False


def _parted(
    elements: tuple[Element, ...],
) -> tuple[list[Element], tuple[Element, ...], list[Element]]:
    """Return what precedes the music, the music, and what the next measure takes over."""
    timed = [i for i, element in enumerate(elements) if isinstance(element, (Chord, Rest))]
    if not timed:
        return list(elements), (), []
    first, last = timed[0], timed[-1]
    after: list[Element] = [
        e for e in elements[last + 1 :] if isinstance(e, (*_CARRIED, LineBreak))
    ]
    return list(elements[:first]), elements[first : last + 1], after


def _cut(measure: Measure, cuts: tuple[type[Element], ...]) -> Iterable[Measure]:
    """Return the parts of a measure that is cut, as in the next line of text or in an ending."""
    _, music, _ = _parted(measure.elements)
    if not any(isinstance(element, cuts) for element in music):
        return [measure]
    parts: list[list[Element]] = [[]]
    has_music = False
    for element in measure.elements:
        if isinstance(element, cuts) and has_music:
            parts.append([])
            has_music = False
        parts[-1].append(element)
        has_music = has_music or isinstance(element, (Chord, Rest))
    if not has_music and len(parts) > 1:
        tail = parts.pop()
        parts[-1].extend(tail)
    pieces = [replace(measure, elements=tuple(part), left=CUT, right=CUT) for part in parts]
    pieces[0] = replace(pieces[0], left=measure.left)
    pieces[-1] = replace(pieces[-1], right=measure.right)
    return pieces


def _count_rests(row: Iterable[Measure]) -> list[Measure]:
    """Return measures with every rest over several measures as so many, as far as a limit."""
    counted: list[Measure] = []
    for measure in row:
        room = MAX_COUNTED_MEASURES - len(counted)
        counted.extend(_rest_measures(measure) if room > MAX_MEASURES_OF_REST else [measure])
    return counted


def _rest_measures(measure: Measure) -> Iterable[Measure]:
    """Return a rest over several measures as so many measures: others may sing meanwhile."""
    timed = [element for element in measure.elements if isinstance(element, (Chord, Rest))]
    if len(timed) != 1 or not isinstance(timed[0], Rest) or timed[0].measures < 2:
        return [measure]
    rest = timed[0]
    before, _, after = _parted(measure.elements)
    count = min(rest.measures, MAX_MEASURES_OF_REST)
    each = rest.duration / count
    one = replace(rest, measures=1, duration=each, notated_duration=each)
    rests: list[list[Element]] = [
        [replace(one, onset=rest.onset + index * each)] for index in range(count)
    ]
    rests[0] = [*before, *rests[0]]
    rests[-1].extend(after)
    single = BarLine(Span(0, 0), "single")
    return [
        replace(
            measure,
            elements=tuple(elements),
            number=measure.number + index,
            left=measure.left if index == 0 else single,
            right=measure.right if index == count - 1 else single,
            onset=measure.onset + index * each,
            duration=each,
        )
        for index, elements in enumerate(rests)
    ]
