"""Moving, duplicating and deleting whole measures, in all voices at once.

Bar lines, repeats and endings stay where they are: it is the music between them that changes its
place, with its words. Nothing else of the text is touched.
"""

from collections.abc import Iterable

from abcstudio.errors import EditError
from abcstudio.notation.editing.line_style import LineStyle
from abcstudio.notation.rewriting.measure_assembly import Assembly, MovedMeasures
from abcstudio.notation.rewriting.measure_regions import Region, measures_in, regions_of
from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span


def move_measures(score: Score, span: Span, step: int) -> MovedMeasures:
    """Let the measures of a selection and their neighbour change places.

    Args:
        score: The tune.
        span: The selection, or the caret as an empty span.
        step: 1 to move them right, -1 left.

    Raises:
        EditError: They cannot be moved; the sentence says why.
    """
    rows = regions_of(score)
    own_row, chosen = measures_in(rows, score.text, span)
    neighbour = chosen[-1] + 1 if step > 0 else chosen[0] - 1
    if not 0 <= neighbour < len(rows[0]):
        raise EditError("edit.no_measure_beyond")
    whole = range(min(chosen[0], neighbour), max(chosen[-1], neighbour) + 1)
    _require_plain(rows, whole)
    if len({row[index].duration for row in rows for index in whole}) > 1:
        raise EditError("edit.measures_unequal")
    order = [neighbour, *chosen] if step > 0 else [*chosen, neighbour]
    assembly = Assembly(score)
    for number, row in enumerate(rows):
        for group in (whole, chosen, range(neighbour, neighbour + 1)):
            _require_loose(row, group)
        for place, source in zip(whole, order, strict=True):
            is_shown = number == own_row and source in chosen
            assembly.replace(row[place].music, [row[source].music], selected=is_shown)
    return assembly.result()


def duplicate_measures(score: Score, span: Span) -> MovedMeasures:
    """Write the measures of a selection once more, after themselves.

    Raises:
        EditError: They cannot be written twice; the sentence says why.
    """
    rows = regions_of(score)
    own_row, chosen = measures_in(rows, score.text, span)
    _require_plain(rows, chosen)
    if any(row[index].measure.is_pickup for row in rows for index in chosen):
        raise EditError("edit.measures_unequal")
    style = LineStyle.of(score)
    bar = style.bar + style.after_bar
    assembly = Assembly(score)
    for number, row in enumerate(rows):
        _require_loose(row, chosen)
        _require_plain_bars_inside(row, chosen)
        copies: list[Span | str] = []
        for index in chosen:
            copies += [bar, row[index].music]
        end = row[chosen[-1]].music.end
        assembly.replace(Span(end, end), copies, selected=number == own_row, skipped=len(bar))
    return assembly.result()


def delete_measures(score: Score, span: Span) -> MovedMeasures:
    """Take the measures of a selection out, each with one bar line.

    Raises:
        EditError: They cannot be taken out; the sentence says why.
    """
    rows = regions_of(score)
    own_row, chosen = measures_in(rows, score.text, span)
    _require_plain(rows, chosen)
    if len(chosen) == len(rows[0]):
        raise EditError("edit.last_measure")
    assembly = Assembly(score)
    for number, row in enumerate(rows):
        _require_loose(row, chosen)
        _require_plain_bars_inside(row, chosen)
        for place in _deleted(score.text, row, chosen):
            assembly.replace(place, [], selected=number == own_row)
    return assembly.result()


def _deleted(text: str, row: list[Region], chosen: range) -> Iterable[Span]:
    """Yield what goes with each measure: its music and one of its bar lines."""
    first, last = row[chosen[0]], row[chosen[-1]]
    before_ending = last.bar is not None and text[last.bar.end : last.bar.end + 1].isdigit()
    if last.bar is not None and last.bar.of(text) == "|" and not before_ending:
        for index in chosen:
            yield _with_blanks(text, Span(row[index].music.start, _end(row[index])))
    elif first.left is not None and first.left.of(text) == "|" and first.measure.ending is None:
        for index in chosen:
            left = row[index].left
            start = left.start if left is not None else row[index].music.start
            yield Span(len(text[:start].rstrip(" \t")), row[index].music.end)
    elif first.left is None and last.bar is not None and last.bar.of(text).endswith(":"):
        yield Span(first.music.start, last.music.end)
    else:
        raise EditError("edit.measure_alone")


def _end(region: Region) -> int:
    return region.bar.end if region.bar is not None else region.music.end


def _with_blanks(text: str, span: Span) -> Span:
    """Return a place with the blanks, or the end of an emptied line, that would be left over."""
    start, end = span.start, span.end
    after = len(text) - len(text[end:].lstrip(" \t"))
    before = len(text[:start].rstrip(" \t"))
    starts_line = text[before - 1 : before] in ("", "\n", "\r")
    if text[after : after + 1] in ("", "\n", "\r"):
        if starts_line and text[after : after + 1]:
            return Span(before, after + 1)
        return Span(before, after)
    return Span(start, after) if before < start or starts_line else Span(start, end)


def _require_plain(rows: list[list[Region]], places: Iterable[int]) -> None:
    for row in rows:
        if any(row[index].holds_fields for index in places):
            raise EditError("edit.measure_holds_field")


def _require_plain_bars_inside(row: list[Region], chosen: range) -> None:
    for index in chosen[1:]:
        region = row[index]
        if region.measure.starts_section or region.measure.ending is not None:
            raise EditError("edit.repeat_inside")


def _require_loose(row: list[Region], group: range) -> None:
    """Make sure that no tie and no slur leads out of measures that stay together."""
    chords = [chord for index in group for chord in row[index].chords]
    depth = 0
    for chord in chords:
        depth += chord.slur_starts - chord.slur_ends
        if depth < 0:
            raise EditError("edit.measure_tied")
    before = row[group[0] - 1].chords if group[0] else ()
    ends = [each[-1] for each in (chords, before) if each]
    if depth or any(note.tied for chord in ends for note in chord.notes):
        raise EditError("edit.measure_tied")
