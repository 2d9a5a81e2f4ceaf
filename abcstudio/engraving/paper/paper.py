"""Sheets of paper: what to paint where on each of them. Lengths are points, y grows downwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from abcstudio.engraving.drawing.drawing_parts import Box, Item
from abcstudio.engraving.drawing.engraved_score import STAFF_HEIGHT, EngravedScore

POINTS_PER_INCH = 72
METERS_PER_INCH = 0.0254
POINTS_PER_MM = POINTS_PER_INCH / 25.4
SIZES = {"a4": (210 * POINTS_PER_MM, 297 * POINTS_PER_MM), "letter": (8.5 * 72, 11 * 72)}
"""Width and height of each kind of paper."""
MIN_STAFF_MM, MAX_STAFF_MM, DEFAULT_STAFF_MM = 3.0, 12.0, 6.5
MARGIN_MM = 15.0
_NOTHING = Box(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper and how large the music is on it.

    Attributes:
        margin: What stays empty on each side.
        staff: The height of a staff.
    """

    width: float = SIZES["a4"][0]
    height: float = SIZES["a4"][1]
    margin: float = MARGIN_MM * POINTS_PER_MM
    staff: float = DEFAULT_STAFF_MM * POINTS_PER_MM

    @classmethod
    def named(cls, size: str, staff_mm: float = DEFAULT_STAFF_MM) -> "Paper":
        """Return paper of a size that has a name."""
        width, height = SIZES[size]
        return cls(width, height, staff=staff_mm * POINTS_PER_MM)

    @property
    def room(self) -> Box:
        """The box inside the margins."""
        return Box(self.margin, self.margin, self.width - self.margin, self.height - self.margin)

    @property
    def room_width(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def scale(self) -> float:
        """Points to a drawing unit."""
        return self.staff / STAFF_HEIGHT

    @property
    def score_width(self) -> int:
        """The width to engrave for (`EngravingOptions.score_width`): lines fill the room."""
        return int(self.room_width / self.scale / 10)


class Piece(NamedTuple):
    """Items of a drawing, scaled and then moved to their place on a sheet."""

    items: tuple[Item, ...]
    outlines: Mapping[str, str]
    x: float
    y: float
    scale: float


class Link(NamedTuple):
    """An area of a sheet that leads to a tune, by its number in the book from 1."""

    box: Box
    tune: int


class Bookmark(NamedTuple):
    """Where something begins that a reader may go to: a tune by its number, 0 for a list."""

    title: str
    top: float
    tune: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper, or a picture cut to the music.

    Attributes:
        music: What tunes cover of it; empty where there is none.
    """

    width: float
    height: float
    pieces: tuple[Piece, ...]
    links: tuple[Link, ...] = ()
    places: tuple[Bookmark, ...] = ()
    music: Box = _NOTHING


@dataclass(frozen=True, slots=True)
class EngravedTune:
    """A tune that has been engraved.

    Attributes:
        key: Its name, as a reader reads it.
        incipit: Its first measures, for a book's index; None where none is wanted.
    """

    title: str
    engraved: EngravedScore
    key: str = ""
    rhythm: str = ""
    incipit: EngravedScore | None = None


@dataclass(slots=True)
class Draft:
    """A sheet that is being filled."""

    paper: Paper
    pieces: list[Piece] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: list[Bookmark] = field(default_factory=list)
    music: Box | None = None

    def sheet(self) -> Sheet:
        """Return what has been put on it so far."""
        return Sheet(
            width=self.paper.width,
            height=self.paper.height,
            pieces=tuple(self.pieces),
            links=tuple(self.links),
            places=tuple(self.places),
            music=self.music or _NOTHING,
        )
