"""Spans: where something begins and ends in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `start` up to but not including `end` of the parsed text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters themselves."""
        return text[self.start : self.end]

    def moved(self, by: int) -> "Span":
        """Return it so many characters further on."""
        return Span(self.start + by, self.end + by)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of a character, both counted from one."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def nearest_offset(text: str, line: int, column: int) -> int:
    """Return the character at a line and column, both from one, or the nearest there is."""
    lines = text.split("\n")
    line = min(line, len(lines))
    before = sum(len(other) + 1 for other in lines[: line - 1])
    return before + min(column - 1, len(lines[line - 1]))
