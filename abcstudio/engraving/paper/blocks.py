"""An engraved tune in blocks that a sheet must not cut: a system each, the head with the first."""

from dataclasses import replace
from typing import NamedTuple

from abcstudio.engraving.drawing.drawing_parts import Box, Item, Text
from abcstudio.engraving.drawing.engraved_score import EngravedScore, PlacedDrawing
from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.paper.paper import Paper

_ABOVE_BASELINE, _BELOW_BASELINE = 0.8, 0.25
_SMALLEST_SHRINKING = 0.55


class Block(NamedTuple):
    """Items that stay together; `top` and `bottom` in the units of their score."""

    items: tuple[Item, ...]
    top: float
    bottom: float


def blocks_of(engraved: EngravedScore, typefaces: Typefaces) -> list[Block]:
    """Return a score's blocks from top to bottom: systems, then lines of words."""
    engraved = with_fitting_lines(engraved, typefaces)
    inside = {place for places in engraved.system_items for place in places}
    others = [item for place, item in enumerate(engraved.items) if place not in inside]
    if not engraved.systems:
        return [Block(tuple(others), *_extent(others))] if others else []
    first = engraved.systems[0]
    head = [item for item in others if _middle(item) < (first.top + first.bottom) / 2]
    foot = [item for item in others if item not in head]
    blocks = [
        Block(tuple(engraved.items[places.start : places.stop]), system.top, system.bottom)
        for system, places in zip(engraved.systems, engraved.system_items, strict=True)
    ]
    if head:
        top, bottom = _extent(head)
        blocks[0] = Block((*head, *blocks[0].items), min(top, first.top), max(bottom, first.bottom))
    blocks += [Block((item,), *_extent([item])) for item in sorted(foot, key=_middle)]
    return blocks


def scale_on(paper: Paper, engraved: EngravedScore) -> float:
    """Return the scale of a score on paper: a score that is too wide becomes smaller."""
    return min(paper.scale, paper.room_width / engraved.width) if engraved.width else paper.scale


def extent_of(engraved: EngravedScore) -> Box:
    """Return the box around a score's systems and the words above and below them."""
    tops = [system.top for system in engraved.systems]
    bottoms = [system.bottom for system in engraved.systems]
    inside = {place for places in engraved.system_items for place in places}
    for place, item in enumerate(engraved.items):
        if place not in inside:
            top, bottom = _extent([item])
            tops.append(top)
            bottoms.append(bottom)
    lefts = [0.0, *(system.left for system in engraved.systems)]
    rights = [engraved.width, *(system.right for system in engraved.systems)]
    return Box(
        min(lefts), min(tops, default=0.0), max(rights), max(bottoms, default=engraved.height)
    )


def with_fitting_lines(engraved: EngravedScore, typefaces: Typefaces) -> EngravedScore:
    """Return a score whose titles and words are no wider than it and stand clear of each other."""
    pieces = list(engraved.pieces)
    below: Text | None = None
    # A title's own descenders reach into the line below: Verovio sets that as close as its size.
    for number in reversed(range(len(pieces))):
        piece = pieces[number]
        if piece.drawing.kind == "system":
            continue
        items = list(piece.items)
        for place in reversed(range(len(items))):
            item = items[place]
            if not isinstance(item, Text):
                continue
            item = items[place] = _fitting(item, engraved, typefaces)
            if item.anchor != "middle":
                continue
            if below is not None and item.y < below.y:
                distance = _BELOW_BASELINE * _size(item) + _ABOVE_BASELINE * _size(below)
                item = items[place] = item._replace(y=min(item.y, below.y - distance))
            below = item
        pieces[number] = PlacedDrawing(replace(piece.drawing, items=tuple(items), box=piece.box))
    return replace(engraved, pieces=tuple(pieces))


def _size(line: Text) -> float:
    return max(run.size for run in line.runs)


def _fitting(line: Text, engraved: EngravedScore, typefaces: Typefaces) -> Text:
    width = typefaces.line_width(line, engraved.outlines)
    if width <= engraved.width:
        return line
    factor = max(_SMALLEST_SHRINKING, engraved.width / width)
    runs = tuple(run._replace(size=run.size * factor) for run in line.runs)
    return line._replace(runs=runs)


def _middle(item: Item) -> float:
    top, bottom = _extent([item])
    return (top + bottom) / 2


def _extent(items: list[Item]) -> tuple[float, float]:
    """Return top and bottom of lines of text."""
    lines = [item for item in items if isinstance(item, Text)]
    sizes = [_size(line) for line in lines]
    tops = [line.y - _ABOVE_BASELINE * size for line, size in zip(lines, sizes, strict=True)]
    bottoms = [line.y + _BELOW_BASELINE * size for line, size in zip(lines, sizes, strict=True)]
    return min(tops, default=0.0), max(bottoms, default=0.0)
