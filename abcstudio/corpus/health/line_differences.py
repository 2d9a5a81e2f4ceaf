"""What a fix changes, line by line."""

from collections.abc import Iterator
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
    """

    sign: str
    text: str = ""


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
            yield from (DifferentLine("-", line) for line in before[start:end])
            yield from (DifferentLine("+", line) for line in after[new_start:new_end])
        shown = group[-1][2]
    if shown and shown < len(before):
        yield DifferentLine("…")
