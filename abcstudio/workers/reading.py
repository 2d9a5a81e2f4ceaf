"""Reading a tunebook once where several pages want it at the same time."""

import threading
from pathlib import Path

from abcstudio.corpus.sources import SourceReading, read_source
from abcstudio.guarded_files import is_file

_lock = threading.Lock()
_latest: tuple[tuple[Path, int, int], SourceReading] | None = None


def reading_of(path: Path) -> SourceReading:
    """Read the tunes of a file or folder; the latest file is kept until it changes on disk.

    A thread that needs a file while another thread reads it waits for that thread. Two threads that
    both read thousands of tunes would not be done sooner, and would hold Python's lock longer.

    Raises:
        CorpusError: There is no such file, it cannot be read, or it holds no tune.
    """
    global _latest
    path = Path(path)
    if not is_file(path):
        return read_source(path)
    with _lock:
        facts = path.stat()
        key = (path, facts.st_mtime_ns, facts.st_size)
        if _latest is None or _latest[0] != key:
            _latest = (key, read_source(path))
        return _latest[1]
