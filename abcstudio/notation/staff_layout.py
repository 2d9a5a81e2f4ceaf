"""Which voices stand on which staves: `%%score` and `%%staves` (ABC 2.1, 11.1)."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from abcstudio.notation.limits import MAX_LAYOUT_NESTING, MAX_VOICES
from abcstudio.notation.spans import Span

_PIECE = re.compile(r"\s*([\[\](){}|*+]|[^\s\[\](){}|*+]+)")
_OPENING = {"[": "]", "{": "}", "(": ")"}


@dataclass(frozen=True, slots=True)
class Staff:
    """One staff: its voices, and whether bar lines go on from it to the staff below."""

    voices: tuple[str, ...]
    bar_lines_continue: bool = False


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """Staves `first` to `last`, both counted from 0, held together by a sign at their left."""

    sign: Literal["brace", "bracket"]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class StaffLayout:
    """The staves of a tune from top to bottom.

    Attributes:
        staves: At least one.
        groups: Outer ones before the ones within them.
        span: Where the directive stands in the text.
    """

    staves: tuple[Staff, ...]
    groups: tuple[StaffGroup, ...]
    span: Span

    @property
    def voices(self) -> tuple[str, ...]:
        """Every voice that is shown, in order."""
        return tuple(voice for staff in self.staves for voice in staff.voices)

    def only(self, names: Container[str]) -> "StaffLayout | None":
        """Return the layout of the voices that there are; None when there is none of them."""
        numbers: list[int] = []
        staves: list[Staff] = []
        for number, staff in enumerate(self.staves):
            voices = tuple(voice for voice in staff.voices if voice in names)
            if voices:
                numbers.append(number)
                staves.append(Staff(voices, staff.bar_lines_continue))
        groups = []
        for group in self.groups:
            first = bisect_left(numbers, group.first)
            last = bisect_right(numbers, group.last) - 1
            if first <= last:
                groups.append(StaffGroup(group.sign, first, last))
        return StaffLayout(tuple(staves), tuple(groups), self.span) if staves else None


class StaffLayoutError(ValueError):
    """Brackets that do not match, no voice at all, or too many."""


def parse_staff_layout(value: str, span: Span, *, bar_lines_continue: bool = False) -> StaffLayout:
    """Return the layout that a `%%score` or `%%staves` line describes.

    Args:
        value: Such as `[S A] {(T1 T2) | B}`.
        span: Of the whole directive.
        bar_lines_continue: Bar lines go on between staves of a group unless `|` stands between
            them, as `%%staves` says; `%%score` says the opposite.

    Raises:
        StaffLayoutError: The value cannot be read.
    """
    reader = _LayoutReader(bar_lines_continue)
    for match in _PIECE.finditer(value):
        reader.take(match[1])
    return reader.finish(span)


class _LayoutReader:
    def __init__(self, bar_lines_continue: bool) -> None:
        self._default = bar_lines_continue
        self._staves: list[tuple[str, ...]] = []
        self._continues: list[bool] = []
        self._groups: list[tuple[str, int, int]] = []
        self._open: list[tuple[str, int]] = []
        self._shared: list[str] | None = None
        self._names: set[str] = set()

    def take(self, piece: str) -> None:
        """Take a voice's name or a sign."""
        if piece in _OPENING:
            self._open_group(piece)
        elif piece in ")]}":
            self._close_group(piece)
        elif piece == "|":
            if self._staves:
                self._continues[-1] = not self._default
        elif piece not in "*+" and piece not in self._names:
            # A voice can stand on one staff only, and `*` lets it float between two.
            self._add_voice(piece)

    def finish(self, span: Span) -> StaffLayout:
        """Return the layout."""
        if self._open or self._shared is not None or not self._staves:
            raise StaffLayoutError
        last = len(self._staves) - 1
        staves = tuple(
            Staff(voices, number < last and continues)
            for number, (voices, continues) in enumerate(
                zip(self._staves, self._continues, strict=True)
            )
        )
        groups = sorted(self._groups, key=lambda group: (group[1], -group[2]))
        return StaffLayout(
            staves,
            tuple(StaffGroup("brace" if sign == "{" else "bracket", first, last)
                  for sign, first, last in groups),
            span,
        )  # fmt: skip

    def _add_voice(self, name: str) -> None:
        if len(self._names) >= MAX_VOICES:
            raise StaffLayoutError
        self._names.add(name)
        if self._shared is not None:
            self._shared.append(name)
        else:
            self._add_staff((name,))

    def _add_staff(self, voices: tuple[str, ...]) -> None:
        self._staves.append(voices)
        self._continues.append(self._default and bool(self._open))

    def _open_group(self, sign: str) -> None:
        if self._shared is not None or len(self._open) >= MAX_LAYOUT_NESTING:
            raise StaffLayoutError
        if sign == "(":
            self._shared = []
        else:
            self._open.append((sign, len(self._staves)))

    def _close_group(self, sign: str) -> None:
        if sign == ")":
            if not self._shared:
                raise StaffLayoutError
            self._add_staff(tuple(self._shared))
            self._shared = None
            return
        if self._shared is not None or not self._open or _OPENING[self._open[-1][0]] != sign:
            raise StaffLayoutError
        opened, first = self._open.pop()
        last = len(self._staves) - 1
        if last < first:
            raise StaffLayoutError
        if self._default and not self._open:
            self._continues[last] = False
        self._groups.append((opened, first, last))
