"""What is asked: where notes stand, which tunes are relatives, what a recording is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from abcstudio.corpus.tune import Tune
from abcstudio.workers.job import Work, plain_work
from abcstudio.workers.melodies import find_melody, find_relatives, read_melody, read_tune
from abcstudio.workers.recordings import find_recording, read_recording

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
    """Which tunes have the notes that a field has when they are looked for?"""

    typed: Callable[[], str]

    def reading(self) -> Work:
        """Read the notes."""
        return plain_work(read_melody, self.typed())

    def search(self, melodies: "SourceMelodies") -> Work:
        """Look for the notes."""
        return partial(find_melody, melodies, self.typed())


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
        return partial(read_recording, self.path)

    def search(self, melodies: "SourceMelodies") -> Work:
        """Look for what was heard."""
        return partial(find_recording, melodies, self.path)
