"""What is asked: where notes stand, which tunes are relatives, what a recording is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from abcstudio.corpus.tune import Tune
from abcstudio.recipes.finding.contour_text import is_words
from abcstudio.recipes.finding.selected_melody import AskedPlace
from abcstudio.workers.job import Work, plain_work
from abcstudio.workers.melodies import (
    find_melody,
    find_recording,
    find_relatives,
    read_melody,
    read_recording,
    read_tune,
)

if TYPE_CHECKING:
    from abcstudio.recipes.finding.source_melodies import SourceMelodies


class Question(Protocol):
    """One question to the melodies of a source."""

    def reading(self) -> Work:
        """Return the work that reads what is asked about, to a `QueryRead`."""
        ...

    def search(self, melodies: "SourceMelodies") -> Work:
        """Return the work that answers, with a `MelodyFound`."""
        ...


@dataclass(frozen=True, slots=True)
class NotesQuestion:
    """Which tunes have the title or the notes that a field has when they are looked for?

    Attributes:
        typed: Returns these notes.
        place: Where they were selected, None where they were not.
    """

    typed: Callable[[], str]
    place: AskedPlace | None = None

    @property
    def asked(self) -> AskedPlace | None:
        """Where the notes were selected, until others are typed."""
        place = self.place
        return place if place is not None and self.typed() == place.melody.text else None

    @property
    def is_title(self) -> bool:
        """Whether what was typed can be no notes."""
        return is_words(self.typed())

    def reading(self) -> Work:
        """Read the notes."""
        return plain_work(read_melody, self.typed())

    def search(self, melodies: "SourceMelodies") -> Work:
        """Look for the notes."""
        return plain_work(find_melody, melodies, self.typed(), self.asked)


@dataclass(frozen=True, slots=True)
class RelativesQuestion:
    """Which tunes share most with a tune?"""

    tune: Tune

    def reading(self) -> Work:
        """Read the tune."""
        return plain_work(read_tune, self.tune)

    def search(self, melodies: "SourceMelodies") -> Work:
        """Look for its relatives."""
        return partial(find_relatives, melodies, self.tune)


@dataclass(frozen=True, slots=True)
class RecordingQuestion:
    """Which tune does somebody play?"""

    path: Path

    def reading(self) -> Work:
        """Listen to the recording."""
        return plain_work(read_recording, self.path)

    def search(self, melodies: "SourceMelodies") -> Work:
        """Look for what was heard."""
        return plain_work(find_recording, melodies, self.path)
