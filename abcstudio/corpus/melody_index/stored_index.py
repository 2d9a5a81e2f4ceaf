"""An index kept in a file: thrown away and made anew where it does not fit the tunes.

The file is a line that names the format, its version, the tunes' fingerprint and the counts, a
digest of all that follows, then the arrays as they are.
"""

import logging
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

import numpy as np

from abcstudio.corpus.melody_index.notes import Notes
from abcstudio.corpus.tune import Tune
from abcstudio.files import atomic_write
from abcstudio.guarded_files import read_bytes

log = logging.getLogger(__name__)

_FORMAT = b"abcstudio melodies"
# Another one: what a note is has changed, or how it is kept.
_VERSION = b"1"
_MOST_BYTES = 200_000_000
_DIGEST = 16
_LONGEST_LINE = 200


def fingerprint(tunes: Iterable[Tune]) -> str:
    """Return a short text that is the same for the same tunes in the same order."""
    digest = blake2b(digest_size=_DIGEST)
    for tune in tunes:
        for part in (tune.file_header, tune.text):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def save_notes(path: Path, notes: Notes, tunes_fingerprint: str) -> None:
    """Write the notes of tunes to a file.

    Raises:
        OSError: It cannot be written.
    """
    arrays = (notes.pitches, notes.lengths, notes.starts, notes.tunes)
    body = b"".join(array.tobytes() for array in arrays)
    path.parent.mkdir(parents=True, exist_ok=True)
    head = _head(tunes_fingerprint, len(notes.pitches), len(notes.tunes))
    atomic_write(path, head + blake2b(body, digest_size=_DIGEST).digest() + body)


def load_notes(path: Path, tunes_fingerprint: str) -> Notes | None:
    """Return the notes that a file keeps of these tunes; None where it is none that can be used."""
    try:
        data = read_bytes(path, _MOST_BYTES)
    except OSError as error:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            log.warning("%s cannot be read: %s", path, error)
        return None
    head, _, _ = data[:_LONGEST_LINE].partition(b"\n")
    words = head.split(b"\t")
    if len(words) != 5 or not all(word.isdigit() for word in words[3:]):
        return None
    count, lines = int(words[3]), int(words[4])
    start = len(head) + 1 + _DIGEST
    digest = blake2b(memoryview(data)[start:], digest_size=_DIGEST).digest()
    if not data.startswith(_head(tunes_fingerprint, count, lines) + digest):
        return None
    if len(data) != start + 2 * count + 4 * (2 * lines + 1):
        return None
    bounds = start + count, start + 2 * count, start + 2 * count + 4 * (lines + 1)
    return Notes.of_arrays(
        np.frombuffer(data[start : bounds[0]], np.int8),
        np.frombuffer(data[bounds[0] : bounds[1]], np.int8),
        np.frombuffer(data[bounds[1] : bounds[2]], np.int32),
        np.frombuffer(data[bounds[2] :], np.int32),
    )


def _head(tunes_fingerprint: str, count: int, lines: int) -> bytes:
    numbers = [str(number).encode("ascii") for number in (count, lines)]
    return b"\t".join((_FORMAT, _VERSION, tunes_fingerprint.encode("ascii"), *numbers)) + b"\n"
