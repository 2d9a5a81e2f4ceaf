"""A collection of the catalogue: found on this machine, or fetched from where it is published."""

import hashlib
import importlib.util
import urllib.error
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from abcstudio.corpus.catalogue import CatalogueEntry
from abcstudio.errors import CancelledError, CorpusError
from abcstudio.files import make_folder, open_for_appending
from abcstudio.guarded_files import is_file, read_bytes
from abcstudio.messages import reason, unwritable_id
from abcstudio.recipes.catalogue.fetched_bytes import FileBeginning, UnsafeAddressError, fetched

_PART = ".part"
_NOT_THERE = (404, 410)
_OUT_OF_RANGE = 416


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """How many bytes of a file are here, of all."""

    done: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionState:
    """How a collection stands on this machine.

    Attributes:
        path: Its file, None where it is not here whole.
        is_from_package: The file is one of the Python package.
        done: How many bytes of it were fetched before that was broken off.
    """

    path: Path | None = None
    is_from_package: bool = False
    done: int = 0


def state_of(entry: CatalogueEntry, folder: Path, box: Path) -> CollectionState:
    """Return whether a collection is here; nothing is fetched.

    Args:
        entry: The collection.
        folder: Where fetched files are.
        box: Where those are that come with the program.
    """
    if entry.is_in_the_box:
        return CollectionState(path=box / entry.file)
    path = folder / entry.file
    if _is_whole(path, entry):
        return CollectionState(path=path)
    installed = _in_package(entry)
    if installed is not None:
        return CollectionState(path=installed, is_from_package=True)
    return CollectionState(done=min(_size(_part(path)), entry.size))


def download(
    entry: CatalogueEntry,
    folder: Path,
    report: Callable[[DownloadProgress], object] = lambda _progress: None,
) -> Path:
    """Fetch a collection, or the rest of it, and return its file.

    What has come before it is broken off stays beside it, and the next time only the rest is
    fetched. A file of another checksum is thrown away.

    Raises:
        CorpusError: It cannot be fetched, is another one than the catalogue says, or cannot be
            written.
    """
    path = folder / entry.file
    part = _part(path)
    try:
        make_folder(folder)
        if _size(part) > entry.size:
            part.unlink()
    except OSError as error:
        raise CorpusError(unwritable_id(path), path=path, reason=reason(error)) from error
    if _size(part) < entry.size:
        _fetch(entry, part, report)
    if not _is_whole(part, entry):
        with suppress(OSError):
            part.unlink()
        raise CorpusError("catalogue.another_file", name=entry.name, page=entry.page)
    try:
        part.replace(path)
    except OSError as error:
        raise CorpusError(unwritable_id(path), path=path, reason=reason(error)) from error
    return path


def _fetch(entry: CatalogueEntry, part: Path, report: Callable[[DownloadProgress], object]) -> None:
    begun = _size(part)
    pieces = fetched(entry.address, begun)
    try:
        with open_for_appending(part) as file:
            for piece in pieces:
                if isinstance(piece, FileBeginning):
                    # A server that knows no parts sends all of it.
                    file.truncate(piece.start)
                    begun = piece.start
                else:
                    # More than the file has is not kept: it is another one.
                    file.write(piece[: entry.size + 1 - begun])
                    begun += len(piece)
                    if begun > entry.size:
                        return
                report(DownloadProgress(begun, entry.size))
    except CancelledError:
        raise
    except OSError as error:
        raise _failure(error, entry, part) from error
    finally:
        pieces.close()
    if begun < entry.size:
        raise CorpusError("catalogue.broken_off", name=entry.name)


def _failure(error: OSError, entry: CatalogueEntry, part: Path) -> CorpusError:
    """Return the sentence for what went wrong, by what the person can do."""
    if isinstance(error, urllib.error.HTTPError):
        error.close()
        if error.code == _OUT_OF_RANGE:
            # What is here is no beginning of the file there.
            with suppress(OSError):
                part.unlink()
        if not _is_redirect(error.code):
            gone = "catalogue.gone" if error.code in _NOT_THERE else "catalogue.refused"
            return CorpusError(gone, name=entry.name, code=error.code, page=entry.page)
    if isinstance(error, UnsafeAddressError | urllib.error.HTTPError):
        return CorpusError("catalogue.unsafe", name=entry.name, page=entry.page)
    if error.filename is not None:
        return CorpusError("file.unwritable_new", path=part, reason=reason(error))
    if _size(part):
        return CorpusError("catalogue.broken_off", name=entry.name)
    return CorpusError("catalogue.offline", name=entry.name, page=entry.page)


def _is_redirect(code: int) -> bool:
    """Whether a server leads elsewhere: where nobody follows, the place is none to go to."""
    return 300 <= code < 400


def _in_package(entry: CatalogueEntry) -> Path | None:
    """Return the file of a Python package that is installed; the package is not imported."""
    if not entry.package:
        return None
    try:
        spec = importlib.util.find_spec(entry.package)
    except (ImportError, ValueError):
        return None
    places = spec.submodule_search_locations if spec is not None else None
    for place in places or ():
        path = Path(place, entry.package_file)
        if is_file(path):
            return path
    return None


def _is_whole(path: Path, entry: CatalogueEntry) -> bool:
    """Whether a file is the one that the catalogue means."""
    if _size(path) != entry.size:
        return False
    try:
        return hashlib.sha256(read_bytes(path, entry.size)).hexdigest() == entry.sha256
    except OSError:
        return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if is_file(path) else 0
    except OSError:
        return 0


def _part(path: Path) -> Path:
    return path.with_name(path.name + _PART)
