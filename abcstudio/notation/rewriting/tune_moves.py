"""Moving, copying, adding and removing whole tunes of a tunebook (ABC 2.1, 2.2.1)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from abcstudio.notation.lexing.lines import LineKind, scan_lines

_NUMBER = re.compile(r"[ \t]*X[ \t]*:[ \t]*([^\r\n%]*?)[ \t]*(?:%.*)?$", re.MULTILINE)
_DIGITS = re.compile(r"\d{1,9}")
_COPIED_FIELDS = "RMLK"
_DEFAULTS = {"M": "4/4", "L": "1/8", "K": "G"}


@dataclass(frozen=True, slots=True)
class TuneMove:
    """A tunebook after a change.

    Attributes:
        place: Where the caret belongs: at the tune that was moved or made, else where one was.
    """

    text: str
    place: int


@dataclass(frozen=True, slots=True)
class TuneBlock:
    """A tune with the comments directly above it and what stands below it.

    Attributes:
        inside: Where the tune itself begins in the text.
    """

    text: str
    inside: int


def tune_blocks(text: str, offsets: Sequence[int]) -> tuple[str, list[TuneBlock]]:
    """Return what stands before all tunes of a text, and a block for each; together all of it.

    Args:
        text: The whole text.
        offsets: Where its tunes begin, in order; at least one.
    """
    starts = [_with_comments_above(text, offset) for offset in offsets]
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    insides = [offset - start for offset, start in zip(offsets, starts, strict=True)]
    return text[: starts[0]], [TuneBlock(*each) for each in zip(pieces, insides, strict=True)]


class TuneBlocks:
    """A tunebook cut into tunes, each with the comments directly above it.

    What else stands between two tunes goes with the first; what stands before all of them stays.
    """

    def __init__(self, text: str, offsets: Sequence[int]) -> None:
        """Cut a text.

        Args:
            text: The whole text.
            offsets: Where the `X:` lines of its tunes begin, in order; at least one.
        """
        self._text = text
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        self._head, blocks = tune_blocks(text, offsets)
        self._blocks = [block.text for block in blocks]
        self._inside = [block.inside for block in blocks]

    def move(self, index: int, to: int) -> TuneMove:
        """Put a tune in another place: afterwards it is number `to`, both from 0."""
        order = list(range(len(self._blocks)))
        order.insert(to, order.pop(index))
        return self._joined([(self._blocks[i], self._inside[i]) for i in order], to)

    def delete(self, index: int) -> TuneMove:
        """Take a tune out; the caret goes to the one after it, else to the one before."""
        pieces = self._pieces()
        del pieces[index]
        return self._joined(pieces, min(index, len(pieces) - 1))

    def duplicate(self, index: int) -> TuneMove:
        """Put a copy of a tune under it, with the next free number."""
        block, inside = self._blocks[index], self._inside[index]
        match = _NUMBER.match(block, inside)
        if match is not None:
            block = block[: match.start(1)] + str(self.free_number()) + block[match.end(1) :]
        pieces = self._pieces()
        pieces.insert(index + 1, (block, inside))
        return self._joined(pieces, index + 1)

    def add_below(self, index: int) -> TuneMove:
        """Put the header of a new tune under a tune, of its kind; the caret goes to the title."""
        fields = {**_DEFAULTS, **_fields(self._blocks[index][self._inside[index] :])}
        lines = [f"X:{self.free_number()}", "T:"]
        lines += [f"{letter}:{fields[letter]}" for letter in _COPIED_FIELDS if letter in fields]
        pieces = self._pieces()
        pieces.insert(index + 1, (self._line_end.join(lines) + self._line_end, 0))
        made = self._joined(pieces, index + 1)
        title = made.text.index("T:", made.place) + 2
        return TuneMove(made.text, title)

    def free_number(self) -> int:
        """Return the number after the highest one that a tune has."""
        numbers = [0]
        for block, inside in zip(self._blocks, self._inside, strict=True):
            match = _NUMBER.match(block, inside)
            digits = _DIGITS.search(match[1]) if match else None
            numbers.append(int(digits[0]) if digits else 0)
        return max(numbers) + 1

    def _pieces(self) -> list[tuple[str, int]]:
        return list(zip(self._blocks, self._inside, strict=True))

    def _joined(self, pieces: Sequence[tuple[str, int]], caret_at: int) -> TuneMove:
        """Return the pieces as one text; it ends as it did."""
        parts, place, length = [self._head], 0, len(self._head)
        for number, (block, inside) in enumerate(pieces):
            if number == caret_at:
                place = length + inside
            is_last = number == len(pieces) - 1
            part = block if is_last else with_gap(block, self._line_end)
            parts.append(part)
            length += len(part)
        joined = "".join(parts)
        if not pieces:
            return TuneMove(joined, min(place, len(joined)))
        end = self._text[len(self._text.rstrip("\r\n")) :]
        return TuneMove(joined.rstrip("\r\n") + end, place)


def with_gap(tune: str, line_end: str) -> str:
    """Return a tune that an empty line parts from the next."""
    body = tune.rstrip("\r\n")
    gap = tune[len(body) :]
    has_gap = gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") >= 2
    return tune if has_gap else body + 2 * line_end


def _with_comments_above(text: str, offset: int) -> int:
    """Return where a tune begins with the comments above it, which an empty line must precede."""
    start = offset
    while start > 0:
        before = max(text.rfind("\n", 0, start - 1), text.rfind("\r", 0, start - 1)) + 1
        line = text[before:start].strip()
        if line.startswith("%"):
            start = before
            continue
        return start if not line else offset
    return offset


def _fields(tune: str) -> dict[str, str]:
    """Return the first value of each header field of a tune that a new one takes over."""
    found: dict[str, str] = {}
    for line in scan_lines(tune):
        if line.kind is LineKind.FIELD and line.letter in _COPIED_FIELDS:
            value = tune[line.value_start : line.content_end].strip()
            found.setdefault(line.letter, value)
        if not line.in_header and line.kind is LineKind.MUSIC:
            break
    return {letter: value for letter, value in found.items() if value}
