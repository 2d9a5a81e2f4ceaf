"""Tunes flowing over sheets: a system is never cut, and a tune only when no sheet could hold it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from abcstudio.engraving.drawing.drawing_parts import Box
from abcstudio.engraving.drawing.typefaces import Typefaces
from abcstudio.engraving.paper.blocks import Block, blocks_of, extent_of, scale_on
from abcstudio.engraving.paper.paper import Bookmark, Draft, EngravedTune, Paper, Piece, Sheet

_TUNE_GAP, _SYSTEM_GAP = 1.6, 0.65  # in staves; the least space
_TUNE_STRETCH, _SYSTEM_STRETCH = 3.0, 1.0
_MOST_STRETCH = 0.35  # in staves, for a weight of one
_LEAST_START = 0.4  # of a sheet: below that a long tune begins on the next one


@dataclass(frozen=True, slots=True)
class Flow:
    """Sheets with tunes, without page numbers.

    Attributes:
        first_sheets: For each tune the place in `sheets` of the one that it begins on.
    """

    sheets: tuple[Sheet, ...]
    first_sheets: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class _Standing:
    """A block on the sheet.

    Attributes:
        stretch: How much of the spare space may come above it.
        outermost: The box of its whole tune.
    """

    block: Block
    tune: EngravedTune
    number: int
    y: float
    scale: float
    stretch: float
    is_first: bool
    outermost: Box


@dataclass(slots=True)
class _Filling:
    """Sheets being filled, block after block."""

    paper: Paper
    finished: list[Sheet] = field(default_factory=list)
    standing: list[_Standing] = field(default_factory=list)
    y: float = 0.0
    spare: float = 0.0

    @property
    def is_empty(self) -> bool:
        return not self.standing

    @property
    def left(self) -> float:
        """The height that is still free."""
        return self.paper.room.bottom - self.y

    def start_sheet(self) -> None:
        self.y = self.paper.room.top
        self.standing = []

    def finish(self, *, is_last: bool = False) -> None:
        """Turn what stands on the sheet into a sheet; spare space goes between the systems.

        The last sheet, which is seldom full, is no looser than the one before it.
        """
        if self.is_empty:
            return
        draft = Draft(self.paper)
        weight = sum(standing.stretch for standing in self.standing)
        spare = min(self.left / weight, _MOST_STRETCH * self.paper.staff) if weight else 0.0
        if is_last and self.finished:
            spare = min(spare, self.spare)
        self.spare = spare
        moved = 0.0
        for standing in self.standing:
            moved += spare * standing.stretch
            _put(draft, standing, moved)
        self.finished.append(draft.sheet())
        self.start_sheet()

    def add(self, standing: _Standing, gap: float, height: float) -> None:
        if self.is_empty:
            gap, standing.stretch = 0.0, 0.0
        standing.y = self.y + gap
        self.standing.append(standing)
        self.y += gap + height


def flow(
    tunes: Sequence[EngravedTune],
    paper: Paper,
    typefaces: Typefaces,
    *,
    starts_new_sheets: bool = False,
) -> Flow:
    """Lay tunes on sheets one after another, or each on a new one."""
    filling = _Filling(paper)
    filling.start_sheet()
    first_sheets = []
    for number, tune in enumerate(tunes, start=1):
        blocks = blocks_of(tune.engraved, typefaces)
        scale = _scale_of(tune, blocks, paper)
        if not filling.is_empty and (starts_new_sheets or not _may_begin(filling, blocks, scale)):
            filling.finish()
        first_sheets.append(len(filling.finished))
        _add(filling, tune, number, blocks, scale)
    filling.finish(is_last=True)
    return Flow(tuple(filling.finished), tuple(first_sheets))


def _may_begin(filling: _Filling, blocks: list[Block], scale: float) -> bool:
    """Return whether a tune may begin below what stands on the sheet already."""
    paper = filling.paper
    left = filling.left - _TUNE_GAP * paper.staff
    room = paper.room.bottom - paper.room.top
    gaps = _gaps(blocks, paper, scale)
    heights = [(block.bottom - block.top) * scale for block in blocks]
    whole = sum(heights) + sum(gaps)
    if whole <= left:
        return True
    if whole <= room:
        return False
    return left >= _LEAST_START * room and sum(heights[:2]) + sum(gaps[:2]) <= left


def _add(
    filling: _Filling, tune: EngravedTune, number: int, blocks: list[Block], scale: float
) -> None:
    paper = filling.paper
    outermost = extent_of(tune.engraved)
    for place, (block, gap) in enumerate(zip(blocks, _gaps(blocks, paper, scale), strict=True)):
        height = (block.bottom - block.top) * scale
        is_first = place == 0
        if is_first:
            gap = _TUNE_GAP * paper.staff
        if not filling.is_empty and gap + height > filling.left:
            filling.finish()
        stretch = _TUNE_STRETCH if is_first else _SYSTEM_STRETCH if _is_system(block) else 0.0
        standing = _Standing(
            block=block,
            tune=tune,
            number=number,
            y=0.0,
            scale=scale,
            stretch=stretch,
            is_first=is_first,
            outermost=outermost,
        )
        filling.add(standing, gap, height)


def _gaps(blocks: list[Block], paper: Paper, scale: float) -> list[float]:
    """Return the least space above each block, none above the first."""
    between_systems = _SYSTEM_GAP * paper.staff
    gaps = [0.0]
    for before, block in pairwise(blocks):
        # Words keep the space that they were engraved with, from the music too.
        engraved = max(0.0, (block.top - before.bottom) * scale)
        gaps.append(between_systems if _is_system(block) else engraved)
    return gaps[: len(blocks)]


def _is_system(block: Block) -> bool:
    return len(block.items) > 1


def _scale_of(tune: EngravedTune, blocks: list[Block], paper: Paper) -> float:
    """Return the scale at which the tune is as wide as the room at most, and no system higher."""
    highest = max((block.bottom - block.top for block in blocks), default=0.0)
    scale = scale_on(paper, tune.engraved)
    return min(scale, (paper.room.bottom - paper.room.top) / highest) if highest else scale


def _put(draft: Draft, standing: _Standing, moved: float) -> None:
    block, engraved, scale = standing.block, standing.tune.engraved, standing.scale
    left, top = draft.paper.room.left, standing.y + moved
    piece = Piece(block.items, engraved.outlines, left, top - block.top * scale, scale)
    draft.pieces.append(piece)
    if standing.is_first:
        draft.places.append(Bookmark(standing.tune.title, top, standing.number))
    outermost = standing.outermost
    covered = Box(
        left + outermost.left * scale,
        top,
        left + outermost.right * scale,
        top + (block.bottom - block.top) * scale,
    )
    draft.music = draft.music.united(covered) if draft.music else covered
