"""Reading a tunebook once where several pages want it at the same time."""

import threading
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.combined_sources import is_combination
from abcstudio.corpus.kept_readings.reading_file import FEWEST_TUNES, load_reading
from abcstudio.corpus.kept_readings.source_state import source_state
from abcstudio.corpus.source_encodings import NO_ENCODINGS, Encodings
from abcstudio.corpus.sources import SourceReading, read_source
from abcstudio.guarded_files import is_file
from abcstudio.paths import reading_of_source
from abcstudio.stopping import stop_if_asked

_LOOK_UP_SECONDS = 0.03


@dataclass(frozen=True, slots=True)
class Read:
    """A source as it was read.

    Attributes:
        reading: Its tunes, and how they were read.
        unkept: The state of a source that is worth keeping for a later start and is not kept yet,
            else "".
    """

    reading: SourceReading
    unkept: str = ""


_lock = threading.Lock()
_latest: tuple[tuple[Path, int, int, str], Read] | None = None


def reading_of(path: Path, encodings: Encodings = NO_ENCODINGS) -> Read:
    """Read the tunes of a file or folder; the latest file is kept until it changes on disk.

    What an earlier start has kept of the same files is taken in place of reading them.

    A thread that needs a file while another thread reads it waits for that thread. Two threads that
    both read thousands of tunes would not be done sooner, and would hold Python's lock longer.

    Args:
        path: The source.
        encodings: What a person has named for this source and others.

    Raises:
        CorpusError: There is no such file, it cannot be read, or it holds no tune.
        CancelledError: The work is to stop, also while it waits.
    """
    global _latest
    path = Path(path)
    if not is_file(path) or is_combination(path):
        return _read(path, encodings)
    while not _lock.acquire(timeout=_LOOK_UP_SECONDS):
        stop_if_asked()
    try:
        facts = path.stat()
        key = (path, facts.st_mtime_ns, facts.st_size, encodings.get(str(path), ""))
        if _latest is None or _latest[0] != key:
            _latest = (key, _read(path, encodings))
        return _latest[1]
    finally:
        _lock.release()


def _read(path: Path, encodings: Encodings) -> Read:
    state = source_state(path, encodings)
    kept = load_reading(reading_of_source(path), state) if state else None
    if kept is not None:
        return Read(kept)
    reading = read_source(path, encodings=encodings)
    return Read(reading, state if len(reading.tunes) >= FEWEST_TUNES else "")
