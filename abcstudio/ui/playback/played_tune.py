"""Tunes as the player is given them, and which of the program's tunes they are."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DocumentTune:
    """A tune of an open text: the text's key, and the tune's place in it, from 1.

    Attributes:
        is_take: The text is a take.
    """

    key: int
    number: int
    is_take: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class TakeTune:
    """A take that is heard without being opened, by its key in the history."""

    key: str


@dataclass(frozen=True, slots=True)
class SourceTune:
    """A tune of a source on the page of tunes: the source, and its place there, from 1."""

    source: Path
    number: int


@dataclass(frozen=True, slots=True)
class SampleTune:
    """What a network wrote while it learned, after so many steps."""

    step: int
    text: str


@dataclass(frozen=True, slots=True)
class MilestoneTune:
    """What the network of a step of a run wrote after one of its prompts, counted from 0."""

    run: Path
    step: int
    place: int


@dataclass(frozen=True, slots=True)
class PlayedTune:
    """A tune that can be heard.

    Attributes:
        text: Only this tune.
        title: What the tune is called.
        source: Where it stands, in the words of the window: "Take 7", or the name of a file.
        file_header: What holds for every tune of its file.
        identity: Says which one it is, whatever its text and title are; None is its title.
    """

    text: str
    title: str = ""
    source: str = ""
    file_header: str = ""
    identity: Hashable = None

    @property
    def is_take(self) -> bool:
        """Whether it is heard beside others like it: all of them are equally loud."""
        which = self.identity
        return isinstance(which, TakeTune) or (isinstance(which, DocumentTune) and which.is_take)

    @property
    def which(self) -> Hashable:
        """Its identity among tunes."""
        return self.title if self.identity is None else self.identity
