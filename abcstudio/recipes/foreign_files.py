"""Reading MIDI and MusicXML files as ABC tunes, one file a tune."""

import errno
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import ExportError, MidiFileError, MusicXmlError
from abcstudio.files import UnwritableFileError, write_beside
from abcstudio.guarded_files import RefusedFileError, read_bytes
from abcstudio.interchange import midi_reader
from abcstudio.interchange.midi_tune import tune_from_midi
from abcstudio.interchange.musicxml_reading import container
from abcstudio.messages import Phrase, reason, unwritable_id
from abcstudio.recipes.tune_files import prepare_folder

FOREIGN_SUFFIXES = midi_reader.MIDI_SUFFIXES | container.MUSICXML_SUFFIXES
"""How the names of files end that are read as tunes and are no ABC."""


@dataclass(frozen=True, slots=True)
class ForeignTune:
    """A tune that was read.

    Attributes:
        text: ABC, one tune.
        remarks: What was guessed, or left out since ABC has no sign for it.
    """

    text: str
    title: str
    remarks: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """A tune that was read and written.

    Attributes:
        path: The new ABC file.
    """

    tune: ForeignTune
    path: Path


def is_foreign(path: Path) -> bool:
    """Return whether a file's name says that it is a MIDI or MusicXML file."""
    return path.suffix.lower() in FOREIGN_SUFFIXES


def is_midi(path: Path) -> bool:
    """Return whether a file's name says that it is a MIDI file."""
    return path.suffix.lower() in midi_reader.MIDI_SUFFIXES


def read_foreign_file(path: Path) -> ForeignTune:
    """Return the tune of a file; it is called as the file where the file does not say.

    A name that tells nothing is no hindrance: what the file begins with decides.

    Raises:
        OSError: The file cannot be read.
        MidiFileError: It is no MusicXML, and holds no MIDI that can be written down.
        MusicXmlError: It is MusicXML by its name or its first bytes, and cannot be read as a tune.
    """
    path = Path(path)
    is_named = path.suffix.lower() in container.MUSICXML_SUFFIXES
    limit = midi_reader.MAX_BYTES if is_midi(path) else container.MAX_BYTES
    try:
        data = read_bytes(path, limit)
    except RefusedFileError as error:
        if error.errno != errno.EFBIG:
            raise
        if is_midi(path):
            raise MidiFileError("midi.too_large", limit=limit // 1000) from error
        raise MusicXmlError("musicxml.too_large", limit=limit // 1_000_000) from error
    if is_named or (container.looks_like_musicxml(data) and not is_midi(path)):
        # Imported here: what reads XML and archives is not needed before the window is up.
        from abcstudio.interchange.musicxml_reading.musicxml_tune import tune_from_musicxml

        read = tune_from_musicxml(data, path.stem)
        return ForeignTune(read.text, read.title, read.remarks)
    tune = tune_from_midi(data, path.stem)
    return ForeignTune(tune.text, tune.title, tune.remarks)


def import_file(path: Path, out_dir: Path) -> ImportResult:
    """Read a file and write STEM.abc, or STEM-2.abc and so on: no file is ever replaced.

    Raises:
        OSError: The file cannot be read.
        MidiFileError: As `read_foreign_file`.
        MusicXmlError: As `read_foreign_file`.
        UnusableFolderError: Nothing can be written into the folder.
        ExportError: The ABC file cannot be written.
    """
    tune = read_foreign_file(path)
    prepare_folder(Path(out_dir))
    try:
        target = write_beside(Path(out_dir), Path(path).stem, ".abc", tune.text.encode())
    except UnwritableFileError as error:
        file = error.filename
        raise ExportError(unwritable_id(file), path=file, reason=reason(error)) from error
    return ImportResult(tune, target)
