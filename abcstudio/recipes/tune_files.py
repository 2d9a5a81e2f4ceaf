"""The files that tunes are written to: where they go, and that none takes another's place."""

import errno
import os
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from abcstudio.errors import AbcStudioError, ExportError, UnusableFolderError
from abcstudio.files import make_folder
from abcstudio.guarded_files import folder_fault, is_file
from abcstudio.messages import Phrase, reason, unwritable_id

# Where one file meets these, so will every other.
_ENDING = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.ENOTDIR)


class TuneFile(NamedTuple):
    """One file of a tune.

    Attributes:
        ending: What its name has after the tune's: "", "-p2" for a second sheet, "-v2" for a voice.
        pieces: Its bytes; sound is made only while they are taken.
        size: How many bytes they are, 0 where it is not known.
    """

    ending: str
    pieces: Iterable[bytes]
    size: int = 0


class Remark(NamedTuple):
    """What should be said about a tune although it was written.

    Attributes:
        is_loss: Whether something of the tune is missing in its files.
    """

    words: Phrase
    is_loss: bool = True


class TuneFiles(NamedTuple):
    """All files of a tune, and what should be said about them."""

    files: Sequence[TuneFile]
    remarks: Sequence[Remark] = ()


class Targets:
    """Where the files of one run go: none replaces another of the run, or one that it reads."""

    def __init__(self, inputs: Iterable[Path] = ()) -> None:
        """Make it.

        Args:
            inputs: The files that the run reads.
        """
        self._inputs = {_identity(path) for path in inputs} - {None}
        self._written: set[tuple[int, int] | None] = set()

    def check(self, path: Path) -> None:
        """Make sure that a file is none of those that are read, by whatever name.

        Raises:
            ExportError: It is one of them.
        """
        if _identity(path) in self._inputs:
            raise ExportError("export.replaces_input", path=path)

    def free(self, target: Path, endings: Sequence[str] = ("",)) -> list[Path]:
        """Return where the files of a tune go: STEM.suffix, or STEM-2.suffix and so on.

        It is numbered where one of them was written in this run, so that nothing is lost; then
        what another run left is not replaced either.

        Args:
            target: Its file.
            endings: What the name of each of its files has after the stem.

        Raises:
            ExportError: A file that is read would be replaced.
        """
        paths = _named(target, target.stem, endings)
        for path in paths:
            self.check(path)
        if not any(_identity(path) in self._written for path in paths):
            return paths
        numbered = (_named(target, f"{target.stem}-{number}", endings) for number in count(2))
        return next(paths for paths in numbered if not any(map(os.path.lexists, paths)))

    def add(self, path: Path) -> None:
        """Take note that a file has been written."""
        identity = _identity(path)
        if identity is not None:
            self._written.add(identity)


def prepare_folder(path: Path) -> None:
    """Make the folder that files go to, and try whether they can be made there.

    Raises:
        UnusableFolderError: They cannot.
    """
    try:
        make_folder(path)
    except OSError as error:
        for place in (path, *path.parents):
            if is_file(place):
                raise UnusableFolderError("export.not_a_folder", path=place) from error
        words = reason(folder_fault(path) or error)
        raise UnusableFolderError("export.folder_unusable", path=path, reason=words) from error


def unwritable(path: Path, error: OSError) -> ExportError:
    """Return what to raise from the error of a file that cannot be written."""
    return ExportError(unwritable_id(path), path=path, reason=reason(error))


def is_end(error: AbcStudioError | None) -> bool:
    """Return whether what kept a file from being written will keep every other from it too."""
    cause = error.__cause__ if isinstance(error, ExportError) else None
    return isinstance(cause, OSError) and cause.errno in _ENDING


def _named(target: Path, stem: str, endings: Sequence[str]) -> list[Path]:
    return [target.with_name(f"{stem}{ending}{target.suffix}") for ending in endings]


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what a file is known by under each of its names; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
