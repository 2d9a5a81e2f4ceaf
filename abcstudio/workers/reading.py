"""Reading a tunebook once where several pages want it at the same time."""

import threading
from pathlib import Path

from abcstudio.corpus.sources import SourceReading, read_source
from abcstudio.guarded_files import is_file
from abcstudio.notation.stopping import ShouldStop, stop_if

_LOOK_UP_SECONDS = 0.03

_lock = threading.Lock()
_latest: tuple[tuple[Path, int, int], SourceReading] | None = None


def reading_of(path: Path, should_stop: ShouldStop = bool) -> SourceReading:
    """Read the tunes of a file or folder; the latest file is kept until it changes on disk.

    A thread that needs a file while another thread reads it waits for that thread. Two threads that
    both read thousands of tunes would not be done sooner, and would hold Python's lock longer.

    Raises:
        CorpusError: There is no such file, it cannot be read, or it holds no tune.
        CancelledError: `should_stop` said so, be it while it waits.
    """
    global _latest
    path = Path(path)
    if not is_file(path):
        return read_source(path, should_stop=should_stop)
    while not _lock.acquire(timeout=_LOOK_UP_SECONDS):
        stop_if(should_stop)
    try:
        facts = path.stat()
        key = (path, facts.st_mtime_ns, facts.st_size)
        if _latest is None or _latest[0] != key:
            _latest = (key, read_source(path, should_stop=should_stop))
        return _latest[1]
    finally:
        _lock.release()
