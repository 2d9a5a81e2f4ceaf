"""What a report is made of, whatever file it becomes."""

import re
from dataclasses import dataclass
from enum import StrEnum

_INLINE = re.compile(r"\*\*(?P<bold>[^*]+)\*\*|`(?P<code>[^`]+)`|_\{(?P<below>[^}]+)\}")

_LONG_WORD = 40


class Style(StrEnum):
    """How a piece of a line is set."""

    PLAIN = "plain"
    BOLD = "bold"
    CODE = "code"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class StyledText:
    """A piece of a line in one style."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[StyledText, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 0 is the title of all."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `is_note` where it says what is not there."""

    line: Line
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points of a list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Text whose lines stand as they are."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its caption; the first column is named by `head[0]`, "" for no head."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture over its caption.

    Attributes:
        png: A PNG file.
        width_mm: How wide it stands on paper.
    """

    png: bytes
    caption: str
    width_mm: float


@dataclass(frozen=True, slots=True)
class OwnBox:
    """What only a person can say.

    Attributes:
        name: Which of their words it holds.
        title: What it is about.
        questions: What may lead to an answer; shown while it is empty.
        text: Their words, "" before there are any.
    """

    name: str
    title: str
    questions: tuple[str, ...]
    text: str = ""


Block = Heading | Paragraph | Bullets | Code | Table | Figure | OwnBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report.

    Attributes:
        title: What it is called.
        author: Whose it is, "" where that was not said.
        language: "en" or "uk".
        empty_words: What stands in a box that is empty.
        blocks: What it holds, in order.
    """

    title: str
    author: str
    language: str
    empty_words: str
    blocks: tuple[Block, ...]

    @property
    def empty(self) -> tuple[str, ...]:
        """The titles of the boxes that nobody has filled."""
        boxes = (block for block in self.blocks if isinstance(block, OwnBox))
        return tuple(box.title for box in boxes if not box.text.strip())


def has_long_word(text: str) -> bool:
    """Return whether a cell holds a word too long for it, as digests are."""
    return any(len(word) > _LONG_WORD for word in text.split())


def spans(text: str) -> Line:
    """Return a line of a template by its marks: **bold**, `code`, _{below}."""
    found: list[StyledText] = []
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            found.append(StyledText(text[end : match.start()]))
        name = match.lastgroup or "plain"
        found.append(StyledText(match[name], Style(name)))
        end = match.end()
    if end < len(text):
        found.append(StyledText(text[end:]))
    return tuple(found)


def plain(text: str) -> Line:
    """Return a line in which nothing is a mark."""
    return (StyledText(text),)
