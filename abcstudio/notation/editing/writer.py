"""Text back from a score: what was read, with edits in their places and all else byte for byte.

A score keeps the text that it was read from, and every element has the span of its characters. So
only what was changed is written anew: comments, blanks, unknown fields and line ends stay.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from abcstudio.notation.score import Score
from abcstudio.notation.spans import Span


class Change(Protocol):
    """Anything that puts other characters in a place: an `Edit`, the `Fix` of a diagnostic."""

    @property
    def span(self) -> Span:
        """The characters that go."""

    @property
    def replacement(self) -> str:
        """The text in their place."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `replacement` in the place of `span`; an empty span inserts, an empty text removes."""

    span: Span
    replacement: str


def place_after(edits: Iterable[Change], place: int) -> int:
    """Return where a place of a text is after edits.

    It stands behind what is written in the place of something right before it, and before what is
    inserted just there.
    """
    moved = place
    for edit in edits:
        if edit.span.end <= place and edit.span.start < place:
            moved += len(edit.replacement) - (edit.span.end - edit.span.start)
    return moved


def write(score: Score, changes: Iterable[Change] = ()) -> str:
    """Return a score's text with changes; without any, the very text that was parsed.

    Raises:
        ValueError: Two changes overlap, or one lies outside the text.
    """
    return apply_changes(score.text, changes)


def apply_changes(text: str, changes: Iterable[Change]) -> str:
    """Return a text with changes, whose places are those of the text before any of them.

    Raises:
        ValueError: Two changes overlap, or one lies outside the text.
    """
    pieces: list[str] = []
    position = 0
    for change in sorted(changes, key=lambda change: change.span):
        start, end = change.span.start, change.span.end
        if not position <= start <= end <= len(text):
            raise ValueError(f"a change at {start} to {end} overlaps another or leaves the text")
        pieces.append(text[position:start])
        pieces.append(change.replacement)
        position = end
    pieces.append(text[position:])
    return "".join(pieces)
