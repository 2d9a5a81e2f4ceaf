"""A .zip of tunes as a source: its files are read as those of a folder, within bounds."""

import io
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath

from abcstudio.corpus.score_files import holds_tunes, is_archive, sure_stems
from abcstudio.errors import CorpusError
from abcstudio.guarded_files import MAX_TEXT_BYTES
from abcstudio.interchange.musicxml_reading.container import directory_size

Member = tuple[Path, Callable[[], bytes]]
"""A file, named as if the archive were a folder, and what returns its bytes."""

_MAX_DIRECTORY = 8_000_000
_ENCRYPTED = 1
_NAMED_IN_UTF8 = 0x800
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError,
    ValueError, LookupError,
)  # fmt: skip


def files_in_archive(path: Path, data: bytes) -> tuple[list[Member], int]:
    """Return the files of tunes in a .zip, unpacked when they are read, and how many others it has.

    Raises:
        CorpusError: It is damaged, or its files are more than the limits.
    """
    size = directory_size(data)
    if size > _MAX_DIRECTORY:
        raise _too_large(path)
    try:
        if size < 0:
            raise zipfile.BadZipFile
        # It is closed with the bytes that it lies in.
        archive = zipfile.ZipFile(io.BytesIO(data))
        # Unlike `is_dir`, it can be asked of a name without a letter, too.
        members = [info for info in archive.infolist() if not info.filename.endswith("/")]
    except _DAMAGE as error:
        raise CorpusError("corpus.archive_damaged", path=path) from error
    if sum(info.file_size for info in members) > MAX_TEXT_BYTES:
        raise _too_large(path)
    found: list[Member] = []
    others = 0
    files = [path / _name_of(info) for info in members]
    sure = sure_stems(files)
    for file, info in zip(files, members, strict=True):
        read = partial(_unpacked, archive, info, file)
        if is_archive(file):
            found.append((file, partial(_refuse, CorpusError("corpus.archive_inside", path=file))))
        elif holds_tunes(file, sure, read):
            found.append((file, read))
        else:
            others += not any(part.startswith((".", "__")) for part in file.relative_to(path).parts)
    return sorted(found, key=lambda member: member[0]), others


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, file: Path) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise CorpusError("corpus.archive_locked", path=file)
    try:
        # `zipfile` stops at the size that the archive tells, whatever comes out beyond it.
        with archive.open(info) as opened:
            return opened.read(info.file_size)
    except _DAMAGE as error:
        raise CorpusError("corpus.archive_damaged", path=file) from error


def _refuse(error: CorpusError) -> bytes:
    raise error


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return the name of a file in a .zip, below it whatever the name says."""
    name = info.filename
    if not info.flag_bits & _NAMED_IN_UTF8:
        name = _decoded(name.encode("cp437", "replace"))
    parts = PurePosixPath(name.replace("\\", "/")).parts
    kept = [part for part in parts if part.strip("/") and part not in (".", "..")]
    return "/".join(kept) or "?"


def _decoded(name: bytes) -> str:
    """Return a name that says no encoding: UTF-8, else that of Cyrillic Windows or of the West."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        cyrillic = name.decode("cp866")
        letters = [letter for letter in cyrillic if not letter.isascii()]
        is_cyrillic = all("\u0400" <= letter <= "\u04ff" for letter in letters)
        return cyrillic if is_cyrillic else name.decode("cp437")


def _too_large(path: Path) -> CorpusError:
    return CorpusError("corpus.archive_too_large", path=path, limit=MAX_TEXT_BYTES // 1_000_000)
