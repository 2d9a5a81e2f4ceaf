"""What a fix changes, line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_AROUND = 2
"""How many lines that stay are shown before and after others."""


@dataclass(frozen=True, slots=True)
class DifferentLine:
    """A line of a text before or after a change.

    Attributes:
        sign: "-" where it goes, "+" where it comes, " " where it stays, "…" in place of lines that
            stay and are not shown.
        start, end: Between them it is another than the line that it becomes, or was.
    """

    sign: str
    text: str = ""
    start: int = 0
    end: int = 0


def line_differences(before: str, after: str | None) -> tuple[DifferentLine, ...]:
    """Return the lines of two texts that differ, with some around them.

    Args:
        before: A text.
        after: What it becomes, None where it is left out.
    """
    return tuple(_different(before.splitlines(), (after or "").splitlines()))


def _different(before: list[str], after: list[str]) -> Iterator[DifferentLine]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    shown = 0
    for group in matcher.get_grouped_opcodes(_AROUND):
        if group[0][1] > shown:
            yield DifferentLine("…")
        for tag, start, end, new_start, new_end in group:
            if tag == "equal":
                yield from (DifferentLine(" ", line) for line in before[start:end])
                continue
            yield from _lines("-", before[start:end], after[new_start:new_end])
            yield from _lines("+", after[new_start:new_end], before[start:end])
        shown = group[-1][2]
    if shown and shown < len(before):
        yield DifferentLine("…")


def _lines(sign: str, lines: Sequence[str], others: Sequence[str]) -> Iterator[DifferentLine]:
    """Yield lines; where there are as many others, each with what differs from its own."""
    are_paired = len(lines) == len(others)
    for place, line in enumerate(lines):
        start, end = _differing(line, others[place]) if are_paired else (0, 0)
        yield DifferentLine(sign, line, start, end)


def _differing(line: str, other: str) -> tuple[int, int]:
    """Return where a line is another one, whatever stands before and after it in both."""
    start = _shared(line, other)
    return start, len(line) - _shared(line[start:][::-1], other[start:][::-1])


def _shared(one: str, other: str) -> int:
    """Return with how many same characters two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
