"""MusicXML files and archives as sources: which they are, and the tunebook that a score is."""

from pathlib import Path

from abcstudio.errors import CorpusError, MusicXmlError
from abcstudio.guarded_files import is_file, read_bytes
from abcstudio.interchange.musicxml_reading.recognition import MUSICXML_SUFFIXES
from abcstudio.messages import Phrase

_ARCHIVE = ".zip"
_ALWAYS = frozenset({".musicxml", ".mxl"})
_ROOTS = (b"score-partwise", b"score-timewise")
_MOST_BYTES = 20_000_000


def is_score(file: Path) -> bool:
    """Return whether a file's name says that it is MusicXML, as far as a name can."""
    return file.suffix.lower() in MUSICXML_SUFFIXES


def is_archive(file: Path) -> bool:
    """Return whether a file's name says that it is a .zip."""
    return file.suffix.lower() == _ARCHIVE


def is_score_in_folder(file: Path) -> bool:
    """Return whether a file of a folder is MusicXML: one that ends in `.xml` is looked into."""
    suffix = file.suffix.lower()
    if suffix in _ALWAYS or suffix not in MUSICXML_SUFFIXES or not is_file(file):
        return suffix in _ALWAYS
    try:
        data = read_bytes(file, _MOST_BYTES)
    except OSError:
        return False
    head = data[:4096].replace(b"\0", b"")
    return any(root in head for root in _ROOTS)


def tunebook_of(file: Path, data: bytes) -> tuple[str, tuple[Phrase, ...]]:
    """Return a MusicXML file as ABC, with what ABC has no sign for.

    Raises:
        CorpusError: It cannot be read as a tune.
    """
    # Imported here: what reads XML and archives is not needed before such a file comes.
    from abcstudio.interchange.musicxml_reading.musicxml_tune import tune_from_musicxml

    try:
        tune = tune_from_musicxml(data, file.stem)
    except MusicXmlError as error:
        words = Phrase(error.message_id, error.parameters)
        raise CorpusError("file.about", path=file, words=words) from error
    return tune.text, tune.remarks
