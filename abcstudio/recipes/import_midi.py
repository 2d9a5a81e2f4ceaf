"""Reading MIDI files as ABC tunes, one file a tune."""

import errno
from dataclasses import dataclass
from pathlib import Path

from abcstudio.errors import ExportError, MidiFileError
from abcstudio.files import UnwritableFileError, write_beside
from abcstudio.guarded_files import RefusedFileError, read_bytes
from abcstudio.interchange.midi_reader import MAX_BYTES
from abcstudio.interchange.midi_tune import MidiTune, tune_from_midi
from abcstudio.messages import reason
from abcstudio.recipes.tune_files import prepare_folder

MIDI_SUFFIXES = frozenset({".mid", ".midi", ".kar"})


@dataclass(frozen=True, slots=True)
class ImportResult:
    """A tune that was read and written.

    Attributes:
        path: The new ABC file.
    """

    tune: MidiTune
    path: Path


def is_midi(path: Path) -> bool:
    """Return whether a file's name says that it is a MIDI file."""
    return path.suffix.lower() in MIDI_SUFFIXES


def read_midi_file(path: Path) -> MidiTune:
    """Return the tune of a MIDI file; it is called as the file where the file does not say.

    Raises:
        OSError: The file cannot be read.
        MidiFileError: It holds nothing that can be written down.
    """
    path = Path(path)
    try:
        data = read_bytes(path, MAX_BYTES)
    except RefusedFileError as error:
        if error.errno != errno.EFBIG:
            raise
        raise MidiFileError("midi.too_large", limit=MAX_BYTES // 1000) from error
    return tune_from_midi(data, path.stem)


def import_file(path: Path, out_dir: Path) -> ImportResult:
    """Read a MIDI file and write STEM.abc, or STEM-2.abc and so on: no file is ever replaced.

    Raises:
        OSError: The MIDI file cannot be read.
        MidiFileError: It holds nothing that can be written down.
        UnusableFolderError: Nothing can be written into the folder.
        ExportError: The ABC file cannot be written.
    """
    tune = read_midi_file(path)
    prepare_folder(Path(out_dir))
    try:
        target = write_beside(Path(out_dir), Path(path).stem, ".abc", tune.text.encode())
    except UnwritableFileError as error:
        file = error.filename
        raise ExportError("file.unwritable", path=file, reason=reason(error)) from error
    return ImportResult(tune, target)
