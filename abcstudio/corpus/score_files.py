"""Which files of a source hold tunes, and what those in MusicXML and MIDI are in ABC."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from abcstudio.errors import CorpusError, MidiFileError, MusicXmlError
from abcstudio.guarded_files import is_file, read_bytes
from abcstudio.interchange.midi_reader import MIDI_SUFFIXES
from abcstudio.interchange.musicxml_reading.container import MUSICXML_SUFFIXES
from abcstudio.messages import Phrase

_ARCHIVE = ".zip"
_ABC = ".abc"
_TEXT = ".txt"
_ALWAYS = frozenset({_ABC, ".musicxml", ".mxl"})
_ROOTS = (b"score-partwise", b"score-timewise")
_REFERENCE_NUMBER = re.compile(rb"(?:^|[\r\n])X:[ \t]*\d")
_MARKS = b"\xef\xbb\xbf\xff\xfe"
_KEY = re.compile(rb"[\r\n]K:")
_MOST_BYTES = 20_000_000
_HEAD = 4096
_LONGER_HEAD = 65_536
"""Before the first tune of a text a letter or a table of contents may stand."""


def is_score(file: Path) -> bool:
    """Return whether a file's name says that it is MusicXML or MIDI, as far as a name can."""
    return file.suffix.lower() in MUSICXML_SUFFIXES | MIDI_SUFFIXES


def is_archive(file: Path) -> bool:
    """Return whether a file's name says that it is a .zip."""
    return file.suffix.lower() == _ARCHIVE


def sure_stems(files: Iterable[Path]) -> frozenset[Path]:
    """Return the files whose names alone say that they hold tunes, without how these end."""
    return frozenset(file.with_suffix("") for file in files if file.suffix.lower() in _ALWAYS)


def holds_tunes(file: Path, sure: frozenset[Path], read: Callable[[], bytes]) -> bool:
    """Return whether a file among others is one of tunes.

    One that ends in `.xml` or `.txt` is looked into. MIDI beside a file of the same name in ABC or
    MusicXML is taken for what was made of that one: nobody wants the tune twice.

    Args:
        file: Its name.
        sure: What `sure_stems` says of it and those beside it.
        read: Returns its bytes; raises OSError or CorpusError where it cannot be read.
    """
    suffix = file.suffix.lower()
    if suffix in _ALWAYS:
        return True
    if suffix in MIDI_SUFFIXES:
        return file.with_suffix("") not in sure
    if suffix != _TEXT and suffix not in MUSICXML_SUFFIXES:
        return False
    try:
        data = read()
    except (OSError, CorpusError):
        return False
    if suffix == _TEXT:
        head = data[:_LONGER_HEAD].replace(b"\0", b"").lstrip(_MARKS)
        return bool(_REFERENCE_NUMBER.search(head) and _KEY.search(head))
    head = data[:_HEAD].replace(b"\0", b"")
    return any(root in head for root in _ROOTS)


def holds_tunes_in_folder(file: Path, sure: frozenset[Path]) -> bool:
    """Return whether a file on the disk may be one of tunes, or an archive of such."""
    if not is_file(file):
        return False
    # What is in an archive is known once that is read.
    return is_archive(file) or holds_tunes(file, sure, lambda: read_bytes(file, _MOST_BYTES))


def tunebook_of(file: Path, data: bytes) -> tuple[str, tuple[Phrase, ...]]:
    """Return a MusicXML or MIDI file as ABC, with what was guessed, or has no sign in ABC.

    Raises:
        CorpusError: It cannot be read as a tune.
    """
    try:
        return _midi(file, data) if file.suffix.lower() in MIDI_SUFFIXES else _xml(file, data)
    except (MidiFileError, MusicXmlError) as error:
        words = Phrase(error.message_id, error.parameters)
        raise CorpusError("file.about", path=file, words=words) from error


def _xml(file: Path, data: bytes) -> tuple[str, tuple[Phrase, ...]]:
    # Imported here: what reads XML and archives is not needed before such a file comes.
    from abcstudio.interchange.musicxml_reading.musicxml_tune import tune_from_musicxml

    tune = tune_from_musicxml(data, file.stem)
    return tune.text, tune.remarks


def _midi(file: Path, data: bytes) -> tuple[str, tuple[Phrase, ...]]:
    from abcstudio.interchange.midi_tune import tune_from_midi

    tune = tune_from_midi(data, file.stem)
    return tune.text, tune.remarks
