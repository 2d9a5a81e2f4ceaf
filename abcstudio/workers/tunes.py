"""Reading a source of tunes in the background."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from abcstudio.corpus.browsing.tune_index import TuneIndex
from abcstudio.corpus.kept_readings.reading_file import save_reading
from abcstudio.corpus.kept_readings.source_state import source_state
from abcstudio.corpus.source_changes import FileStates, file_states
from abcstudio.corpus.source_encodings import NO_ENCODINGS, Encodings, encodings_of
from abcstudio.corpus.sources import SourceReading
from abcstudio.corpus.tune import Tune
from abcstudio.learning.freed_memory import give_back_freed_by
from abcstudio.paths import reading_of_source
from abcstudio.recipes.finding.all_sources import parts_of_all, write_all
from abcstudio.recipes.finding.kept_melodies import forget_old
from abcstudio.stopping import stop_if_asked
from abcstudio.workers.reading import reading_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TunesRead:
    """A source and its tunes.

    Attributes:
        reading: The tunes, and how they were read.
        index: The tunes with their columns.
        unkept: As in `Read`.
        files: The states of its files before they were read.
        encodings: What a person had named for its texts.
    """

    path: Path
    reading: SourceReading
    index: TuneIndex
    unkept: str = ""
    files: FileStates = field(default_factory=dict)
    encodings: Encodings = field(default_factory=dict)

    @property
    def tunes(self) -> tuple[Tune, ...]:
        """The tunes of the source."""
        return self.reading.tunes


def read_source(path: Path, *, encodings: Encodings = NO_ENCODINGS) -> TunesRead:
    """Read a file or folder of tunes, with the encodings that a person has named.

    Raises:
        CorpusError: There is nothing to read there.
    """
    # Before: what changes while it is read is a change.
    files = file_states(path)
    read = reading_of(path, encodings)
    stop_if_asked()
    index = TuneIndex(read.reading.tunes)
    give_back_freed_by(len(index))
    return TunesRead(
        path=path,
        reading=read.reading,
        index=index,
        unkept=read.unkept,
        files=files,
        encodings=encodings_of(path, encodings),
    )


def read_all_sources(
    path: Path, bundled: Path, listed: Sequence[Path], *, encodings: Encodings = NO_ENCODINGS
) -> TunesRead:
    """Write the combination of all sources, and read its tunes.

    Raises:
        OSError: The file cannot be written.
        CorpusError: As `read_source`.
    """
    write_all(path, parts_of_all(bundled, listed))
    return read_source(path, encodings=encodings)


def keep_tunes(read: TunesRead) -> None:
    """Keep what was read for the next start, unless the source is another one already.

    Raises:
        OSError: It cannot be written.
    """
    kept = reading_of_source(read.path)
    state = source_state(read.path, read.encodings) if read.unkept else ""
    if not state or state != read.unkept:
        return
    try:
        save_reading(kept, read.reading, read.unkept)
    finally:
        give_back_freed_by(len(read.tunes))
    forget_old(kept)


def look_at_files(path: Path) -> FileStates:
    """Return the states of the files of a source; none where it is gone."""
    return file_states(path)
