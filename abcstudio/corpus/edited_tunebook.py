"""The tunes of a tunebook that is being edited, at the cost of what an edit changes.

A book may hold twenty thousand tunes. Where each begins is known at once; what a tune says is read
when it is needed, or in pieces while the program is idle. An edit moves all tunes behind it: the
move is remembered once for all of them.
"""

from bisect import bisect_right
from dataclasses import replace

from abcstudio.corpus.tune import Tune
from abcstudio.corpus.tune_starts import is_numbered, tune_starts
from abcstudio.corpus.tunebook import file_header_of, tune_in


class EditedTunebook:
    r"""Gives what `split_tunebook` gives of the text as it is now; lines end in `\n`.

    Attributes:
        made: How often a tune was read: the work that editing has cost.
    """

    def __init__(self, text: str) -> None:
        self.made = 0
        self._text = text
        self._starts = tune_starts(text)
        self._tunes: list[Tune | None] = [None] * len(self._starts)
        self._missing = 0
        self._all: tuple[Tune, ...] | None = None
        # The tunes from this one on stand further on than `_starts` says.
        self._turn = len(self._starts)
        self._shift = 0
        self._file_header = self._header()

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def is_complete(self) -> bool:
        """Whether every tune has been read."""
        return self._next_missing() is None

    @property
    def has_numbers(self) -> bool:
        """Whether any tune has its `X:`."""
        return self._numbered_from(0) < len(self._starts)

    @property
    def first_title(self) -> str:
        """The title of the first tune, "" where there is none."""
        return self.tune(0).title if len(self) else ""

    def index_at(self, offset: int) -> int:
        """Return the place of the tune that a character belongs to, from 0; -1 without tunes."""
        if not self._starts:
            return -1
        indexes = range(len(self._starts))
        return max(0, bisect_right(indexes, offset, key=self.offset_of) - 1)

    def offset_of(self, index: int) -> int:
        """Return where a tune begins."""
        return self._starts[index] + (self._shift if index >= self._turn else 0)

    def length_of(self, index: int) -> int:
        """Return how many characters there are from a tune to the next one."""
        following = index + 1
        end = self.offset_of(following) if following < len(self._starts) else len(self._text)
        return end - self.offset_of(index)

    def tune(self, index: int) -> Tune:
        """Return a tune by its place, from 0; the same one as long as nothing about it changes."""
        known, offset, number = self._tunes[index], self.offset_of(index), index + 1
        if known is None:
            self.made += 1
            piece = self._text[offset : offset + self.length_of(index)]
            known = tune_in(piece, offset, number, self._file_header)
        elif known.offset != offset or known.number != number:
            known = replace(known, offset=offset, number=number)
        self._tunes[index] = known
        return known

    def tunes(self) -> tuple[Tune, ...]:
        """Return all tunes."""
        if self._all is None:
            self._all = tuple(map(self.tune, range(len(self._starts))))
        return self._all

    def read_some(self, count: int) -> bool:
        """Read some of the tunes that have not been read; return whether there are more."""
        for _ in range(count):
            index = self._next_missing()
            if index is None:
                return False
            self.tune(index)
        return not self.is_complete

    def edit(self, start: int, removed: int, added: int, text: str) -> None:
        """Take a new text, in which `added` characters stand for `removed` ones at a place."""
        first_line = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", start + added)
        old_end = (line_end if line_end >= 0 else len(text)) - (added - removed)
        # Where a header without `X:` begins can be found between two lines of `X:` only.
        indexes = range(len(self._starts))
        first = self._numbered_before(bisect_right(indexes, first_line - 1, key=self.offset_of))
        last = self._numbered_from(bisect_right(indexes, old_end, key=self.offset_of))
        self._turn_at(last)
        self._shift += added - removed
        begin = self._starts[first] if first >= 0 else 0
        end = self.offset_of(last) if last < len(self._starts) else len(text)
        found = tune_starts(text, begin, end)
        first = max(first, 0)
        self._text, self._all = text, None
        self._starts[first:last] = found
        self._tunes[first:last] = [None] * len(found)
        self._turn = first + len(found)
        self._missing = min(self._missing, first)
        header = self._header() if not begin else self._file_header
        if header != self._file_header:
            self._file_header = header
            self._tunes = [None] * len(self._starts)

    def _numbered_before(self, index: int) -> int:
        """Return the last tune before a place that has its `X:`; -1 where none has."""
        places = range(index - 1, -1, -1)
        return next((each for each in places if self._is_numbered(each)), -1)

    def _numbered_from(self, index: int) -> int:
        """Return the first tune from a place on that has its `X:`; behind the last without one."""
        places = range(index, len(self._starts))
        return next((each for each in places if self._is_numbered(each)), len(self._starts))

    def _is_numbered(self, index: int) -> bool:
        return is_numbered(self._text, self.offset_of(index))

    def _turn_at(self, index: int) -> None:
        """Let the shift hold from another tune on: dear only where one edits far away."""
        step, between = (
            (self._shift, range(self._turn, index))
            if index > self._turn
            else (-self._shift, range(index, self._turn))
        )
        if step:
            for place in between:
                self._starts[place] += step
        self._turn = index

    def _next_missing(self) -> int | None:
        while self._missing < len(self._tunes) and self._tunes[self._missing] is not None:
            self._missing += 1
        return self._missing if self._missing < len(self._tunes) else None

    def _header(self) -> str:
        first = self.offset_of(0) if self._starts else 0
        return file_header_of(self._text[:first]) if first else ""
