"""Who wrote each character of a text: stretches of one author each, which together are the text."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class AuthorKind(StrEnum):
    """What kind of author wrote something."""

    FILE = "file"
    PERSON = "person"
    MODEL = "model"
    REWRITING = "rewriting"
    PASTED = "pasted"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Author:
    """An author.

    Attributes:
        kind: FILE is unknown: it was there when the text was opened. REWRITING is a command that
            wrote music anew. PROGRAM is for lines about a tune, which are none of it.
        name: A model's name.
        take: Which of a model's takes, "" for none.
    """

    kind: AuthorKind
    name: str = ""
    take: str = ""


FROM_FILE = Author(AuthorKind.FILE)
PERSON = Author(AuthorKind.PERSON)
REWRITING = Author(AuthorKind.REWRITING)
PASTED = Author(AuthorKind.PASTED)
PROGRAM = Author(AuthorKind.PROGRAM)


class AuthoredPiece(NamedTuple):
    """So many characters in a row, by one author."""

    length: int
    author: Author


class Run(NamedTuple):
    """Characters from one place up to another, by one author."""

    start: int
    end: int
    author: Author


class Authors:
    """The authors of a text. Neighbours differ, none of their stretches is empty.

    Places are counted in whatever units the owner counts; an edit costs what it changes, and the
    moving of the stretches behind it.
    """

    def __init__(self, pieces: Iterable[AuthoredPiece] = ()) -> None:
        self._starts: list[int] = []
        self._authors: list[Author] = []
        self._length = 0
        self.replace(0, 0, pieces)

    def __len__(self) -> int:
        return self._length

    @property
    def count(self) -> int:
        """How many stretches there are."""
        return len(self._starts)

    def author_at(self, place: int) -> Author | None:
        """Return who wrote the character at a place; None beyond the text."""
        if not 0 <= place < self._length:
            return None
        return self._authors[bisect_right(self._starts, place) - 1]

    def runs(self, start: int = 0, end: int | None = None) -> Iterator[Run]:
        """Yield the stretches between two places, the first and the last one cut there."""
        end = self._length if end is None else min(end, self._length)
        start = max(0, start)
        index = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            until = self._end_of(index)
            yield Run(start, min(until, end), self._authors[index])
            start, index = until, index + 1

    def pieces(self, start: int = 0, end: int | None = None) -> tuple[AuthoredPiece, ...]:
        """Return what stands between two places, wherever it may be put."""
        return tuple(
            AuthoredPiece(run.end - run.start, run.author) for run in self.runs(start, end)
        )

    def replace(
        self, start: int, end: int, pieces: Iterable[AuthoredPiece]
    ) -> tuple[AuthoredPiece, ...]:
        """Put pieces in the place of what stands between two places; return what stood there."""
        gone = self.pieces(start, end)
        first = self._split(start)
        last = self._split(end)
        starts: list[int] = []
        authors: list[Author] = []
        place = start
        for length, author in pieces:
            if length and not (authors and authors[-1] == author):
                starts.append(place)
                authors.append(author)
            place += length
        grown = place - end
        if grown:
            self._starts[last:] = [each + grown for each in self._starts[last:]]
            self._length += grown
        self._starts[first:last] = starts
        self._authors[first:last] = authors
        self._join(first + len(starts))
        self._join(first)
        return gone

    def _end_of(self, index: int) -> int:
        return self._starts[index + 1] if index + 1 < len(self._starts) else self._length

    def _split(self, place: int) -> int:
        """Let a stretch begin at a place; return its index, or that behind the last one."""
        if place >= self._length:
            return len(self._starts)
        index = bisect_right(self._starts, place) - 1
        if self._starts[index] == place:
            return index
        self._starts.insert(index + 1, place)
        self._authors.insert(index + 1, self._authors[index])
        return index + 1

    def _join(self, index: int) -> None:
        """Make one stretch of two neighbours by one author."""
        if 0 < index < len(self._starts) and self._authors[index - 1] == self._authors[index]:
            del self._starts[index], self._authors[index]
