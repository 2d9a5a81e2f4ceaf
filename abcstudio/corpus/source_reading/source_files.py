"""Which files a source has, and what reads them: one, those below a folder, those in a .zip."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from abcstudio.corpus.combined_sources import is_combination, load_combination
from abcstudio.corpus.score_files import holds_tunes_in_folder, is_archive, sure_stems
from abcstudio.errors import CorpusError
from abcstudio.guarded_files import closed_folder, is_file, is_folder, is_there, read_bytes
from abcstudio.messages import Phrase, reason


class SourceFiles(NamedTuple):
    """What is to be read of a source: the one file, or every file of tunes below a folder.

    Attributes:
        found: Those files.
        closed: The errors of folders that may not be looked into.
        others: How many other files there are below the folder.
    """

    found: list[Path]
    closed: Sequence[CorpusError] = ()
    others: int = 0


_Readable = tuple[Path, Callable[[], bytes]]


class SourceContents:
    """The files of a source, each with what returns its bytes, those of archives as of folders.

    One archive after the other is open, and only while its files are read.

    Attributes:
        closed: As in `SourceFiles`.
        others: Likewise, with those that were met in archives.
        count: How many files were met.
    """

    def __init__(self, path: Path, *, allow_stream: bool = False) -> None:
        """Find the files.

        Raises:
            CorpusError: There is no such file or folder, or it cannot be looked at.
        """
        self._path = path
        self._files, self.closed, self.others = files_of_source(path)
        # Only what was named may be waited for: what lies in a folder may have changed meanwhile.
        self._allow_stream = allow_stream and not is_folder(path)
        self.count = 0

    def __iter__(self) -> Iterator[_Readable]:
        for file in self._files:
            if is_archive(file) and not is_folder(file):
                inside = self._inside(file)
            else:
                inside = [(file, partial(_bytes_of, file, allow_stream=self._allow_stream))]
            for one in inside:
                self.count += 1
                yield one

    def _inside(self, archive: Path) -> Sequence[_Readable]:
        """Return the files of tunes in an archive, else what says why they cannot be read."""
        # Imported here: what reads archives is not needed before one comes.
        from abcstudio.corpus.source_reading.archives import files_in_archive

        try:
            found, others = files_in_archive(archive, _bytes_of(archive, allow_stream=False))
        except CorpusError as error:
            return [(archive, partial(_refuse, error))]
        # One without tunes in a folder is itself one of the other files there.
        self.others += others if found or archive is self._path else 1
        return found


def tunebook_files(path: Path) -> list[Path]:
    """Return the files that `read_tunebook` reads: the one, or all of tunes below a folder.

    Raises:
        CorpusError: There is no such file or folder, or it cannot be looked at.
    """
    return files_of_source(Path(path)).found


def files_of_source(path: Path) -> SourceFiles:
    """Return what `read_source` reads, and what it does not look at.

    Raises:
        CorpusError: There is no such file or folder, or it cannot be looked at.
    """
    try:
        if not path.exists():
            raise CorpusError("corpus.not_found", path=path)
    except OSError as error:
        raise _unreadable(path, error) from error
    if is_combination(path):
        return _files_of_parts(path)
    return _abc_files(path) if is_folder(path) else SourceFiles([path])


def _files_of_parts(path: Path) -> SourceFiles:
    """Return the file that combines sources, and the files of these."""
    found, others = [path], 0
    closed: list[CorpusError] = []
    for part in load_combination(path):
        try:
            files = files_of_source(Path(part.path))
        except CorpusError as error:
            closed.append(error)
            continue
        found += files.found
        closed += files.closed
        others += files.others
    return SourceFiles(found, closed, others)


def _abc_files(folder: Path) -> SourceFiles:
    found: list[Path] = []
    closed: list[CorpusError] = []
    others = 0

    def note(error: OSError) -> None:
        closed.append(_unreadable(Path(error.filename), error))

    for place, _, names in os.walk(folder, onerror=note):
        # The names in a folder can be told without leave to reach what they name.
        if names and (error := closed_folder(Path(place))) is not None:
            note(error)
            continue
        files = [Path(place, name) for name in names]
        sure = sure_stems(files)
        for file in files:
            if holds_tunes_in_folder(file, sure):
                found.append(file)
            elif file.with_suffix("") in sure and not is_there(file):
                why = Phrase("file.reason_dead_link")
                closed.append(CorpusError("corpus.unreadable", path=file, reason=why))
            else:
                others += not _is_hidden(file, folder) and is_file(file)
    return SourceFiles(sorted(found), closed, others)


def _is_hidden(file: Path, folder: Path) -> bool:
    """Whether a file is what a system keeps for itself, and no person put there."""
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _refuse(error: CorpusError) -> bytes:
    raise error


def _bytes_of(file: Path, *, allow_stream: bool) -> bytes:
    try:
        return read_bytes(file, allow_stream=allow_stream)
    except OSError as error:
        raise _unreadable(file, error) from error


def _unreadable(path: Path, error: OSError) -> CorpusError:
    return CorpusError("corpus.unreadable", path=path, reason=reason(error))
