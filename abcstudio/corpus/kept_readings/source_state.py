"""What a source holds now, in a few characters: the same for the same files with the same bytes."""

import os
from hashlib import blake2b
from pathlib import Path

from abcstudio.corpus.source_encodings import NO_ENCODINGS, Encodings, encodings_of
from abcstudio.corpus.source_reading.source_files import SourceFiles, files_of_source
from abcstudio.errors import CorpusError
from abcstudio.guarded_files import read_bytes
from abcstudio.stopping import stop_if_asked

_DIGEST = 16


def source_state(path: Path, encodings: Encodings = NO_ENCODINGS) -> str:
    """Return what tells whether a source is as it was, "" where it cannot be looked at.

    Bytes are compared, not times and sizes: some programs keep both, and reading is quick.

    Args:
        path: The source.
        encodings: With which texts are read other tunes come of the same bytes.
    """
    try:
        files = files_of_source(path)
    except CorpusError:
        return ""
    digest = blake2b(digest_size=_DIGEST)
    for part in (str(path), *_beside(files), *_named(path, encodings)):
        digest.update(os.fsencode(part) + b"\0")
    for file in files.found:
        stop_if_asked()
        digest.update(os.fsencode(file) + b"\0" + _content(file))
    return digest.hexdigest()


def _beside(files: SourceFiles) -> list[str]:
    return [str(files.others), *(str(error) for error in files.closed)]


def _named(path: Path, encodings: Encodings) -> list[str]:
    return [f"{name} {codec}" for name, codec in sorted(encodings_of(path, encodings).items())]


def _content(file: Path) -> bytes:
    try:
        return blake2b(read_bytes(file), digest_size=_DIGEST).digest()
    except OSError as error:
        return f"{error.errno} {error}".encode("utf-8", "surrogateescape")
