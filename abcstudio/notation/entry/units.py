"""A line of music as what belongs together: a note with its marks, a bar line with its ending."""

import re
from collections.abc import Iterator

from abcstudio.notation.lexing.lexer import music_matches
from abcstudio.notation.spans import Span

_LEADING = frozenset({"decoration", "quoted", "tuplet", "slur_start"})
_TRAILING = frozenset({"tie", "slur_end", "broken_rhythm"})
_TIMED = frozenset({"note", "rest", "measure_rest"})
_APART = frozenset({"space", "spacer", "score_break", "overlay", "inline_field", "continuation"})
_GROUPS = {"chord_start": "chord_end", "grace_start": "grace_end"}


def units_of(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield, in order, what nothing can be written into: between two of them there is room.

    A unit is a note, chord or rest from its first mark to its last tie, joined by a broken rhythm
    to the next one; or a bar line with the digit of its ending; or any other sign but a blank.

    Args:
        text: The tune.
        start: Where a line of music begins.
        end: Where its music ends.
    """
    unit: _Unit | None = None
    for kind, match in music_matches(text, start, end):
        if unit is not None and unit.takes(kind, match):
            continue
        if unit is not None:
            yield unit.span
        unit = _Unit(kind, match) if kind != "space" else None
    if unit is not None:
        yield unit.span


def unit_at(text: str, start: int, end: int, place: int) -> Span:
    """Return the unit that a character of a line belongs to, an empty span where there is none."""
    for unit in units_of(text, start, end):
        if unit.start <= place < unit.end:
            return unit
    return Span(place, place)


class _Unit:
    """A unit that grows by the signs that belong to it."""

    def __init__(self, kind: str, match: re.Match[str]) -> None:
        self._start = match.start()
        self._end = match.end()
        self._closing = ""
        self._has_note = False
        self._joins = False
        self._is_apart = kind in _APART
        self._is_bar = kind == "bar_line"
        self._note(kind)

    @property
    def span(self) -> Span:
        """From its first sign to its last."""
        return Span(self._start, self._end)

    def takes(self, kind: str, match: re.Match[str]) -> bool:
        """Take the next sign if it belongs here, and return whether it does."""
        if kind == "space" and not self._closing and self._waits():
            # It may stand before a note with marks, as in `"Am" A` and `A > B`.
            return True
        if not (self._closing or self._wants(kind, match)):
            return False
        self._end = match.end()
        self._note(kind)
        return True

    def _waits(self) -> bool:
        """Whether its note is still to come, or the other one of a broken rhythm."""
        return not self._is_apart and not self._is_bar and (self._joins or not self._has_note)

    def _wants(self, kind: str, match: re.Match[str]) -> bool:
        if self._is_bar:
            return kind == "variant_ending" and match.start() == self._end
        if self._has_note and kind in _TRAILING:
            return True
        return self._waits() and (kind in _TIMED or kind in _LEADING or kind in _GROUPS)

    def _note(self, kind: str) -> None:
        if self._closing:
            if kind == self._closing:
                if kind == "chord_end":
                    self._has_note, self._joins = True, False
                self._closing = ""
        elif kind in _GROUPS:
            self._closing = _GROUPS[kind]
        elif kind in _TIMED:
            self._has_note, self._joins = True, False
        elif kind == "broken_rhythm":
            self._joins = True
        elif kind not in _LEADING and kind not in _TRAILING:
            # Anything else stands for itself.
            self._is_apart = not self._is_bar
